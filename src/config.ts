/** The settings of a run, from environment variables alone. Pure: reads nothing but what it is given. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from './errors.js';

const integer = (minimum: number, maximum: number, fallback: number) =>
  z.coerce
    .number({ error: `an integer from ${minimum} to ${maximum}` })
    .refine((value) => Number.isInteger(value) && value >= minimum && value <= maximum, {
      error: `an integer from ${minimum} to ${maximum}`,
    })
    .default(fallback);

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/**
 * Largest document that can be allowed, in megabytes. Reading and splitting 128 MB of text takes up to 3 GB; at 200 MB
 * the heap of Node runs over.
 */
const MOST_FILE_MB = 128;

/** One entry a variable; the description is what `.env.example` and the README say of it. */
export const CONFIG_VARIABLES = {
  QUOTH_INDEX: z.string().min(1).default('index').describe("Folder of the library's data"),
  QUOTH_CORPUS: z
    .string()
    .default('')
    .describe('Files or folders that `npm start` indexes, parted by commas; empty: samples/'),
  QUOTH_WATCH: z
    .string()
    .default('')
    .describe('Files or folders whose new and changed documents are ingested, parted by commas'),
  QUOTH_FEED_MINUTES: integer(1, 1440, 30).describe('Minutes between two pulls of a feed'),
  QUOTH_MODEL: z
    .string()
    .min(1)
    .default('multilingual-e5-small')
    .describe('Folder name under models/, or a path to a model folder'),
  QUOTH_ALIASES: z
    .string()
    .default('')
    .describe('File of words that mean the same; empty: the one that comes with Quoth'),
  QUOTH_TOP: integer(1, 50, 3).describe('Quotes in an answer'),
  QUOTH_THREADS: integer(0, 64, 0).describe('Threads for embedding; 0: one for each core'),
  QUOTH_MAX_FILE_MB: integer(1, MOST_FILE_MB, 64).describe(
    `Largest document that is read, in megabytes; at most ${MOST_FILE_MB}`,
  ),
  QUOTH_OCR: z
    .string()
    .regex(/^(?:[a-z]{3}[a-z_]{0,20}(?:\+(?=[a-z])|$))*$/i, {
      error: 'languages as tesseract names them, such as chi_sim+eng',
    })
    .default('')
    .describe(
      'Languages in which pages without text are read, as tesseract names them (chi_sim+eng); empty: they are not',
    ),
  QUOTH_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe(`Log level: ${LOG_LEVELS.join(', ')}`),
  QUOTH_API_ROOT: z
    .url({ error: 'an address such as https://api.telegram.org' })
    .default('https://api.telegram.org')
    .describe('Bot API server, without a slash at the end'),
  QUOTH_HTTP_PORT: integer(0, 65_535, 0).describe(
    'Port of /healthz, /readyz and /metrics while the bot runs; 0: none',
  ),
  QUOTH_HTTP_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address that this port is bound to; whoever reaches it can read the figures'),
  QUOTH_KEEP_DAYS: integer(1, 3650, 30).describe(
    'Days that answers with buttons, votes, topics never started and silent readers’ choices are kept',
  ),
  QUOTH_WEBHOOK_URL: z
    .string()
    .regex(/^(https:\/\/[^\s/?#]+\/[^\s?#]*)?$/, {
      error: 'an address with a path such as https://example.org/quoth',
    })
    .default('')
    .describe(
      'Address at which Telegram brings updates, https with a path; empty: they are polled',
    ),
  QUOTH_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{0,256}$/, { error: 'up to 256 of A-Z, a-z, 0-9, _ and -' })
    .default('')
    .describe('Word that Telegram repeats in each call; needed with QUOTH_WEBHOOK_URL'),
  QUOTH_WEBHOOK_PORT: integer(1, 65_535, 8080).describe(
    'Port that the webhook is served on, at QUOTH_HTTP_HOST; a proxy in front of it speaks https',
  ),
  QUOTH_KEEPERS: z
    .string()
    .regex(/^(?:\s*\d{1,16}\s*(?:,|$))*$/, { error: 'numeric ids parted by commas' })
    .default('')
    .describe(
      'Telegram ids of the keepers, parted by commas; they may add feeds and ask for /status',
    ),
  BOT_TOKEN: z
    .string()
    .regex(/^$|^\d+:[\w-]{20,}$/, { error: 'a token from @BotFather such as 123456:ABC…' })
    .default('')
    .describe('Telegram token; with it `npm start` runs the bot'),
} as const;

