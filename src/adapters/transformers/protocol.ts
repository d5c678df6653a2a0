/** What the main thread and the embedding worker say to each other. */
import type { PassageInput } from '../../ports/embedder.js';
import type { ModelFiles } from './model-files.js';

/** Handed to the worker at its start. */
export interface WorkerOptions {
  readonly model: ModelFiles;
  /** Threads of one inference. */
  readonly threads: number;
}

export type EmbedRequest =
  | { readonly kind: 'load' }
  | { readonly kind: 'count'; readonly texts: readonly string[] }
  | { readonly kind: 'passages'; readonly inputs: readonly PassageInput[] }
  | { readonly kind: 'question'; readonly text: string };

/** One packed passage on its way back. */
export interface PackedPassage {
  readonly vector: Float32Array;
  readonly codes: Uint8Array;
  readonly leadTokens: number;
  readonly sentenceTokens: readonly number[];
}

export interface EmbedResults {
  readonly load: { readonly networkHash: string };
  readonly count: readonly number[];
  readonly passages: {
    readonly passages: readonly PackedPassage[];
    readonly sum: Float64Array;
    readonly tokens: number;
  };
  readonly question: {
    readonly vector: Float32Array;
    readonly tokenVectors: Float32Array;
    readonly tokens: readonly string[];
    readonly tokenWeights: readonly number[];
  };
}

export type EmbedResult = EmbedResults[keyof EmbedResults];

/** A failure that crossed the thread border. */
interface WorkerFailure {
  readonly code: string;
  readonly message: string;
}

export type WorkerReply =
  | { readonly id: number; readonly result: EmbedResult }
  | { readonly id: number; readonly failure: WorkerFailure };
