/**
 * New articles × topics → alerts: worked out from the passages as they were embedded, before they are stored, so that both
 * can be stored in one transaction. At most one alert an article and topic, with its best passage; reprints raise none.
 */
import { baseLanguage } from '../domain/article.js';
import type { Topic } from '../domain/topic.js';
import { centre, divideSum } from '../domain/vectors.js';
import type { ArticleAlert, LibraryState } from '../ports/article-store.js';
import type { Outbox } from '../ports/outbox.js';
import { foldText } from '../search/fold-text.js';
import { isReprinted } from '../search/group-reprints.js';
import { passageText } from '../search/load-passages.js';
import { fillUpMean } from '../search/prepare-question.js';
import { bagTerms } from '../search/term-bag.js';
import { addDocument, countNewPassages, type NewDocument, readIdf } from './count-new.js';
import { createTopicIndex, type IndexedText } from './index-topics.js';
import {
  forgetTexts,
  type KnownVector,
  type MatchMemory,
  refreshMemory,
  rememberCounts,
} from './match-memory.js';
import { keepsToWords, readTopic, type TopicWords } from './read-topic.js';
import {
  chooseTexts,
  prepareTopic,
  STRICTNESS_STEP,
  scorePassage,
  type TopicPorts,
} from './score-topic.js';

/** Earlier quotes of a topic that a new one is compared with, to tell reprints. */
export const REMEMBERED_QUOTES = 30;

export interface MatchPorts extends TopicPorts {
  readonly readVectors: (
    texts: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly language: string; readonly vector: Float32Array }>>;
  readonly outbox: Pick<Outbox, 'listQuotes'>;
  /** What was worked out for earlier documents of a run. */
  readonly memory: MatchMemory;
}

/** Finds the alerts that a document raises. @param state the library as it is before */
export async function findAlerts(
  topics: readonly Topic[],
  document: NewDocument,
  options: { readonly state: LibraryState; readonly now: number },
  ports: MatchPorts,
): Promise<ArticleAlert[]> {
  if (topics.length === 0) return [];
  const state = addDocument(options.state, document);
  const groups = groupTopics(topics, ports.memory);
  const languages = new Set(document.articles.map(({ draft }) => baseLanguage(draft.language)));
  const local = { ...state, languages: keepLanguages(state, languages) };
  refreshMemory(ports.memory, groups.size, state.passages);
  const counted = countNewPassages(document, rememberCounts(ports.lexical, ports.memory));
  const { indexes, prepared } = ports.memory.made;
  await indexGroups(groups, local, { ...ports, lexical: counted });
  const passages = document.articles.flatMap((article) => article.passages);
  const averageTerms =
    passages.reduce((sum, { terms }) => sum + terms.length, 0) / (passages.length || 1);
  const found: ArticleAlert[] = [];
  for (const [articleIndex, { draft, passages: own }] of document.articles.entries()) {
    const language = baseLanguage(draft.language);
    const index = indexes.get(language);
    if (index === undefined) continue;
    const mean = await readMean(language, state, ports);
    const articleWords = createOnceText(() => `${draft.title}\n${draft.text}`);
    const best = new Map<string, { score: number; passage: (typeof own)[number] }>();
    for (const passage of own) {
      const vector = centre(passage.vector, mean);
      const bag = bagTerms(passage.terms);
      const passageWords = createOnceText(() => passageText(draft, passage));
      for (const at of index.findCandidates({ vector, terms: passage.terms })) {
        // A topic that nobody follows any more stays in the index until it is made anew.
        const words = groups.get(at)?.words;
        if (words === undefined) continue;
        const hasRules = words.exact.length > 0 || words.excluded.length > 0;
        if (hasRules && !keepsToWords(words, articleWords(), passageWords())) continue;
        const key = `${language} ${words.text}`;
        let topic = prepared.get(key);
        if (topic === undefined) {
          const own = { ...local, languages: keepLanguages(state, new Set([language])) };
          topic = await prepareTopic(words, own, { ...ports, lexical: counted });
          prepared.set(key, topic);
        }
        const score = scorePassage(
          topic,
          { ...passage, language, terms: bag },
          { maxSim: ports.maxSim, averageTerms },
        );
        if (score > (best.get(at)?.score ?? Number.NEGATIVE_INFINITY)) {
          best.set(at, { score, passage });
        }
      }
    }
    for (const [at, { score, passage }] of best) {
      for (const topic of groups.get(at)?.topics ?? []) {
        const above = score - topic.strictness * STRICTNESS_STEP;
        if (above <= 0) continue;
        const { start, end, headings } = passage;
        found.push({
          articleIndex,
          subscriberId: topic.subscriberId,
          topicId: topic.id,
          quote: { start, end, headings, text: draft.text.slice(start, end), score: above },
          createdAt: options.now,
        });
      }
    }
  }
  return dropReprints(found, ports.outbox);
}

