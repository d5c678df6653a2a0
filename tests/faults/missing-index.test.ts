/** An index that is not there: commands that only read say so, and make none. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRealApp, runReal } from '../support/real-app.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('missing');
const questions = path.resolve(import.meta.dirname, '../../samples/questions.json');

describe('an index that is named and not there', () => {
  const index = path.join(createFolder('parent'), 'mistyped');

  test.each([[['articles']], [['ask', 'dogs']], [['eval', questions]], [['chat']]])(
    'is not made by %j',
    async (args) => {
      const { exitCode, stdout, stderr } = await runReal(args, index);
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toBe(
        `error INDEX_EMPTY: expected a library in ${index}, found no such folder (check the spelling, or make it with: quoth ingest PATH…)\n`,
      );
      expect(existsSync(index)).toBe(false);
    },
  );

  test('is a fault for doctor', async () => {
    const { exitCode, stdout } = await runReal(['doctor', '--json'], index);
    expect(exitCode).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.healthy).toBe(false);
    expect(report.checks).toContainEqual({
      name: 'library',
      state: 'fault',
      finding: `expected a library in ${index}, found no such folder`,
      mend: 'check the spelling, or make it with: quoth ingest PATH…',
    });
    expect(existsSync(index)).toBe(false);
  });
});

test('the program makes no folder for those who read, and the first ingest makes it', async () => {
  const index = path.join(createFolder('parent'), 'later');
  const app = await openRealApp(index);
  try {
    expect(await app.listArticles()).toEqual([]);
    await expect(app.ask('dogs')).rejects.toMatchObject({ code: 'INDEX_EMPTY' });
    await expect(app.warmUp()).rejects.toMatchObject({ code: 'INDEX_EMPTY' });
    expect(existsSync(index)).toBe(false);
    await app.ingest([path.resolve(import.meta.dirname, '../fixtures/dumps/untitled.txt')]);
    expect(await app.listArticles()).toHaveLength(1);
  } finally {
    await app.close();
  }
});
