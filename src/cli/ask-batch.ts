/** `quoth ask --batch`: questions from JSON Lines, one after the other, however many there are. */
import { z } from 'zod';
import type { Answer } from '../domain/answer.js';
import { AppError, formatError } from '../errors.js';
import type { CliContext } from './cli-context.js';
import { nameBatch, readBatch } from './read-batch.js';

/** A file that is no batch at all is given up after so many bad lines. */
const MOST_BAD_LINES = 20;
const BATCH_HINT = 'one JSON object a line; see quoth ask --help';

const questionSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** One question of a batch. */
type BatchQuestion = z.infer<typeof questionSchema>;

/** What a batch does with its questions. */
export interface BatchHooks {
  readonly ask: (question: string) => Promise<Answer>;
  readonly print: (answer: Answer, id: BatchQuestion['id']) => void;
}

/**
 * Answers a batch. A bad line is reported on stderr by its number, the others are still answered, and the run fails.
 *
 * @param file path, or `-` for stdin
 * @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE, QUESTIONS_INVALID after too many bad lines
 */
export async function answerBatch(
  file: string,
  context: CliContext,
  hooks: BatchHooks,
): Promise<void> {
  let badLines = 0;
  await readBatch(file, { context, contents: 'questions' }, async (line, place) => {
    const question = parseQuestion(line, place);
    if (!(question instanceof AppError)) {
      hooks.print(await hooks.ask(question.text), question.id);
      return;
    }
    badLines += 1;
    if (badLines > MOST_BAD_LINES) {
      const message = `${nameBatch(file)}: gave up after ${MOST_BAD_LINES} bad lines`;
      throw new AppError('QUESTIONS_INVALID', message, { hint: BATCH_HINT });
    }
    context.note(context.errorStyle.red(formatError(question)));
    context.fail(question.exitCode);
  });
}

/** Reads one line of a batch; a bad one comes back as the error that says what is wrong with it. */
function parseQuestion(line: string, place: string): BatchQuestion | AppError {
  const fault = (got: string) =>
    new AppError('QUESTIONS_INVALID', `${place}: expected {"id": …, "text": "…"}, got ${got}`, {
      hint: BATCH_HINT,
    });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fault(`no JSON: ${excerpt(line)}`);
  }
  const parsed = questionSchema.safeParse(value);
  return parsed.success ? parsed.data : fault(excerpt(JSON.stringify(value)));
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
