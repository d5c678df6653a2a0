/** `/status`: what the keeper sees of the library, the questions, the alerts and the feeds; nobody else sees anything. */
import { describe, expect, it } from 'vitest';
import { AppError, ERROR_CODES } from '../../src/errors.js';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createRecordingBot } from '../support/recording-bot.js';
import { command, message, textsOf } from '../support/updates.js';

function createKeptBot() {
  const clock = createFakeClock();
  const bot = createRecordingBot({ clock });
  Object.assign(bot.app.config, { keepers: [ANN.id] });
  return { bot, clock };
}

const lastText = (bot: Parameters<typeof textsOf>[0]) => String(textsOf(bot).at(-1));

describe('/status', () => {
  it('answers keepers only', async () => {
    const { bot } = createKeptBot();
    Object.assign(bot.app.config, { keepers: [] });
    await bot.handle(command('/status'));
    expect(lastText(bot)).toBe(en.help);
  });

  it('tells how much there is, and that all is well', async () => {
    const { bot, clock } = createKeptBot();
    await clock.advance(7000);
    bot.metrics.watchInbox(bot.app.inbox);
    await bot.handle(command('/status'));
    expect(lastText(bot).split('\n')).toEqual([
      'Documents: 2, articles: 2, passages: 93',
      'Model and index: ready',
      'Questions under way: 0 (oldest waits 0 s)',
      'Telegram last answered 7 s ago',
      'Inbox: 0 waiting (oldest 0 s), 0 under way',
      'Unanswered in two days: 0 too late, 0 too many at once, 0 failed, 0 in doubt, 0 cut off',
      'Topics: 0',
      'Alerts waiting: 0 (oldest 0 min)',
      'Sent: 0, given up: 0, unknown: 0, unsure attempts: 0',
      'Feeds and channels: 0, failing: 0',
      'Votes on answers: 👍 0, 👎 0',
    ]);
  });

  it('tells what is missing, what waits, what nobody knows of, and which feeds fail', async () => {
    const { bot, clock } = createKeptBot();
    bot.app.warmUp = () => Promise.reject(new AppError('INDEX_OTHER_MODEL', 'another model'));
    // Three questions of three readers, two at a time: one waits.
    bot.app.beforeAnswer = () => new Promise(() => {});
    for (const id of [1, 2, 3]) {
      const from = { ...ANN, id };
      void bot.bot.handleUpdate({
        update_id: 100 + id,
        ...message({ text: 'x?', from, chat: { id, type: 'private', first_name: 'x' } }),
      });
    }
    const { subscribers, topics, outbox } = bot.app.alerts;
    const { id } = await subscribers.ensure({ chatId: 5, kind: 'private', language: 'en' });
    const words = { words: 'crabs', name: 'crabs', strictness: 0, isMuted: false };
    await topics.put({ ...words, id: 'topic001', subscriberId: id, state: 'active', createdAt: 1 });
    const quote = { start: 0, end: 5, text: 'crabs', headings: [], score: 1 };
    const alert = { subscriberId: id, topicId: 'topic001', quote, createdAt: 0 };
    await outbox.add([
      { ...alert, articleId: 'a00000000001' },
      { ...alert, articleId: 'a00000000002' },
    ]);
    const [raised] = await outbox.claim(id, { now: 0, limit: 1 });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (attempt === 1) await outbox.claim(id, { now: 1, limit: 1 });
      await outbox.settle([raised?.id ?? 0], { kind: 'ambiguous', at: 0 });
    }
    const feed = {
      id: 4,
      kind: 'web' as const,
      address: 'https://feed.example/rss',
      title: 'Harbour News',
      addedAt: '2026-11-25T00:00:00Z',
      nextPullAt: 0,
      failures: 3,
      fault: { code: 'FETCH_FAILED', message: 'x' },
    };
    const { fault: _, ...well } = feed;
    const list = async () => [feed, { ...well, id: 5, failures: 0 }];
    Object.assign(bot.app.intake, { feeds: { ...bot.app.intake.feeds, list } });
    const waits = { lane: 'a', expiresAt: Number.MAX_SAFE_INTEGER, payload: '{}' };
    await bot.app.inbox.add(
      [1, 2, 3].map((updateId) => ({ ...waits, updateId })),
      0,
    );
    const claimed = await bot.app.inbox.claim({ now: 0, limit: 1 });
    const [{ id: doubtful } = { id: 0 }] = claimed.updates;
    await bot.app.inbox.settle(doubtful, { kind: 'dead', reason: 'unsure' }, 0);
    await bot.app.inbox.claim({ now: 0, limit: 1 });
    bot.metrics.watchInbox(bot.app.inbox);
    await clock.advance(120_000);
    await bot.bot.handleUpdate({ update_id: 200, ...command('/status') });
    await clock.advance(0);
    const lines = lastText(bot).split('\n');
    const { hint } = ERROR_CODES.INDEX_OTHER_MODEL;
    expect(lines).toContain(`Model and index: INDEX_OTHER_MODEL (${hint})`);
    expect(lines).toContain('Questions under way: 3 (oldest waits 120 s)');
    expect(lines).toContain('Inbox: 1 waiting (oldest 120 s), 1 under way');
    expect(lines.join()).toContain('0 failed, 1 in doubt, 0 cut off');
    expect(lines).toContain('Topics: 1');
    expect(lines).toContain('Alerts waiting: 1 (oldest 2 min)');
    expect(lines).toContain('Sent: 0, given up: 0, unknown: 1, unsure attempts: 2');
    expect(lines).toContain('Feeds and channels: 2, failing: 1');
    const named = lines.filter((line) => line.startsWith('• '));
    expect(named).toHaveLength(1);
    expect(named[0]).toMatch(/^• 4 · Harbour News · /);
    expect(named[0]).toContain(en.feedUnreachable);
  });
});
