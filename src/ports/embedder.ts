/** Text into vectors. Runs beside the main thread; nothing leaves the machine. */
import type { TokenVectors } from '../domain/passage.js';
import type { TokenSum } from './article-store.js';

/** What of a passage is embedded. */
export interface PassageInput {
  /** Title and headings, one line; may be empty. */
  readonly lead: string;
  /** The passage's sentences, in order. */
  readonly sentences: readonly string[];
}

export interface PassageEmbedding {
  /** Float32Array of length `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
  readonly tokenVectors: TokenVectors;
}

interface QuestionEmbedding {
  /** Float32Array of length `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
  /** `tokens × dimensions` floats, not normalised; words alone: prefix, special tokens and punctuation left out. */
  readonly tokenVectors: Float32Array;
  /** The tokens as text, without the word-start mark. */
  readonly tokens: readonly string[];
  /** How much each token says, > 0: rare pieces of language say more than frequent ones. */
  readonly tokenWeights: readonly number[];
}

export interface Embedder {
  readonly modelId: string;
  readonly dimensions: number;
  /** Longest input of the model in tokens, special tokens included. */
  readonly maxTokens: number;
  /** Tokens of each text, special tokens left out. */
  countTokens(texts: readonly string[]): Promise<readonly number[]>;
  /**
   * Embeds passages, in the order given. Inputs longer than the model takes are cut at the end (callers keep below).
   * `onBatch` is told the number of passages done so far.
   */
  embedPassages(
    inputs: readonly PassageInput[],
    options?: { onBatch?: (done: number) => void; signal?: AbortSignal },
  ): Promise<{ readonly embeddings: readonly PassageEmbedding[]; readonly tokenSum: TokenSum }>;
  embedQuestion(text: string): Promise<QuestionEmbedding>;
  close(): Promise<void>;
}
