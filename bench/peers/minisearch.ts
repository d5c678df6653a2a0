/** MiniSearch: words alone. */
import { loadPackage, type Peer } from './peer.js';

interface MiniSearch {
  addAll(documents: readonly { id: number; text: string }[]): void;
  search(query: string): readonly { id: number }[];
}

interface MiniSearchModule {
  readonly default: new (options: object) => MiniSearch;
}

export const miniSearch: Peer = {
  name: 'MiniSearch',
  package: 'minisearch',
  way: 'words (BM25+)',
  async open(passages) {
    const { default: Index } = await loadPackage<MiniSearchModule>('minisearch');
    const index = new Index({
      fields: ['text'],
      tokenize: (text: string) => text.split(' '),
      processTerm: (term: string) => term,
    });
    index.addAll(passages.map(({ id, terms }) => ({ id, text: terms.join(' ') })));
    return {
      search: async ({ terms }, k) =>
        index
          .search([...new Set(terms)].join(' '))
          .slice(0, k)
          .map(({ id }) => id),
      close: () => {},
    };
  },
};
