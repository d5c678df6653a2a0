/**
 * New articles × topics → alerts: worked out from the passages as they were embedded, before they are stored, so that both
 * can be stored in one transaction. At most one alert an article and topic, with its best passage; reprints raise none.
 */
import { baseLanguage } from '../domain/article.js';
import type { Topic } from '../domain/topic.js';
import { centre } from '../domain/vectors.js';
import type { ArticleAlert, LibraryState, NewArticle } from '../ports/article-store.js';
import type { Outbox } from '../ports/outbox.js';
import type { TopicStore } from '../ports/topic-store.js';
import { isReprinted } from '../search/group-reprints.js';
import { bagTerms, type TermBag } from '../search/term-bag.js';
import { createWordCheck, type KeepsToWords } from './check-words.js';
import { addDocument, countNewPassages, type NewDocument } from './count-new.js';
import { type FollowPorts, indexTopics, readMean } from './index-followed.js';
import { type Candidate, mayReach, type TopicIndex } from './index-topics.js';
import { refreshMemory, rememberCounts } from './match-memory.js';
import { prepareTopic } from './prepare-topic.js';
import type { TopicProber } from './probe-topics.js';
import { readTopic, type TopicWords } from './read-topic.js';
import { chooseTexts, STRICTNESS_STEP, scorePassage } from './score-topic.js';

/** Earlier quotes of a topic that a new one is compared with, to tell reprints. */
export const REMEMBERED_QUOTES = 30;

export interface MatchPorts extends FollowPorts {
  readonly topics: Pick<TopicStore, 'listActive'>;
  readonly readAhead: TopicProber['readAhead'];
  readonly outbox: Pick<Outbox, 'listQuotes'>;
}

/** Finds the alerts that a document raises. @param options.state the library as it is before */
export async function findAlerts(
  document: NewDocument,
  options: { readonly state: LibraryState; readonly now: number },
  ports: MatchPorts,
): Promise<ArticleAlert[]> {
  const state = addDocument(options.state, document);
  refreshMemory(ports.memory, state);
  const lexical = countNewPassages(document, rememberCounts(ports.lexical, ports.memory));
  const near = await findNear(document, state, { ...ports, lexical });
  const groups = await readGroups(near, ports);
  await readProbesAhead(near, groups, ports);
  const passages = document.articles.flatMap((article) => article.passages);
  const averageTerms =
    passages.reduce((sum, { terms }) => sum + terms.length, 0) / (passages.length || 1);
  const best = new Map<string, { score: number; near: NearPassage; topics: readonly Topic[] }>();
  for (const entry of near) {
    const { language, articleIndex, passage } = entry;
    for (const candidate of entry.candidates) {
      const { words: at } = candidate;
      // A topic that nobody follows any more stays in the index until it is made anew.
      const group = groups.get(at);
      if (group === undefined || !mayReach(candidate, group.strictness)) continue;
      const { words, topics } = group;
      if (!entry.keepsToWords(words, passage)) continue;
      const key = `${language} ${at}`;
      let topic = ports.memory.made.prepared.get(key);
      if (topic === undefined) {
        const own = { ...state, languages: keepLanguage(state, language) };
        topic = await prepareTopic(words, own, { ...ports, lexical });
        ports.memory.made.prepared.set(key, topic);
      }
      const score = scorePassage(
        topic,
        { ...passage, language, terms: entry.bag },
        { maxSim: ports.maxSim, averageTerms },
      );
      const place = `${articleIndex} ${at}`;
      if (score > (best.get(place)?.score ?? Number.NEGATIVE_INFINITY)) {
        best.set(place, { score, near: entry, topics });
      }
    }
  }
  const found: ArticleAlert[] = [];
  for (const { score, near: entry, topics } of best.values()) {
    const { articleIndex, passage, draft } = entry;
    for (const topic of topics) {
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
  return dropReprints(found, ports.outbox);
}

/** A passage with the topics that it may concern. */
interface NearPassage {
  readonly articleIndex: number;
  readonly draft: NewArticle['draft'];
  readonly language: string;
  readonly passage: NewArticle['passages'][number];
  readonly bag: TermBag;
  readonly candidates: readonly Candidate[];
  readonly keepsToWords: KeepsToWords;
}

/** Narrows the topics for each passage of a document. */
async function findNear(
  document: NewDocument,
  state: LibraryState,
  ports: MatchPorts,
): Promise<NearPassage[]> {
  const near: NearPassage[] = [];
  const passages = document.articles.reduce((sum, article) => sum + article.passages.length, 0);
  const indexes = new Map<string, TopicIndex>();
  for (const [articleIndex, { draft, passages: own }] of document.articles.entries()) {
    const language = baseLanguage(draft.language);
    const local = { ...state, languages: keepLanguage(state, language) };
    const index =
      indexes.get(language) ?? (await indexTopics(language, local, { ...ports, passages }));
    indexes.set(language, index);
    if (index.size === 0) continue;
    const mean = await readMean(language, state, ports);
    const keepsToWords = createWordCheck(draft);
    for (const passage of own) {
      const bag = bagTerms(passage.terms);
      const candidates = index.findCandidates({
        vector: centre(passage.vector, mean),
        terms: bag,
      });
      near.push({ articleIndex, draft, language, passage, bag, candidates, keepsToWords });
    }
  }
  return near;
}

/** The topics that passages may concern, by their words: those with the same are looked at once, however many follow them. */
async function readGroups(
  near: readonly NearPassage[],
  { topics }: MatchPorts,
): Promise<ReadonlyMap<string, TopicGroup>> {
  const groups = new Map<string, TopicGroup>();
  const candidates = near.flatMap((entry) => entry.candidates.map(({ words }) => words));
  for (const topic of await topics.listActive([...new Set(candidates)])) {
    const known = groups.get(topic.words);
    if (known !== undefined) {
      known.topics.push(topic);
      known.strictness = Math.min(known.strictness, topic.strictness);
      continue;
    }
    const read = readTopic(topic.words);
    if (read.kind !== 'topic') continue;
    const { strictness } = topic;
    groups.set(topic.words, { words: read.topic, topics: [topic], strictness });
  }
  return groups;
}

interface TopicGroup {
  readonly words: TopicWords;
  readonly topics: Topic[];
  /** Of the loosest of the topics. */
  strictness: number;
}

/** Reads at once what the store keeps of the topics that have to be prepared. */
async function readProbesAhead(
  near: readonly NearPassage[],
  groups: ReadonlyMap<string, TopicGroup>,
  { memory, readAhead, readProbe, glossary }: MatchPorts,
): Promise<void> {
  const subjects = new Map<string, Set<string>>();
  for (const { language, candidates } of near) {
    for (const candidate of candidates) {
      const group = groups.get(candidate.words);
      if (group === undefined || !mayReach(candidate, group.strictness)) continue;
      if (memory.made.prepared.has(`${language} ${candidate.words}`)) continue;
      const { subject } = group.words;
      subjects.set(subject, (subjects.get(subject) ?? new Set()).add(language));
    }
  }
  await readAhead([...subjects.keys()]);
  const texts: string[] = [];
  for (const [subject, languages] of subjects) {
    const probe = await readProbe(subject);
    for (const language of languages) {
      const chosen = chooseTexts(subject, probe.language, language, glossary);
      texts.push(...chosen.flat().map(({ text }) => text));
    }
  }
  await readAhead(texts);
}

/** The one language that passages are in, as the library counts it. */
function keepLanguage(state: LibraryState, language: string): ReadonlyMap<string, number> {
  return new Map([[language, state.languages.get(language) ?? 0]]);
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