/** Never shown, not even when they are wrong. */
const SECRETS: ReadonlySet<string> = new Set(['BOT_TOKEN', 'QUOTH_WEBHOOK_SECRET']);

const schema = z
  .object(CONFIG_VARIABLES)
  .refine((values) => values.QUOTH_WEBHOOK_URL === '' || values.QUOTH_WEBHOOK_SECRET !== '', {
    error: 'a word of up to 256 of A-Z, a-z, 0-9, _ and -, since QUOTH_WEBHOOK_URL is set',
    path: ['QUOTH_WEBHOOK_SECRET'],
  });

export interface Config {
  readonly indexDir: string;
  /** Paths; empty when nothing was named. */
  readonly corpus: readonly string[];
  /** Paths; empty when nothing is watched. */
  readonly watch: readonly string[];
  readonly feedMinutes: number;
  readonly model: string;
  /** Path of the file of aliases. */
  readonly aliases: string;
  readonly top: number;
  /** 0: one for each core. */
  readonly threads: number;
  readonly maxFileBytes: number;
  /** Languages of tesseract; empty: no OCR. */
  readonly ocr: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly apiRoot: string;
  /** 0: no HTTP server. */
  readonly httpPort: number;
  readonly httpHost: string;
  readonly keepDays: number;
  /** Absent: updates are polled. */
  readonly webhook?: {
    readonly url: string;
    readonly secret: string;
    readonly host: string;
    readonly port: number;
  };
  /** Telegram user ids. */
  readonly keepers: readonly number[];
  /** Empty when none was given. */
  readonly botToken: string;
}

/**
 * Reads the settings.
 *
 * @param env such as `process.env`; an empty variable counts as not set
 * @throws AppError CONFIG_INVALID that names every fault at once; a token's value is never repeated
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(CONFIG_VARIABLES)
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const got = SECRETS.has(name) ? 'something else' : JSON.stringify(given[name]);
      return `${name}: expected ${issue.message}, got ${got}`;
    });
    throw new AppError('CONFIG_INVALID', faults.join('; '));
  }
  const values = parsed.data;
  return {
    indexDir: values.QUOTH_INDEX,
    corpus: splitList(values.QUOTH_CORPUS),
    watch: splitList(values.QUOTH_WATCH),
    feedMinutes: values.QUOTH_FEED_MINUTES,
    model: values.QUOTH_MODEL,
    aliases: values.QUOTH_ALIASES || fileURLToPath(new URL('../aliases.txt', import.meta.url)),
    top: values.QUOTH_TOP,
    threads: values.QUOTH_THREADS,
    maxFileBytes: values.QUOTH_MAX_FILE_MB * 1024 * 1024,
    ocr: values.QUOTH_OCR,
    logLevel: values.QUOTH_LOG_LEVEL,
    apiRoot: values.QUOTH_API_ROOT.replace(/\/+$/, ''),
    httpPort: values.QUOTH_HTTP_PORT,
    httpHost: values.QUOTH_HTTP_HOST,
    keepDays: values.QUOTH_KEEP_DAYS,
    ...(values.QUOTH_WEBHOOK_URL !== '' && {
      webhook: {
        url: values.QUOTH_WEBHOOK_URL,
        secret: values.QUOTH_WEBHOOK_SECRET,
        host: values.QUOTH_HTTP_HOST,
        port: values.QUOTH_WEBHOOK_PORT,
      },
    }),
    keepers: splitList(values.QUOTH_KEEPERS).map(Number),
    botToken: values.BOT_TOKEN,
  };
}

function splitList(value: string): readonly string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
