/** `quoth bot --check` against the fake Bot API server: what it finds, what it advises, and that it changes nothing. */

import { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import { setProfile } from '../../src/bot/set-profile.js';
import type { HealthReport } from '../../src/health.js';
import { BOT_INFO, createTestLogger, TOKEN } from '../support/bot-fixtures.js';
import { createMemoryApp, runInProcess } from '../support/cli-app.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';

let api: FakeBotApi;
beforeEach(async () => {
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
});
afterEach(() => api.close());

const setUp = () =>
  setProfile(new Api(TOKEN, { apiRoot: api.apiRoot }), { logger: createTestLogger().logger });

function check(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly app?: Partial<App>;
    readonly flags?: readonly string[];
  } = {},
) {
  const { env = {}, app, flags = [] } = options;
  return runInProcess(['bot', '--check', ...flags], {
    env: { BOT_TOKEN: TOKEN, QUOTH_API_ROOT: api.apiRoot, ...env },
    ...(app && { app: (config) => createMemoryApp(config, app) }),
  });
}

/** What was found, by the name of the check. */
async function find(options: Parameters<typeof check>[0] = {}) {
  const run = await check({ ...options, flags: ['--json'] });
  const report = JSON.parse(run.stdout) as HealthReport;
  const checks = Object.fromEntries(report.checks.map(({ name, ...rest }) => [name, rest]));
  return { exitCode: run.exitCode, checks };
}

function withRights(rights: Partial<UserFromGetMe>): void {
  Object.assign(api.world.bot, { ...BOT_INFO, ...rights });
}

