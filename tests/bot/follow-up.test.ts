/** Follow-ups in Telegram, over the wire: what was understood is shown, and the literal words are a button away. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createRecordingBot } from '../support/recording-bot.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';
import { message, textsOf } from '../support/updates.js';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

const FIRST = '第2条 读者每次可借图书多少册';
const SECOND = '第3条 读者每次可借图书多少册';

async function send(text: string, options: { readonly replyTo?: number } = {}) {
  const chat = bot.api.people.openPrivate(ANN);
  const before = bot.api.world.see(ANN.id).filter(({ from }) => from === 'bot').length;
  bot.api.people.post(chat, ANN, text, options);
  return bot.seeAnswer(ANN.id, before + 1);
}
const press = (label: string, messageId?: number) =>
  bot.api.people.press(bot.api.people.openPrivate(ANN), ANN, label, messageId);

describe('a follow-up', () => {
  it('is answered as it was understood, which is shown; its literal words can be asked for', async () => {
    await send(FIRST);
    const answer = await send('那第3条呢？');
    expect(bot.app.asked).toEqual([FIRST, SECOND]);
    expect(answer.text).toMatch(`Understood as: ${SECOND}\n\n3 passages`);
    expect(answer.buttons.at(-2)).toEqual(['Only my words']);
    press('Only my words');
    const literal = await bot.seeAnswer(ANN.id, 3);
    expect(bot.app.asked.at(-1)).toBe('那第3条呢？');
    expect(literal.text).toMatch(/^Q: 那第3条呢？\n\n/);
    expect(literal.buttons.flat()).not.toContain('Only my words');
  });

  it('keeps its line and button when the reader comes back from the context', async () => {
    await send(FIRST);
    const answer = await send('那第3条呢？');
    press('Context 1', answer.messageId);
    const context = await bot.seeChange(ANN.id, answer);
    press('Back', answer.messageId);
    const back = await bot.seeChange(ANN.id, context);
    expect(back).toEqual(answer);
  });

  it('can follow a follow-up, and the answer that it replies to', async () => {
    const first = await send(FIRST);
    await send('那第3条呢？');
    await send('第4条呢？');
    expect(bot.app.asked.at(-1)).toBe('第4条 读者每次可借图书多少册');
    await send('When do the tide pools open?');
    await send('那第5条呢', { replyTo: first.messageId });
    expect(bot.app.asked.at(-1)).toBe('第5条 读者每次可借图书多少册');
  });

  it('without an answer still offers the literal words', async () => {
    await send('zebra in Saltmere?');
    const answer = await send('and in Merridew?');
    expect(answer.text).toBe(`Understood as: zebra in Merridew?\n\n${en.notFound}`);
    expect(answer.buttons).toEqual([['Only my words'], ['👎 It should be there']]);
  });

  it('is each reader’s own in a group', async () => {
    const group = bot.api.people.openGroup(-77, 'Readers');
    bot.api.people.post(group, ANN, `/ask ${FIRST}`);
    await bot.seeAnswer(-77);
    bot.api.people.post(group, LIN, '/ask 那第3条呢？');
    await bot.seeAnswer(-77, 2);
    expect(bot.app.asked.at(-1)).toBe('那第3条呢？');
    bot.api.people.post(group, ANN, '/ask 那第3条呢？');
    await bot.seeAnswer(-77, 3);
    expect(bot.app.asked.at(-1)).toBe(SECOND);
  });

  it('is taken literally after small talk, and after /delete_me', async () => {
    await send('hello');
    await send('那2025年呢');
    expect(bot.app.asked.at(-1)).toBe('那2025年呢');
    await send(FIRST);
    await send('/delete_me');
    press('Delete');
    await bot.api.until(() => bot.api.world.see(ANN.id).at(-1)?.text === en.forgotten);
    await send('那第3条呢？');
    expect(bot.app.asked.at(-1)).toBe('那第3条呢？');
  });
});

it('ten minutes later a message stands by itself', async () => {
  const clock = createFakeClock();
  const recording = createRecordingBot({ clock });
  await recording.handle(message({ text: FIRST }));
  await clock.advance(10 * 60 * 1000);
  await recording.handle(message({ text: '那第3条呢？' }));
  expect(recording.app.asked.at(-1)).toBe(SECOND);
  await clock.advance(10 * 60 * 1000 + 1);
  await recording.handle(message({ text: '那第4条呢？' }));
  expect(recording.app.asked.at(-1)).toBe('那第4条呢？');
  expect(textsOf(recording)).toHaveLength(3);
});
