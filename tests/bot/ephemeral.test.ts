/** Questions in a group that nobody else sees, where the client can ask so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_INFO, LIN } from '../support/bot-fixtures.js';
import type { FakeChat } from '../support/fake-bot-api/world.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const GROUP = -100200;
const QUESTION = '/ask 读者可借图书多少册';

let bot: RunningBot;
let group: FakeChat;
beforeEach(async () => {
  bot = await startRunningBot();
  group = bot.api.people.openGroup(GROUP, '读书会');
});
afterEach(() => bot.close());

const seeQuiet = () =>
  bot.api.until(() => [...group.ephemeral.values()].find(({ from }) => from?.is_bot === true));

/** Makes the bot late: by then Telegram takes no reply any more. */
async function answerLate(): Promise<void> {
  let finish = () => {};
  bot.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
  bot.api.people.whisper(group, LIN, QUESTION);
  await bot.api.until(() => bot.app.asked.length === 1);
  bot.api.world.aheadMs = 16_000;
  finish();
}

describe('a question that nobody else sees', () => {
  it('is answered so that nobody else sees it, with links only', async () => {
    bot.api.people.whisper(group, LIN, QUESTION);
    const answer = await seeQuiet();
    expect(answer.receiver_user?.id).toBe(LIN.id);
    expect(answer.text).toContain('市图书馆借阅规则 · 市图书馆');
    const buttons = answer.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ text }) => text)).toEqual(['看上下文', '再看 9 段']);
    expect(group.messages.size).toBe(0);
    const methods = bot.api.calls.map(({ method }) => method);
    expect(methods).not.toContain('sendChatAction');
  });

  it('may be written in reply to such an answer, without a command', async () => {
    bot.api.people.whisper(group, LIN, QUESTION.slice('/ask '.length));
    expect((await seeQuiet()).text).toContain('市图书馆借阅规则');
  });

  it('is answered in its own right when it is too late for a reply, by an admin', async () => {
    group.admins.add(BOT_INFO.id);
    await answerLate();
    await seeQuiet();
    expect(group.messages.size).toBe(0);
  });

  it('is answered in the chat with its reader where Telegram does not take it', async () => {
    bot.api.people.openPrivate(LIN);
    await answerLate();
    expect((await bot.seeAnswer(LIN.id)).text).toContain('市图书馆借阅规则');
    expect(group.messages.size).toBe(0);
  });

  it('is answered in front of the group only when there is no other way', async () => {
    await answerLate();
    const answer = await bot.seeAnswer(GROUP);
    expect(answer.text).not.toContain('多少册');
    expect(answer.replyTo).toBeUndefined();
  });

  it('is offered in groups only', async () => {
    const firstOf = async (scope: string) => {
      const set = await bot.api.until(() => bot.api.profile.get(`setMyCommands/${scope}`));
      return (set as { commands: { is_ephemeral?: boolean }[] }).commands[0];
    };
    expect((await firstOf('all_group_chats'))?.is_ephemeral).toBe(true);
    expect((await firstOf('all_private_chats'))?.is_ephemeral).toBeUndefined();
  });
});
