/** What readers see in each place, as whole screens: read the files in transcripts/ as a new reader would. */
import type { Chat, User } from 'grammy/types';
import { expect, it } from 'vitest';
import { pickTexts } from '../../src/texts/pick-texts.js';
import { ANN, BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { renderChat, renderContent, renderInline } from '../support/render-transcript.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const GROUP = -100200;
const STRANGERS: Chat = { id: -100900, type: 'supergroup', title: 'Strangers' };
const READERS: readonly (User & {
  readonly asks: string;
  readonly nothing: string;
  /** What is found instead. */
  readonly finds?: string;
})[] = [
  { ...ANN, language_code: 'en', asks: 'When do the tide pools open?', nothing: 'Who wrote Emma?' },
  { ...LIN, language_code: 'zh-hans', asks: '读者可借图书多少册', nothing: '没有的事情' },
  {
    ...LIN,
    language_code: 'zh-hant',
    asks: '讀者可借圖書多少冊',
    finds: '读者可借图书多少册',
    nothing: '沒有的事情',
  },
];

/** Places one after the other; each asks, and follows where the answer leads. */
async function visitPlaces(bot: RunningBot, reader: (typeof READERS)[number]): Promise<string> {
  const { asks, nothing, finds = asks, ...user } = reader;
  const me: User = user;
  const { people, world } = bot.api;
  const texts = pickTexts(me.language_code);
  const related = { ...(await bot.app.ask(finds)), kind: 'related' as const, question: 'near' };
  bot.app.answersByQuestion.set('?? 7', related);
  // The library in memory does not fold one script into the other.
  const found = await bot.app.ask(finds, { top: 10 });
  bot.app.answersByQuestion.set(asks, { ...found, question: asks });

  const group = people.openGroup(GROUP, 'Readers');
  people.post(group, me, `/ask ${asks}`);
  await bot.seeAnswer(GROUP, 1);
  people.post(group, me, `@${BOT_INFO.username} ${nothing}`);
  await bot.seeAnswer(GROUP, 2);
  people.post(group, me, '/ask ?? 7');
  await bot.seeAnswer(GROUP, 3);
  people.post(group, me, '/ask');
  await bot.seeAnswer(GROUP, 4);

  const chat = people.follow(group, me, texts.inContextButton);
  const linked = await bot.seeAnswer(me.id, 1);
  people.press(chat, me, texts.contextPlainButton, linked.messageId);
  await bot.seeChange(me.id, linked);
  people.follow(group, me, texts.inContextButton);
  await bot.seeAnswer(me.id, 2);
  people.post(chat, me, `/start c_${'A'.repeat(39)}`);
  await bot.seeAnswer(me.id, 3);
  people.post(chat, me, '/start a_00000000');
  await bot.seeAnswer(me.id, 4);

  const inline: string[] = [];
  for (const query of ['', asks, nothing, '?? 7']) {
    const id = people.type(me, query);
    const seen = await bot.api.until(() => world.inlineQueries.get(id)?.answered);
    inline.push(`@${BOT_INFO.username} ${query}\n${renderInline(seen)}`);
  }

  const guest: string[] = [];
  for (const text of [`@${BOT_INFO.username} ${asks}`, `@${BOT_INFO.username}`]) {
    // Somebody else: the first one has asked more than enough by now.
    const id = people.summon({ ...me, id: me.id + 1 }, STRANGERS, text);
    const posted = await bot.api.until(() => world.guestQueries.get(id));
    const content = posted.input_message_content as Parameters<typeof readPosted>[0];
    guest.push(`${text}\n→ ${readPosted(content, posted.reply_markup)}`);
  }
  return [
    '# In a group',
    renderChat(group, BOT_INFO.id),
    '# Alone with the bot, through links',
    renderChat(chat, BOT_INFO.id),
    '# Inline, in any chat',
    ...inline,
    '# As a guest',
    ...guest,
    '',
  ].join('\n\n');
}

function readPosted(
  content: { message_text: string; entities?: Parameters<typeof renderContent>[0]['entities'] },
  markup: Parameters<typeof renderContent>[0]['markup'],
): string {
  return renderContent({ text: content.message_text, entities: content.entities ?? [], markup });
}

it.each(READERS)('every place speaks $language_code', async (reader) => {
  const bot = await startRunningBot();
  try {
    const transcript = await visitPlaces(bot, reader);
    await expect(transcript).toMatchFileSnapshot(`transcripts/places.${reader.language_code}.txt`);
  } finally {
    await bot.close();
  }
});
