/**
 * What every peer is given and asked: the same passages with the same pooled vectors, the question's words and vector.
 * Where a peer searches by words, it gets Quoth's own terms in place of its tokenizer, which knows little Chinese.
 */

export interface PeerPassage {
  /** From 0, in order. */
  readonly id: number;
  readonly terms: readonly string[];
  /** L2-normalised. */
  readonly vector: Float32Array;
}

export interface PeerQuestion {
  readonly terms: readonly string[];
  readonly vector: Float32Array;
}

/** A library of the peer's. */
export interface OpenPeer {
  /** The ids of the best passages, best first. */
  search(question: PeerQuestion, k: number): Promise<readonly number[]>;
  close(): Promise<void> | void;
}

export interface Peer {
  readonly name: string;
  /** The npm package, whose version is reported. */
  readonly package?: string;
  /** How it is used: one line for the table. */
  readonly way: string;
  /** @param dir an empty folder of its own */
  open(passages: readonly PeerPassage[], dir: string): Promise<OpenPeer>;
}

/**
 * Loads a package of `bench/node_modules`. The name is no literal, so that the rest of the bench can be checked and
 * run without the peers.
 */
export async function loadPackage<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

/** Words of a question or passage as one text, each between spaces. */
export const joinTerms = (terms: readonly string[]): string => [...new Set(terms)].join(' ');
