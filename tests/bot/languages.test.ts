/** A reader of each language walks through the screens, over the wire: no screen speaks another language than theirs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/texts/languages.js';
import { loadTexts } from '../../src/texts/load-texts.js';
import { ANN } from '../support/bot-fixtures.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const QUESTION = '读者可借图书多少册';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

describe.each(LANGUAGES)('a reader whose Telegram speaks $name', ({ code }) => {
  const texts = loadTexts(code);
  const reader = { ...ANN, language_code: code };

  it('is greeted, answered and shown around in it, and reads quotes as they stand', async () => {
    const chat = bot.api.people.openPrivate(reader);
    let count = 0;
    const send = (text: string) => {
      bot.api.people.post(chat, reader, text);
      count += 1;
      return bot.seeAnswer(reader.id, count);
    };
    expect((await send('/start')).text).toContain(texts.start);
    expect((await send('/help')).text).toBe(texts.help);
    expect((await send('/privacy')).text).toContain(texts.privacy(30));

    const answer = await send(QUESTION);
    expect(answer.text).toContain('读者每次可借图书2册');
    expect(answer.text).toContain(texts.lines(3, 4));
    expect(answer.text.split('\n')[0]).toBe(texts.foundPassages(3));
    const labels = answer.buttons.flat();
    expect(labels).toContain(texts.contextButton(1));
    expect(labels).toContain(texts.followButton);

    const settings = await send('/settings');
    expect(settings.text).toContain(texts.timingInstant);
    const buttons = settings.buttons.flat();
    expect(buttons).toContain(texts.quietButton);
    expect((await send('/topics')).text).toBe(texts.noTopics);
  });
});
