/** `quoth topics match --batch`: topics from JSON Lines, one answer line each. */
import { z } from 'zod';
import { AppError, formatError, toAppError } from '../errors.js';
import type { CliContext } from './cli-context.js';
import { parseJsonLine, readBatch } from './read-batch.js';

/** An article that would raise an alert. */
export interface MatchedArticle {
  readonly articleId: string;
  readonly document: string;
  readonly ordinal: number;
  readonly title: string;
  readonly score: number;
}

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
  await readBatch(file, { context, contents: 'topics' }, async (line, place) => {
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
      context.note(context.errorStyle.red(`${place}: ${formatError(error)}`));
      context.fail(error.exitCode);
    }
  });
}

function parseTopic(line: string): z.infer<typeof topicSchema> {
  const parsed = parseJsonLine(line, topicSchema);
  if (parsed !== undefined) return parsed;
  throw new AppError('TOPIC_INVALID', 'expected {"id": …, "topic": "…"}');
}