describe('quoth bot --check', () => {
  test('prints a table and is content with a bot that is set up', async () => {
    await setUp();
    withRights({ supports_inline_queries: true });
    const before = api.calls.length;
    const run = await check();
    expect(run.stdout).toBe(
      [
        'ok       token         @quoth_test_bot, id 123456789',
        'ok       webhook       none, the bot polls; 0 updates wait',
        'ok       commands      commands and descriptions are set: default, zh, ru, ja,',
        '                       es, fr, de, ko, vi, ar',
        'ok       groups        the bot can be added to groups',
        'ok       privacy mode  on: of a group only what is meant for the bot is sent to',
        '                       it',
        'ok       inline mode   on',
        'ok       index         5 passages',
        'ok       articles      1 to quote from',
        '',
        'All is well.',
        '',
      ].join('\n'),
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const asked = new Set(api.calls.slice(before).map(({ method }) => method));
    expect([...asked].filter((method) => !method.startsWith('get'))).toEqual([]);
    expect(asked).not.toContain('getUpdates');
    expect(api.queue.polls).toBe(0);
  });

  test('a token that Telegram does not know is a fault, and the rest is still looked at', async () => {
    const wrong = '987654321:AAA-canary-wrong-token-0000';
    const run = await check({ env: { BOT_TOKEN: wrong } });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^FAULT +token +Telegram does not know the token in BOT_TOKEN$/m);
    expect(run.stdout).toMatch(/to mend it: copy the token again from @BotFather/);
    expect(run.stdout).toMatch(/^warning +commands +not checked: see token$/m);
    expect(run.stdout).toMatch(/^ok +articles +1 to quote from$/m);
    expect(run.stdout + run.stderr).not.toContain('canary');
  });

  test('a token that is missing, and a server that does not answer, are faults', async () => {
    expect((await find({ env: { BOT_TOKEN: '' } })).checks['token']).toMatchObject({
      state: 'fault',
      finding: 'expected a token in BOT_TOKEN, got none',
    });
    const { exitCode, checks } = await find({ env: { QUOTH_API_ROOT: 'http://127.0.0.1:1' } });
    expect(exitCode).toBe(1);
    expect(checks['token']).toMatchObject({
      state: 'fault',
      finding: 'http://127.0.0.1:1 gave no answer',
    });
    expect(JSON.stringify(checks)).not.toContain(TOKEN);
  });

  test('commands that are not set yet are no fault', async () => {
    const { exitCode, checks } = await find();
    expect(exitCode).toBe(0);
    expect(checks['commands']).toEqual({
      state: 'warning',
      finding: 'not those of this version yet: default, zh, ru, ja, es, fr, de, ko, vi, ar',
      mend: 'quoth bot (they are set at its start)',
    });
    await setUp();
    await new Api(TOKEN, { apiRoot: api.apiRoot }).setMyDescription('x', { language_code: 'zh' });
    expect((await find()).checks['commands']?.finding).toBe('not those of this version yet: zh');
  });

  test('rights that do harm or are missing are named, with what to tell @BotFather', async () => {
    withRights({
      can_join_groups: false,
      can_read_all_group_messages: true,
      supports_inline_queries: false,
    });
    const { exitCode, checks } = await find();
    expect(exitCode).toBe(0);
    expect(checks['groups']).toMatchObject({ state: 'warning' });
    expect(checks['groups']?.mend).toContain('/setjoingroups');
    expect(checks['privacy mode']).toMatchObject({ state: 'warning' });
    expect(checks['privacy mode']?.mend).toContain('/setprivacy');
    expect(checks['inline mode']).toMatchObject({ state: 'warning' });
    expect(checks['inline mode']?.mend).toContain('/setinline');
  });

  test('a webhook is named by its host, for its path may be a secret', async () => {
    api.world.webhook = {
      url: 'https://old.example/canary-path',
      pending_update_count: 12,
      last_error_date: Math.floor(Date.now() / 1000) - 60,
      last_error_message: 'Wrong response from the webhook: 502 Bad Gateway',
    };
    const { checks } = await find();
    expect(checks['webhook']?.finding).toBe(
      'updates go to old.example; 12 updates wait; it failed lately: Wrong response from the webhook: 502 Bad Gateway',
    );
    expect(JSON.stringify(checks)).not.toContain('canary');
    api.world.webhook.last_error_date = Math.floor(Date.now() / 1000) - 7200;
    expect((await find()).checks['webhook']?.finding).not.toContain('failed lately');
  });

  test('the webhook that is configured is as it should be, unless it fails', async () => {
    const env = {
      QUOTH_WEBHOOK_URL: 'https://new.example/path',
      QUOTH_WEBHOOK_SECRET: 'a-word',
    };
    expect((await find({ env })).checks['webhook']).toMatchObject({
      state: 'ok',
      finding: 'not set yet; 0 updates wait',
    });
    api.world.webhook = { url: 'https://new.example/path', pending_update_count: 3 };
    expect((await find({ env })).checks['webhook']).toMatchObject({
      state: 'ok',
      finding: 'updates go to new.example; 3 updates wait',
    });
    api.world.webhook.last_error_date = Math.floor(Date.now() / 1000) - 60;
    expect((await find({ env })).checks['webhook']?.mend).toContain('QUOTH_WEBHOOK_PORT');
    api.world.webhook.url = 'https://old.example/path';
    expect((await find({ env })).checks['webhook']?.mend).toContain('sets its own');
  });

  test('a library without articles is a fault, unless some can arrive', async () => {
    const empty = { listArticles: async () => [] };
    const { exitCode, checks } = await find({ app: empty });
    expect(exitCode).toBe(1);
    expect(checks['articles']).toMatchObject({ state: 'fault', mend: 'quoth ingest PATH…' });
    const watching = await find({ app: empty, env: { QUOTH_WATCH: 'inbox/' } });
    expect(watching.exitCode).toBe(0);
    expect(watching.checks['articles']).toMatchObject({ state: 'warning' });
  });

  test('what the doctor finds counts too', async () => {
    const fault = { name: 'model', state: 'fault' as const, finding: 'the wrong sha256' };
    const checkHealth = async () => ({ checks: [fault], healthy: false });
    const { exitCode, checks } = await find({ app: { checkHealth } });
    expect(exitCode).toBe(1);
    expect(checks['model']).toMatchObject({ state: 'fault' });
  });
});
