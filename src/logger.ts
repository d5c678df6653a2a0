/**
 * The log: pino, pretty on a terminal, JSON otherwise, always on stderr because stdout belongs to `--json`. Two walls keep
 * secrets out: errors are reduced to a short list of safe fields, and the bot's token is struck from every finished line.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { describeError, strike } from './describe-error.js';

export { describeError };

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

function describeErrors(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? describeError(value) : value,
    ]),
  );
}

function openStderr(): DestinationStream {
  if (!process.stderr.isTTY) return pino.destination({ fd: 2, sync: true });
  return pretty({ destination: 2, sync: true, translateTime: 'HH:MM:ss', ignore: 'pid,hostname' });
}
