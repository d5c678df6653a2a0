/** The real surroundings of a run: the process with its streams, signals and `.env` file. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeError } from '../describe-error.js';
import { AppError, formatError, toAppError } from '../errors.js';
import type { CliSurroundings } from './cli-context.js';

/**
 * Connects the CLI to this process. Call it once.
 *
 * The first SIGINT or SIGTERM aborts `signal`, the second kills the process at once. A reader that closes stdout early
 * (`| head`) is no error. What nobody catches is reported as INTERNAL, without a stack.
 */
export function connectProcess(): CliSurroundings {
  const stop = new AbortController();
  let isOutputClosed = false;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) dieOf(name);
      else stop.abort();
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (stream === process.stdout) isOutputClosed = true;
    });
  }
  process.on('uncaughtException', (thrown) => {
    const error = toAppError(hideText(thrown));
    process.stderr.write(`${formatError(error)}\n`);
    process.exit(error.exitCode);
  });
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    loadEnvFile,
    packageRoot: fileURLToPath(new URL('../../', import.meta.url)),
    signal: stop.signal,
    isOutputClosed: () => isOutputClosed,
  };
}

/** With a token the words that are handled are readers': of a fault that nobody caught only its kind and place are told. */
function hideText(thrown: unknown): unknown {
  if (!process.env['BOT_TOKEN'] || thrown instanceof AppError) return thrown;
  const { name, code, at = [] } = describeError(thrown);
  return new AppError('INTERNAL', [name, code, ...at].filter(Boolean).join(' '));
}

/**
 * Ends the process as if nobody had caught the signal. `process.exit` would tear down the model's thread in the middle
 * of an inference, and abort with a complaint of the native library.
 */
function dieOf(signal: 'SIGINT' | 'SIGTERM'): void {
  // A progress bar hides the cursor.
  if (process.stderr.isTTY) process.stderr.write('\u001B[?25h\n');
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Variables that are set already win over the file. */
function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', 'expected a readable .env file in this folder', {
      hint: 'correct it or take it away',
      cause,
    });
  }
}
