/** Web pages saved as one file (.mhtml, .mht): the page among the pictures and styles that were saved with it. */
import { AppError } from '../../errors.js';

/** What is read of such a file. */
export interface WebArchivePage {
  readonly html: Buffer;
  /** Encoding that its header names; empty when it names none. */
  readonly charset: string;
  /** Where it was saved from, `https://…`. */
  readonly address?: string;
}

/** Messages in messages, at most so deep. */
const MAX_DEPTH = 4;

const START = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart\/related/i;

/** Whether the head of a file is one of a saved page. @param head its first kilobyte, a byte a character */
export function isWebArchive(head: string): boolean {
  return /^mime-version:/im.test(head) && START.test(head.replaceAll('\r', ''));
}

interface Part {
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** A byte a character. */
  readonly body: string;
}

/** Takes the page out of a file. @throws AppError DOCUMENT_DAMAGED */
export function openWebArchive(bytes: Buffer, name: string): WebArchivePage {
  const file = readPart(bytes.toString('latin1').replace(/^\s+/, ''));
  const page = findPage(file);
  if (page === undefined) {
    const message = `expected a saved web page, got a file without one: ${name}`;
    throw new AppError('DOCUMENT_DAMAGED', message);
  }
  const address = [
    file.headers.get('snapshot-content-location'),
    page.headers.get('content-location'),
  ].find((place) => /^https?:\/\/\S+$/.test(place ?? ''));
  return {
    html: decodeBody(page),
    charset: readParameter(page, 'charset'),
    ...(address === undefined ? {} : { address }),
  };
}

function readPart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = head.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1
      ? []
      : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const];
  });
  const body = end === null ? '' : text.slice(end.index + end[0].length);
  return { headers: new Map(headers), body };
}

const typeOf = ({ headers }: Part): string =>
  /^[\w.+/-]*/.exec(headers.get('content-type')?.toLowerCase() ?? '')?.[0] ?? '';

function readParameter({ headers }: Part, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return found?.[1] ?? found?.[2] ?? '';
}

/** The page that the file names as its root, else the first one. */
function findPage(part: Part, depth = 1): Part | undefined {
  const type = typeOf(part);
  if (type === 'text/html' || type === 'application/xhtml+xml') return part;
  const boundary = readParameter(part, 'boundary');
  if (!type.startsWith('multipart/') || boundary === '' || depth > MAX_DEPTH) return undefined;
  const [, ...pieces] = `\n${part.body}`.split(`\n--${boundary}`);
  const parts = pieces
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => readPart(piece.replace(/^[ \t]*\r?\n/, '')));
  const root = readParameter(part, 'start');
  const isRoot = ({ headers }: Part) => root !== '' && headers.get('content-id') === root;
  const ordered = [...parts.filter(isRoot), ...parts.filter((other) => !isRoot(other))];
  for (const inner of ordered) {
    const page = findPage(inner, depth + 1);
    if (page !== undefined) return page;
  }
  return undefined;
}

function decodeBody({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    // A space before the break is one of the text.
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(text, 'latin1');
}
