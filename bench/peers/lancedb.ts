/** LanceDB in its hybrid mode: full text and vectors, fused by reciprocal ranks. */
import { joinTerms, loadPackage, type Peer } from './peer.js';

interface Query {
  fullTextSearch(query: unknown, options?: object): Query;
  nearestTo(vector: number[]): Query;
  distanceType(type: 'cosine'): Query;
  rerank(reranker: unknown): Query;
  select(columns: readonly string[]): Query;
  limit(count: number): Query;
  toArray(): Promise<readonly { readonly id: number | bigint }[]>;
}

interface Table {
  createIndex(column: string, options: object): Promise<void>;
  query(): Query;
  close(): void;
}

interface LanceModule {
  connect(dir: string): Promise<{
    createTable(name: string, rows: readonly object[]): Promise<Table>;
    close(): void;
  }>;
  readonly Index: { fts(options: object): unknown; hnswSq(options: object): unknown };
  readonly MatchQuery: new (query: string, column: string) => unknown;
  readonly rerankers: { readonly RRFReranker: { create(k?: number): Promise<unknown> } };
}

/** LanceDB scans smaller tables without an index, as its documentation advises. */
const LEAST_INDEXED = 5000;

export const lanceDb: Peer = {
  name: 'LanceDB',
  package: '@lancedb/lancedb',
  way: 'hybrid (full text + vectors, RRF)',
  async open(passages, dir) {
    const { connect, Index, MatchQuery, rerankers } =
      await loadPackage<LanceModule>('@lancedb/lancedb');
    const connection = await connect(dir);
    const table = await connection.createTable(
      'passages',
      passages.map(({ id, terms, vector }) => ({
        id,
        text: terms.join(' '),
        vector: Array.from(vector),
      })),
    );
    await table.createIndex('text', {
      config: Index.fts({
        baseTokenizer: 'whitespace',
        lowercase: false,
        stem: false,
        removeStopWords: false,
        asciiFolding: false,
        withPosition: false,
      }),
    });
    if (passages.length >= LEAST_INDEXED) {
      await table.createIndex('vector', {
        config: Index.hnswSq({ distanceType: 'cosine', numPartitions: 1, efConstruction: 200 }),
      });
    }
    const reranker = await rerankers.RRFReranker.create();
    return {
      async search({ terms, vector }, k) {
        const nearest = table.query().nearestTo(Array.from(vector)).distanceType('cosine');
        const query =
          terms.length === 0
            ? nearest
            : nearest.fullTextSearch(new MatchQuery(joinTerms(terms), 'text')).rerank(reranker);
        const rows = await query.select(['id']).limit(k).toArray();
        return rows.map(({ id }) => Number(id));
      },
      close() {
        table.close();
        connection.close();
      },
    };
  },
};
