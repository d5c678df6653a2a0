/** Where an answer goes, and which posts are nobody's questions. */
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const GROUP = -100200;
const MOVED = -100700;
const CHANNEL = { id: -100900, type: 'channel', title: 'News' } as const;
const QUESTION = '读者可借图书多少册';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

/** Asks, and does something while the answer is looked for. */
async function askWhile(ask: () => void, happen: () => void): Promise<void> {
  let finish = () => {};
  bot.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
  ask();
  await bot.api.until(() => bot.app.asked.length === 1);
  happen();
  finish();
}

it('an answer follows its group into the supergroup that it has become meanwhile', async () => {
  const { people } = bot.api;
  const group = people.openGroup(GROUP, '读书会');
  await askWhile(
    () => people.post(group, LIN, `/ask ${QUESTION}`),
    () => {
      people.openGroup(MOVED, '读书会');
      group.movedTo = MOVED;
    },
  );
  expect((await bot.seeAnswer(MOVED)).text).toContain('市图书馆借阅规则');
  expect(bot.api.world.see(GROUP)).toHaveLength(1);
});

it('an answer goes to the general topic when its own was deleted meanwhile', async () => {
  const { people } = bot.api;
  const forum = people.openForum(GROUP, '读书会', [9]);
  await askWhile(
    () => people.post(forum, LIN, `/ask ${QUESTION}`, { threadId: 9 }),
    () => forum.threads.delete(9),
  );
  expect((await bot.seeAnswer(GROUP)).threadId).toBeUndefined();
});

it('posts of channels are no questions, in the channel or where they are forwarded to', async () => {
  const { people, queue } = bot.api;
  const group = people.openGroup(GROUP, '读书会');
  for (const text of [
    `@${BOT_INFO.username} ${QUESTION}`,
    `/ask@${BOT_INFO.username} ${QUESTION}`,
  ]) {
    const post = { message_id: 3, date: bot.api.world.now(), chat: CHANNEL, text };
    const entities = text.startsWith('/')
      ? [{ type: 'bot_command', offset: 0, length: text.indexOf(' ') }]
      : [{ type: 'mention', offset: 0, length: text.indexOf(' ') }];
    queue.push({
      channel_post: { ...post, sender_chat: CHANNEL, entities },
    } as unknown as Omit<Update, 'update_id'>);
    people.post(group, { id: 777000, is_bot: false, first_name: 'Telegram' }, text, {
      extra: { sender_chat: CHANNEL, is_automatic_forward: true },
    });
  }
  people.post(group, LIN, '/ask 馆员怎样提醒读者');
  await bot.seeAnswer(GROUP);
  expect(bot.app.asked).toEqual(['馆员怎样提醒读者']);
});
