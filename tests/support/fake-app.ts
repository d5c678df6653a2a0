/**
 * Tool of the tests: a small library in memory with the face of the program. It finds paragraphs that share pairs of
 * letters with the question; good enough to answer, and the same every time.
 */

import { createMemoryFeedbackStore } from '../../src/adapters/memory/feedback-store.js';
import { createMemoryInbox } from '../../src/adapters/memory/inbox.js';
import { createMemoryReaderStore } from '../../src/adapters/memory/reader-store.js';
import type { Alerts } from '../../src/alerts/alerts.js';
import { findQuote } from '../../src/answer/find-quote.js';
import type { BotApp } from '../../src/bot/bot-app.js';
import type { Answer, Quote } from '../../src/domain/answer.js';
import type { Article } from '../../src/domain/article.js';
import { AppError } from '../../src/errors.js';
import type { IngestReport } from '../../src/ingest/ingest-report.js';
import type { TextDocument } from '../../src/ingest/text-document.js';
import type { Intake } from '../../src/intake/run-intake.js';
import type { StoredAnswer } from '../../src/ports/answer-store.js';
import type { Inbox } from '../../src/ports/inbox.js';
import { createMemoryDeliveries } from './memory-deliveries.js';
import { createMemoryIntake } from './memory-intake.js';

/** Telegram id of the keeper of the library below. */
export const KEEPER_ID = 502;

import { traceWording } from '../../src/trace/trace-wording.js';
import { createMemoryAlerts } from './memory-alerts.js';

/** Ninety rules, long enough for several pages. */
const RULES = Array.from({ length: 90 }, (_, index) =>
  [
    `第${index + 1}条 读者每次可借图书${index + 2}册，借期为${index + 20}天。`,
    '到期前三天，馆员会以短信提醒读者；读者可以在网上续借一次，续借不得超过十五天。',
    '逾期不还的，每册每天收取一角钱滞纳金，遗失图书的按原价赔偿，珍本书按评估价赔偿。',
  ].join(''),
);

export const ARTICLES: readonly Article[] = [
  {
    id: 'a00000000001',
    document: '图书馆规章.txt',
    ordinal: 1,
    title: '市图书馆借阅规则',
    date: '2025-01-06',
    datePrecision: 'day',
    publisher: '市图书馆',
    language: 'zh',
    startLine: 1,
    endLine: 92,
    lineStarts: [[0, 3]],
    text: RULES.join('\n'),
  },
  {
    id: 'a00000000002',
    document: 'harbour-news.txt',
    ordinal: 1,
    title: 'Tide pools of the northern harbour',
    date: '2024-11',
    datePrecision: 'month',
    publisher: 'Harbour News',
    language: 'en',
    startLine: 1,
    endLine: 8,
    lineStarts: [[0, 3]],
    text: [
      'The tide pools open on the first of May each year. Visitors must wear shoes with soft soles.',
      'Limpets return to the same scar on the rock after every tide. 🦀 Crabs do not.',
      'Dogs are kept on a lead between May and September, when the terns breed.',
    ].join('\n'),
  },
];

/** What a test may change while the bot runs. */
export interface FakeApp extends BotApp {
  /** The library; replace or empty it at will. */
  articles: readonly Article[];
  /** Answers to give without looking, by question. */
  readonly answersByQuestion: Map<string, Answer>;
  /** Questions that were asked, in order. */
  readonly asked: string[];
  readonly stored: Map<string, StoredAnswer>;
  /** Texts that arrived by themselves, in order. */
  readonly taken: TextDocument[];
  readonly intake: Intake;
  readonly alerts: Alerts;
  readonly inbox: { -readonly [Member in keyof Inbox]: Inbox[Member] };
  /** Runs before each answer; may wait or throw. */
  beforeAnswer: ((question: string) => Promise<void>) | undefined;
}

