/** Opens the library: its stores, its index, search and alerts on top of one database. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createAlerts } from '../alerts/alerts.js';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import { type CalibrationRecord, parseCalibration } from '../eval/calibration-record.js';
import type { Embedder } from '../ports/embedder.js';
import { type Aliases, parseAliases } from '../search/aliases.js';
import { cacheArticles, cachePassages, cacheReads } from '../search/cache-reads.js';
import { createVectorKeeper, type VectorKeeper } from '../search/keep-vectors.js';
import { placeVersions } from '../search/list-versions.js';
import { createMaxSim } from '../search/max-sim.js';
import { createQuestionShift } from '../search/question-shift.js';
import { createSearch } from '../search/search-passages.js';
import { createGlossary, type Glossary } from '../search/translate-words.js';
import { openHnswIndex } from './hnsw/vector-index.js';
import { createSqliteAnswerStore } from './sqlite/answer-store.js';
import { createSqliteArticleStore } from './sqlite/article-store.js';
import { createSqliteCorrectionStore } from './sqlite/correction-store.js';
import { createSqliteFeedStore } from './sqlite/feed-store.js';
import { createSqliteFeedbackStore } from './sqlite/feedback-store.js';
import { createSqliteFollowing } from './sqlite/following.js';
import { createSqliteLexicalIndex } from './sqlite/lexical-index.js';
import { createSqliteStateSource } from './sqlite/library-state.js';
import { createSqliteNoteStore } from './sqlite/note-store.js';
import type { LibraryDatabase } from './sqlite/open-database.js';
import { createSqlitePassageStore } from './sqlite/passage-store.js';
import { createSqliteReaderStore } from './sqlite/reader-store.js';
import { createSqliteVersionStore } from './sqlite/version-store.js';
import { acquireWriterLock } from './sqlite/writer-lock.js';

/** Names and set terms in other languages, for topics. */
const GLOSSARY = new URL('../../glossary.txt', import.meta.url);
/** Plain words of public life in other languages; with the glossary for questions. */
const LEXICON = new URL('../../lexicon.txt', import.meta.url);

/** Articles of which it is kept where they stand among their versions. */
const MOST_PLACES = 2000;

interface OpenLibraryOptions {
  readonly config: Pick<Config, 'indexDir' | 'aliases'>;
  readonly model: { readonly dimensions: number };
  /** Names the model and its weights; stored with what it made. */
  readonly modelKey: string;
  readonly embedder: Embedder;
}

/**
 * Puts the parts of a library together. Nothing is read yet but the aliases and the glossary.
 *
 * @throws AppError PATH_NOT_FOUND: no file of aliases
 */
export function openLibrary(
  database: LibraryDatabase,
  { config, model, modelKey, embedder }: OpenLibraryOptions,
) {
  const { db } = database;

  /** Keeps what a reader had to catch up with, unless a writer is at work: then the writer saves. */
  let saving: Promise<void> | undefined;
  const saveSnapshot = (vectors: VectorKeeper): void => {
    if (saving !== undefined || !vectors.hasUnsaved()) return;
    const save = async (): Promise<void> => {
      const lock = acquireWriterLock(config.indexDir);
      await vectors.save().finally(() => lock.release());
    };
    // A read-only or full disk, or a writer at work: the index in memory is right all the same.
    saving = save()
      .catch(() => undefined)
      .finally(() => {
        saving = undefined;
      });
  };

  const notes = createSqliteNoteStore(db);
  const state = createSqliteStateSource(db, { dimensions: model.dimensions });
  const passages = createSqlitePassageStore(db);
  const store = createSqliteArticleStore(db);
  const articles = cacheArticles(store.getArticles);
  const searched = cachePassages(passages);
  const versions = createSqliteVersionStore(db);
  // Texts of one title are compared with each other: a tenth of a second where a column has dozens.
  const places = cacheReads(async (ids: readonly string[]) => {
    const found = await placeVersions(ids, versions);
    return new Map(ids.map((id) => [id, { place: found.get(id) }]));
  }, MOST_PLACES);
  const vectors = createVectorKeeper({
    state,
    passages,
    open: (libraryId) =>
      openHnswIndex({ dir: config.indexDir, dimensions: model.dimensions, libraryId }),
  });
  const searchPorts = {
    embedder,
    passages,
    lexical: createSqliteLexicalIndex(db),
    state,
    maxSim: createMaxSim(model.dimensions),
    openVectors: async () => {
      const index = await vectors.current();
      saveSnapshot(vectors);
      return index;
    },
    findShift: createQuestionShift(embedder, { notes, model: modelKey }),
    aliases: readAliases(config.aliases),
  };
  const search = createSearch({
    ...searchPorts,
    passages: searched,
    getArticles: articles.get,
    readLexicon,
  });
  const glossary = readGlossary();
  const alerts = createAlerts({
    ...searchPorts,
    // Not from the cache: what is quoted in an alert must stand in the library now.
    getArticles: store.getArticles,
    articles: store,
    model: modelKey,
    glossary: glossary.forTopics,
    basis: `${modelKey} ${glossary.hash}`,
    ...createSqliteFollowing(db),
  });
  return {
    database,
    state,
    passages,
    store,
    vectors,
    search,
    readLexicon,
    /** Forgets what was read before the library changed; asked once a question. */
    refresh(generation: number) {
      for (const cache of [articles, searched, places]) cache.refresh(generation);
    },
    alerts,
    answers: createSqliteAnswerStore(db),
    readers: createSqliteReaderStore(db),
    feedback: createSqliteFeedbackStore(db),
    corrections: createSqliteCorrectionStore(db),
    feeds: createSqliteFeedStore(db),
    versions,
    async placeVersions(ids: readonly string[]) {
      const known = await places.get(ids);
      return new Map([...known].flatMap(([id, { place }]) => (place ? [[id, place]] : [])));
    },
    calibration: {
      read: async () => parseCalibration(await notes.read('calibration'), modelKey),
      write: (record: Omit<CalibrationRecord, 'embedder'> | undefined) =>
        notes.write('calibration', record && JSON.stringify({ ...record, embedder: modelKey })),
    },
    /** Waits for a snapshot that is being written. */
    async settle() {
      await saving;
    },
  };
}

/** The parts of an open library. */
export type Library = ReturnType<typeof openLibrary>;

/** The glossary, with a hash of its words. */
interface KnownGlossary {
  readonly groups: Aliases;
  readonly forTopics: Glossary;
  readonly hash: string;
}

let glossary: KnownGlossary | undefined;
let lexicon: Glossary | undefined;

/** Read once a process. */
function readGlossary(): KnownGlossary {
  if (glossary !== undefined) return glossary;
  const text = readFileSync(GLOSSARY, 'utf8');
  const groups = parseAliases(text);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  glossary = { groups, forTopics: createGlossary(groups), hash };
  return glossary;
}

/** Some 50,000 phrases, read once a process and in half a second: only when a question needs them. */
function readLexicon(): Glossary {
  lexicon ??= createGlossary([
    ...readGlossary().groups,
    ...parseAliases(readFileSync(LEXICON, 'utf8')),
  ]);
  return lexicon;
}

/** @throws AppError PATH_NOT_FOUND */
function readAliases(path: string): Aliases {
  try {
    return parseAliases(readFileSync(path, 'utf8'));
  } catch (cause) {
    const message = `expected a file of aliases at ${path}, found none`;
    const hint = 'correct QUOTH_ALIASES, or leave it out for the file that comes with Quoth';
    throw new AppError('PATH_NOT_FOUND', message, { hint, cause });
  }
}
