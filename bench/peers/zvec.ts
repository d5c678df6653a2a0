/** zvec: full text and vectors, fused by reciprocal ranks. */
import { join } from 'node:path';
import { joinTerms, loadPackage, type Peer } from './peer.js';

interface Status {
  readonly ok: boolean;
  readonly message: string;
}

interface Collection {
  insertSync(documents: readonly object[]): readonly Status[];
  optimizeSync(): void;
  querySync(query: object): readonly { readonly id: string }[];
  multiQuerySync(query: object): readonly { readonly id: string }[];
  closeSync(): void;
}

interface ZvecModule {
  readonly ZVecDataType: Readonly<Record<string, number>>;
  readonly ZVecIndexType: Readonly<Record<string, number>>;
  readonly ZVecMetricType: Readonly<Record<string, number>>;
  readonly ZVecCollectionSchema: new (options: object) => unknown;
  ZVecCreateAndOpen(path: string, schema: unknown): Collection;
}

const INSERTED_AT_ONCE = 500;

export const zvec: Peer = {
  name: 'zvec',
  package: '@zvec/zvec',
  way: 'hybrid (full text + HNSW, RRF)',
  async open(passages, dir) {
    const zvec = await loadPackage<ZvecModule>('@zvec/zvec');
    const { ZVecDataType: types, ZVecIndexType: indexes } = zvec;
    const schema = new zvec.ZVecCollectionSchema({
      name: 'passages',
      vectors: {
        name: 'vector',
        dataType: types['VECTOR_FP32'],
        dimension: passages[0]?.vector.length ?? 0,
        indexParams: {
          indexType: indexes['HNSW'],
          metricType: zvec.ZVecMetricType['COSINE'],
          m: 16,
          efConstruction: 200,
        },
      },
      fields: {
        name: 'text',
        dataType: types['STRING'],
        indexParams: { indexType: indexes['FTS'], tokenizerName: 'whitespace' },
      },
    });
    const collection = zvec.ZVecCreateAndOpen(join(dir, 'zvec'), schema);
    for (let from = 0; from < passages.length; from += INSERTED_AT_ONCE) {
      const statuses = collection.insertSync(
        passages.slice(from, from + INSERTED_AT_ONCE).map(({ id, terms, vector }) => ({
          id: String(id),
          vectors: { vector },
          fields: { text: terms.join(' ') },
        })),
      );
      const failed = statuses.find(({ ok }) => !ok);
      if (failed !== undefined) throw new Error(failed.message);
    }
    collection.optimizeSync();
    return {
      async search({ terms, vector }, k) {
        const params = { indexType: indexes['HNSW'], ef: 128 };
        const hits =
          terms.length === 0
            ? collection.querySync({ fieldName: 'vector', vector, params, topk: k })
            : collection.multiQuerySync({
                queries: [
                  { fieldName: 'vector', vector, params, numCandidates: 60 },
                  {
                    fieldName: 'text',
                    fts: { matchString: joinTerms(terms) },
                    params: { indexType: indexes['FTS'], defaultOperator: 'OR' },
                    numCandidates: 60,
                  },
                ],
                topk: k,
                rerank: { type: 'rrf' },
              });
        return hits.map(({ id }) => Number(id));
      },
      close: () => collection.closeSync(),
    };
  },
};
