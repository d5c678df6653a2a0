/** 👍 and 👎 under answers, over the wire. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../src/monitor/metrics.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import type { SeenMessage } from '../support/fake-bot-api/world.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

let bot: RunningBot;
let metrics: Metrics;
beforeEach(async () => {
  metrics = createMetrics({ now: Date.now });
  bot = await startRunningBot({ metrics });
});
afterEach(() => bot.close());

async function ask(text = 'When do the tide pools open?') {
  const chat = bot.api.people.openPrivate(ANN);
  const before = bot.api.world.see(ANN.id).filter(({ from }) => from === 'bot').length;
  bot.api.people.post(chat, ANN, text);
  return bot.seeAnswer(ANN.id, before + 1);
}
const press = (label: string) => bot.api.people.press(bot.api.people.openPrivate(ANN), ANN, label);
const seeButtons = (answer: SeenMessage, label: string) =>
  bot.api.until(() => {
    const seen = bot.api.world.see(ANN.id).find(({ messageId }) => messageId === answer.messageId);
    return seen?.buttons.flat().includes(label) ? seen.buttons : undefined;
  });
const readMetrics = async () => {
  const { text } = await metrics.print();
  return [...text.matchAll(/quoth_feedback_total\{on="answer",(.*)/g)].map(([, line]) => line);
};
const counts = () => bot.app.feedback.count();

describe('a vote', () => {
  it('👍 is marked, and taken back by a second press', async () => {
    const answer = await ask();
    expect(answer.buttons).toEqual([
      ['Context 1', 'Article 1', 'Share 1'],
      ['Follow this'],
      ['👍 Helpful', '👎 Not helpful'],
    ]);
    expect(await bot.seeToast(press('👍 Helpful'))).toBe(en.voteThanks);
    const marked = await seeButtons(answer, '✓ 👍 Helpful');
    expect(marked.at(-1)).toEqual(['✓ 👍 Helpful', '👎 Not helpful']);
    expect(marked.slice(0, 2)).toEqual(answer.buttons.slice(0, 2));
    expect(await counts()).toMatchObject({ good: 1, bad: 0 });
    expect(await bot.seeToast(press('✓ 👍 Helpful'))).toBe(en.voteTakenBack);
    await seeButtons(answer, '👍 Helpful');
    expect(await counts()).toMatchObject({ good: 0, bad: 0 });
    expect(await readMetrics()).toEqual(['verdict="good"} 1']);
  });

  it('👎 counts at once, and asks for the reason', async () => {
    const answer = await ask();
    press('👎 Not helpful');
    const asking = await seeButtons(answer, 'Wrong source');
    expect(asking.slice(-2)).toEqual([
      ['Wrong passage', 'Wrong source'],
      ['Better one not found', 'Something else'],
    ]);
    expect(await counts()).toMatchObject({ bad: 1, reasons: { wrongSource: 0 } });
    press('Wrong source');
    const marked = await seeButtons(answer, '✓ 👎 Not helpful');
    expect(marked).toHaveLength(3);
    expect(await counts()).toMatchObject({ bad: 1, reasons: { wrongSource: 1 } });
    expect(await readMetrics()).toEqual(['verdict="bad"} 1']);
    press('👍 Helpful');
    await seeButtons(answer, '✓ 👍 Helpful');
    expect(await counts()).toMatchObject({ good: 1, bad: 0, reasons: { wrongSource: 0 } });
  });

  it('is still marked when the reader comes back from the context', async () => {
    const answer = await ask();
    press('👍 Helpful');
    await seeButtons(answer, '✓ 👍 Helpful');
    press('Context 1');
    await bot.seeChange(ANN.id, answer);
    press('Back');
    expect((await seeButtons(answer, '✓ 👍 Helpful')).at(-1)?.[0]).toBe('✓ 👍 Helpful');
  });

  it('is not undone by a double tap', async () => {
    const answer = await ask();
    for (const label of ['👎 Not helpful', '👎 Not helpful']) press(label);
    await expect.poll(async () => (await bot.app.inbox.count()).done).toBe(3);
    await seeButtons(answer, 'Wrong source');
    expect(await counts()).toMatchObject({ good: 0, bad: 1 });
    expect(await readMetrics()).toEqual(['verdict="bad"} 1']);
  });

  it('on an answer that found nothing says that it should be there', async () => {
    const answer = await ask('nothing of the kind');
    expect(answer.buttons).toEqual([['👎 It should be there']]);
    press('👎 It should be there');
    expect(await seeButtons(answer, '✓ 👎 It should be there')).toHaveLength(1);
    expect(await counts()).toMatchObject({ bad: 1, reasons: { missing: 1 } });
    press('✓ 👎 It should be there');
    await seeButtons(answer, '👎 It should be there');
    expect(await counts()).toMatchObject({ bad: 0 });
  });

  it('is the asker’s, and gone after /delete_me', async () => {
    const group = bot.api.people.openGroup(-77, 'Readers');
    bot.api.people.post(group, ANN, '/ask When do the tide pools open?');
    await bot.seeAnswer(-77);
    const foreign = bot.api.people.press(group, LIN, '👍 Helpful');
    expect(await bot.seeToast(foreign)).toBe(zh.notYourButton);
    expect(await bot.seeToast(bot.api.people.press(group, ANN, '👍 Helpful'))).toBe(en.voteThanks);
    expect(await counts()).toMatchObject({ good: 1 });
    await ask('/delete_me');
    press('Delete');
    await bot.api.until(() => bot.api.world.see(ANN.id).at(-1)?.text === en.forgotten);
    expect(await counts()).toMatchObject({ good: 0 });
  });

  it('is counted for the keeper', async () => {
    await ask();
    expect(await bot.seeToast(press('👍 Helpful'))).toBe(en.voteThanks);
    expect((await ask('/status')).text).toMatch(/Votes on answers: 👍 1, 👎 0$/);
  });

  it('is not asked for after small talk', async () => {
    expect((await ask('hello')).buttons).toEqual([]);
  });
});
