/** Tools to test the CLI in this process: streams that remember, and a small library in memory. */

import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createMemoryAnswerStore } from '../../src/adapters/memory/answer-store.js';
import { createMemoryFeedbackStore } from '../../src/adapters/memory/feedback-store.js';
import { createMemoryInbox } from '../../src/adapters/memory/inbox.js';
import { createMemoryReaderStore } from '../../src/adapters/memory/reader-store.js';
import type { App, AskOptions } from '../../src/app.js';
import type { InputStream, OutputStream } from '../../src/cli/cli-context.js';
import type { CliParts } from '../../src/cli/cli-parts.js';
import { runCli } from '../../src/cli/run-cli.js';
import type { Config } from '../../src/config.js';
import type { Answer, Quote } from '../../src/domain/answer.js';
import type { Article, ArticleSummary } from '../../src/domain/article.js';
import { AppError } from '../../src/errors.js';
import { createMemoryAlerts } from './memory-alerts.js';
import { createMemoryDeliveries } from './memory-deliveries.js';
import { createMemoryIntake } from './memory-intake.js';

/** The package that the tests belong to. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SENTENCES = [
  'Books may be kept for thirty days.',
  'A reader who is late pays nothing.',
  'Dogs wait outside the door.',
  'Guide dogs may come in.',
  'The library is closed on Mondays.',
];

/** The one article of the library in memory; each sentence is a passage. */
export const ARTICLE: Article = {
  id: '0123456789ab',
  document: 'rules.txt',
  ordinal: 1,
  title: 'Rules of the harbour library',
  date: '2025-01-06',
  datePrecision: 'day',
  publisher: 'Harbour Letter',
  language: 'en',
  startLine: 1,
  endLine: 6,
  text: SENTENCES.join(' '),
  lineStarts: [[0, 2]],
};

/** One quote a sentence that shares a word of four letters or more with the question. */
function findQuotes(question: string): Quote[] {
  const words = question.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return SENTENCES.filter((sentence) =>
    words.some((word) => sentence.toLowerCase().includes(word)),
  ).map((text, index) => {
    const start = ARTICLE.text.indexOf(text);
    return {
      text,
      highlights: [[0, text.length]],
      score: 1 - index / 10,
      citation: {
        articleId: ARTICLE.id,
        document: ARTICLE.document,
        title: ARTICLE.title,
        date: '2025-01-06',
        datePrecision: 'day',
        publisher: 'Harbour Letter',
        headings: ['Chapter 2', '§ 4'],
        startLine: 2,
        endLine: 2,
        start,
        end: start + text.length,
      },
      explanation: { vector: { rank: 1, score: 0.875 }, lexical: { score: 0 } },
    };
  });
}

/** What a test may look at and change of the library in memory. */
export interface MemoryApp extends App {
  isClosed: boolean;
  /** Paths of each ingest. */
  readonly ingested: string[][];
  articles: Article[];
}

