/** Batches: JSON Lines from a file or stdin, one after the other, however many there are. */
import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { AppError } from '../errors.js';
import type { CliContext } from './cli-context.js';
import { explainFileError } from './read-input-file.js';
import { readLines } from './read-lines.js';
import { untilAborted } from './until-aborted.js';

/**
 * Hands every line that is not blank to `handle`, with where it stands: `batch.jsonl line 3`.
 *
 * @param file path, or `-` for stdin
 * @param contents what the lines hold, for the error: `questions`
 * @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE, INTERRUPTED; what `handle` throws ends the batch
 */
export async function readBatch(
  file: string,
  { context, contents }: { readonly context: CliContext; readonly contents: string },
  handle: (line: string, place: string) => Promise<void>,
): Promise<void> {
  const input = file === '-' ? context.stdin : await openFile(file, contents);
  const lines = readLines(input as AsyncIterable<string | Uint8Array>);
  const name = nameBatch(file);
  try {
    for (let lineNumber = 1; ; lineNumber += 1) {
      // Ctrl-C must not have to wait for a line of stdin.
      const { value: line, done } = await untilAborted(lines.next(), context.signal);
      if (done) return;
      if (line.trim() !== '') await handle(line, `${name} line ${lineNumber}`);
    }
  } finally {
    // Left open, it would keep the process waiting.
    if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
  }
}

/** What a batch is called in messages. */
export function nameBatch(file: string): string {
  return file === '-' ? 'stdin' : file;
}

/** Reads one line; `undefined` when it is no JSON, or not of the schema. */
export function parseJsonLine<T>(line: string, schema: z.ZodType<T>): T | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return schema.safeParse(value).data;
}

async function openFile(file: string, contents: string): Promise<NodeJS.ReadableStream> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return handle.createReadStream();
    await handle.close();
  } catch (thrown) {
    throw explainFileError(thrown, file);
  }
  throw new AppError('PATH_UNREADABLE', `expected a file of ${contents}, got ${file}`, {
    hint: 'name a .jsonl file, or - for stdin',
  });
}
