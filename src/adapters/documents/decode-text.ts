/**
 * Decodes the bytes of a document. UTF-8 is taken at its word; every other encoding must prove itself by giving a text
 * of common characters, because detectors guess wrong between GB18030 and Big5.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { AppError } from '../../errors.js';

/** A text and what it was decoded from. */
export interface DecodedText {
  /** NFC, without BOM. */
  readonly text: string;
  /** `utf-8`, `utf-16le`, `gb18030`, `big5`, … */
  readonly encoding: string;
  readonly warnings: readonly string[];
}

const DECODE_RULES = {
  /** Bytes that are scored; enough for some 60,000 Chinese characters. */
  sampleBytes: 200_000,
  /** Broken bytes in UTF-8 are mended up to this share of the characters. */
  maxBrokenShare: 0.01,
  /** Share of common characters among those of the script: right decodings reach 0.3 to 0.7, wrong ones 0.05. */
  minCommonShare: 0.2,
  /** Share of undecodable characters that an encoding may leave in the sample. */
  maxInvalidShare: 0.01,
  /** chardet's confidence, 0 to 100, from which on it is believed for single-byte encodings. */
  minConfidence: 30,
  /** Lines named in a warning. */
  maxNamedLines: 10,
} as const;

/** Beginnings of files that are no text. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP (also .docx, .xlsx, .epub)', [0x50, 0x4b, 0x03, 0x04]],
  ['Word or Excel 97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
];

/** The commonest characters of written Chinese, in both scripts, and its punctuation: about half of any text. */
const COMMON_CHINESE = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市总体党建会议务展区强领导習這來國個說們為時發過學對後沒還當開無經頭動兩長樣現將與進實點種聲話問機給幾業間電門東關並內產萬總體黨議務區強導，。、“”：；《》（）「」！？',
);
const COMMON_KOREAN = new Set('이다는을를의에가은고하지로기한사도서리자어아인대나시해그');

/** Controls, private use and U+FFFD: what a text read in the wrong encoding is full of. */
const STRANGE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000E-\u001F\uE000-\uF8FF\uFFFD-\uFFFF]/g;
const STRANGE_IN_SINGLE_BYTES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0080-\u009F\uFFFD\u0000-\u0008]/;

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x30ff;
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** Share of common characters of the script that the encoding is for; 0 when too much is undecodable. */
function scorePlausibility(text: string, script: 'zh' | 'ja' | 'ko'): number {
  let common = 0;
  let seen = 0;
  let invalid = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    seen += 1;
    // Private use, half-width kana and controls come from reading bytes in the wrong encoding.
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) invalid += 1;
    else if (code >= 0xff61 && code <= 0xff9f) invalid += 0.5;
    else if (script === 'ko') common += COMMON_KOREAN.has(character) ? 2 : isHangul(code) ? 0.2 : 0;
    else if (COMMON_CHINESE.has(character) || (script === 'ja' && isKana(code))) common += 1;
    else if (!isHan(code) && !isKana(code) && !isHangul(code)) common -= 0.2;
  }
  if (seen === 0 || invalid > Math.max(1, seen * DECODE_RULES.maxInvalidShare)) return 0;
  return Math.max(0, common / seen);
}

const MULTIBYTE = [
  { encoding: 'gb18030', script: 'zh' },
  { encoding: 'big5', script: 'zh' },
  { encoding: 'shift_jis', script: 'ja' },
  { encoding: 'euc-jp', script: 'ja' },
  { encoding: 'euc-kr', script: 'ko' },
] as const;

function takeSample(bytes: Buffer): Buffer {
  if (bytes.length <= DECODE_RULES.sampleBytes) return bytes;
  const firstForeign = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, firstForeign - 1000);
  return bytes.subarray(start, start + DECODE_RULES.sampleBytes);
}

