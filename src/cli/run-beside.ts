/** Lets articles in while something else runs, and no longer. */
import type { App } from '../app.js';
import type { Intake } from '../intake/run-intake.js';

/**
 * Runs `main` with the intake beside it; whatever ends `main` ends the intake, which is waited for.
 *
 * @throws what `main` throws
 */
export async function runBesideIntake(
  app: Pick<App, 'intake'>,
  options: Omit<Parameters<Intake['run']>[0], 'signal'>,
  main: () => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const running = app.intake.run({ ...options, signal: stop.signal });
  try {
    await main();
  } finally {
    stop.abort();
    await running;
  }
}