/** Creates the library with {@link ARTICLES} in it. */
export function createFakeApp(top = 3): FakeApp {
  const { alerts } = createMemoryAlerts((id) => app.getArticle(id));
  const inbox = createMemoryInbox();
  const app: FakeApp = {
    inbox,
    openInbox: async () => inbox,
    config: { top, keepers: [KEEPER_ID], keepDays: 30 },
    warmUp: async () => {},
    countLibrary: async () => ({
      documents: new Set(app.articles.map(({ document }) => document)).size,
      articles: app.articles.length,
      passages: app.articles.reduce((sum, { text }) => sum + text.split('\n').length, 0),
    }),
    readReaderKey: async () => 'key of the tests',
    async forgetOld() {
      const before = Date.now() - 30 * 24 * 60 * 60 * 1000;
      return { answers: 0, votes: 0, preferences: 0, ...(await alerts.forgetOld(before)) };
    },
    intake: createMemoryIntake(async (sources) => {
      const given = sources.filter((source) => typeof source !== 'string');
      app.taken.push(...given);
      return reportTexts(given);
    }),
    deliveries: createMemoryDeliveries().deliveries,
    upkeep: {
      fix: async (id) => {
        throw new AppError('ARTICLE_NOT_FOUND', `no article ${id}`);
      },
    },
    taken: [],
    alerts,
    openAlerts: async () => alerts,
    listArticles: async () =>
      app.articles.map(({ text, lineStarts: _, ...facts }) => ({
        ...facts,
        characters: text.length,
      })),
    articles: ARTICLES,
    answersByQuestion: new Map(),
    asked: [],
    stored: new Map(),
    beforeAnswer: undefined,
    async ask(question, options) {
      app.asked.push(question);
      await app.beforeAnswer?.(question);
      if (app.articles.length === 0) throw new AppError('INDEX_EMPTY', 'no article is indexed');
      const planned = app.answersByQuestion.get(question);
      return planned ?? findAnswer(app.articles, question, options?.top ?? top);
    },
    trace: (wording) =>
      traceWording(wording, {
        store: {
          listArticles: () => app.listArticles(),
          getArticles: async (ids) => {
            const found = app.articles.filter(({ id }) => ids.includes(id));
            return new Map(found.map((article) => [article.id, article]));
          },
        },
        passages: { listPassages: async () => [] },
        versions: { listReplaced: async () => [] },
      }),
    getArticle: async (id) => app.articles.find((article) => article.id === id),
    async getContext(articleId, start, end) {
      const article = await app.getArticle(articleId);
      if (article === undefined || end > article.text.length) return undefined;
      const before = Math.max(0, article.text.lastIndexOf('\n', start - 2) + 1);
      const nextEnd = article.text.indexOf('\n', end + 1);
      const after = nextEnd < 0 ? article.text.length : nextEnd;
      return {
        article,
        before: { start: Math.min(before, start), end: start },
        quote: { start, end },
        after: { start: end, end: after },
      };
    },
    findQuote: (key) =>
      findQuote(key, {
        getArticle: app.getArticle,
        listArticles: app.listArticles,
        listPassages: async () => [],
      }),
    answers: {
      put: async (answer) => void app.stored.set(answer.id, answer),
      get: async (id) => app.stored.get(id),
      forgetBefore: async () => 0,
      removeOf: async (owner) => {
        for (const [id, answer] of app.stored) if (answer.owner === owner) app.stored.delete(id);
      },
    },
    readers: createMemoryReaderStore(),
    feedback: createMemoryFeedbackStore(),
  };
  return app;
}

/** What an ingest of texts tells when each is new. */
function reportTexts(texts: readonly TextDocument[]): IngestReport {
  const documents = texts.map(({ name, path }) => ({
    document: name,
    path,
    outcome: 'added' as const,
    articles: 1,
    passages: 1,
    characters: 1,
    encoding: 'utf-8',
    warnings: [],
  }));
  return { documents, failures: [], tookMs: 1 };
}

/** A quote of `[start, end)` of an article, with its first sentence highlighted. */
export function quoteOf(article: Article, start: number, end: number, score = 1): Quote {
  const text = article.text.slice(start, end);
  const firstStop = text.search(/[。.]/);
  return {
    text,
    highlights: firstStop < 0 ? [] : [[0, firstStop + 1]],
    score,
    citation: {
      articleId: article.id,
      document: article.document,
      title: article.title,
      ...(article.date !== undefined && { date: article.date }),
      ...(article.publisher !== undefined && { publisher: article.publisher }),
      headings: [],
      startLine: 3,
      endLine: 4,
      start,
      end,
    },
  };
}

/** An answer made of given quotes. */
export function answerOf(question: string, quotes: readonly Quote[]): Answer {
  return { question, kind: quotes.length === 0 ? 'notFound' : 'answered', quotes, tookMs: 1 };
}

/** The answer to a question that carries a number like `#12`: it says the number, so that answers can be told apart. */
export function answerNumbered(question: string): Answer {
  const [article] = ARTICLES as [(typeof ARTICLES)[number]];
  const text = `Answer to #${/#(\d+)/.exec(question)?.[1]}. That is all.`;
  return answerOf(question, [quoteOf({ ...article, text }, 0, text.length)]);
}

function findAnswer(articles: readonly Article[], question: string, top: number): Answer {
  if (/^(你好|hello(?![a-z]))/i.test(question)) {
    return { question, kind: 'notAQuestion', quotes: [], tookMs: 1 };
  }
  const pairs = listPairs(question);
  const quotes: Quote[] = [];
  for (const article of articles) {
    let start = 0;
    for (const line of article.text.split('\n')) {
      const lower = line.toLowerCase();
      const score = pairs.filter((pair) => lower.includes(pair)).length / pairs.length;
      if (score >= 0.5) quotes.push(quoteOf(article, start, start + line.length, score));
      start += line.length + 1;
    }
  }
  quotes.sort((one, other) => other.score - one.score);
  return answerOf(question, quotes.slice(0, top));
}

function listPairs(text: string): string[] {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
}
