/**
 * Search: question → candidates by vector and by words → each compared with the question token by token → ranked.
 * Each leg can be switched off, to see what it is worth.
 */
import type { LibraryStateSource } from '../ports/article-store.js';
import type { LexicalIndex } from '../ports/lexical-index.js';
import type { VectorIndex } from '../ports/vector-index.js';
import { type ComparedPassage, type ComparePorts, createComparison } from './compare-passages.js';
import { createTermCounter } from './count-terms.js';
import { findCandidates } from './find-candidates.js';
import { fuseScores } from './fuse-scores.js';
import { shareOf } from './language-share.js';
import { type PreparePorts, prepareQuestion } from './prepare-question.js';
import type { QuestionTerms } from './score-terms.js';

/** Legs of the search that can be switched off, to see what each is worth. `true`: off. */
export interface SearchSwitches {
  readonly noVector?: boolean;
  readonly noLexical?: boolean;
  readonly noLate?: boolean;
  /** A 条 that the question names. */
  readonly noPlace?: boolean;
  /** A year or publisher that the question names. */
  readonly noDate?: boolean;
  /** What sets the question's language apart. */
  readonly noShift?: boolean;
  /** What the lexicon makes of a question: the things it names, and its words in the library's language. */
  readonly noLexicon?: boolean;
}

/** A passage with what each leg says of it. */
export interface RankedPassage extends ComparedPassage {
  /** Fused score; higher is better; about 0 to 1.5. */
  readonly score: number;
  /** Rank (from 1) in the legs that brought it up. */
  readonly vectorRank?: number;
  readonly lexicalRank?: number;
}

export interface SearchResult {
  /** As it was searched for, without its filters. */
  readonly question: string;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
  readonly questionTerms: QuestionTerms;
  /** Parts of a regulation that the question names: `第12条`. */
  readonly places: readonly string[];
  /** BCP 47, without script or region; `und` when it cannot be told. */
  readonly questionLanguage: string;
  /** Share of the library's passages that are in the question's language, 0 to 1. */
  readonly languageShare: number;
}

export interface SearchPorts extends Omit<PreparePorts, 'countTerms'>, ComparePorts {
  readonly lexical: LexicalIndex;
  readonly state: LibraryStateSource;
  /** The index as it is now, in step with the store. */
  readonly openVectors: () => Promise<VectorIndex>;
}

export type SearchPassages = (
  question: string,
  options?: { readonly switches?: SearchSwitches },
) => Promise<SearchResult>;

/** Puts the search together. */
export function createSearch(ports: SearchPorts): SearchPassages {
  const comparePassages = createComparison(ports);
  const countTerms = createTermCounter(ports.lexical);
  return async (text, { switches = {} } = {}) => {
    const { noVector = false, noLexical = false } = switches;
    const vectors = await ports.openVectors();
    const state = await ports.state.readState();
    const parts = { ...ports, ...switches, countTerms };
    const question = await prepareQuestion(text, state, parts, { middle: vectors.middle });
    const { ids, vectorRanks, lexicalRanks } = await findCandidates(question, state, {
      lexical: ports.lexical,
      vectors,
      noVector,
      noLexical,
    });
    const compared = await comparePassages(ids, question, state);
    const { knownShare } = question.terms;
    const ranked = compared.map((hit): RankedPassage => {
      const vectorRank = vectorRanks.get(hit.passage.id);
      const lexicalRank = lexicalRanks.get(hit.passage.id);
      return Object.assign(hit, {
        score: fuseScores(hit.legs, { ...switches, knownShare }),
        ...(vectorRank === undefined ? {} : { vectorRank }),
        ...(lexicalRank === undefined ? {} : { lexicalRank }),
      });
    });
    ranked.sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
    return {
      question: question.text,
      ranked,
      questionTerms: question.terms,
      places: question.places,
      questionLanguage: question.language,
      languageShare: shareOf(question.language, state),
    };
  };
}
