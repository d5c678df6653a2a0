/** Keeps the indexes of all topics, one for each language of new passages, in step with what readers follow. */
import { centre, divideSum } from '../domain/vectors.js';
import type { LibraryState } from '../ports/article-store.js';
import { fillUpMean } from '../search/prepare-question.js';
import { readIdf } from './count-new.js';
import { createTopicIndex, type IndexedText } from './index-topics.js';
import { forgetTexts, type KnownVector, type MatchMemory } from './match-memory.js';
import type { TopicPorts } from './prepare-topic.js';
import { readTopic, type TopicWords } from './read-topic.js';
import { chooseTexts } from './score-topic.js';

export interface FollowPorts extends TopicPorts {
  readonly readVectors: (texts: readonly string[]) => Promise<ReadonlyMap<string, KnownVector>>;
  /** What was worked out for earlier documents of a run. */
  readonly memory: MatchMemory;
}

/** An index of all topics for each language that the new passages are in; topics that are new are added. */
export async function indexTopics(
  followed: readonly string[],
  state: LibraryState,
  ports: FollowPorts,
): Promise<void> {
  const { indexes } = ports.memory.made;
  for (const language of state.languages.keys()) {
    const index = indexes.get(language) ?? createTopicIndex();
    indexes.set(language, index);
    const added = followed.filter((topic) => !index.has(topic));
    if (added.length === 0) continue;
    const texts = await readTexts(added, { language, state, ports });
    const idf = await readIdf(
      texts.map(({ text }) => text),
      state,
      ports.lexical,
    );
    index.add(added, texts, idf);
  }
}

/** The texts that stand for topics in passages of a language. */
async function readTexts(
  followed: readonly string[],
  options: {
    readonly language: string;
    readonly state: LibraryState;
    readonly ports: FollowPorts;
  },
): Promise<IndexedText[]> {
  const { language, state, ports } = options;
  const topics = followed.flatMap((topic) => {
    const words = readWords(topic, ports.memory);
    return words === undefined ? [] : [{ topic, words }];
  });
  const known = await readAllVectors(
    topics.map(({ words }) => words.subject),
    ports,
  );
  const mean = await readMean(language, state, ports);
  const chosen = topics.flatMap(({ topic, words }) => {
    const subjectLanguage = known.get(words.subject)?.language ?? 'und';
    const key = `${language} ${words.subject}`;
    const texts =
      ports.memory.texts.get(key) ??
      chooseTexts(words.subject, subjectLanguage, language, ports.glossary);
    ports.memory.texts.set(key, texts);
    const isExact = words.isExactOnly;
    // Of texts that all have to agree the first is the best known.
    return texts.flatMap(([first]) => (first === undefined ? [] : [{ topic, isExact, ...first }]));
  });
  const vectors = await readAllVectors(
    chosen.map(({ text }) => text),
    ports,
  );
  const texts: IndexedText[] = [];
  for (const { topic, text, model, isExact } of chosen) {
    const probe = vectors.get(text);
    if (probe === undefined) continue;
    const from = model === 'own' ? language : probe.language;
    const shift = (await ports.findShift?.(from, language))?.pooled;
    const vector = centre(probe.vector, mean, shift);
    texts.push({ topic, text, vector, isForeign: model !== 'own', isExact });
  }
  return texts;
}

async function readAllVectors(
  texts: readonly string[],
  ports: FollowPorts,
): Promise<ReadonlyMap<string, KnownVector>> {
  const { vectors } = ports.memory;
  forgetTexts(ports.memory);
  const missing = [...new Set(texts)].filter((text) => !vectors.has(text));
  for (const [text, known] of await ports.readVectors(missing)) vectors.set(text, known);
  for (const text of missing) {
    if (!vectors.has(text)) vectors.set(text, await ports.readProbe(text));
  }
  return vectors;
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

/** Reads a topic once. @returns `undefined` for words that are no topic */
export function readWords(words: string, { read }: MatchMemory): TopicWords | undefined {
  const known = read.get(words) ?? readTopic(words);
  read.set(words, known);
  return known.kind === 'topic' ? known.topic : undefined;
}
