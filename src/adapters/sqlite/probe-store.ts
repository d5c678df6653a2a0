/** What matching knows of topics' words, in SQLite. The words themselves are kept as a hash only. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ProbeStore, TopicProbe } from '../../ports/topic-store.js';
import type { TopicProbesTable } from './alerts-schema.js';
import { toBlob, toFloats } from './blobs.js';
import type { DatabaseSchema } from './schema.js';
import { splitForQuery } from './split-query.js';

/** Bytes of a scale in front of a token's dimensions. */
const SCALE_BYTES = 4;

export function createSqliteProbeStore(db: Kysely<DatabaseSchema>): ProbeStore {
  return {
    async read(texts, model) {
      const found = new Map<string, TopicProbe>();
      const byHash = new Map(texts.map((text) => [hashText(text), text]));
      for (const hashes of splitForQuery([...byHash.keys()])) {
        const rows = await db
          .selectFrom('topic_probes')
          .selectAll()
          .where('model', '=', model)
          .where('text_hash', 'in', hashes)
          .execute();
        for (const row of rows) found.set(byHash.get(row.text_hash) ?? '', toProbe(row));
      }
      return found;
    },
    async readVectors(texts, model) {
      const found = new Map<string, Pick<TopicProbe, 'language' | 'vector'>>();
      const byHash = new Map(texts.map((text) => [hashText(text), text]));
      for (const hashes of splitForQuery([...byHash.keys()])) {
        const rows = await db
          .selectFrom('topic_probes')
          .select(['text_hash', 'language', 'vector'])
          .where('model', '=', model)
          .where('text_hash', 'in', hashes)
          .execute();
        for (const { text_hash, language, vector } of rows) {
          found.set(byHash.get(text_hash) ?? '', { language, vector: toFloats(vector) });
        }
      }
      return found;
    },
    async put(probes) {
      if (probes.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        for (const [text, probe] of probes) {
          const row = toRow(text, probe);
          await transaction
            .insertInto('topic_probes')
            .values(row)
            .onConflict((conflict) => conflict.columns(['text_hash', 'model']).doUpdateSet(row))
            .execute();
        }
      });
    },
    async keepOnly(texts) {
      const kept = new Set(texts.map(hashText));
      const rows = await db.selectFrom('topic_probes').select('text_hash').distinct().execute();
      const gone = rows.map((row) => row.text_hash).filter((hash) => !kept.has(hash));
      for (const hashes of splitForQuery(gone)) {
        await db.deleteFrom('topic_probes').where('text_hash', 'in', hashes).execute();
      }
    },
  };
}

function toRow(text: string, probe: TopicProbe): TopicProbesTable {
  return {
    text_hash: hashText(text),
    model: probe.model,
    language: probe.language,
    vector: toBlob(probe.vector),
    token_weights: JSON.stringify(probe.tokenWeights),
    token_vectors: packRows(probe.tokenVectors, probe.vector.length),
    backgrounds: JSON.stringify(probe.backgrounds),
  };
}

function toProbe(row: TopicProbesTable): TopicProbe {
  const vector = toFloats(row.vector);
  return {
    model: row.model,
    language: row.language,
    vector,
    tokenVectors: unpackRows(row.token_vectors, vector.length),
    tokenWeights: JSON.parse(row.token_weights) as number[],
    backgrounds: JSON.parse(row.backgrounds) as TopicProbe['backgrounds'],
  };
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function packRows(rows: Float32Array, dimensions: number): Buffer {
  const stride = SCALE_BYTES + dimensions;
  const count = rows.length / dimensions;
  const packed = Buffer.alloc(count * stride);
  for (let row = 0; row < count; row += 1) {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
    let peak = 0;
    for (const value of values) peak = Math.max(peak, Math.abs(value));
    const scale = peak / 127 || 1;
    packed.writeFloatLE(scale, row * stride);
    const at = row * stride + SCALE_BYTES;
    // A byte takes the lower eight bits, the sign with them.
    for (let i = 0; i < dimensions; i += 1) packed[at + i] = Math.round((values[i] ?? 0) / scale);
  }
  return packed;
}

function unpackRows(packed: Uint8Array, dimensions: number): Float32Array {
  const stride = SCALE_BYTES + dimensions;
  const count = packed.length / stride;
  const { buffer, byteOffset, byteLength } = packed;
  const view = new DataView(buffer, byteOffset, byteLength);
  const bytes = new Int8Array(buffer, byteOffset, byteLength);
  const rows = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    const scale = view.getFloat32(row * stride, true);
    const at = row * stride + SCALE_BYTES;
    for (let i = 0; i < dimensions; i += 1) {
      rows[row * dimensions + i] = (bytes[at + i] as number) * scale;
    }
  }
  return rows;
}
