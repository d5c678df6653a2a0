/** Tool of the tests: the program as a process of its own, as an operator runs it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CliRun, PACKAGE_ROOT } from './cli-app.js';

/** A run under way. */
interface QuothProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** What was written so far. */
  readonly written: { stdout: string; stderr: string };
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** What a run is given beside its arguments. */
export interface QuothProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Whether the build is newer than every source. */
export function isBuilt(): boolean {
  const built = path.join(PACKAGE_ROOT, 'dist/main.js');
  const sources = path.join(PACKAGE_ROOT, 'src');
  const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(
    ...readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((name) =>
      changedAt(path.join(sources, name)),
    ),
  );
  return changedAt(built) > newest;
}

/** Arguments of node that let it read TypeScript. */
export const TYPESCRIPT: readonly string[] = ['--import', import.meta.resolve('tsx')];

/** Arguments of node that start the program. */
const program = isBuilt()
  ? [path.join(PACKAGE_ROOT, 'dist/main.js')]
  : [...TYPESCRIPT, path.join(PACKAGE_ROOT, 'src/main.ts')];

/** Starts a command. Nothing of this process's settings reaches it. */
export function startQuoth(args: readonly string[], options: QuothProcessOptions = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: options.cwd ?? PACKAGE_ROOT,
    env: { PATH, HOME, ...options.env },
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { child, written, ended } satisfies QuothProcess;
}

/** Runs a command to its end; stdin is empty. */
export async function runQuoth(
  args: readonly string[],
  options: QuothProcessOptions = {},
): Promise<CliRun> {
  const { child, written, ended } = startQuoth(args, options);
  child.stdin.end();
  const exitCode = await ended;
  return { exitCode: typeof exitCode === 'number' ? exitCode : -1, ...written };
}
