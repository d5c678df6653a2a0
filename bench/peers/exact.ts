/** No peer but the plainest search there is: the vector against all vectors, in typed arrays. */
import { createExactSearch } from '../exact-search.js';
import type { Peer } from './peer.js';

export const exactSearch: Peer = {
  name: 'exact search',
  way: 'vectors (typed arrays)',
  open(passages) {
    const exact = createExactSearch(new Map(passages.map(({ id, vector }) => [id, vector])));
    return Promise.resolve({
      search: ({ vector }, k) => Promise.resolve(exact.search(vector, k).ids),
      close: () => {},
    });
  },
};
