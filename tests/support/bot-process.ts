/**
 * Tool of the tests: the bot as a process of its own, to be killed, with a library in memory that answers numbered questions and
 * its inbox in a file: `bot-process.ts INDEX API_ROOT`. Its log goes to stdout.
 */
import { openInbox } from '../../src/adapters/sqlite/open-inbox.js';
import { runBot } from '../../src/bot/run-bot.js';
import { createLogger } from '../../src/logger.js';
import { BOT_INFO, TOKEN } from './bot-fixtures.js';
import { answerNumbered, createFakeApp } from './fake-app.js';

const [indexDir = '', apiRoot = ''] = process.argv.slice(2);
const opened = await openInbox(indexDir);
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
await runBot({
  token: TOKEN,
  apiRoot,
  app: {
    ...createFakeApp(),
    ask: async (question) => answerNumbered(question),
    openInbox: async (botId) => opened.forBot(botId),
  },
  logger: createLogger({ level: 'debug', token: TOKEN, destination: process.stdout }),
  signal: stop.signal,
  botInfo: BOT_INFO,
});
await opened.close();
