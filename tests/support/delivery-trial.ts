/**
 * Tool of the tests: delivery at scale and under fire. Thousands of readers, of whom some have blocked the bot and some
 * groups have moved; floods, lost answers, and a process that is killed at every step and started again. It runs against
 * the fake Bot API server, with the real store, on a clock that is faster than the machine's.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createSqliteArticleStore } from '../../src/adapters/sqlite/article-store.js';
import { createSqliteFollowing } from '../../src/adapters/sqlite/following.js';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import { createRandom } from '../../src/domain/random.js';
import { createTopic } from '../contracts/following.js';
import { BOT_INFO, TOKEN } from './bot-fixtures.js';
import { PACKAGE_ROOT } from './cli-app.js';
import { createDocument, createDraft, embedDrafts } from './drafts.js';
import { BotApiRefusal } from './fake-bot-api/refusal.js';
import { type FakeBotApi, type Fault, startFakeBotApi } from './fake-bot-api/server.js';
import { createFastClock } from './fast-clock.js';
import { createRateMeter, type Rates } from './rate-meter.js';

/** Steps at which the process is killed; the two of the server: a call has arrived, and has had its effect. */
const STEPS = [
  'beforeClaim',
  'beforeSending',
  'arrival',
  'acceptance',
  'beforeRecording',
  'afterRecording',
  'beforeMigration',
  'duringMigration',
  'afterMigration',
] as const;

export interface TrialOptions {
  readonly indexDir: string;
  readonly readers: number;
  /** How much faster than the machine's the clock is. */
  readonly speed: number;
  /** Kills at each step. */
  readonly killsAStep: number;
  readonly seed: number;
  readonly onProgress?: (line: string) => void;
}

export interface TrialReport {
  readonly readers: number;
  readonly blocked: number;
  readonly migrated: number;
  readonly alerts: number;
  readonly kills: number;
  readonly floods: number;
  readonly lostAnswers: number;
  /** Alerts of readers who can be reached. */
  readonly arrivedOnce: number;
  readonly arrivedTwice: number;
  readonly missed: number;
  /** Of these, alerts without an ambiguous attempt on record: has to be 0. */
  readonly twiceWithoutCause: number;
  readonly missedWithoutCause: number;
  readonly arrivedAtBlocked: number;
  readonly ambiguousAttempts: number;
  readonly unknown: number;
  readonly waitingForBlocked: number;
  readonly dead: number;
  readonly rates: Rates;
  /** Calls in the time that a 429 asked to wait for: has to be 0. */
  readonly callsWhileFlooded: number;
  readonly minutesOnItsClock: number;
  readonly seconds: number;
}

/** Chances of what goes wrong with a call. */
const CHANCES = { lostAnswer: 0.01, flood: 0.001 } as const;
/** Seconds that floods ask for, in turn; each is a burst of so many refusals, if the bot does not wait. */
const FLOOD_SECONDS = [1, 5, 40] as const;

export async function runDeliveryTrial(options: TrialOptions): Promise<TrialReport> {
  const startedAt = Date.now();
  const random = createRandom(options.seed);
  const api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
  const database = await openDatabase(options.indexDir);
  // Only this process, which fills the store: tens of thousands of commits need not be waited for.
  database.connection.pragma('synchronous = OFF');
  try {
    const following = createSqliteFollowing(database.db);
    const clock = createFastClock(startedAt, options.speed);
    const people = await populate(options, { api, following, database, now: startedAt });
    const meter = createRateMeter();
    const tally = { kills: 0, floods: 0, lostAnswers: 0, callsWhileFlooded: 0 };
    let floodedUntil = 0;
    let killAt: { step: string; nth: number } | undefined;
    let kill = (): void => {};
    let calls = 0;
    api.sabotage = ({ method, payload }): Fault | undefined => {
      if (method !== 'sendMessage') return undefined;
      const now = clock.now();
      if (now < floodedUntil) {
        tally.callsWhileFlooded += 1;
        return flood(Math.ceil((floodedUntil - now) / 1000));
      }
      meter.note(Number(payload['chat_id']), now);
      calls += 1;
      if (calls === killAt?.nth && (killAt.step === 'arrival' || killAt.step === 'acceptance')) {
        kill();
        return { kind: killAt.step === 'arrival' ? 'dropBefore' : 'dropAfter' };
      }
      const chance = random();
      if (chance < CHANCES.flood) {
        const seconds = FLOOD_SECONDS[tally.floods % FLOOD_SECONDS.length] as number;
        tally.floods += 1;
        floodedUntil = now + seconds * 1000;
        return flood(seconds);
      }
      if (chance < CHANCES.flood + CHANCES.lostAnswer) {
        tally.lostAnswers += 1;
        return { kind: 'dropAfter' };
      }
      return undefined;
    };

    /** Delivers until nothing waits, or the process is killed. @returns whether it was killed */
    const deliver = async (): Promise<boolean> => {
      calls = 0;
      const { step = '', nth = 1 } = killAt ?? {};
      const child = spawn(
        process.execPath,
        [
          '--import',
          import.meta.resolve('tsx'),
          path.join(PACKAGE_ROOT, 'tests/support/delivery-process.ts'),
          options.indexDir,
          api.apiRoot,
          String(startedAt),
          String(options.speed),
          step,
          String(nth),
        ],
        { cwd: PACKAGE_ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
      );
      kill = () => child.kill('SIGKILL');
      const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
        child.on('close', (...ended) => resolve(ended));
      });
      if (code !== 0 && signal !== 'SIGKILL') throw new Error(`delivery ended: ${code} ${signal}`);
      return signal === 'SIGKILL';
    };

    // Spread over the whole run: migrations are few, so that every one of them is near.
    const most = Math.max(3, Math.floor(people.alerts / (STEPS.length * options.killsAStep * 2)));
    for (let round = 0; round < options.killsAStep; round += 1) {
      for (const step of STEPS) {
        const nth = step.includes('Migration') ? 1 : 1 + Math.floor(random() * most);
        killAt = { step, nth };
        if (!(await deliver())) break;
        tally.kills += 1;
        options.onProgress?.(`killed ${step}, number ${nth}; ${api.calls.length} calls so far`);
      }
    }
    killAt = undefined;
    await deliver();

    const arrived = countArrivals(api, people);
    const counts = await following.outbox.count();
    const ambiguous = new Map(
      (await database.db.selectFrom('alerts').select(['id', 'ambiguous']).execute()).map((row) => [
        row.id,
        row.ambiguous,
      ]),
    );
    const report = { arrivedOnce: 0, arrivedTwice: 0, missed: 0 };
    const without = { twice: 0, missed: 0 };
    for (const id of people.reachable) {
      const times = arrived.get(id) ?? 0;
      const isCertain = (ambiguous.get(id) ?? 0) === 0;
      if (times === 1) report.arrivedOnce += 1;
      else if (times === 0) report.missed += 1;
      else report.arrivedTwice += 1;
      if (times > 2 || (times === 2 && isCertain)) without.twice += 1;
      if (times === 0 && isCertain) without.missed += 1;
    }
    return {
      readers: options.readers,
      blocked: people.blocked,
      migrated: people.migrated,
      alerts: people.alerts,
      ...tally,
      ...report,
      twiceWithoutCause: without.twice,
      missedWithoutCause: without.missed,
      arrivedAtBlocked: [...arrived.keys()].filter((id) => !people.reachable.has(id)).length,
      ambiguousAttempts: counts.ambiguousAttempts,
      unknown: counts.unknown,
      waitingForBlocked: counts.waiting,
      dead: counts.dead,
      rates: meter.read(),
      minutesOnItsClock: Math.round((clock.now() - startedAt) / 60_000),
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  } finally {
    await database.close();
    await api.close();
  }
}

