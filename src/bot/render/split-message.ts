/**
 * Cuts a rich text into pieces that Telegram takes. Nothing is lost: the pieces' texts joined are the text, and every
 * character keeps the entities it had.
 */
import { type RichText, sliceRich } from './rich-text.js';
import { findSafeCut, isInsidePair, isSafeCut } from './text-boundaries.js';

/** Limits of one message (core.telegram.org/bots/api#sendmessage). */
export const MESSAGE_LIMITS = {
  /** Characters of text. Telegram counts code points or code units; UTF-16 code units are on the safe side of both. */
  maxLength: 4096,
  /** Entities beyond this number are dropped by the server. */
  maxEntities: 100,
} as const;

/** Best places first: between paragraphs outside a quote, at a line's end, after a sentence, after a space. */
const BREAKS = [/\n{2,}/g, /\n/g, /[。！？!?…；;.]+["'”’」』）)\]]*\s*/g, /\s+/g] as const;

/**
 * Splits a rich text.
 *
 * @param limits.maxLength UTF-16 code units a piece at most, from 2
 * @param limits.maxEntities entities a piece at most
 * @returns at least one piece; a piece may be blank when the text is
 */
export function splitMessage(
  rich: RichText,
  limits: { readonly maxLength: number; readonly maxEntities: number } = MESSAGE_LIMITS,
): readonly RichText[] {
  const pieces: RichText[] = [];
  let start = 0;
  while (start < rich.text.length) {
    const end = findPieceEnd(rich, start, limits);
    const piece = sliceRich(rich, start, end);
    pieces.push({ text: piece.text, entities: piece.entities.slice(0, limits.maxEntities) });
    start = end;
  }
  return pieces.length > 0 ? pieces : [{ text: '', entities: [] }];
}

function findPieceEnd(
  rich: RichText,
  start: number,
  limits: { readonly maxLength: number; readonly maxEntities: number },
): number {
  const byEntities = findEntityLimit(rich, start, limits.maxEntities);
  const end = Math.min(rich.text.length, start + limits.maxLength, byEntities);
  if (end === rich.text.length) return end;
  const window = rich.text.slice(start, end);
  const earliest = Math.floor(window.length / 2);
  for (const [rank, pattern] of BREAKS.entries()) {
    for (const cut of listBreaks(window, pattern).reverse()) {
      if (cut <= earliest) break;
      if (rank === 0 && isInsideQuote(rich, start + cut)) continue;
      if (isSafeCut(rich.text, start + cut)) return start + cut;
    }
  }
  const cut = findSafeCut(rich.text, end);
  if (cut > start) return cut;
  // One cluster fills the whole piece: cut it, but never inside a surrogate pair.
  if (!isInsidePair(rich.text, end)) return end;
  return end - 1 > start ? end - 1 : end + 1;
}

/** The offset at which one entity too many would begin. */
function findEntityLimit(rich: RichText, start: number, maxEntities: number): number {
  const ahead = rich.entities.filter((entity) => entity.offset + entity.length > start);
  const excess = ahead.slice(maxEntities).find((entity) => entity.offset > start);
  return excess?.offset ?? rich.text.length;
}

function listBreaks(window: string, pattern: RegExp): number[] {
  return [...window.matchAll(pattern)].map((match) => match.index + match[0].length);
}

function isInsideQuote(rich: RichText, cut: number): boolean {
  return rich.entities.some(
    ({ type, offset, length }) => type !== 'bold' && offset < cut && cut < offset + length,
  );
}
