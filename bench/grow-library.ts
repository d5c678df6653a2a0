/**
 * Grows a library to any size. A grown passage is the beginning of one base passage and the end of another: its token
 * codes are cut from theirs by sentence, its pooled vector is their mean by tokens with a little noise, and some of its
 * words are exchanged. So text, terms and vectors belong together as in a real library, at a hundredth of the cost of
 * embedding. Rows are written by the product's own store.
 */
import type { ArticleDraft } from '../src/domain/article.js';
import type { NewArticle, NewPassage } from '../src/ports/article-store.js';
import { passageText } from '../src/search/load-passages.js';
import { extractTerms } from '../src/search/terms.js';
import { bytesPerToken } from '../src/search/token-codes.js';
import { createExchange, type ExchangeWords } from './exchange-words.js';
import type { Base, BasePassage } from './make-base.js';
import { DIMENSIONS, MODEL_KEY, type OpenLibrary } from './open-library.js';
import { createRandom, type Random } from './random.js';

const SHAPE = {
  passagesAnArticle: 8,
  passagesADocument: 480,
  /** Characters of a line of a dump. */
  lineCharacters: 30,
  /** Length of the noise beside a vector of length 1. */
  noise: 0.03,
} as const;

export interface LibraryGrower {
  /** Adds passages until there are `size`, without an index of vectors. @returns milliseconds in the store alone */
  grow(library: OpenLibrary, size: number): Promise<number>;
}

export function createGrower(base: Base): LibraryGrower {
  const random = createRandom(7);
  const exchange = createExchange(base.passages, random);
  const byLanguage = new Map<string, BasePassage[]>();
  for (const passage of base.passages) {
    byLanguage.set(passage.language, [...(byLanguage.get(passage.language) ?? []), passage]);
  }
  let made = 0;
  let documents = 0;
  return {
    async grow(library, size) {
      let inStoreMs = 0;
      while (made < size) {
        const articles: NewArticle[] = [];
        let tokens = 0;
        for (let left = Math.min(SHAPE.passagesADocument, size - made); left > 0; ) {
          const article = makeArticle(byLanguage, base, {
            random,
            exchange,
            passages: Math.min(left, SHAPE.passagesAnArticle),
          });
          articles.push(article.article);
          tokens += article.tokens;
          left -= article.article.passages.length;
          made += article.article.passages.length;
        }
        documents += 1;
        const name = `grown-${documents}.txt`;
        const started = performance.now();
        await library.store.saveDocument(
          {
            name,
            path: `/bench/${name}`,
            contentHash: String(documents).padStart(64, '0'),
            bytes: articles.reduce((sum, { draft }) => sum + Buffer.byteLength(draft.text), 0),
            encoding: 'utf-8',
            ingestedAt: '2026-11-25T00:00:00.000Z',
            model: MODEL_KEY,
          },
          articles,
          // The base's mean stands for that of the passages cut from it.
          {
            sum: base.tokenSum.sum.map((value) => (value / base.tokenSum.tokens) * tokens),
            tokens,
          },
        );
        inStoreMs += performance.now() - started;
      }
      return inStoreMs;
    },
  };
}

function makeArticle(
  byLanguage: ReadonlyMap<string, readonly BasePassage[]>,
  base: Base,
  tools: { readonly random: Random; readonly exchange: ExchangeWords; readonly passages: number },
): { readonly article: NewArticle; readonly tokens: number } {
  const { random, exchange } = tools;
  const head = base.passages[random.pick(base.passages.length)] as BasePassage;
  const pool = byLanguage.get(head.language) ?? [head];
  const title = exchange(head.title, head.language);
  const joint = /^(?:zh|ja)$/.test(head.language) ? '' : ' ';
  const passages: Omit<NewPassage, 'terms'>[] = [];
  const blocks: ArticleDraft['blocks'][number][] = [];
  let text = '';
  let tokens = 0;
  for (let n = 0; n < tools.passages; n += 1) {
    const first = pool[random.pick(pool.length)] as BasePassage;
    const second = pool[random.pick(pool.length)] as BasePassage;
    const cut = Math.ceil(first.sentences.length / 2);
    const rest = Math.floor(second.sentences.length / 2);
    if (text !== '') text += '\n';
    const start = text.length;
    const sentences = [...first.sentences.slice(0, cut), ...second.sentences.slice(rest)].map(
      (sentence, index) => {
        if (index > 0) text += joint;
        const from = text.length;
        text += exchange(sentence, head.language);
        return { start: from, end: text.length };
      },
    );
    const codes = [takeLead(head), takeCodes(first, 0, cut), takeCodes(second, rest)];
    const sentenceTokens = [
      ...first.tokenVectors.sentenceTokens.slice(0, cut),
      ...second.tokenVectors.sentenceTokens.slice(rest),
    ];
    const packed = Buffer.concat(codes);
    tokens += packed.length / bytesPerToken(DIMENSIONS);
    blocks.push({ kind: 'paragraph', start, end: text.length });
    passages.push({
      start,
      end: text.length,
      headings: [],
      sentences,
      vector: mixVectors(first, second, random),
      tokenVectors: {
        codes: packed,
        leadTokens: head.tokenVectors.leadTokens,
        sentenceTokens,
      },
    });
  }
  const lines = Math.ceil(text.length / SHAPE.lineCharacters);
  const draft: ArticleDraft = {
    title,
    language: head.language,
    date: '2026-11-25',
    datePrecision: 'day',
    startLine: 1,
    endLine: lines + 1,
    text,
    lineStarts: Array.from({ length: lines }, (_, i) => [i * SHAPE.lineCharacters, i + 2]),
    blocks,
  };
  return {
    article: {
      draft,
      passages: passages.map((passage) => ({
        ...passage,
        terms: extractTerms(passageText(draft, passage)),
      })),
    },
    tokens,
  };
}

const countLead = ({ tokenVectors }: BasePassage): number => tokenVectors.leadTokens;

function takeLead(passage: BasePassage): Uint8Array {
  return passage.tokenVectors.codes.subarray(0, countLead(passage) * bytesPerToken(DIMENSIONS));
}

/** The codes of the sentences `[from, to)`. */
function takeCodes(passage: BasePassage, from: number, to?: number): Uint8Array {
  const { sentenceTokens, codes } = passage.tokenVectors;
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const first = countLead(passage) + sum(sentenceTokens.slice(0, from));
  const last = first + sum(sentenceTokens.slice(from, to));
  const stride = bytesPerToken(DIMENSIONS);
  return codes.subarray(first * stride, last * stride);
}

function mixVectors(first: BasePassage, second: BasePassage, random: Random): Float32Array {
  const spread = SHAPE.noise / Math.sqrt(DIMENSIONS);
  const share = 0.35 + 0.3 * random.next();
  const mixed = first.vector.map(
    (value, i) =>
      share * value + (1 - share) * (second.vector[i] as number) + spread * random.normal(),
  );
  const length = Math.hypot(...mixed) || 1;
  return mixed.map((value) => value / length);
}
