import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { parseChatLine } from '../../src/cli/chat/chat-command.js';
import { readHistory, writeHistory } from '../../src/cli/chat/chat-history.js';
import { cutPages } from '../../src/cli/chat/page-article.js';
import type { InputStream } from '../../src/cli/cli-context.js';
import { ARTICLE, createMemoryApp, runInProcess } from '../support/cli-app.js';

const chat = (lines: string[], options: Parameters<typeof runInProcess>[1] = {}) =>
  runInProcess(['chat', '--top', '1'], { input: lines.join('\n'), ...options });

describe('a line of a chat', () => {
  test.each([
    ['  ', { kind: 'empty' }],
    [' 能带狗吗 ', { kind: 'question', text: '能带狗吗' }],
    ['/more', { kind: 'more' }],
    ['／MORE', { kind: 'more' }],
    ['/context 2', { kind: 'context', target: '2' }],
    ['/open', { kind: 'open', target: '1' }],
    ['/open 0123456789ab', { kind: 'open', target: '0123456789ab' }],
    ['/quit', { kind: 'quit' }],
    ['exit', { kind: 'quit' }],
    ['/x y', { kind: 'unknown', command: '/x' }],
    ['1/2?', { kind: 'question', text: '1/2?' }],
  ])('%j is %j', (line, parsed) => {
    expect(parseChatLine(line)).toEqual(parsed);
  });
});

