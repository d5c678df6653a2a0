/**
 * Tool of the chaos tests: the program with a real library and hashes in place of the model, as a process of its own whose clock
 * its parent moves: `node --expose-gc … long-run-process.ts INDEX API_ROOT`. The message `{ jumpMs }` is answered with what it
 * holds before the jump; the message `open` with how many updates are not settled.
 */
import { createApp } from '../../src/app.js';
import { runBot } from '../../src/bot/run-bot.js';
import { loadConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { createMetrics } from '../../src/monitor/metrics.js';
import { BOT_INFO, TOKEN } from './bot-fixtures.js';
import { answerOf, quoteOf } from './fake-app.js';
import { createHashed } from './hashed-embedder.js';
import { installJumpingClock } from './jumping-clock.js';

/** What the process holds. */
export interface Holding {
  /** After the garbage has been collected. */
  readonly heapBytes: number;
  /** Sockets, timers and the like that are open. */
  readonly resources: number;
  /** Delays under way. */
  readonly waits: number;
  readonly inboxRows: number;
  /** Lines of figures for Prometheus. */
  readonly figures: number;
}

/** One question in so many is really searched for; the others get a quote of a real article without. */
const SEARCHED = 20;

const [indexDir = '', apiRoot = ''] = process.argv.slice(2);
const clock = installJumpingClock();
const config = loadConfig({ QUOTH_INDEX: indexDir, QUOTH_KEEP_DAYS: '1' });
const app = await createApp(config, { createEmbedder: createHashed });
await app.ingest(['samples']);
const articles = await app.listArticles();
const stop = new AbortController();
const metrics = createMetrics(clock);
let questions = 0;

async function report(): Promise<Holding> {
  const counts = await metrics.countInbox();
  const { waiting = 0, running = 0, done = 0, dead = {} } = counts ?? {};
  const { text } = await metrics.print();
  globalThis.gc?.();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    resources: process.getActiveResourcesInfo().length,
    waits: clock.waiting,
    inboxRows: waiting + running + done + Object.values(dead).reduce((sum, rows) => sum + rows, 0),
    figures: text.split('\n').length,
  };
}

process.on('message', async (message: 'open' | { readonly jumpMs: number }) => {
  if (message === 'open') {
    const { waiting = 0, running = 0 } = (await metrics.countInbox()) ?? {};
    return process.send?.(waiting + running);
  }
  const holding = await report();
  clock.jump(message.jumpMs);
  process.send?.(holding);
});
process.on('disconnect', () => stop.abort());
await runBot({
  token: TOKEN,
  apiRoot,
  app: {
    ...app,
    async ask(question, options) {
      questions += 1;
      const listed = articles[questions % articles.length];
      const article = listed && (await app.getArticle(listed.id));
      if (article === undefined || questions % SEARCHED === 0) return app.ask(question, options);
      return answerOf(question, [quoteOf(article, 0, Math.min(200, article.text.length))]);
    },
  },
  clock,
  metrics,
  logger: createLogger({ level: 'info', token: TOKEN, destination: process.stdout }),
  signal: stop.signal,
  botInfo: BOT_INFO,
  onReady: () => process.send?.('ready'),
});
await app.close();
