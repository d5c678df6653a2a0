/**
 * The base of the synthetic library: some thousand distinct passages with real vectors. The first are the passages of
 * `samples/` and of the texts that `BENCH_CORPUS` names; the others recombine their sentences. Embedding them takes a
 * minute, so they are kept in `bench/cache/`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { createDocumentReader } from '../src/adapters/documents/file-reader.js';
import { type ArticleDraft, baseLanguage } from '../src/domain/article.js';
import { splitArticles } from '../src/ingest/split-articles.js';
import type { TokenSum } from '../src/ports/article-store.js';
import type { Embedder, PassageEmbedding, PassageInput } from '../src/ports/embedder.js';
import { embedDrafts } from './embed-drafts.js';
import { MODEL_KEY } from './open-library.js';
import { createRandom } from './random.js';

/** A passage by itself, with its vectors. */
export interface BasePassage extends PassageEmbedding, PassageInput {
  readonly language: string;
  readonly title: string;
}

export interface Base {
  readonly passages: readonly BasePassage[];
  readonly tokenSum: TokenSum;
  /** How many of them stand in the texts as they are. */
  readonly found: number;
}

/** Recombined passages have about as many characters as real ones. */
const TARGET_CHARACTERS = { han: 300, spaced: 380 } as const;

const CACHE = new URL('cache/', import.meta.url);

/** All articles of files and folders, found as an ingest finds them. */
export async function readDrafts(paths: readonly string[]): Promise<ArticleDraft[]> {
  const reader = createDocumentReader({ maxBytes: 64 * 1024 * 1024 });
  const drafts: ArticleDraft[] = [];
  for (const path of paths) {
    for (const file of await reader.find(path)) {
      drafts.push(...splitArticles(await reader.read(file)).articles);
    }
  }
  return drafts;
}

/** @param count passages of the base */
export async function makeBase(
  paths: readonly string[],
  embedder: Embedder,
  { count, say }: { readonly count: number; readonly say: (text: string) => void },
): Promise<Base> {
  const drafts = await readDrafts(paths);
  const key = createHash('sha256')
    .update(JSON.stringify([MODEL_KEY, count, 3, drafts.map(({ text }) => text)]))
    .digest('hex')
    .slice(0, 16);
  const cached = new URL(`base-${key}.bin`, CACHE);
  if (existsSync(cached)) return deserialize(readFileSync(cached)) as Base;
  say(`embedding a base of ${count} passages`);
  const real = await embedDrafts(drafts, embedder);
  const found = real.articles.flatMap(({ draft, passages }) =>
    passages.map(({ input, vector, tokenVectors }) => ({
      language: baseLanguage(draft.language),
      title: draft.title,
      ...input,
      vector,
      tokenVectors,
    })),
  );
  const inputs = recombine(found, Math.max(0, count - found.length));
  const { embeddings, tokenSum } = await embedder.embedPassages(inputs, {
    onBatch: (done) => {
      if (done % 320 === 0) say(`embedded ${done} of ${inputs.length}`);
    },
  });
  const passages = [
    ...found,
    ...inputs.map((input, index) => ({ ...input, ...(embeddings[index] as PassageEmbedding) })),
  ];
  const sum = tokenSum.sum.map((value, i) => value + (real.tokenSum.sum[i] ?? 0));
  const base = {
    passages,
    tokenSum: { sum, tokens: tokenSum.tokens + real.tokenSum.tokens },
    found: found.length,
  };
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(cached, serialize(base));
  return base;
}

/** New passages out of sentences of one language, under titles of that language. */
function recombine(
  found: readonly Pick<BasePassage, 'language' | 'title' | 'lead' | 'sentences'>[],
  count: number,
): (PassageInput & { readonly language: string; readonly title: string })[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () => {
    const { language, title, lead } = found[random.pick(found.length)] as BasePassage;
    const pool = found.filter((passage) => passage.language === language);
    const target = /^(?:zh|ja)$/.test(language) ? TARGET_CHARACTERS.han : TARGET_CHARACTERS.spaced;
    const sentences: string[] = [];
    for (let characters = 0, tries = 0; characters < target && tries < 40; tries += 1) {
      const from = (pool[random.pick(pool.length)] as BasePassage).sentences;
      const sentence = from[random.pick(from.length)] ?? '';
      if (sentences.includes(sentence) || characters + sentence.length > target * 1.5) continue;
      sentences.push(sentence);
      characters += sentence.length;
    }
    return { language, title, lead, sentences };
  });
}
