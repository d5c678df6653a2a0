/** What a reader chooses, over the wire: language and quotes, kept, applied everywhere, and forgotten on demand. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReaderHash } from '../../src/bot/hash-reader.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { zhHant } from '../../src/texts/zh-hant.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

const annHash = createReaderHash('key of the tests')(ANN.id);

async function send(text: string, place = bot.api.people.openPrivate(ANN)) {
  const id = place.chat.id;
  const before = bot.api.world.see(id).filter(({ from }) => from === 'bot').length;
  bot.api.people.post(place, ANN, text);
  return bot.seeAnswer(id, before + 1);
}
const press = (label: string) => bot.api.people.press(bot.api.people.openPrivate(ANN), ANN, label);

describe('/settings in a private chat', () => {
  it('shows how the reader is answered and when alerts come, and steps through 1 to 5 quotes', async () => {
    const settings = await send('/settings');
    expect(settings.text).toMatch(
      /^How I answer\nLanguage: As in Telegram\nQuotes in an answer: 3\nLayout: plain\n\nWhen I write to you\nAt once/,
    );
    expect(settings.buttons[0]).toEqual(['Language', 'Quotes: 3']);
    let seen = settings;
    for (const [label, next] of [
      ['Quotes: 3', 4],
      ['Quotes: 4', 5],
      ['Quotes: 5', 1],
    ] as const) {
      press(label);
      seen = await bot.seeChange(ANN.id, seen);
      expect(seen.text).toContain(`Quotes in an answer: ${next}\n`);
    }
    const answer = await send('读者可借图书多少册');
    expect(answer.text.split('\n')[0]).toBe('1 passage');
    press('More passages (9)');
    expect((await bot.seeAnswer(ANN.id, 3)).buttons.flat()).toContain('More passages (8)');
  });

  it('changes the hour of a digest in place', async () => {
    const settings = await send('/settings');
    press('How often');
    const daily = await bot.seeChange(ANN.id, settings);
    press('Hour');
    expect((await bot.seeChange(ANN.id, daily)).text).toContain('Once a day, at 10:00');
  });

  it('leads to the languages and back', async () => {
    const settings = await send('/settings');
    press('Language');
    const languages = await bot.seeChange(ANN.id, settings);
    expect(languages.text).toBe(en.askLanguage);
    expect(languages.buttons).toEqual([
      ['简体中文', '繁體中文'],
      ['English', 'Русский'],
      ['日本語', 'Español'],
      ['Français', 'Deutsch'],
      ['한국어', 'Tiếng Việt'],
      ['العربية', '✓ As in Telegram'],
      ['Settings'],
    ]);
    press('繁體中文');
    const chosen = await bot.seeChange(ANN.id, languages);
    expect(chosen.text).toBe(zhHant.askLanguage);
    press(zhHant.settingsButton);
    expect((await bot.seeChange(ANN.id, chosen)).text).toContain('語言：繁體中文');
  });
});

describe('/language', () => {
  it('is kept, used for every screen and alert, and can be left to Telegram again', async () => {
    await send('/settings');
    const languages = await send('/language');
    press('简体中文');
    const chosen = await bot.seeChange(ANN.id, languages);
    expect((await send('/article')).text).toBe(zh.articleHow);
    expect(await bot.app.readers.get(annHash)).toEqual({ language: 'zh' });
    const subscriber = await bot.app.alerts.subscribers.find({ chatId: ANN.id });
    expect(subscriber?.language).toBe('zh');
    bot.api.people.press(bot.api.people.openPrivate(ANN), ANN, zh.languageAuto, chosen.messageId);
    await bot.seeChange(ANN.id, chosen);
    expect((await send('/article')).text).toBe(en.articleHow);
    expect(await bot.app.readers.get(annHash)).toEqual({});
  });

  it('is each reader’s own in a group', async () => {
    const group = bot.api.people.openGroup(-77, 'Readers');
    const languages = await send('/language', group);
    expect(languages.buttons.at(-1)).toEqual(['العربية', '✓ As in Telegram']);
    expect(await bot.seeToast(bot.api.people.press(group, LIN, 'English'))).toBe(zh.notYourButton);
    bot.api.people.press(group, ANN, '简体中文');
    await bot.seeChange(-77, languages);
    expect((await send('/article', group)).text).toBe(zh.articleHow);
  });

  it('takes no language that Quoth does not speak', async () => {
    const chat = bot.api.people.openPrivate(ANN);
    await send('/language');
    const message = [...chat.messages.values()].at(-1);
    if (message === undefined) throw new Error('expected a message');
    const id = bot.api.people.pressData(ANN, message, 'g:xx');
    expect(await bot.seeToast(id)).toBe(en.staleButton);
    expect(await bot.app.readers.get(annHash)).toEqual({});
  });
});

describe('/delete_me in a private chat', () => {
  it('forgets choices and questions', async () => {
    await send('When do the tide pools open?');
    await send('/settings');
    press('Quotes: 3');
    await bot.api.until(() => bot.api.world.see(ANN.id).at(-1)?.text.includes('answer: 4'));
    expect(bot.app.stored.size).toBe(1);
    const sure = await send('/delete_me');
    expect(sure.text).toBe(en.sureToForgetMe);
    press('Delete');
    await bot.seeChange(ANN.id, sure);
    expect(await bot.app.readers.get(annHash)).toEqual({});
    expect(bot.app.stored.size).toBe(0);
  });
});
