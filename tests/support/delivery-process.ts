/**
 * Tool of the tests: the delivery of the bot as a process of its own, on a fast clock, that kills itself at a given step:
 * `delivery-process.ts INDEX API_ROOT EPOCH SPEED [STEP NTH]`. It ends by itself once nothing waits any more.
 */
import { createApp } from '../../src/app.js';
import { startDelivery } from '../../src/bot/start-delivery.js';
import { loadConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { createMetrics } from '../../src/monitor/metrics.js';
import { BOT_INFO, TOKEN } from './bot-fixtures.js';
import { createFastClock } from './fast-clock.js';

const [indexDir = '', apiRoot = '', epoch = '', speed = '', step = '', nth = '1'] =
  process.argv.slice(2);
const config = loadConfig({ QUOTH_INDEX: indexDir, QUOTH_LOG_LEVEL: 'silent' });
const app = await createApp(config);
const alerts = await app.openAlerts();

let seen = 0;
/** `kill -9` when a step is reached the nth time. */
function reach(name: string): void {
  if (name !== step) return;
  seen += 1;
  if (seen === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

const { outbox, subscribers } = alerts;
const watched = {
  ...alerts,
  outbox: {
    ...outbox,
    async claim(...given: Parameters<typeof outbox.claim>) {
      reach('beforeClaim');
      const claimed = await outbox.claim(...given);
      reach('beforeSending');
      return claimed;
    },
    async settle(...given: Parameters<typeof outbox.settle>) {
      reach('beforeRecording');
      await outbox.settle(...given);
      reach('afterRecording');
    },
  },
  subscribers: {
    ...subscribers,
    async moveChat(...given: Parameters<typeof subscribers.moveChat>) {
      reach('beforeMigration');
      // The transaction is under way while the process is killed.
      setImmediate(() => reach('duringMigration'));
      await subscribers.moveChat(...given);
      reach('afterMigration');
    },
  },
};

const clock = createFastClock(Number(epoch), Number(speed));
const stop = new AbortController();
const delivering = startDelivery(
  {
    app: { ...app, openAlerts: async () => watched },
    token: TOKEN,
    botName: BOT_INFO.username,
    apiRoot,
    logger: createLogger({ level: 'silent', token: TOKEN }),
    clock,
  },
  { turns: { size: 0 }, metrics: createMetrics(clock), signal: stop.signal },
);
const looking = setInterval(async () => {
  // What waits for readers who have blocked the bot stays.
  const waiting = await outbox.listWaiting(Number.MAX_SAFE_INTEGER);
  const { sending } = await outbox.count();
  if (waiting.length + sending > 0 || stop.signal.aborted) return;
  stop.abort();
  clearInterval(looking);
  await delivering;
  await app.close();
}, 500);
