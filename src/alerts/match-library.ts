/** A topic × the library as it is: what it would have brought so far. For back-tests, `quoth topics match` and catching up. */
import type { Article } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import type { LibraryState, LibraryStateSource, PassageStore } from '../ports/article-store.js';
import type { LexicalIndex } from '../ports/lexical-index.js';
import type { VectorIndex } from '../ports/vector-index.js';
import { averageTerms, createPassageLoader, type LoadedPassage } from '../search/load-passages.js';
import { takeFilters } from '../search/prepare-question.js';
import { extractTerms } from '../search/terms.js';
import { createWordCheck, type KeepsToWords } from './check-words.js';
import { type PreparedTopic, prepareTopic, type TopicPorts } from './prepare-topic.js';
import type { TopicWords } from './read-topic.js';
import { scorePassage } from './score-topic.js';

/** Up to this many passages all are compared; in larger libraries only those that a search brings up. */
const EXHAUSTIVE_PASSAGES = 3000;
/** Candidates by vector and by words in larger libraries. */
const CANDIDATES_A_LEG = 800;

/** The best passage of an article for a topic. */
export interface LibraryMatch {
  readonly article: Article;
  readonly passage: Passage;
  /** How far it lies above what the topic asks by default; may be below 0. */
  readonly score: number;
}

export interface LibraryMatchPorts extends TopicPorts {
  readonly state: LibraryStateSource;
  readonly passages: PassageStore;
  readonly lexical: LexicalIndex;
  readonly openVectors: () => Promise<VectorIndex>;
  readonly getArticles: (ids: readonly string[]) => Promise<ReadonlyMap<string, Article>>;
}

export interface LibraryMatcher {
  /** The best passage of each article that scores at least `least`, best first. @default least 0 */
  match(words: TopicWords, options?: { readonly least?: number }): Promise<readonly LibraryMatch[]>;
}

export function createLibraryMatcher(ports: LibraryMatchPorts): LibraryMatcher {
  const loader = createPassageLoader(ports);
  let loaded: { generation: number; passages: Map<number, LoadedPassage> } | undefined;

  const load = async (ids: readonly number[], state: LibraryState): Promise<LoadedPassage[]> => {
    if (loaded?.generation !== state.generation) {
      loaded = { generation: state.generation, passages: new Map() };
    }
    const { passages } = loaded;
    const missing = ids.filter((id) => !passages.has(id));
    const fresh = await loader.addTokens(await loader.load(missing));
    // Large libraries are read anew for each topic: they would not fit.
    if (state.passages <= EXHAUSTIVE_PASSAGES) {
      for (const entry of fresh) passages.set(entry.passage.id, entry);
    }
    const known = ids.flatMap((id) => passages.get(id) ?? []);
    return state.passages <= EXHAUSTIVE_PASSAGES ? known : fresh;
  };

  return {
    async match(words, { least = 0 } = {}) {
      const state = await ports.state.readState();
      if (state.passages === 0) return [];
      const topic = await prepareTopic(words, state, ports);
      const ids =
        state.passages <= EXHAUSTIVE_PASSAGES
          ? await ports.passages.listPassageIds()
          : await findCandidates(topic, ports);
      const passages = await load(ids, state);
      const context = { maxSim: ports.maxSim, averageTerms: averageTerms(passages) };
      const checks = new Map<string, KeepsToWords>();
      const best = new Map<string, LibraryMatch>();
      for (const entry of passages) {
        const { article, passage } = entry;
        const keepsToWords = checks.get(article.id) ?? createWordCheck(article);
        checks.set(article.id, keepsToWords);
        if (!keepsToWords(words, passage)) continue;
        const score = scorePassage(topic, { ...entry, language: article.language }, context);
        if (score <= least || score <= (best.get(article.id)?.score ?? Number.NEGATIVE_INFINITY)) {
          continue;
        }
        best.set(article.id, { article, passage, score });
      }
      return [...best.values()].sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
    },
  };
}

async function findCandidates(topic: PreparedTopic, ports: LibraryMatchPorts): Promise<number[]> {
  const ids = new Set<number>();
  const vectors = await ports.openVectors();
  for (const alternatives of topic.byLanguage.values()) {
    for (const { text, terms, vectors: asked } of alternatives.flat()) {
      for (const { id } of vectors.search(asked.pooled, CANDIDATES_A_LEG)) ids.add(id);
      const words = new Set([...terms.idf.keys(), ...extractTerms(takeFilters(text).text)]);
      const counts = await ports.lexical.countPassagesWith([...words]);
      const known = [...words].filter((term) => (counts.get(term) ?? 0) > 0);
      for (const { id } of await ports.lexical.search(known, CANDIDATES_A_LEG)) ids.add(id);
    }
  }
  return [...ids].sort((a, b) => a - b);
}
