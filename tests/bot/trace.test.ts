/** `/trace` in Telegram: a picture of the months, and the words with their citations. */
import { afterEach, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { badRequest } from '../support/fake-bot-api/refusal.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(() => bot?.close());

const write = ({ api }: RunningBot, text: string) =>
  void api.people.post(api.people.openPrivate(ANN), ANN, text);

const textsIn = (running: RunningBot) =>
  running.api.world.see(ANN.id).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));

it('sends the picture and the words', async () => {
  bot = await startRunningBot();
  write(bot, '/trace Tide Pools');
  const answer = await bot.seeAnswer(ANN.id, 2);
  const messages = [...(bot.api.world.chats.get(ANN.id)?.messages.values() ?? [])];
  const picture = messages.find((message) => 'photo' in message);
  expect(picture).toMatchObject({ photo: [{ width: 800, height: 360 }] });
  expect(answer.text).toMatch(/^“Tide Pools”: (?:once|\d+ times) in \d article/);
  expect(answer.text).toContain(`${en.traceFirst}\n`);
  const bold = answer.entities.filter(({ type }) => type === 'bold');
  const words = bold.map(({ offset, length }) => answer.text.slice(offset, offset + length));
  expect(words.map((word) => word.toLowerCase())).toContain('tide pools');
});

it('goes on with words alone where Telegram takes no picture', async () => {
  bot = await startRunningBot();
  const refusal = badRequest('not enough rights to send photos to the chat');
  bot.api.failNext('sendPhoto', { kind: 'refusal', refusal });
  write(bot, '/trace tide pools');
  expect((await bot.seeAnswer(ANN.id)).text).toContain(en.traceFirst);
});

it('says so when there is nothing, and how to ask', async () => {
  bot = await startRunningBot();
  write(bot, '/trace');
  await bot.seeAnswer(ANN.id);
  write(bot, '/trace giraffe');
  await bot.seeAnswer(ANN.id, 2);
  bot.app.articles = [];
  write(bot, `/trace ${'long '.repeat(40)}`);
  await bot.seeAnswer(ANN.id, 3);
  expect(textsIn(bot)).toEqual([en.howToTrace, en.traceNone('giraffe'), en.howToTrace]);
});
