/** The one error type and the one table of codes: each error says what was expected, what came, and what to do. */

interface CodeFacts {
  /** 1: the caller can mend it; 2: the machine or the program is at fault. */
  readonly exitCode: 1 | 2;
  /** What to do, when the place that throws knows nothing better. */
  readonly hint: string;
}

export const ERROR_CODES = {
  USAGE: { exitCode: 1, hint: 'see quoth --help' },
  CONFIG_INVALID: {
    exitCode: 1,
    hint: 'correct the variables named above; .env.example lists them all',
  },
  PATH_NOT_FOUND: { exitCode: 1, hint: 'check the spelling and the current folder' },
  PATH_UNREADABLE: { exitCode: 1, hint: 'check the permissions of the file or folder' },
  NO_DOCUMENTS: {
    exitCode: 1,
    hint: 'give files or folders that hold documents; README lists the formats',
  },
  FORMAT_UNSUPPORTED: { exitCode: 1, hint: 'convert it to a format that README lists' },
  DOCUMENT_EMPTY: { exitCode: 1, hint: 'nothing was ingested from it; remove the file or fill it' },
  DOCUMENT_BINARY: {
    exitCode: 1,
    hint: 'this is not a text; convert it to a format that README lists',
  },
  DOCUMENT_ENCODING_UNKNOWN: { exitCode: 1, hint: 'save it as UTF-8 and try again' },
  DOCUMENT_TOO_LARGE: {
    exitCode: 1,
    hint: 'split it into smaller files; QUOTH_MAX_FILE_MB may be raised to 128',
  },
  DOCUMENT_DAMAGED: { exitCode: 1, hint: 'open it in its own program and save it again' },
  DOCUMENT_ENCRYPTED: { exitCode: 1, hint: 'save a copy without a password and ingest that' },
  DOCUMENT_UNSAFE: {
    exitCode: 1,
    hint: 'it looks made to do harm; unpack it yourself if you trust it',
  },
  DOCUMENT_SCANNED: {
    exitCode: 1,
    hint: 'run a program for OCR over it first, such as ocrmypdf, or set QUOTH_OCR (see README)',
  },
  OCR_UNAVAILABLE: {
    exitCode: 1,
    hint: 'install poppler-utils, tesseract-ocr and a tesseract-ocr-… for each language, or take QUOTH_OCR away',
  },
  DOCUMENT_TOO_COMPLEX: { exitCode: 1, hint: 'split it into smaller files, or save it as text' },
  DOCUMENT_NOT_UNDERSTOOD: {
    exitCode: 1,
    hint: 'no article with a title and a text was found in it',
  },
  QUESTIONS_INVALID: { exitCode: 1, hint: 'see README, “quoth eval”, for the form' },
  CALIBRATION_TOO_FEW: {
    exitCode: 1,
    hint: 'give more sets of questions; the questions of each are far-off ones for the libraries of the others',
  },
  REPORT_INVALID: { exitCode: 1, hint: 'make one with quoth eval FILE --json > EARLIER.json' },
  TOPIC_INVALID: {
    exitCode: 1,
    hint: 'give a few words, 2 letters to 200 characters; see quoth topics --help',
  },
  DOCUMENT_NOT_FOUND: { exitCode: 1, hint: 'quoth articles lists documents and ids' },
  FILE_EXISTS: { exitCode: 1, hint: 'name another file, or add --force' },
  BACKUP_INVALID: { exitCode: 1, hint: 'name a file that quoth backup has made' },
  ARTICLE_NOT_FOUND: { exitCode: 1, hint: 'quoth articles lists the ids' },
  INDEX_EMPTY: { exitCode: 1, hint: 'run: quoth ingest PATH…' },
  INDEX_BUSY: { exitCode: 1, hint: 'wait until the other program has finished, then try again' },
  INDEX_UNREADABLE: { exitCode: 2, hint: 'run: quoth doctor' },
  INDEX_FORMAT: { exitCode: 1, hint: 'run: quoth ingest --rebuild' },
  INDEX_OTHER_MODEL: { exitCode: 1, hint: 'run: quoth reindex, or set QUOTH_MODEL back' },
  DISK_FULL: { exitCode: 2, hint: 'free some space; what was stored before is untouched' },
  MODEL_NOT_FOUND: { exitCode: 1, hint: 'run: quoth model pull <hub id>, or set QUOTH_MODEL' },
  MODEL_DAMAGED: {
    exitCode: 2,
    hint: 'restore the model files (git checkout models, or quoth model pull)',
  },
  MODEL_DOWNLOAD_FAILED: { exitCode: 2, hint: 'check the network, or name a mirror with --mirror' },
  BOT_TOKEN_MISSING: { exitCode: 1, hint: 'get one from @BotFather and set BOT_TOKEN' },
  BOT_TOKEN_INVALID: {
    exitCode: 1,
    hint: 'copy the token again from @BotFather; it looks like 123456:ABC…',
  },
  BOT_CONFLICT: { exitCode: 1, hint: 'stop the other program that runs this bot' },
  PORT_UNAVAILABLE: {
    exitCode: 1,
    hint: 'set QUOTH_HTTP_PORT to a port that is free, or to 0 for none; see QUOTH_HTTP_HOST',
  },
  TELEGRAM_UNREACHABLE: {
    exitCode: 2,
    hint: 'check the network; Quoth tries again by itself while it runs',
  },
  ADDRESS_INVALID: { exitCode: 1, hint: 'give an address that begins with https:// or http://' },
  ADDRESS_FORBIDDEN: {
    exitCode: 1,
    hint: 'only addresses on the public internet are fetched; put files of your own network into QUOTH_WATCH',
  },
  FETCH_FAILED: { exitCode: 2, hint: 'check the address and the network, then try again' },
  FETCH_REFUSED: { exitCode: 1, hint: 'open the address in a browser and correct it' },
  FETCH_REDIRECTS: { exitCode: 1, hint: 'give the address at which the feed really is' },
  FETCH_TOO_LARGE: { exitCode: 1, hint: 'look for a feed of the latest entries only' },
  FEED_INVALID: { exitCode: 1, hint: 'give the address of an RSS, Atom, RDF or JSON feed' },
  FEED_UNSAFE: {
    exitCode: 1,
    hint: 'tell its publisher; feeds that define entities of their own are not read',
  },
  FEED_NOT_FOUND: { exitCode: 1, hint: 'quoth feed list shows them' },
  PAGE_INVALID: { exitCode: 1, hint: 'only web pages of text are read' },
  QUALITY_TOO_LOW: { exitCode: 1, hint: 'see the per-question output of quoth eval --json' },
  INTERRUPTED: {
    exitCode: 1,
    hint: 'what was reported as done is kept; run the same command again to go on',
  },
  INTERNAL: {
    exitCode: 2,
    hint: 'this is a fault of Quoth; run again with QUOTH_LOG_LEVEL=debug and report it',
  },
} as const satisfies Record<string, CodeFacts>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error with a code, a message for people and a hint that says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  /** How long a server has asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  /**
   * @param message what was expected and what came, one line, no full stop
   * @param options.hint what to do; the code's own hint when left out
   */
  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string; cause?: unknown; retryAfterMs?: number | undefined } = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
    this.name = 'AppError';
    this.code = code;
    this.hint = options.hint ?? ERROR_CODES[code].hint;
  }

  get exitCode(): 1 | 2 {
    return ERROR_CODES[this.code].exitCode;
  }
}

/** Turns anything thrown into an `AppError`; what is not one becomes `INTERNAL`, a full disk `DISK_FULL`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const systemCode = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (systemCode === 'ENOSPC' || systemCode === 'SQLITE_FULL') {
    return new AppError('DISK_FULL', `no space left on the disk (${message})`, { cause: thrown });
  }
  return new AppError('INTERNAL', message, { cause: thrown });
}

/** One line for people: `error CODE: what (hint)`. */
export function formatError(error: AppError): string {
  return `error ${error.code}: ${error.message} (${error.hint})`;
}
