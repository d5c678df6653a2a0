/** Lets articles in, or watchers look, while something else runs, and no longer. */
import type { Logger } from 'pino';
import type { App } from '../app.js';
import { systemClock } from '../clock.js';
import type { Intake } from '../intake/run-intake.js';
import type { Metrics } from '../monitor/metrics.js';

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

/**
 * Runs `main` with the monitor beside it, where a port is set for it.
 *
 * @throws what `main` throws; AppError PORT_UNAVAILABLE
 */
export async function runBesideMonitor(
  app: Pick<App, 'config' | 'warmUp' | 'openAlerts'>,
  { metrics, logger }: { readonly metrics: Metrics; readonly logger: Logger },
  main: () => Promise<void>,
): Promise<void> {
  const { httpPort: port, httpHost: host } = app.config;
  if (port === 0) return main();
  const { startMonitor } = await import('../monitor/serve-monitor.js');
  const monitor = await startMonitor({ app, metrics, host, port, now: systemClock.now });
  logger.info({ host, port }, 'the monitor is listening');
  try {
    await main();
  } finally {
    await monitor.close();
  }
}
