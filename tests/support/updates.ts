/** Tool of the tests: literal updates as Telegram sends them. */
import type { Update } from 'grammy/types';
import { ANN } from './bot-fixtures.js';
import type { RecordingBot } from './recording-bot.js';

export const DATE = 1_760_000_000;
const PRIVATE = { id: ANN.id, type: 'private', first_name: 'Ann' } as const;
export const GROUP = { id: -100200, type: 'supergroup', title: 'Readers' } as const;
export const QUESTION = 'When do the tide pools open?';

type Posted = { readonly message: NonNullable<Update['message']> };

export function message(fields: object): Posted {
  return {
    message: {
      message_id: 5,
      date: DATE,
      chat: PRIVATE,
      from: ANN,
      ...fields,
    } as Posted['message'],
  };
}

export function command(text: string, fields: object = {}): Posted {
  const length = text.split(' ')[0]?.length ?? 0;
  return message({ text, entities: [{ type: 'bot_command', offset: 0, length }], ...fields });
}

export function textsOf(bot: Pick<RecordingBot, 'calls'>): unknown[] {
  return bot.calls
    .filter(({ method }) => method === 'sendMessage')
    .map(({ payload }) => payload['text']);
}
