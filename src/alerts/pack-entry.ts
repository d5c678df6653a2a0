/**
 * The texts that stand for a topic in passages of one language, packed into numbers of four bytes: thousands are read at once
 * when a process looks at its first new article.
 *
 * A text: its language in three bytes of ASCII and a byte of marks; its number of terms; its vector and the shares of its terms
 * as float32; the hashes of its terms as uint32. All in the machine's own order of bytes, as other vectors in the store are.
 */
import { hashTerm } from '../search/term-bag.js';

/** A text that stands for a topic. */
export interface EntryText {
  /** Words that the glossary does not know, in another language. */
  readonly isForeign: boolean;
  /** Of a topic of nothing but exact words: its words alone decide. */
  readonly isExact: boolean;
  /** The language whose shift is taken off its vector. */
  readonly language: string;
  /** As the embedder gave it: float32, L2-normalised. */
  readonly vector: Float32Array;
  /** Its distinct terms, with the share of the text's weight that lies on each. */
  readonly shares: ReadonlyMap<string, number>;
}

/** A packed text: its numbers lie among those of its entry. */
export interface PackedText extends Pick<EntryText, 'isForeign' | 'isExact' | 'language'> {
  /** Places in `numbers` and in `hashes`. */
  readonly vectorAt: number;
  readonly sharesAt: number;
  readonly hashesAt: number;
  readonly terms: number;
}

/** An entry as its numbers. */
export interface EntryNumbers {
  readonly texts: readonly PackedText[];
  readonly numbers: Float32Array;
  /** The same bytes. */
  readonly hashes: Uint32Array;
}

/** Part of what names entries in the store: other bytes, another number. */
export const ENTRY_FORMAT = 1;

const MARKS = { foreign: 1, exact: 2 } as const;
const HEAD = 2;
const LANGUAGE_LETTERS = 3;

/** Packs texts. */
export function packEntry(texts: readonly EntryText[]): Uint8Array {
  return Buffer.concat(texts.map(packText));
}

function packText({ isForeign, isExact, language, vector, shares }: EntryText): Uint8Array {
  const sharesAt = HEAD + vector.length;
  const numbers = new Float32Array(sharesAt + 2 * shares.size);
  const hashes = new Uint32Array(numbers.buffer);
  const marks = (isForeign ? MARKS.foreign : 0) | (isExact ? MARKS.exact : 0);
  hashes[0] = packLanguage(language) * 256 + marks;
  hashes[1] = shares.size;
  numbers.set(vector, HEAD);
  numbers.set([...shares.values()], sharesAt);
  hashes.set([...shares.keys()].map(hashTerm), sharesAt + shares.size);
  return new Uint8Array(numbers.buffer);
}

/** Finds the texts in an entry. @param dimensions of the vectors */
export function readEntry(packed: Uint8Array, dimensions: number): EntryNumbers {
  // Where bytes begin in memory need not suit numbers.
  const isSuited = packed.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0;
  const { buffer, byteOffset, length } = isSuited ? packed : Uint8Array.from(packed);
  const numbers = new Float32Array(buffer, byteOffset, length / 4);
  const hashes = new Uint32Array(buffer, byteOffset, length / 4);
  const texts: PackedText[] = [];
  for (let at = 0; at < hashes.length; ) {
    const head = hashes[at] as number;
    const terms = hashes[at + 1] as number;
    const vectorAt = at + HEAD;
    const sharesAt = vectorAt + dimensions;
    const hashesAt = sharesAt + terms;
    texts.push({
      isForeign: (head & MARKS.foreign) !== 0,
      isExact: (head & MARKS.exact) !== 0,
      language: readLanguage(head >>> 8),
      vectorAt,
      sharesAt,
      hashesAt,
      terms,
    });
    at = hashesAt + terms;
  }
  return { texts, numbers, hashes };
}

/** Languages that were read; thousands of texts share a few. */
const languages = new Map<number, string>();

function packLanguage(language: string): number {
  const letters = language.slice(0, LANGUAGE_LETTERS).padEnd(LANGUAGE_LETTERS);
  return [...letters].reduce((sum, letter) => sum * 256 + (letter.charCodeAt(0) & 127), 0);
}

function readLanguage(packed: number): string {
  const known = languages.get(packed);
  if (known !== undefined) return known;
  const letters = String.fromCharCode(packed >> 16, (packed >> 8) & 255, packed & 255).trim();
  languages.set(packed, letters);
  return letters;
}
