/** The probes of `quoth doctor`, one a part of the machine. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import { readFreeBytes } from '../free-space.js';
import type { HealthProbe } from '../health.js';
import type { LibraryStateSource, PassageStore } from '../ports/article-store.js';
import { readVersion } from '../version.js';
import { readSnapshot } from './hnsw/snapshot.js';
import { checkLibrary } from './sqlite/check-library.js';
import { LIBRARY_FILE, type LibraryDatabase } from './sqlite/open-database.js';
import { type ModelFiles, verifyModel } from './transformers/model-files.js';

/** What the probes look at. */
export interface ProbedParts {
  readonly config: Config;
  readonly model: ModelFiles;
  readonly modelKey: string;
  readonly library: () => Promise<{
    readonly database: LibraryDatabase;
    readonly state: LibraryStateSource;
    readonly passages: PassageStore;
  }>;
}

/** Below this free space an ingest may fail, in bytes. */
const LITTLE_SPACE_BYTES = 512 * 1024 * 1024;
const NO_SPACE_BYTES = 32 * 1024 * 1024;

const REPAIR = 'quoth doctor --repair, or quoth restore FILE';
const REINDEX = 'quoth reindex';
const megabytes = (bytes: number): string =>
  bytes < 10 * 1024 ** 3
    ? `${(bytes / 1024 ** 2).toFixed(1)} MB`
    : `${Math.round(bytes / 1024 ** 3)} GB`;

const count = (number: number, singular: string): string =>
  `${number} ${singular}${number === 1 ? '' : 's'}`;

/** Wraps the probes of the library: once it cannot be read, the rest of them need not say so again. */
function createLibraryGate(): (run: HealthProbe['run']) => HealthProbe['run'] {
  let isUnreadable = false;
  return (run) => async () => {
    if (isUnreadable) {
      return { state: 'warning', finding: 'not checked: the library cannot be read, see above' };
    }
    try {
      return await run();
    } catch (thrown) {
      isUnreadable = true;
      throw thrown;
    }
  };
}

export function createProbes({ config, model, modelKey, library }: ProbedParts): HealthProbe[] {
  const libraryPath = join(config.indexDir, LIBRARY_FILE);
  const unlessUnreadable = createLibraryGate();
  return [
    {
      name: 'versions',
      run: async () => {
        return {
          state: 'ok',
          finding: `quoth ${readVersion()}, node ${process.version}, ${process.platform} ${process.arch}`,
        };
      },
    },
    {
      name: 'model',
      run: async () => {
        await verifyModel(model);
        const checked =
          model.checksums.size > 0 ? 'all checksums right' : 'no checksums to compare with';
        return {
          state: 'ok',
          finding: `${modelKey}, ${model.dimensions} dimensions, ${model.maxTokens} tokens, ${checked}`,
        };
      },
    },
    {
      name: 'library',
      run: unlessUnreadable(async () => {
        if (existsSync(config.indexDir) && !statSync(config.indexDir).isDirectory()) {
          throw new AppError(
            'INDEX_UNREADABLE',
            `expected the folder of a library, got a file: ${resolve(config.indexDir)}`,
            { hint: 'name a folder with --index or QUOTH_INDEX' },
          );
        }
        if (!existsSync(libraryPath)) {
          return {
            state: 'warning',
            finding: `nothing in ${resolve(config.indexDir)} yet`,
            mend: 'quoth ingest PATH…',
          };
        }
        const { documents, articles, passages } = await (await library()).state.readState();
        const finding = [
          count(documents, 'document'),
          count(articles, 'article'),
          count(passages, 'passage'),
          megabytes(statSync(libraryPath).size),
        ].join(', ');
        return documents === 0
          ? { state: 'warning', finding, mend: 'quoth ingest PATH…' }
          : { state: 'ok', finding };
      }),
    },
    {
      name: 'consistency',
      run: unlessUnreadable(async () => {
        if (!existsSync(libraryPath)) return { state: 'ok', finding: 'nothing to compare' };
        const { database, state } = await library();
        const found = checkLibrary(database);
        if (found.integrity !== 'ok') {
          throw new AppError('INDEX_UNREADABLE', `SQLite says: ${found.integrity}`, {
            hint: REPAIR,
          });
        }
        const counts = [
          [found.withoutTokens, 'passage', 'without token vectors'],
          [found.withoutTerms, 'passage', 'missing in the lexical index'],
          [found.outside, 'passage', 'outside their article'],
          [found.damaged.length, 'article', 'not as they were stored'],
          [found.stale, 'document', 'without all of its passages'],
          [found.orphans, 'row', 'that belong to nothing'],
        ] as const;
        const faults = counts.flatMap(([number, what, how]) =>
          number > 0 ? [`${count(number, what)} ${how}`] : [],
        );
        if (found.termsDamaged) faults.push('the lexical index is damaged');
        const mend = faults.length > 0 ? REPAIR : REINDEX;
        const other = (await state.readState()).models.filter((name) => name !== modelKey);
        if (other.length > 0) faults.push(`vectors of another model (${other.join(', ')})`);
        return faults.length > 0
          ? { state: 'fault', finding: faults.join(', '), mend }
          : { state: 'ok', finding: 'articles, passages, terms and vectors agree' };
      }),
    },
    {
      name: 'vectors',
      run: unlessUnreadable(async () => {
        if (!existsSync(libraryPath)) return { state: 'ok', finding: 'nothing to index' };
        const { state, passages } = await library();
        const { libraryId } = await state.readState();
        const ids = await passages.listPassageIds();
        const snapshot = await readSnapshot(config.indexDir);
        if (snapshot?.head.libraryId === libraryId) {
          return {
            state: 'ok',
            finding: `snapshot ${snapshot.head.file} is whole, ${count(ids.length, 'passage')} to find`,
          };
        }
        return ids.length === 0
          ? { state: 'ok', finding: 'nothing to index' }
          : {
              state: 'warning',
              finding:
                'no snapshot that is whole: it is made again from the library at the next start',
              mend: 'quoth ask "…"',
            };
      }),
    },
    {
      name: 'disk',
      run: async () => {
        const free = readFreeBytes(config.indexDir);
        if (free === undefined) return { state: 'ok', finding: 'the system does not tell' };
        const finding = `${megabytes(free)} free`;
        if (free < NO_SPACE_BYTES) return { state: 'fault', finding, mend: 'free some space' };
        return free < LITTLE_SPACE_BYTES
          ? { state: 'warning', finding, mend: 'free some space' }
          : { state: 'ok', finding };
      },
    },
  ];
}
