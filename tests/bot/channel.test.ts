/** Channels and feeds in the bot, over the fake Bot API server: who may add them, and what becomes of posts. */
import type { Chat, Update, User } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import { KEEPER_ID } from '../support/fake-app.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';
import { makeRss, startWebServer, type WebServer } from '../support/web-server.js';

const CHANNEL: Chat.ChannelChat = {
  id: -1001234567890,
  type: 'channel',
  title: 'Harbour News',
  username: 'harbour_news',
};
const KEEPER = { ...ANN, id: KEEPER_ID };

/** For a machine with a lot to do: a feed is parsed in a thread that has to start first. */
const PATIENCE_MS = 50_000;

let bot: RunningBot;
let web: WebServer;
let stopIntake: () => Promise<void>;
beforeEach(async () => {
  bot = await startRunningBot();
  web = await startWebServer();
  const stopping = new AbortController();
  const running = bot.app.intake.run({ signal: stopping.signal });
  stopIntake = async () => {
    stopping.abort();
    await running;
  };
});
afterEach(async () => {
  await stopIntake();
  await bot.close();
  await web.close();
});

const push = (update: object) => bot.api.queue.push(update as Omit<Update, 'update_id'>);
const now = (): number => Math.floor(Date.now() / 1000);

function postInChannel(messageId: number, fields: object, kind = 'channel_post'): void {
  push({ [kind]: { message_id: messageId, date: now(), chat: CHANNEL, ...fields } });
}

function changeMember(from: User, status: string, chat: Chat = CHANNEL): void {
  const member = { user: { id: 1, is_bot: true, first_name: 'Quoth' }, status };
  const update = { chat, from, date: now(), old_chat_member: member, new_chat_member: member };
  push({ my_chat_member: update });
}

const seeTaken = (count: number) =>
  bot.api.until(() => bot.app.taken.length >= count && bot.app.taken, PATIENCE_MS);
const handled = (line: string, count = 1) =>
  bot.api.until(() => bot.lines.filter((text) => text.includes(line)).length >= count, PATIENCE_MS);

describe('a channel', () => {
  it('is let in when a keeper makes the bot its admin; its posts become documents', async () => {
    bot.api.people.openPrivate(KEEPER);
    changeMember(KEEPER, 'administrator');
    const told = await bot.seeAnswer(KEEPER_ID);
    expect(told.text).toBe(en.channelAllowed('Harbour News'));
    postInChannel(7, { text: 'Ferry fares\nThe board has frozen all fares until May.' });
    postInChannel(8, { photo: [], caption: 'The new ferry arrived.', media_group_id: 'g' });
    postInChannel(9, { photo: [], caption: 'It carries forty cars.', media_group_id: 'g' });
    expect(await seeTaken(2)).toMatchObject([
      {
        title: 'Ferry fares',
        paragraphs: [{ text: 'The board has frozen all fares until May.' }],
        publisher: 'Harbour News',
        link: 'https://t.me/harbour_news/7',
        path: 'https://t.me/c/1234567890/7',
      },
      {
        paragraphs: [{ text: 'The new ferry arrived.' }, { text: 'It carries forty cars.' }],
        link: 'https://t.me/harbour_news/8',
      },
    ]);
    const edit = { text: 'Ferry fares\nThe board has lowered all fares.' };
    postInChannel(7, edit, 'edited_channel_post');
    expect((await seeTaken(3))[2]).toMatchObject({
      path: 'https://t.me/c/1234567890/7',
      paragraphs: [{ text: 'The board has lowered all fares.' }],
    });
  });

  it('of anyone else is ignored', async () => {
    changeMember(LIN, 'administrator');
    postInChannel(1, { text: 'Buy this.' });
    await handled('channel post');
    expect(await bot.app.intake.feeds.list()).toEqual([]);
    expect(bot.app.taken).toEqual([]);
    expect(bot.api.calls.filter(({ method }) => method === 'sendMessage')).toEqual([]);
  });

  it('that the bot is thrown out of is forgotten, and needs a keeper again', async () => {
    bot.api.people.openPrivate(KEEPER);
    changeMember(KEEPER, 'administrator');
    await bot.seeAnswer(KEEPER_ID);
    changeMember(LIN, 'kicked');
    changeMember(LIN, 'administrator');
    postInChannel(1, { text: 'Buy this.' });
    await handled('channel post');
    expect(await bot.app.intake.feeds.list()).toEqual([]);
    changeMember(KEEPER, 'administrator');
    changeMember(KEEPER, 'left');
    expect((await bot.seeAnswer(KEEPER_ID, 3)).text).toBe(en.channelForgotten('Harbour News'));
  });

  it('is let in though its keeper cannot be written to', async () => {
    changeMember(KEEPER, 'administrator');
    postInChannel(1, { text: 'The ferry sails at nine.' });
    await handled('could not tell the keeper');
    expect((await seeTaken(1))[0]?.title).toBe('The ferry sails at nine');
  });

  it('says nothing of its posts in the log', async () => {
    postInChannel(1, { text: 'canary post' });
    await handled('channel post');
    expect(bot.lines.join('')).not.toContain('canary');
  });
});