function decodeLegacy(bytes: Buffer): DecodedText | undefined {
  const sample = takeSample(bytes);
  let best: { encoding: string; score: number } = { encoding: '', score: 0 };
  for (const { encoding, script } of MULTIBYTE) {
    const score = scorePlausibility(iconv.decode(sample, encoding), script);
    if (score > best.score) best = { encoding, score };
  }
  if (best.score >= DECODE_RULES.minCommonShare) {
    return { text: iconv.decode(bytes, best.encoding), encoding: best.encoding, warnings: [] };
  }
  for (const { name, confidence } of chardet.analyse(sample)) {
    if (confidence < DECODE_RULES.minConfidence) break;
    const encoding = name.toLowerCase().replace('iso-8859-1', 'windows-1252');
    if (
      !/^(?:windows-125\d|iso-8859-\d+|koi8-r)$/.test(encoding) ||
      !iconv.encodingExists(encoding)
    )
      continue;
    const text = iconv.decode(sample, encoding);
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < text.length * 0.5 || STRANGE_IN_SINGLE_BYTES.test(text)) continue;
    return { text: iconv.decode(bytes, encoding), encoding, warnings: [] };
  }
  return undefined;
}

function decodeUtf16(bytes: Buffer): DecodedText | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, DECODE_RULES.sampleBytes);
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = iconv.decode(sample, encoding);
    const strange = text.match(STRANGE)?.length ?? 0;
    const usual = text.match(/[\s\u0021-\u007E\u3001-\u3011\uFF01-\uFF1F]/g)?.length ?? 0;
    if (strange <= text.length * 0.001 && usual >= text.length * 0.01 && usual > 0) {
      return { text: iconv.decode(bytes, encoding), encoding, warnings: [] };
    }
  }
  return undefined;
}

/** Mends UTF-8 in which a few bytes are broken; `undefined` when it is something else. */
function decodeBrokenUtf8(bytes: Buffer): DecodedText | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken: number[] = [];
  let line = 1;
  let foreign = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) line += 1;
    else if (code === 0xfffd) broken.push(line);
    else if (code >= 0x80) foreign += 1;
  }
  if (broken.length > Math.max(1, text.length * DECODE_RULES.maxBrokenShare)) return undefined;
  if (foreign < broken.length * 4) return undefined;
  const lines = [...new Set(broken)];
  const named = lines.slice(0, DECODE_RULES.maxNamedLines).join(', ');
  const more = lines.length > DECODE_RULES.maxNamedLines ? ', …' : '';
  return {
    text,
    encoding: 'utf-8',
    warnings: [`${broken.length} broken bytes were replaced by U+FFFD (lines ${named}${more})`],
  };
}

/** Decodes by an encoding that was declared, unless that gives no clean text. */
function decodeDeclared(bytes: Buffer, declared: string): DecodedText | undefined {
  const name = declared.trim().toLowerCase();
  const encoding = /^(?:gbk|gb2312|gb_2312-80|x-gbk|cp936)$/.test(name) ? 'gb18030' : name;
  if (/^utf-?8$/.test(encoding) || !iconv.encodingExists(encoding)) return undefined;
  const text = iconv.decode(bytes, encoding);
  const strange = text.match(STRANGE)?.length ?? 0;
  if (strange > text.length * DECODE_RULES.maxInvalidShare) return undefined;
  return { text, encoding, warnings: [] };
}

/**
 * Decodes bytes to text.
 *
 * @param name file name, for messages
 * @param declared encoding that a header or the text itself names; believed unless the bytes speak against it
 * @throws AppError DOCUMENT_BINARY, DOCUMENT_ENCODING_UNKNOWN
 */
export function decodeText(bytes: Buffer, name: string, declared = ''): DecodedText {
  const magic = MAGIC.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (magic !== undefined) {
    throw new AppError('DOCUMENT_BINARY', `expected a text, got a ${magic[0]} file: ${name}`);
  }
  const finish = (decoded: DecodedText): DecodedText => ({
    ...decoded,
    text: decoded.text.replace(/^\uFEFF/, '').normalize('NFC'),
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return finish({ text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le', warnings: [] });
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return finish({ text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be', warnings: [] });
  }
  if (bytes.includes(0)) {
    const decoded = decodeUtf16(bytes);
    if (decoded !== undefined) return finish(decoded);
    throw new AppError('DOCUMENT_BINARY', `expected a text, got a file with NUL bytes: ${name}`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return finish({ text, encoding: 'utf-8', warnings: [] });
  } catch {
    const decoded =
      decodeDeclared(bytes, declared) ?? decodeBrokenUtf8(bytes) ?? decodeLegacy(bytes);
    if (decoded !== undefined) return finish(decoded);
    throw new AppError(
      'DOCUMENT_ENCODING_UNKNOWN',
      `expected UTF-8, UTF-16, GB18030, Big5 or another known encoding, got bytes that read well in none: ${name}`,
    );
  }
}
