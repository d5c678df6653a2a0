/**
 * Keeps the indexes of all topics, one for each language of new passages, in step with what readers follow. What they hold of
 * a topic is worked out once and kept in the store: a new process only reads it.
 */
import { divideSum } from '../domain/vectors.js';
import type { LibraryState } from '../ports/article-store.js';
import type { EntryKind, EntryStore } from '../ports/topic-store.js';
import { fillUpMean } from '../search/prepare-question.js';
import { extractTerms } from '../search/terms.js';
import { readIdf } from './count-new.js';
import { createTopicIndex, type IndexedTopic, type TopicIndex } from './index-topics.js';
import type { KnownVector, MatchMemory } from './match-memory.js';
import { ENTRY_FORMAT, type EntryText, packEntry, readEntry } from './pack-entry.js';
import type { TopicPorts } from './prepare-topic.js';
import { readTopic } from './read-topic.js';
import { chooseTexts } from './score-topic.js';

/** Entries are worked out anew once the library has grown or shrunk by this factor: the weights of words have moved. */
const STALE_FACTOR = 1.5;
/** As many at once as cost less than a tenth of what embedding a passage does: until then the old ones serve. */
const RENEWED_A_PASSAGE = 50;

/** Topics whose entries are made together. */
const TOPICS_A_STEP = 1000;

interface EntryPorts extends TopicPorts {
  readonly entries: EntryStore;
  readonly readVectors: (texts: readonly string[]) => Promise<ReadonlyMap<string, KnownVector>>;
  /** Names the model and the glossary. */
  readonly basis: string;
}

export interface FollowPorts extends EntryPorts {
  /** What was worked out for earlier documents of a run. */
  readonly memory: MatchMemory;
}

/**
 * The index of all topics for passages of a language.
 * @param passages of the document that it is asked for
 */
export async function indexTopics(
  language: string,
  state: LibraryState,
  { passages, ...ports }: FollowPorts & { readonly passages: number },
): Promise<TopicIndex> {
  const kind = entryKind(language, ports);
  const [from, to] = [state.passages / STALE_FACTOR, state.passages * STALE_FACTOR];
  const limit = RENEWED_A_PASSAGE * passages;
  await makeEntries(await ports.entries.listMissing(kind), { language, state, ports });
  const stale = await ports.entries.listStale(kind, { from, to, limit });
  await makeEntries(stale, { language, state, ports });

  const { indexes } = ports.memory.made;
  const known = indexes.get(language) ?? {
    index: createTopicIndex(state.vectorSum.length),
    lastId: 0,
  };
  const added = await ports.entries.readSince(kind, known.lastId);
  const topics = added.map(({ words, packed }) => ({
    words,
    entry: readEntry(packed, state.vectorSum.length),
  }));
  known.index.add(topics, await readTaken(topics, { language, state, ports }));
  indexes.set(language, { index: known.index, lastId: added.at(-1)?.id ?? known.lastId });
  return known.index;
}

interface EntryOptions {
  readonly language: string;
  readonly state: LibraryState;
  readonly ports: EntryPorts;
}

/** Works out what narrowing needs of topics, and keeps it. */
export async function makeEntries(
  followed: readonly string[],
  { language, state, ports }: EntryOptions,
): Promise<void> {
  for (let from = 0; from < followed.length; from += TOPICS_A_STEP) {
    const texts = await readTexts(followed.slice(from, from + TOPICS_A_STEP), language, ports);
    const all = [...texts.values()].flat();
    const idf = await readIdf(
      all.map(({ text }) => text),
      state,
      ports.lexical,
    );
    // Measured now: the first article of the language need not wait for it.
    for (const one of new Set(all.map((text) => text.language))) {
      await ports.findShift?.(one, language);
    }
    const entries = [...texts].map(([words, of]) => ({
      words,
      packed: packEntry(of.map((one) => ({ ...one, shares: weighShares(one.text, idf) }))),
    }));
    await ports.entries.put(entryKind(language, ports), entries, state.passages);
  }
}

function entryKind(language: string, { basis }: Pick<EntryPorts, 'basis'>): EntryKind {
  return { language, basis: `${ENTRY_FORMAT} ${basis}` };
}

/** The share of a text's weight that lies on each of its terms. */
function weighShares(text: string, idf: (term: string) => number): Map<string, number> {
  const terms = [...new Set(extractTerms(text))];
  const total = terms.reduce((sum, term) => sum + idf(term), 0) || 1;
  return new Map(terms.map((term) => [term, idf(term) / total]));
}

type ChosenText = Omit<EntryText, 'shares'> & { readonly text: string };

/** The texts that stand for topics in passages of a language; none for words that are no topic. */
async function readTexts(
  followed: readonly string[],
  language: string,
  ports: EntryPorts,
): Promise<ReadonlyMap<string, readonly ChosenText[]>> {
  const topics = followed.flatMap((words) => {
    const read = readTopic(words);
    return read.kind === 'topic' ? [{ words, topic: read.topic }] : [];
  });
  const subjects = await readAllVectors(
    topics.map(({ topic }) => topic.subject),
    ports,
  );
  const chosen = topics.map(({ words, topic: { subject, isExactOnly } }) => {
    const from = subjects.get(subject)?.language ?? 'und';
    const texts = chooseTexts(subject, from, language, ports.glossary);
    // Of texts that all have to agree the first is the best known.
    return { words, isExact: isExactOnly, texts: texts.flatMap((all) => all.slice(0, 1)) };
  });
  const vectors = await readAllVectors(
    chosen.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ports,
  );
  const found = new Map<string, readonly ChosenText[]>(followed.map((words) => [words, []]));
  for (const { words, isExact, texts } of chosen) {
    const read = texts.flatMap(({ text, model }) => {
      const known = vectors.get(text);
      if (known === undefined) return [];
      const from = model === 'own' ? language : known.language;
      return [{ text, isExact, isForeign: model !== 'own', language: from, vector: known.vector }];
    });
    found.set(words, read);
  }
  return found;
}

async function readAllVectors(
  texts: readonly string[],
  ports: EntryPorts,
): Promise<ReadonlyMap<string, KnownVector>> {
  const distinct = [...new Set(texts)];
  const vectors = new Map(await ports.readVectors(distinct));
  for (const text of distinct) {
    if (!vectors.has(text)) vectors.set(text, await ports.readProbe(text));
  }
  return vectors;
}

/** What is taken off the vectors of texts, by their language. */
async function readTaken(
  topics: readonly IndexedTopic[],
  { language, state, ports }: EntryOptions,
): Promise<(from: string) => Float32Array> {
  const mean = await readMean(language, state, ports);
  const from = new Set(topics.flatMap(({ entry }) => entry.texts.map((text) => text.language)));
  const taken = new Map<string, Float32Array>();
  for (const one of from) {
    const shift = (await ports.findShift?.(one, language))?.pooled;
    taken.set(
      one,
      mean.map((value, i) => value + (shift?.[i] ?? 0)),
    );
  }
  return (one) => taken.get(one) ?? mean;
}

/** The mean of passages in a language: the library's, filled up where it holds few of them. */
export async function readMean(
  language: string,
  state: LibraryState,
  { findShift }: Pick<FollowPorts, 'findShift'>,
): Promise<Float32Array> {
  const mean = divideSum(state.vectorSum, state.passages);
  const typical = (await findShift?.(language, language))?.typical.pooled;
  return fillUpMean(mean, typical, state.languages.get(language) ?? 0);
}
