/** `quoth eval FOLDER` with the real program: the library is made, asked, and gone again. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Config } from '../../src/config.js';
import { createMemoryApp, runInProcess } from '../support/cli-app.js';
import { runReal } from '../support/real-app.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('eval-corpus');
const toLines = (values: readonly object[]): string =>
  values.map((value) => JSON.stringify(value)).join('\n');

const ENTRIES = [
  ['fish', 'The harbour market sells herring and cod every Friday morning until ten o’clock.'],
  ['bells', 'The bells of the old lighthouse ring twice when fog comes in from the sea.'],
  ['ferry', 'The ferry to the island leaves at noon and takes forty minutes in calm weather.'],
] as const;
const QUERIES = [
  { id: 'q1', text: 'When do the lighthouse bells ring?', gold: ['bells'] },
  { id: 'q2', text: 'How long does the ferry to the island take?', gold: ['ferry'] },
  { id: 'q3', text: 'zxcvb qqqq', gold: [], answerable: false },
].map((query) => ({ ...query, lang: 'en' }));
const ANSWERS = [{ pid: 'ferry', text: 'forty minutes', start: 51 }];

function createSet(): string {
  const folder = createFolder('set');
  const corpus = [
    ...ENTRIES.map(([id, text]) => ({ id, title: '', text })),
    // One that no document can be made of, and one whose NUL characters are taken out.
    { id: 'blank', text: '\u200B' },
    { id: 'nul', text: 'a\u0000b\u0000'.repeat(50) },
  ];
  writeFileSync(path.join(folder, 'corpus.jsonl'), toLines(corpus));
  const queries = QUERIES.map((query) =>
    query.id === 'q2' ? { ...query, answers: ANSWERS } : query,
  );
  writeFileSync(path.join(folder, 'queries.jsonl'), toLines(queries));
  return folder;
}

/** Has temporary folders made in one that a test can look into. @returns the names of those that `eval` made */
function watchTemporary(): () => string[] {
  const folder = createFolder('tmp');
  vi.stubEnv('TMPDIR', folder);
  return () => readdirSync(folder).filter((name) => name.startsWith('quoth-'));
}

afterEach(() => vi.unstubAllEnvs());

describe('quoth eval FOLDER', () => {
  test('asks a library of the entries, and leaves nothing behind', async () => {
    const listTemporary = watchTemporary();
    const indexDir = path.join(createFolder(), 'index');
    const run = await runReal(['eval', createSet(), '--json', '--top', '2'], indexDir);
    expect(run.exitCode).toBe(0);
    expect(run.stderr.trim().split('\n')).toEqual([
      'making a library of 5 entries, for this once',
      expect.stringMatching(
        /^1 of 5 entries is not in the library, so not found either: DOCUMENT_EMPTY: /,
      ),
      '1 of 5 entries was parted or lost words at ingest',
    ]);
    const report = JSON.parse(run.stdout);
    expect(report).toMatchObject({
      questions: 3,
      exactQuotes: 1,
      all: { answerable: 2, unanswerable: 1, hit1: 1, highlightHit: 1, rightlyRefused: 1 },
    });
    // The words that answer are known of q2 only.
    expect(report.results[0]).not.toHaveProperty('highlightHit');
    expect(report.results[1]).toMatchObject({ rank: 1, highlightHit: true });
    expect(listTemporary()).toEqual([]);
    expect(existsSync(indexDir)).toBe(false);
  });

  test('takes the library away when it is interrupted', async () => {
    const listTemporary = watchTemporary();
    const stop = new AbortController();
    const folders: string[] = [];
    const run = await runInProcess(['eval', createSet()], {
      signal: stop.signal,
      app: (config: Config) => {
        folders.push(...listTemporary());
        return createMemoryApp(config, {
          ask: () => {
            stop.abort();
            return new Promise(() => {});
          },
        });
      },
    });
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain('error INTERRUPTED: ');
    expect(folders).toEqual([expect.stringMatching(/^quoth-eval-/)]);
    expect(listTemporary()).toEqual([]);
  });

  test.each([['corpus.jsonl'], ['queries.jsonl']])('wants %s', async (missing) => {
    const folder = createSet();
    rmSync(path.join(folder, missing));
    const run = await runInProcess(['eval', folder]);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain('error PATH_NOT_FOUND: ');
    expect(run.stderr).toContain(missing);
  });
});
