/** All that can be done with topics and alerts, in one piece: what the CLI and the bot work with. */
import { citePassage } from '../answer/compose-quotes.js';
import type { Alert, AlertView, Topic } from '../domain/topic.js';
import type { ArticleAlert, ArticleStore } from '../ports/article-store.js';
import type { Outbox } from '../ports/outbox.js';
import type { EntryStore, ProbeStore, SubscriberStore, TopicStore } from '../ports/topic-store.js';
import { catchUp } from './catch-up.js';
import type { NewDocument } from './count-new.js';
import { findSimilarTopic } from './find-similar.js';
import { makeEntries } from './index-followed.js';
import { findAlerts } from './match-articles.js';
import {
  createLibraryMatcher,
  type LibraryMatch,
  type LibraryMatcher,
  type LibraryMatchPorts,
} from './match-library.js';
import { createMatchMemory } from './match-memory.js';
import { prepareTopic } from './prepare-topic.js';
import { createTopicProber, type ProbePorts } from './probe-topics.js';
import { readTopic, type TopicWords } from './read-topic.js';
import { chooseTexts, STRICTNESS_STEP } from './score-topic.js';

/** What a topic would have brought so far. */
export interface BackTest {
  /** Articles in the library. */
  readonly articles: number;
  /** Best passage of each article that comes near, best first; more than would fire. */
  readonly near: readonly LibraryMatch[];
}

/** How far below the default the near ones of a back-test reach: as far as *looser* goes. */
const NEAR = -0.21;

/** Languages that the glossary puts topics into; the library may come to hold them. */
const GLOSSARY_LANGUAGES = ['zh', 'en'] as const;

export interface Alerts {
  readonly subscribers: SubscriberStore;
  readonly topics: TopicStore;
  readonly outbox: Outbox;
  /** What a topic would have brought so far. */
  backTest(words: TopicWords): Promise<BackTest>;
  /** The one of these topics that means the same; `undefined` when none does. */
  findSimilar(words: TopicWords, topics: readonly Topic[]): Promise<Topic | undefined>;
  /**
   * Works out what matching needs of topics, and keeps it: when they are imported, so that no article has to wait for it.
   * @param onTopic told the number done so far
   */
  makeReady(words: readonly TopicWords[], onTopic?: (done: number) => void): Promise<void>;
  /** The alerts that a document raises; asked before it is stored. */
  findAlerts(document: NewDocument, now: Date): Promise<readonly ArticleAlert[]>;
  /** Raises the alerts that a topic has missed since it was paused. @returns how many */
  catchUp(topic: Topic, now: number): Promise<number>;
  /** An alert with its topic and citation; `undefined` when the article is no longer what was quoted. */
  show(alert: Alert): Promise<AlertView | undefined>;
  /** Removes a chat with all that is known of it. @returns how many topics it followed */
  forget(chatId: number): Promise<number>;
  /** Removes drafts from before a moment, and subscribers who have been gone, or followed nothing, since then; ms since 1970. */
  forgetOld(before: number): Promise<{ readonly subscribers: number; readonly drafts: number }>;
}

/** The matches of a back-test that reach a strictness. */
export function chooseMatches(test: BackTest, strictness: number): readonly LibraryMatch[] {
  return test.near.filter(({ score }) => score > strictness * STRICTNESS_STEP);
}

export type AlertPorts = Omit<LibraryMatchPorts, 'readProbe' | 'measureBackground'> &
  Omit<ProbePorts, 'articles'> & {
    readonly articles: Pick<ArticleStore, 'listArticles' | 'listArticlesSince'>;
    readonly probes: ProbeStore;
    readonly entries: EntryStore;
    /** Names the model and the glossary: what was worked out with others is not used. */
    readonly basis: string;
    readonly subscribers: SubscriberStore;
    readonly topics: TopicStore;
    readonly outbox: Outbox;
  };

export function createAlerts(ports: AlertPorts): Alerts {
  const { subscribers, topics, outbox, probes, model, getArticles } = ports;
  const prober = createTopicProber(ports);
  const topicPorts = {
    ...ports,
    readVectors: (texts: readonly string[]) => probes.readVectors(texts, model),
    readProbe: prober.readProbe,
    measureBackground: prober.measureBackground,
  };
  const memory = createMatchMemory();
  const match = createLibraryMatcher(topicPorts).match;
  const matcher: LibraryMatcher = {
    async match(words, options) {
      const found = await match(words, options);
      await prober.save();
      return found;
    },
  };
  const embedTexts = async (words: TopicWords): Promise<void> => {
    for (const text of listTexts(words, ports)) await prober.readProbe(text);
  };

  /** Takes away what was kept of words that nobody follows any more, nor has begun to. */
  const dropProbes = async (): Promise<void> => {
    const followed = (await topics.listWords()).flatMap((words) => {
      const read = readTopic(words);
      return read.kind === 'topic' ? listTexts(read.topic, ports) : [];
    });
    await probes.keepOnly(followed);
  };

  return {
    subscribers,
    topics,
    outbox,
    async backTest(words) {
      await embedTexts(words);
      const near = await matcher.match(words, { least: NEAR });
      const { articles } = await ports.state.readState();
      return { articles, near };
    },
    async makeReady(words, onTopic) {
      const state = await ports.state.readState();
      for (const [index, topic] of words.entries()) {
        await embedTexts(topic);
        await prepareTopic(topic, state, topicPorts);
        onTopic?.(index + 1);
      }
      await prober.save();
      const texts = words.map(({ text }) => text);
      for (const language of new Set([...GLOSSARY_LANGUAGES, ...state.languages.keys()])) {
        await makeEntries(texts, { language, state, ports: topicPorts });
      }
    },
    findSimilar: (words, others) => findSimilarTopic(words, others, topicPorts),
    async findAlerts(document, now) {
      const options = { state: await ports.state.readState(), now: now.getTime() };
      const found = await findAlerts(document, options, {
        ...topicPorts,
        measureBackground: prober.measureFewBackgrounds(document),
        readAhead: prober.readAhead,
        memory,
      });
      await prober.save();
      return found;
    },
    catchUp: (topic, now) => catchUp(topic, now, { ...ports, matcher }),
    async show(alert) {
      const { articleId } = alert;
      const [topic, articles] = await Promise.all([
        topics.get(alert.topicId),
        getArticles([articleId]),
      ]);
      const article = articles.get(articleId);
      const { start, end, text } = alert.quote;
      if (topic === undefined || article?.text.slice(start, end) !== text) return undefined;
      return { alert, topicName: topic.name, citation: citePassage(article, alert.quote) };
    },
    async forget(chatId) {
      const removed = await subscribers.forget(chatId);
      await dropProbes();
      return removed;
    },
    async forgetOld(before) {
      const drafts = await topics.forgetDrafts(before);
      const gone = await subscribers.forgetGone(before);
      await dropProbes();
      return { subscribers: gone, drafts };
    },
  };
}

/** Every text that can stand for a topic, also in a language that the library does not hold yet. */
function listTexts(
  { subject }: TopicWords,
  { glossary }: Pick<AlertPorts, 'glossary'>,
): readonly string[] {
  const texts = GLOSSARY_LANGUAGES.flatMap((language) =>
    chooseTexts(subject, 'und', language, glossary).flat(),
  );
  return [...new Set([subject, ...texts.map(({ text }) => text)])];
}
