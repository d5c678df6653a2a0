/** The real process: what only a spawned program can show. Each start takes a second: few of them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../support/cli-app.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'quoth-process-'));

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const script = path.join(PACKAGE_ROOT, 'src/main.ts');
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, script, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { child, ended, stderr: readAll(child.stderr) };
}

test('a usage error is one line on stderr and exit code 1', async () => {
  const { child, ended, stderr } = start(['ask', '--nonsense']);
  expect(await readAll(child.stdout)).toBe('');
  expect(await stderr).toBe("error USAGE: unknown option '--nonsense' (see quoth ask --help)\n");
  expect(await ended).toBe(1);
});

test('settings come from a .env file of the current folder too', async () => {
  writeFileSync(path.join(cwd, '.env'), 'QUOTH_TOP=99\n');
  const { ended, stderr } = start(['articles']);
  expect(await stderr).toMatch(
    /^error CONFIG_INVALID: QUOTH_TOP: expected an integer from 1 to 50/,
  );
  expect(await ended).toBe(1);
});

test('a reader that closes the pipe early is no error', async () => {
  const { child, ended, stderr } = start(['--help']);
  child.stdout.destroy();
  expect(await stderr).toBe('');
  expect(await ended).toBe(0);
});

test('the first Ctrl-C ends in good order', async () => {
  const env = { QUOTH_TOP: '3', QUOTH_INDEX: cwd, QUOTH_LOG_LEVEL: 'silent' };
  const { child, ended, stderr } = start(['ask', '--batch', '-', '--json'], env);
  // A bad line shows that the command is reading.
  child.stdin.write('no json\n');
  child.stderr.once('data', () => child.kill('SIGINT'));
  child.stdout.resume();
  const text = await stderr;
  child.stdin.destroy();
  expect(text).toContain('error QUESTIONS_INVALID: stdin line 1');
  expect(await ended).toBe(1);
});