/** The mean of passages in a language: the library's, filled up where it holds few of them. */
async function readMean(
  language: string,
  state: LibraryState,
  { findShift }: Pick<MatchPorts, 'findShift'>,
): Promise<Float32Array> {
  const mean = divideSum(state.vectorSum, state.passages);
  const typical = (await findShift?.(language, language))?.typical.pooled;
  return fillUpMean(mean, typical, state.languages.get(language) ?? 0);
}

/** Folds a text when it is first needed: most topics ask for no word in particular. */
function createOnceText(read: () => string): () => string {
  let folded: string | undefined;
  return () => {
    folded ??= foldText(read());
    return folded;
  };
}

/** The languages that a document is in, as the library counts them. */
function keepLanguages(
  state: LibraryState,
  languages: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  return new Map([...state.languages].filter(([language]) => languages.has(language)));
}

/** Topics with the same words are looked at once, however many readers follow them. */
interface TopicGroup {
  readonly words: TopicWords;
  readonly topics: Topic[];
}

/** @returns by the topics' words */
function groupTopics(topics: readonly Topic[], memory: MatchMemory): Map<string, TopicGroup> {
  const groups = new Map<string, TopicGroup>();
  for (const topic of topics) {
    const known = groups.get(topic.words);
    if (known !== undefined) {
      known.topics.push(topic);
      continue;
    }
    const read = memory.read.get(topic.words) ?? readTopic(topic.words);
    memory.read.set(topic.words, read);
    if (read.kind === 'topic') groups.set(topic.words, { words: read.topic, topics: [topic] });
  }
  return groups;
}

/** An index of all topics for each language that the new passages are in; topics that are new are added. */
async function indexGroups(
  groups: ReadonlyMap<string, TopicGroup>,
  state: LibraryState,
  ports: MatchPorts,
): Promise<void> {
  const { indexes } = ports.memory.made;
  for (const language of state.languages.keys()) {
    const index = indexes.get(language) ?? createTopicIndex();
    indexes.set(language, index);
    const added = [...groups].filter(([topic]) => !index.has(topic));
    if (added.length === 0) continue;
    const texts = await readTexts(added, { language, state, ports });
    const idf = await readIdf(
      texts.map(({ text }) => text),
      state,
      ports.lexical,
    );
    index.add(
      added.map(([topic]) => topic),
      texts,
      idf,
    );
  }
}

/** The texts that stand for topics in passages of a language. */
async function readTexts(
  groups: readonly (readonly [string, TopicGroup])[],
  options: {
    readonly language: string;
    readonly state: LibraryState;
    readonly ports: MatchPorts;
  },
): Promise<IndexedText[]> {
  const { language, state, ports } = options;
  const known = await readAllVectors(
    groups.map(([, { words }]) => words.subject),
    ports,
  );
  const mean = await readMean(language, state, ports);
  const chosen = groups.flatMap(([topic, { words }]) => {
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
  ports: MatchPorts,
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

/** Leaves out what a topic was already told in nearly the same words, before or by this very document. */
async function dropReprints(
  alerts: readonly ArticleAlert[],
  outbox: Pick<Outbox, 'listQuotes'>,
): Promise<ArticleAlert[]> {
  const topicIds = [...new Set(alerts.map(({ topicId }) => topicId))];
  const known = new Map<string, string[]>();
  for (const [topicId, quotes] of await outbox.listQuotes(topicIds, REMEMBERED_QUOTES)) {
    known.set(topicId, [...quotes]);
  }
  return alerts.filter(({ topicId, quote }) => {
    const quotes = known.get(topicId) ?? [];
    if (isReprinted(quote.text, quotes)) return false;
    known.set(topicId, [...quotes, quote.text]);
    return true;
  });
}
