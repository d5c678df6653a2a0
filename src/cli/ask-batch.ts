/** `quoth ask --batch`: questions from JSON Lines, one after the other, however many there are. */
import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Answer } from '../domain/answer.js';
import { AppError, formatError } from '../errors.js';
import type { CliContext } from './cli-context.js';
import { explainFileError } from './read-input-file.js';
import { readLines } from './read-lines.js';
import { untilAborted } from './until-aborted.js';

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
  const input = file === '-' ? context.stdin : await openFile(file);
  const lines = readLines(input as AsyncIterable<string | Uint8Array>);
  try {
    await answerLines(lines, context, { ...hooks, name: file === '-' ? 'stdin' : file });
  } finally {
    // Left open, it would keep the process waiting.
    if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
  }
}

async function answerLines(
  lines: AsyncGenerator<string, void, undefined>,
  context: CliContext,
  { name, ask, print }: BatchHooks & { readonly name: string },
): Promise<void> {
  let badLines = 0;
  for (let lineNumber = 1; ; lineNumber += 1) {
    // Ctrl-C must not have to wait for a line of stdin.
    const { value: line, done } = await untilAborted(lines.next(), context.signal);
    if (done) return;
    if (line.trim() === '') continue;
    const question = parseQuestion(line, `${name} line ${lineNumber}`);
    if (!(question instanceof AppError)) {
      print(await ask(question.text), question.id);
      continue;
    }
    badLines += 1;
    if (badLines > MOST_BAD_LINES) {
      throw new AppError(
        'QUESTIONS_INVALID',
        `${name}: gave up after ${MOST_BAD_LINES} bad lines`,
        {
          hint: BATCH_HINT,
        },
      );
    }
    context.note(context.errorStyle.red(formatError(question)));
    context.fail(question.exitCode);
  }
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

async function openFile(file: string): Promise<NodeJS.ReadableStream> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return handle.createReadStream();
    await handle.close();
  } catch (thrown) {
    throw explainFileError(thrown, file);
  }
  throw new AppError('PATH_UNREADABLE', `expected a file of questions, got ${file}`, {
    hint: 'name a .jsonl file, or - for stdin',
  });
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