/** Creates a library in memory. `parts` replaces members. */
export function createMemoryApp(config: Config, parts: Partial<App> = {}): MemoryApp {
  const app: MemoryApp = {
    isClosed: false,
    ingested: [],
    articles: [ARTICLE],
    config,
    async ingest(sources) {
      app.ingested.push(
        sources.map((source) => (typeof source === 'string' ? source : source.path)),
      );
      app.articles = [ARTICLE];
      return { documents: [], failures: [], tookMs: 12 };
    },
    deliveries: createMemoryDeliveries().deliveries,
    intake: createMemoryIntake((sources) => app.ingest(sources)),
    async ask(question: string, options: AskOptions = {}): Promise<Answer> {
      if (app.articles.length === 0) throw new AppError('INDEX_EMPTY', 'the library is empty');
      const quotes = findQuotes(question).slice(0, options.top ?? config.top);
      const shown = options.explain ? quotes : quotes.map(({ explanation: _, ...rest }) => rest);
      return {
        question,
        kind: quotes.length > 0 ? 'answered' : 'notFound',
        quotes: shown,
        tookMs: 3,
      };
    },
    search: refuse,
    readCalibration: async () => undefined,
    writeCalibration: refuse,
    listArticles: async () => app.articles.map(summarise),
    listVersions: async (id) =>
      app.articles
        .filter((article) => article.id === id)
        .map((article) => ({ ...article, arrivedAt: '2025-01-06T00:00:00.000Z' })),
    getArticle: async (id) => app.articles.find((article) => article.id === id),
    async getContext(articleId, start, end) {
      const article = await app.getArticle(articleId);
      if (!article) return undefined;
      const before = { start: Math.max(0, start - 20), end: start };
      return { article, before, quote: { start, end }, after: { start: end, end: end + 10 } };
    },
    openInbox: async () => createMemoryInbox(),
    trace: refuse,
    openAlerts: async () => createMemoryAlerts(app.getArticle).alerts,
    upkeep: {
      backup: refuse,
      restore: refuse,
      remove: refuse,
      repair: refuse,
      reindex: refuse,
      discardReindex: refuse,
      exportLines: () => {
        throw new Error('not part of this test');
      },
    },
    answers: createMemoryAnswerStore(),
    readers: createMemoryReaderStore(),
    feedback: createMemoryFeedbackStore(),
    forgetOld: async () => ({ answers: 0, votes: 0, preferences: 0, subscribers: 0, drafts: 0 }),
    countLibrary: async () => ({ documents: 1, articles: app.articles.length, passages: 5 }),
    readReaderKey: async () => 'key of the tests',
    checkHealth: async () => ({
      checks: [{ name: 'index', state: 'ok', finding: '5 passages' }],
      healthy: true,
    }),
    warmUp: async () => {},
    async close() {
      app.isClosed = true;
    },
    ...parts,
  };
  return app;
}

const refuse = () => Promise.reject(new Error('not part of this test'));

function summarise({ text, lineStarts: _, ...facts }: Article): ArticleSummary {
  return { ...facts, characters: text.length };
}

/** What a run of the CLI left behind. */
export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test gives to a run. */
export interface CliRunOptions {
  readonly app?: (config: Config) => App;
  readonly parts?: Partial<CliParts>;
  readonly env?: Readonly<Record<string, string>>;
  /** What stdin brings. */
  readonly input?: string;
  /** A stream that a test writes to itself. */
  readonly stdin?: InputStream;
  /** stdin and stdout are a terminal of that size. */
  readonly terminal?: { readonly columns: number; readonly rows: number };
  readonly signal?: AbortSignal;
  readonly isOutputClosed?: () => boolean;
  readonly packageRoot?: string;
  /** Called with everything on stdout so far, whenever more was written. */
  readonly onOutput?: (stdout: string) => void;
}

/** Runs a command line in this process. */
export async function runInProcess(args: string[], options: CliRunOptions = {}): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr') => {
    const stream = new PassThrough().setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      written[name] += chunk;
      if (name === 'stdout') options.onOutput?.(written.stdout);
    });
    return name === 'stdout' && options.terminal
      ? (Object.assign(stream, { isTTY: true, ...options.terminal }) as OutputStream)
      : stream;
  };
  const refuse = () => Promise.reject(new Error('not part of this test'));
  const exitCode = await runCli(
    args,
    {
      stdin: options.stdin ?? Readable.from(options.input ? [options.input] : []),
      stdout: collect('stdout'),
      stderr: collect('stderr'),
      env: options.env ?? {},
      loadEnvFile: () => {},
      packageRoot: options.packageRoot ?? PACKAGE_ROOT,
      signal: options.signal ?? new AbortController().signal,
      isOutputClosed: options.isOutputClosed ?? (() => false),
    },
    {
      createApp: async (config) => (options.app ?? createMemoryApp)(config),
      runBot: refuse,
      pullModel: refuse,
      listModels: refuse,
      ...options.parts,
    },
  );
  // PassThrough hands its chunks on in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  return { exitCode, ...written };
}
