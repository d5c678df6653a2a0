/** Anything thrown → what may be told of it: in the log, and where a process ends. */
import { AppError } from './errors.js';

/** What of an error goes into the log. */
interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** The Bot API's own fields, where the error came from there. */
  readonly method?: string;
  readonly error_code?: number;
  readonly description?: string;
  /** Code of the error beneath, such as `ECONNRESET`; its message is never shown, it may hold the token. */
  readonly causeCode?: string;
  /** The innermost stack frames, for errors that nobody expected. */
  readonly at?: readonly string[];
}

/**
 * Reduces anything thrown to what may be logged: no payloads, no contexts, no nested messages. What stands in quotation
 * marks may be a reader's text and is left out. Of errors that are neither ours nor the Bot API's, or that nobody expected,
 * there is no message at all: nobody knows what a library puts into one. Their name, code and place in the source say enough.
 *
 * @param secrets texts that must not appear, such as the question that was being answered
 */
export function describeError(thrown: unknown, secrets: readonly string[] = []): ErrorFacts {
  if (!(thrown instanceof Error))
    return { name: 'Thrown', message: `a value of type ${typeof thrown}` };
  const isOurs = thrown instanceof AppError;
  const inner = readField(thrown, 'error') ?? thrown.cause;
  const code = readField(thrown, 'code');
  const method = readField(thrown, 'method');
  const apiCode = readField(thrown, 'error_code');
  const description = readField(thrown, 'description');
  const causeCode = readField(inner, 'code');
  const isKnown = isOurs ? thrown.code !== 'INTERNAL' : KNOWN_NAMES.has(thrown.name);
  const clean = (text: string) => strike(text, secrets).replace(QUOTED, '…').slice(0, 300);
  return {
    name: thrown.name,
    message: isKnown ? clean(thrown.message) : 'not shown',
    ...(typeof code === 'string' && { code }),
    ...(typeof method === 'string' && { method }),
    ...(typeof apiCode === 'number' && { error_code: apiCode }),
    ...(typeof description === 'string' && { description: clean(description) }),
    ...(typeof causeCode === 'string' && { causeCode }),
    ...(!isKnown && { at: readFrames(isOurs && inner instanceof Error ? inner : thrown) }),
  };
}

/** Errors of grammY whose messages name a method and what Telegram answered, and nothing of a payload. */
const KNOWN_NAMES: ReadonlySet<string> = new Set(['GrammyError', 'HttpError']);

const MOST_FRAMES = 5;
const QUOTED = /"[^"]*"|“[^”]*”|「[^」]*」|`[^`]*`/g;

/** Puts `[hidden]` in the place of every secret. */
export function strike(line: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (text, secret) => (secret ? text.replaceAll(secret, '[hidden]') : text),
    line,
  );
}

function readField(thrown: unknown, name: string): unknown {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  return (thrown as Readonly<Record<string, unknown>>)[name];
}

/** A message is the first part of a stack, and may look like one. */
function readFrames({ stack = '', message }: Error): readonly string[] {
  const below = message === '' ? stack : stack.slice(stack.lastIndexOf(message) + message.length);
  const frames = below.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, MOST_FRAMES).map((line) => line.trim());
}
