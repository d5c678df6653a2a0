/** The rich layout, over the wire: chosen by a reader, refused or unknown on the way, and plain again without a loss. */
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderRichAnswer } from '../../src/bot/render/render-rich-answer.js';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { ARTICLES, answerOf, quoteOf } from '../support/fake-app.js';
import { checkRich } from '../support/fake-bot-api/check-rich.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const QUESTION = 'When do the tide pools open?';
const pools = ARTICLES[1] as (typeof ARTICLES)[number];

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

async function send(text: string, place = bot.api.people.openPrivate(ANN)) {
  const id = place.chat.id;
  const before = bot.api.world.see(id).filter(({ from }) => from === 'bot').length;
  bot.api.people.post(place, ANN, text);
  return bot.seeAnswer(id, before + 1);
}
const press = (label: string) => bot.api.people.press(bot.api.people.openPrivate(ANN), ANN, label);
const isRich = (messageId: number) => {
  const message = bot.api.world.chats.get(ANN.id)?.messages.get(messageId) as Message | undefined;
  return message?.rich_message !== undefined;
};
async function chooseRich() {
  const settings = await send('/settings');
  press('Layout');
  return bot.seeChange(ANN.id, settings);
}

describe('the rich layout', () => {
  it('is plain until it is chosen, and says what to do if answers look empty', async () => {
    expect(isRich((await send(QUESTION)).messageId)).toBe(false);
    const chosen = await chooseRich();
    expect(chosen.text).toContain(`Layout: with footnotes\n${en.layoutNote}`);
    const answer = await send(QUESTION);
    expect(isRich(answer.messageId)).toBe(true);
    expect(answer.text).toMatch(/^1 passage\n\nThe tide pools open/);
    expect(answer.text).toContain(
      '— [1] Tide pools of the northern harbour · Harbour News · 2024-11',
    );
    expect(answer.text).toMatch(/———\n\n\[1\] harbour-news.txt · lines 3–4$/);
    expect(answer.buttons.at(-1)).toEqual(['👍 Helpful', '👎 Not helpful']);
    press('Layout');
    await bot.seeChange(ANN.id, chosen);
    expect(isRich((await send(QUESTION)).messageId)).toBe(false);
  });

  it('turns to the context and back in place', async () => {
    await chooseRich();
    const answer = await send(QUESTION);
    press('Context 1');
    const context = await bot.seeChange(ANN.id, answer);
    expect(isRich(answer.messageId)).toBe(false);
    press('Back');
    expect((await bot.seeChange(ANN.id, context)).text).toBe(answer.text);
    expect(isRich(answer.messageId)).toBe(true);
  });

  it('gives way to the plain one where Telegram refuses it, and is not tried again', async () => {
    await chooseRich();
    const refusal = new BotApiRefusal(400, 'Bad Request: RICH_VALIDATE_CTOR_NOT_ALLOWED');
    bot.api.failNext('sendRichMessage', { kind: 'refusal', refusal });
    const plain = await send(QUESTION);
    expect(isRich(plain.messageId)).toBe(false);
    expect(plain.entities.map(({ type }) => type)).toContain('expandable_blockquote');
    expect(plain.buttons.at(-1)).toEqual(['👍 Helpful', '👎 Not helpful']);
    await send(QUESTION);
    const tries = bot.api.calls.filter(({ method }) => method === 'sendRichMessage');
    expect(tries).toHaveLength(1);
    expect(bot.lines.join('')).toContain('refuses rich messages');
    expect(bot.lines.join('')).not.toContain(QUESTION);
  });

  it('gives way where the server does not know it, but a single refusal does not end it', async () => {
    await chooseRich();
    const tooLong = new BotApiRefusal(400, 'Bad Request: message is too long');
    bot.api.failNext('sendRichMessage', { kind: 'refusal', refusal: tooLong });
    expect(isRich((await send(QUESTION)).messageId)).toBe(false);
    expect(isRich((await send(QUESTION)).messageId)).toBe(true);
    const unknown = new BotApiRefusal(404, 'Not Found');
    bot.api.failNext('sendRichMessage', { kind: 'refusal', refusal: unknown });
    expect(isRich((await send(QUESTION)).messageId)).toBe(false);
    expect(isRich((await send(QUESTION)).messageId)).toBe(false);
  });

  it('is not used in groups', async () => {
    await chooseRich();
    const group = bot.api.people.openGroup(-77, 'Readers');
    await send(`/ask ${QUESTION}`, group);
    expect(bot.api.calls.some(({ method }) => method === 'sendRichMessage')).toBe(false);
  });
});

describe('renderRichAnswer', () => {
  const page = { from: 0, count: 3, notices: [] };

  it('shows quotes word for word, links only to web pages, and reprints in the footnote', () => {
    const quote = quoteOf(pools, 0, pools.text.length);
    const citation = { ...quote.citation, link: 'https://example.org/pools', headings: ['Rules'] };
    const alsoIn = [{ ...quote.citation, title: 'Reprint', link: 'https://example.org/again' }];
    const rich = renderRichAnswer(answerOf('q', [{ ...quote, citation, alsoIn }]), en, page);
    const shown = checkRich(rich);
    expect(shown).toContain(`\n\n${pools.text}\n— [1] ${pools.title}`);
    expect(shown).toMatch(/\[1\] Rules\. Also in: Reprint · Harbour News · 2024-11$/);
    const json = JSON.stringify(rich);
    expect(json).toContain('"url":"https://example.org/pools"');
    expect(json).toContain('"url":"https://example.org/again"');
    const unsafe = { ...citation, link: 'javascript:alert(1)' };
    const plain = renderRichAnswer(answerOf('q', [{ ...quote, citation: unsafe }]), en, page);
    expect(JSON.stringify(plain)).not.toContain('javascript');
    checkRich(plain);
  });

  it('leaves what is too long to the plain layout', () => {
    const long = { ...pools, text: 'word '.repeat(7000) };
    const answer = answerOf('q', [quoteOf(long, 0, long.text.length)]);
    expect(renderRichAnswer(answer, en, page)).toBeUndefined();
  });
});
