/** Where the time of a question goes: the product's search with a clock round each of its ports. */
import { answerQuestion } from '../src/answer/answer-question.js';
import type { Embedder } from '../src/ports/embedder.js';
import { cacheArticles, cachePassages } from '../src/search/cache-reads.js';
import { passageText } from '../src/search/load-passages.js';
import { createMaxSim } from '../src/search/max-sim.js';
import { createQuestionShift } from '../src/search/question-shift.js';
import { createSearch, type SearchResult } from '../src/search/search-passages.js';
import { extractTerms } from '../src/search/terms.js';
import { DIMENSIONS, type OpenLibrary } from './open-library.js';
import { mean, median, percentile, round } from './timing.js';

/** Mean milliseconds of a question by part, in the order in which they happen. */
export interface QuestionProfile {
  readonly passages: number;
  readonly p50: number;
  readonly p99: number;
  readonly meanMs: number;
  readonly candidates: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** Runs of the whole list before measuring starts. */
const WARM_UP_QUESTIONS = 20;

export async function profileQuestions(
  library: OpenLibrary,
  embedder: Embedder,
  questions: readonly string[],
): Promise<QuestionProfile> {
  let spent: Record<string, number> = {};
  const clock =
    <A extends unknown[], R>(part: string, work: (...args: A) => R) =>
    (...args: A): R => {
      const started = performance.now();
      const stop = (): void => {
        spent[part] = (spent[part] ?? 0) + performance.now() - started;
      };
      const result = work(...args);
      if (result instanceof Promise) return result.finally(stop) as R;
      stop();
      return result;
    };
  /** Reads of SQLite one after the other: started together, each would be charged for the others too. */
  let reading: Promise<unknown> = Promise.resolve();
  const clockAlone = <A extends unknown[], R>(part: string, work: (...args: A) => Promise<R>) => {
    const timed = clock(part, work);
    return (...args: A): Promise<R> => {
      const result = reading.then(() => timed(...args));
      reading = result.catch(() => undefined);
      return result;
    };
  };
  const maxSim = createMaxSim(DIMENSIONS);
  const articles = cacheArticles(library.store.getArticles);
  const search = createSearch({
    embedder: {
      dimensions: DIMENSIONS,
      embedQuestion: clock('embedding', (text: string) => embedder.embedQuestion(text)),
    },
    lexical: {
      search: clock('FTS5 search', library.lexical.search),
      countPassagesWith: clock('counting terms', library.lexical.countPassagesWith),
    },
    passages: cachePassages({
      getPassages: clockAlone('passages from SQLite', library.passages.getPassages),
      readTokenVectors: clockAlone('token vectors from SQLite', library.passages.readTokenVectors),
      readVectors: clockAlone('pooled vectors from SQLite', library.passages.readVectors),
    }),
    state: { readState: clock('library state', library.state.readState) },
    maxSim: {
      prepareQuestion: clock('MaxSim', maxSim.prepareQuestion),
      compare: clock('MaxSim', maxSim.compare),
    },
    openVectors: async () => {
      const index = await clock('library state', () => library.vectors.current())();
      return Object.assign(Object.create(index), { search: clock('HNSW', index.search) });
    },
    getArticles: clock('articles', articles.get),
    findShift: createQuestionShift(embedder),
  });
  const ask = async (question: string): Promise<SearchResult | undefined> => {
    let result: SearchResult | undefined;
    await answerQuestion(
      question,
      async (...args) => {
        result = await clock('search', search)(...args);
        return result;
      },
      { top: 3 },
    );
    return result;
  };
  for (const question of questions.slice(0, WARM_UP_QUESTIONS)) await ask(question);
  // Once more in every language, so that no measured question embeds parallel text.
  for (const question of questions) await ask(question);
  const totals: number[] = [];
  const profiles: Record<string, number>[] = [];
  const candidates: number[] = [];
  for (const question of questions) {
    spent = {};
    const started = performance.now();
    const result = await ask(question);
    const total = performance.now() - started;
    if (result === undefined) continue;
    totals.push(total);
    candidates.push(result.ranked.length);
    const whole = spent['search'] ?? 0;
    delete spent['search'];
    spent['quotes (reprints, highlights)'] = total - whole;
    // Read terms once more: the search has no seam there.
    const again = performance.now();
    for (const { article, passage } of result.ranked) extractTerms(passageText(article, passage));
    spent['terms of candidates'] = performance.now() - again;
    profiles.push(spent);
  }
  const names = [...new Set(profiles.flatMap((profile) => Object.keys(profile)))];
  const parts = Object.fromEntries(
    names.map((name) => [name, round(mean(profiles.map((profile) => profile[name] ?? 0)))]),
  );
  return {
    passages: (await library.state.readState()).passages,
    p50: round(median(totals)),
    p99: round(percentile(totals, 0.99)),
    meanMs: round(mean(totals)),
    candidates: Math.round(mean(candidates)),
    parts,
  };
}
