/**
 * The log: pino, pretty on a terminal, JSON otherwise, always on stderr because stdout belongs to `--json`. Two walls keep
 * secrets out: errors are reduced to a short list of safe fields, and the bot's token is struck from every finished line.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { AppError } from './errors.js';

/** What of an error goes into the log. */
export interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** The Bot API's own fields, where the error came from there. */
  readonly method?: string;
  readonly error_code?: number;
  readonly description?: string;
  /** Code of the error beneath, such as `ECONNRESET`; its message is never shown, it may hold the token. */
  readonly causeCode?: string;
  /** The three innermost stack frames, for errors that nobody expected. */
  readonly at?: readonly string[];
}

/** How the log is set up. */
export interface LoggerOptions {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The bot's token; it never appears in a line. */
  readonly token?: string;
  /** Where lines go. @default stderr */
  readonly destination?: DestinationStream;
}

/** Creates the program's logger. */
export function createLogger(options: LoggerOptions): Logger {
  const secrets = options.token ? [options.token, encodeURIComponent(options.token)] : [];
  return pino(
    {
      level: options.level,
      base: null,
      // Errors under any key, before pino's own serializer could print what hangs on them.
      serializers: { err: (value: unknown) => value },
      formatters: { log: describeErrors },
      hooks: { streamWrite: (line: string) => strike(line, secrets) },
    },
    options.destination ?? openStderr(),
  );
}

/**
 * Reduces anything thrown to what may be logged: no payloads, no contexts, no nested messages. What stands in quotation
 * marks in a foreign error's message is left out, since it may repeat a reader's text.
 *
 * @param secrets texts that must not appear, such as the question that was being answered
 */
export function describeError(thrown: unknown, secrets: readonly string[] = []): ErrorFacts {
  if (!(thrown instanceof Error))
    return { name: 'Thrown', message: `a value of type ${typeof thrown}` };
  const inner = readField(thrown, 'error') ?? thrown.cause;
  const code = readField(thrown, 'code');
  const method = readField(thrown, 'method');
  const apiCode = readField(thrown, 'error_code');
  const description = readField(thrown, 'description');
  const causeCode = readField(inner, 'code');
  const isOurs = thrown instanceof AppError;
  const message = strike(thrown.message, secrets);
  return {
    name: thrown.name,
    message: (isOurs ? message : message.replace(QUOTED, '…')).slice(0, 300),
    ...(typeof code === 'string' && { code }),
    ...(typeof method === 'string' && { method }),
    ...(typeof apiCode === 'number' && { error_code: apiCode }),
    ...(typeof description === 'string' && { description: strike(description, secrets) }),
    ...(typeof causeCode === 'string' && { causeCode }),
    ...(typeof apiCode !== 'number' && !isOurs && { at: readFrames(thrown.stack) }),
  };
}

function describeErrors(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? describeError(value) : value,
    ]),
  );
}

const QUOTED = /"[^"]*"|“[^”]*”|「[^」]*」|`[^`]*`/g;

function strike(line: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (text, secret) => (secret ? text.replaceAll(secret, '[hidden]') : text),
    line,
  );
}

function readField(thrown: unknown, name: string): unknown {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  return (thrown as Readonly<Record<string, unknown>>)[name];
}

function readFrames(stack: string | undefined): readonly string[] {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 3).map((line) => line.trim());
}

function openStderr(): DestinationStream {
  if (!process.stderr.isTTY) return pino.destination({ fd: 2, sync: true });
  return pretty({ destination: 2, sync: true, translateTime: 'HH:MM:ss', ignore: 'pid,hostname' });
}
