/** Orama in its hybrid mode: words and vectors, weighed alike. */
import { joinTerms, loadPackage, type Peer } from './peer.js';

interface OramaModule {
  create(options: object): unknown;
  insertMultiple(db: unknown, documents: readonly object[], batch?: number): Promise<unknown>;
  search(
    db: unknown,
    query: object,
  ): Promise<{ readonly hits: readonly { readonly document: { readonly place: number } }[] }>;
}

export const orama: Peer = {
  name: 'Orama',
  package: '@orama/orama',
  way: 'hybrid (BM25 + vectors)',
  async open(passages) {
    const { create, insertMultiple, search } = await loadPackage<OramaModule>('@orama/orama');
    const dimensions = passages[0]?.vector.length ?? 0;
    const db = create({
      schema: { place: 'number', text: 'string', vector: `vector[${dimensions}]` },
      components: {
        tokenizer: {
          language: 'english',
          normalizationCache: new Map(),
          tokenize: (text: string) => text.split(' '),
        },
      },
    });
    await insertMultiple(
      db,
      passages.map(({ id, terms, vector }) => ({
        place: id,
        text: terms.join(' '),
        vector: Array.from(vector),
      })),
      500,
    );
    return {
      async search({ terms, vector }, k) {
        const { hits } = await search(db, {
          mode: 'hybrid',
          term: joinTerms(terms),
          properties: ['text'],
          vector: { value: Array.from(vector), property: 'vector' },
          // e5's cosines lie above 0.7: Orama's own floor of 0.8 would drop right passages.
          similarity: 0.5,
          // Passages that hold any of the words, as all others do it.
          threshold: 1,
          limit: k,
        });
        return hits.map(({ document }) => document.place);
      },
      close: () => {},
    };
  },
};