describe('a chat through a pipe', () => {
  test('answers each line, with numbers that go on over /more', async () => {
    const run = await chat(['dogs', '/more', '/more', '/quit', 'never asked']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toBe(
      [
        ...['1 passage', '', '│ Dogs wait outside the door.'],
        '[1] Rules of the harbour library · Harbour Letter · 2025-01-06 · Chapter 2 › §',
        ...['    4 · rules.txt, line 2', '', '│ Guide dogs may come in.'],
        '[2] Rules of the harbour library · Harbour Letter · 2025-01-06 · Chapter 2 › §',
        ...['    4 · rules.txt, line 2', '', 'No more quotes on this question.', '', ''],
      ].join('\n'),
    );
  });

  test('shows the context of a quote and the article', async () => {
    const run = await chat(['mondays', '/context 1', '/open 1', '/open 0123456789ab']);
    expect(run.stdout).toContain('│ e dogs may come in. The library is closed on Mondays.\n');
    expect(run.stdout.split('Rules of the harbour library\nHarbour Letter')).toHaveLength(3);
    expect(run.stdout).toContain('│ Books may be kept for thirty days.');
  });

  test('explains what cannot be shown', async () => {
    const run = await chat(['/more', '/context 1', 'dogs', '/open 9', '/open nothing', '/dance']);
    for (const text of [
      'No quotes yet: ask a question first.',
      'There is only quote 1, not “9”.',
      'There is no article nothing.',
      'There is no command /dance.',
    ]) {
      expect(run.stdout).toContain(text);
    }
  });

  test('goes on after an error', async () => {
    let calls = 0;
    const run = await chat(['dogs', 'dogs'], {
      app: (config) => {
        const app = createMemoryApp(config);
        const { ask } = app;
        return Object.assign(app, {
          ask: (question: string) => {
            calls += 1;
            return calls === 1 ? Promise.reject(new Error('boom')) : ask(question);
          },
        });
      },
    });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/^error INTERNAL: boom/);
    expect(run.stdout).toContain('│ Dogs wait');
  });

  test('prints JSON lines with --json and nothing else', async () => {
    const run = await runInProcess(['chat', '--json'], { input: 'dogs\n/help\nzebras\n' });
    const kinds = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(['answered', 'notFound']);
  });

  test.each([
    ['ru_RU.UTF-8', 'Цитат ещё нет'],
    ['ko_KR.UTF-8', '아직 인용이 없어요'],
    ['zh_TW.UTF-8', '請先提一個問題'],
    ['sv_SE.UTF-8', 'No quotes yet'],
  ])('speaks the language of %s, as the bot does', async (locale, expected) => {
    const run = await chat(['/more', '/nope'], { env: { LANG: locale } });
    expect(run.stdout).toContain(expected);
    expect(run.stdout).toContain('/nope');
  });

  test('speaks Chinese to Chinese locales', async () => {
    const run = await chat(['/more', '/help'], { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB' } });
    expect(run.stdout).toContain('请先提一个问题');
    expect(run.stdout).toContain('退出');
  });

  test('is INTERRUPTED by a signal', async () => {
    const stop = new AbortController();
    const run = runInProcess(['chat'], { stdin: new PassThrough(), signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    expect((await run).stderr).toMatch(/^error INTERRUPTED: /);
  });
});

describe('a chat in a terminal', () => {
  /** Types `keys` one after the other, each when stdout has come to show `after`. */
  function typeKeys(steps: readonly (readonly [after: string, keys: string])[]) {
    const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
    let seen = 0;
    let next = 0;
    const onOutput = (stdout: string) => {
      const step = steps[next];
      const at = step ? stdout.indexOf(step[0], seen) : -1;
      if (!step || at < 0) return;
      seen = at + step[0].length;
      next += 1;
      setImmediate(() => stdin.write(step[1]));
    };
    return { stdin: stdin as InputStream, onOutput };
  }
  const terminal = { columns: 80, rows: 7 };
  const env = { TERM: 'dumb', NO_COLOR: '1' };

  test('pages articles, remembers questions, and leaves with Ctrl-D', async () => {
    const indexDir = mkdtempSync(path.join(tmpdir(), 'quoth-chat-'));
    const article = { ...ARTICLE, text: 'A line of its own.\n'.repeat(12) };
    const run = await runInProcess(['chat', '--index', indexDir], {
      ...typeKeys([
        ['> ', 'dogs\r'],
        ['rules.txt, line 2', ''],
        ['> ', '/open 1\r'],
        ['1/4', '\r'],
        ['2/4', 'q\r'],
        ['> ', '\u0004'],
      ]),
      ...{ terminal, env },
      app: (config) => createMemoryApp(config, { getArticle: async () => article }),
    });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('1 article to quote from');
    expect(run.stdout).not.toContain('3/4');
    expect(readHistory(indexDir)).toEqual(['/open 1', 'dogs']);
    expect(statSync(path.join(indexDir, 'chat-history')).mode & 0o777).toBe(0o600);
  });

  test('Ctrl-C clears the line, stops a question, and leaves when pressed twice', async () => {
    const asked: string[] = [];
    const indexDir = mkdtempSync(path.join(tmpdir(), 'quoth-chat-'));
    const run = await runInProcess(['chat', '--index', indexDir], {
      ...typeKeys([
        ['> ', 'half a quest'],
        ['half a quest', '\u0003'],
        ['> ', 'slow\r'],
        ['slow', '\u0003'],
        ['> ', '\u0003'],
        ['Press Ctrl-C again', '\u0003'],
      ]),
      ...{ terminal, env },
      app: (config) =>
        createMemoryApp(config, {
          ask: (question) => {
            asked.push(question);
            // The folder goes away under the chat: its history is not worth making it anew.
            rmSync(indexDir, { recursive: true });
            return new Promise(() => {});
          },
        }),
    });
    expect(run).toMatchObject({ exitCode: 0, stderr: 'Stopped.\n' });
    expect(asked).toEqual(['slow']);
    expect(existsSync(indexDir)).toBe(false);
  });
});

test('the history keeps the newest 500 lines', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'quoth-history-'));
  writeHistory(
    dir,
    Array.from({ length: 600 }, (_, index) => `question ${600 - index}`),
  );
  const history = readHistory(dir);
  expect(history).toHaveLength(500);
  expect(history[0]).toBe('question 600');
  expect(readFileSync(path.join(dir, 'chat-history'), 'utf8').endsWith('question 600\n')).toBe(
    true,
  );
});

test('pages have at most as many lines as asked for', () => {
  expect(cutPages(['a', 'b', 'c'], 2)).toEqual([['a', 'b'], ['c']]);
});
