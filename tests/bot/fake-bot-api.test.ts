/** The fake server is as strict as the real one: else the tests over it prove nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANN, BOT_INFO, TOKEN } from '../support/bot-fixtures.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';

let api: FakeBotApi;
beforeAll(async () => {
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
  api.people.openPrivate(ANN);
});
afterAll(() => api.close());

async function call(method: string, payload: object, token = TOKEN) {
  const response = await fetch(`${api.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    body: JSON.stringify(payload),
  });
  return (await response.json()) as { error_code?: number; description?: string; result?: unknown };
}

const bold = (offset: number, length: number) => ({ type: 'bold', offset, length });
const quote = (offset: number, length: number) => ({ type: 'blockquote', offset, length });
const keyboard = (data: string) => ({ inline_keyboard: [[{ text: 'x', callback_data: data }]] });

describe('the fake Bot API', () => {
  it.each([
    [{ text: ' \n ' }, 'message text is empty'],
    [{ text: 'x'.repeat(4097) }, 'message is too long'],
    [{ text: 'a\ud83d' }, 'strings must be encoded in UTF-8'],
    [{ text: 'x', chat_id: 1 }, 'chat not found'],
    [{ text: 'x', message_thread_id: 4 }, 'message thread not found'],
    [{ text: 'x', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
    [
      { text: 'abc', entities: [bold(1, 5)] },
      'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 6',
    ],
    [
      { text: 'abc', entities: [bold(9, 1)] },
      'entity begins after the end of the text at UTF-16 offset 9',
    ],
    [{ text: '😀', entities: [bold(1, 1)] }, 'entity begins in a middle of a UTF-16 symbol'],
    [{ text: '😀', entities: [bold(0, 1)] }, 'ends in a middle of a UTF-16 symbol'],
    [{ text: 'abcd', entities: [quote(0, 4), quote(1, 2)] }, 'nested blockquotes'],
    [{ text: 'abcd', entities: Array.from({ length: 101 }, () => bold(0, 1)) }, '100 entities'],
    [{ text: 'x', reply_markup: keyboard('字'.repeat(22)) }, 'BUTTON_DATA_INVALID'],
  ])('refuses %j', async (payload, words) => {
    const { error_code, description } = await call('sendMessage', { chat_id: ANN.id, ...payload });
    expect(error_code).toBe(400);
    expect(description).toMatch(/^Bad Request: /);
    expect(description).toContain(words);
  });

  it('knows its token, its methods and its own messages', async () => {
    expect(await call('getMe', {}, '1:wrong')).toMatchObject({ error_code: 401 });
    expect(await call('sendDice', {})).toMatchObject({ error_code: 404, description: 'Not Found' });
    const place = { chat_id: ANN.id, message_id: 99, text: 'x' };
    const edit = await call('editMessageText', place);
    expect(edit.description).toBe('Bad Request: message to edit not found');
    const late = await call('answerCallbackQuery', { callback_query_id: '1' });
    expect(late.description).toContain('query is too old');
  });

  it('trims what it keeps, shows edits and forgets what is deleted', async () => {
    const sent = await call('sendMessage', {
      chat_id: ANN.id,
      text: '\n one two \n',
      entities: [bold(6, 3)],
      reply_markup: keyboard('x'),
    });
    const { message_id } = sent.result as { message_id: number };
    const see = () => api.world.see(ANN.id).find(({ messageId }) => messageId === message_id);
    expect(see()).toMatchObject({ text: 'one two', entities: [bold(4, 3)], buttons: [['x']] });
    const place = { chat_id: ANN.id, message_id };
    await call('editMessageReplyMarkup', place);
    expect(see()?.buttons).toEqual([]);
    const again = await call('editMessageText', {
      ...place,
      text: 'one two',
      entities: [bold(4, 3)],
    });
    expect(again.description).toContain('message is not modified');
    await call('deleteMessage', place);
    expect(see()).toBeUndefined();
  });

  it('keeps updates until they are confirmed', async () => {
    const chat = api.people.openPrivate(ANN);
    api.people.post(chat, ANN, 'one');
    const first = await call('getUpdates', {});
    const [update] = first.result as { update_id: number }[];
    expect(await call('getUpdates', {})).toEqual(first);
    const offset = (update?.update_id ?? 0) + 1;
    expect(await call('getUpdates', { offset })).toMatchObject({ result: [] });
  });
});