describe('/feed', () => {
  const ask = async (text: string, count: number, user: User = KEEPER) => {
    bot.api.people.post(bot.api.people.openPrivate(user), user, text);
    const answers = () => bot.api.world.see(user.id).filter(({ from }) => from === 'bot');
    return (await bot.api.until(() => answers()[count - 1], PATIENCE_MS)).text;
  };

  it('adds, lists and removes a feed, and its entries arrive', async () => {
    web.pages.set('/feed', {
      headers: { 'content-type': 'application/rss+xml' },
      body: makeRss('Gazette', [{ id: '1', title: 'Ferry', html: '<p>It sails at nine.</p>' }]),
    });
    const address = `${web.origin}/feed`;
    expect(await ask('/feed list', 1)).toContain(en.feedNone);
    expect(await ask(`/feed add ${address}`, 2)).toBe(en.feedAdded('Gazette', 1));
    expect((await seeTaken(1))[0]).toMatchObject({ title: 'Ferry', publisher: 'Gazette' });
    expect(await ask(`/feed add ${address}`, 3)).toBe(en.feedAlreadyThere('Gazette'));
    expect(await ask('/feed add @harbour_news', 4)).toBe(
      en.channelAdded('https://t.me/harbour_news'),
    );
    expect(await ask('/feed list', 5)).toMatch(
      new RegExp(`1 · Gazette\n${address} · read .* UTC\n\n2 · https://t.me/harbour_news`),
    );
    expect(await ask('/feed remove 1', 6)).toBe(en.feedRemoved('Gazette'));
    expect(await ask('/feed remove 1', 7)).toBe(en.feedUnknown);
    expect(await ask('/feed', 8)).toBe(en.feedHelp);
  });

  it('says in plain words why a feed cannot be added', async () => {
    const head = '<link rel="alternate" type="application/rss+xml" href="/rss">';
    web.pages.set('/page', {
      headers: { 'content-type': 'text/html' },
      body: `<html><head>${head}</head><body>News</body></html>`,
    });
    web.pages.set('/loop', { status: 302, headers: { location: '/loop' } });
    const refusals = [
      ['feed', en.feedBadAddress],
      ['http://10.0.0.1/feed', en.feedForbidden],
      [`${web.origin}/gone`, en.feedRefused],
      [`${web.origin}/loop`, en.feedRedirects],
      [`${web.origin}/page`, `${en.feedInvalid}\n${en.feedSuggestion(`${web.origin}/rss`)}`],
    ] as const;
    for (const [index, [address, text]] of refusals.entries()) {
      expect(await ask(`/feed add ${address}`, index + 1)).toBe(text);
    }
  });

  it('does not exist for anyone else', async () => {
    expect(await ask('/feed list', 1, LIN)).toBe(zh.help);
    expect(await ask('/feed add @harbour_news', 2, LIN)).toBe(zh.help);
    expect(await bot.app.intake.feeds.list()).toEqual([]);
  });
});
