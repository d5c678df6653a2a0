/** JSON.parse with bounds: once it is at work nothing stops it, and a byte of brackets becomes fifty of memory. */
import { AppError } from '../../errors.js';

/** A list of articles is 3 deep, an export of Telegram 6; of 128 MB, a tenth of the values is already dense. */
const JSON_LIMITS = { depth: 200, values: 10_000_000 } as const;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * @param name for messages
 * @throws SyntaxError; AppError DOCUMENT_UNSAFE when it is nested too deep or made of too many values
 */
export function parseJson(text: string, name: string): unknown {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = findStringEnd(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    else if (code !== COMMA) continue;
    values += 1;
    if (depth > JSON_LIMITS.depth || values > JSON_LIMITS.values) {
      throw new AppError(
        'DOCUMENT_UNSAFE',
        `expected JSON of at most ${JSON_LIMITS.values} values, ${JSON_LIMITS.depth} deep, got more: ${name}`,
      );
    }
  }
  return JSON.parse(text);
}

function findStringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
