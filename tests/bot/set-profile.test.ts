/** What Telegram shows of the bot: set in every language and scope, and touched only where it differs. */
import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setProfile } from '../../src/bot/set-profile.js';
import { LANGUAGES } from '../../src/texts/languages.js';
import { pickTexts } from '../../src/texts/pick-texts.js';
import { BOT_INFO, createTestLogger, TOKEN } from '../support/bot-fixtures.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';

let server: FakeBotApi;
beforeEach(async () => {
  server = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
});
afterEach(() => server.close());

/** Sets the profile and tells which changes were sent. */
async function set(signal?: AbortSignal) {
  const from = server.calls.length;
  const { lines, logger } = createTestLogger();
  const api = new Api(TOKEN, { apiRoot: server.apiRoot });
  await setProfile(api, { logger, ...(signal && { signal }) });
  const changes = server.calls.slice(from).filter(({ method }) => method.startsWith('set'));
  return { changes, log: lines.join('') };
}

const codes = [...new Set(LANGUAGES.map(({ code }) => code.slice(0, 2)))].filter(
  (code) => code !== 'en',
);

describe('setProfile', () => {
  it('sets commands for private chats and groups, descriptions and the menu, in every language', async () => {
    const { changes } = await set();
    expect(changes).toHaveLength((codes.length + 1) * 4 + 1);
    for (const code of [undefined, ...codes]) {
      const texts = pickTexts(code ?? 'en');
      const of = (method: string) =>
        server.profile.get([method, code].filter(Boolean).join('/')) as Record<string, unknown>;
      expect(of('setMyDescription')['description']).toBe(texts.botDescription);
      expect(of('setMyShortDescription')['short_description']).toBe(texts.botShortDescription);
      const inPrivate = of('setMyCommands/all_private_chats')['commands'] as { command: string }[];
      const inGroups = of('setMyCommands/all_group_chats')['commands'] as { command: string }[];
      expect(inPrivate[0]).toEqual({ command: 'ask', description: texts.askCommand });
      expect(inPrivate.map(({ command }) => command)).toContain('help');
      expect(inGroups.map(({ command }) => command)).not.toContain('start');
    }
    expect(server.profile.get('setChatMenuButton')).toEqual({ menu_button: { type: 'commands' } });
  });

  it('sends nothing the second time, and later only what has changed', async () => {
    await set();
    expect(await set()).toEqual({ changes: [], log: '' });
    const api = new Api(TOKEN, { apiRoot: server.apiRoot });
    await api.setMyDescription('Changed by hand', { language_code: 'zh' });
    const { changes, log } = await set();
    expect(changes.map(({ method }) => method)).toEqual(['setMyDescription']);
    expect(changes[0]?.payload).toMatchObject({ language_code: 'zh' });
    expect(log).toContain('"changes":1');
  });

  it('goes on after a refusal, and makes up for it the next time', async () => {
    const refusal = new BotApiRefusal(429, 'Too Many Requests: retry after 9000', {
      retry_after: 9000,
    });
    server.failNext('setMyShortDescription', { kind: 'refusal', refusal });
    const first = await set();
    expect(first.log).toContain('could not set');
    expect(first.changes.length).toBeGreaterThan(4);
    const second = await set();
    expect(second.changes.map(({ method }) => method)).toEqual(['setMyShortDescription']);
  });

  it('stops when it is told to', async () => {
    expect((await set(AbortSignal.abort())).changes).toEqual([]);
  });
});
