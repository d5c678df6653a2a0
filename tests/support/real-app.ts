/** Tool of the tests: the real program in this process, with a library of its own. */
import type { CreateEmbedder } from '../../src/adapters/engine.js';
import { type App, createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { type CliRun, runInProcess } from './cli-app.js';
import { createHashed } from './hashed-embedder.js';

/** Environment variables of a run. */
type Env = Readonly<Record<string, string>>;

/** Creates the program on an index folder. Close it. */
export function openRealApp(indexDir: string, env: Env = {}): Promise<App> {
  return createApp(loadConfig({ QUOTH_LOG_LEVEL: 'silent', ...env, QUOTH_INDEX: indexDir }));
}

/** Runs a command line on an index folder. */
export function runReal(args: readonly string[], indexDir: string, env: Env = {}): Promise<CliRun> {
  return runInProcess([...args, '--index', indexDir], {
    env: { QUOTH_LOG_LEVEL: 'silent', ...env },
    parts: { createApp: (config) => createApp(config) },
  });
}

/** As `runReal`, with hashes in place of the model's vectors: for tests that are about the files. */
export function runHashed(
  args: readonly string[],
  indexDir: string,
  { createEmbedder = createHashed, env = {} }: { createEmbedder?: CreateEmbedder; env?: Env } = {},
): Promise<CliRun> {
  return runInProcess([...args, '--index', indexDir], {
    env: { QUOTH_LOG_LEVEL: 'silent', ...env },
    parts: { createApp: (config) => createApp(config, { createEmbedder }) },
  });
}

/**
 * Asks one question through the CLI; the answer without its time.
 *
 * @param run `runReal` or `runHashed`
 * @throws Error when that fails
 */
export async function askReal(
  question: string,
  indexDir: string,
  run: (args: readonly string[], indexDir: string) => Promise<CliRun> = runReal,
): Promise<unknown> {
  const { exitCode, stdout, stderr } = await run(['ask', question, '--json'], indexDir);
  if (exitCode !== 0) throw new Error(stderr);
  const { tookMs: _, ...answer } = JSON.parse(stdout);
  return answer;
}

/** States of the checks of `quoth doctor`, by name. */
export async function checkReal(indexDir: string): Promise<Record<string, string>> {
  const { stdout } = await runReal(['doctor', '--json'], indexDir);
  const { checks } = JSON.parse(stdout) as { checks: { name: string; state: string }[] };
  return Object.fromEntries(checks.map(({ name, state }) => [name, state]));
}
