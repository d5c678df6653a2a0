/** LangChain's HNSWLib: vectors alone, in the hnswlib-node that Quoth uses too. */
import { loadPackage, type Peer } from './peer.js';

interface Store {
  addVectors(vectors: number[][], documents: readonly unknown[]): Promise<void>;
  similaritySearchVectorWithScore(
    query: number[],
    k: number,
  ): Promise<readonly [{ readonly metadata: { readonly id: number } }, number][]>;
}

interface LangChainModule {
  readonly HNSWLib: new (embeddings: unknown, options: { space: 'cosine' }) => Store;
}

interface DocumentsModule {
  readonly Document: new (fields: { pageContent: string; metadata: { id: number } }) => unknown;
}

export const langChain: Peer = {
  name: 'LangChain HNSWLib',
  package: '@langchain/community',
  way: 'vectors (HNSW)',
  async open(passages) {
    const { HNSWLib } = await loadPackage<LangChainModule>(
      '@langchain/community/vectorstores/hnswlib',
    );
    const { Document } = await loadPackage<DocumentsModule>('@langchain/core/documents');
    // Vectors are given: what would embed is never called.
    const store = new HNSWLib({}, { space: 'cosine' });
    await store.addVectors(
      passages.map(({ vector }) => Array.from(vector)),
      passages.map(
        ({ id, terms }) => new Document({ pageContent: terms.join(' '), metadata: { id } }),
      ),
    );
    return {
      async search({ vector }, k) {
        const hits = await store.similaritySearchVectorWithScore(
          Array.from(vector),
          Math.min(k, passages.length),
        );
        return hits.map(([document]) => document.metadata.id);
      },
      close: () => {},
    };
  },
};