function flood(seconds: number): Fault {
  const words = `Too Many Requests: retry after ${seconds}`;
  return { kind: 'refusal', refusal: new BotApiRefusal(429, words, { retry_after: seconds }) };
}

interface People {
  readonly alerts: number;
  readonly blocked: number;
  readonly migrated: number;
  /** Ids of the alerts whose readers can be reached. */
  readonly reachable: ReadonlySet<number>;
}

/** Readers with what waits for them: two alerts for a person, three for a group; every tenth is a group. */
async function populate(
  { readers }: TrialOptions,
  world: {
    readonly api: FakeBotApi;
    readonly following: ReturnType<typeof createSqliteFollowing>;
    readonly database: Awaited<ReturnType<typeof openDatabase>>;
    readonly now: number;
  },
): Promise<People> {
  const { api, database, following, now } = world;
  const articles = createSqliteArticleStore(database.db);
  const words = 'The ferry sails every day at noon.';
  const drafts = ['One', 'Two', 'Three'].map((title) => createDraft(title, [words]));
  const embedded = await embedDrafts(drafts, createHashEmbedder({ dimensions: 8 }));
  await articles.saveDocument(createDocument('/a.txt'), embedded.articles, embedded.tokenSum);
  const articleIds = (await articles.listArticles()).map(({ id }) => id);
  const quote = { start: 0, end: words.length, text: words, headings: [], score: 1 };

  let blocked = 0;
  let migrated = 0;
  let alerts = 0;
  const reachable = new Set<number>();
  for (let reader = 1; reader <= readers; reader += 1) {
    const isGroup = reader % 10 === 0;
    const chatId = isGroup ? -reader : reader;
    const place = api.world.addChat(
      isGroup
        ? { id: chatId, type: 'group', title: 'x' }
        : { id: chatId, type: 'private', first_name: 'x' },
    );
    const isBlocked = reader % 50 === 7;
    if (isBlocked) {
      place.closed = { errorCode: 403, description: 'Forbidden: bot was blocked by the user' };
      blocked += 1;
    }
    if (reader % 100 === 30) {
      const movedTo = -1_000_000_000_000 - reader;
      api.world.addChat({ id: movedTo, type: 'supergroup', title: 'x' });
      place.movedTo = movedTo;
      migrated += 1;
    }
    const kind = isGroup ? 'group' : 'private';
    const { id } = await following.subscribers.ensure({ chatId, kind, language: 'en' });
    const topic = createTopic(String(reader).padStart(8, '0'), id);
    await following.topics.put(topic);
    const own = articleIds.slice(0, isGroup ? 3 : 2).map((articleId) => ({
      subscriberId: id,
      topicId: topic.id,
      articleId,
      quote,
      createdAt: now + reader,
    }));
    await following.outbox.add(own);
    for (const _ of own) {
      alerts += 1;
      if (!isBlocked) reachable.add(alerts);
    }
  }
  return { alerts, blocked, migrated, reachable };
}

/** How often each alert can be seen in its chat, by the id in its buttons. */
function countArrivals(api: FakeBotApi, people: People): ReadonlyMap<number, number> {
  const arrived = new Map<number, number>();
  for (const { messages } of api.world.chats.values()) {
    for (const { reply_markup: markup } of messages.values()) {
      const [button] = markup?.inline_keyboard.flat() ?? [];
      const data = button !== undefined && 'callback_data' in button ? button.callback_data : '';
      const id = Number(/^l:\w:(\d+)/.exec(data)?.[1]);
      if (!(id >= 1 && id <= people.alerts)) throw new Error(`no alert carries ${data}`);
      arrived.set(id, (arrived.get(id) ?? 0) + 1);
    }
  }
  return arrived;
}
