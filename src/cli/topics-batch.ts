/** `quoth topics match --batch`: topics from JSON Lines, one answer line each. */
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { AppError, formatError, toAppError } from '../errors.js';
import type { CliContext } from './cli-context.js';
import { explainFileError } from './read-input-file.js';
import { readLines } from './read-lines.js';
import type { MatchedArticle } from './topics.js';
import { untilAborted } from './until-aborted.js';

const topicSchema = z.object({ id: z.union([z.string(), z.number()]), topic: z.string() });

/**
 * Matches a batch. A bad line is reported on stderr by its number, the others are still matched, and the run fails.
 *
 * @param file path, or `-` for stdin
 * @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE
 */
export async function matchBatch(
  file: string,
  context: CliContext,
  options: {
    readonly match: (topic: string) => Promise<readonly MatchedArticle[]>;
    readonly json: boolean;
  },
): Promise<void> {
  const input = file === '-' ? context.stdin : await openFile(file);
  const lines = readLines(input as AsyncIterable<string | Uint8Array>);
  try {
    for (let lineNumber = 1; ; lineNumber += 1) {
      const { value: line, done } = await untilAborted(lines.next(), context.signal);
      if (done) return;
      if (line.trim() === '') continue;
      try {
        const { id, topic } = parseTopic(line);
        const articles = await options.match(topic);
        context.print(
          options.json
            ? JSON.stringify({ id, articles })
            : `${id}: ${articles.map(({ title }) => title).join('; ') || '–'}`,
        );
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code !== 'TOPIC_INVALID') throw thrown;
        context.note(
          context.errorStyle.red(
            `${file === '-' ? 'stdin' : file} line ${lineNumber}: ${formatError(error)}`,
          ),
        );
        context.fail(error.exitCode);
      }
    }
  } finally {
    // Left open, it would keep the process waiting.
    if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
  }
}

function parseTopic(line: string): z.infer<typeof topicSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const parsed = topicSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('TOPIC_INVALID', 'expected {"id": …, "topic": "…"}');
}

async function openFile(file: string): Promise<NodeJS.ReadableStream> {
  try {
    return (await open(file)).createReadStream();
  } catch (thrown) {
    throw explainFileError(thrown, file);
  }
}
