/** Tool of the tests: the real program in this process, with a library of its own. */
import { type App, createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { type CliRun, runInProcess } from './cli-app.js';

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

/** Asks one question through the CLI; the answer without its time. @throws Error when that fails */
export async function askReal(question: string, indexDir: string): Promise<unknown> {
  const { exitCode, stdout, stderr } = await runReal(['ask', question, '--json'], indexDir);
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
