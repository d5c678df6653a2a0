/** `quoth reindex`: another model takes over without a moment in which the library cannot be asked. */
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CreateEmbedder } from '../../src/adapters/engine.js';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { createHashed, makeModelFolder } from '../support/hashed-embedder.js';
import { runQuoth, startQuoth } from '../support/quoth-process.js';
import { askReal, runHashed } from '../support/real-app.js';
import { writeSmallDocument, writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const QUESTION = 'Who counted 303 boats at the harbour?';
const createFolder = createTemporaryFolders('reindex');
const documents = createFolder('documents');
const whole = createFolder('index');
const models = createFolder('models');
const other = path.join(models, 'other-model');
const backwards = path.join(models, 'backwards');
const questions = path.join(models, 'questions.json');

/** Hashes; the model `backwards` finds what is least alike. */
const createEmbedder: CreateEmbedder = (options) => {
  const embedder = createHashed(options);
  if (options.model !== backwards) return embedder;
  return {
    ...embedder,
    async embedQuestion(text) {
      const { vector, tokenVectors, ...rest } = await embedder.embedQuestion(text);
      const turn = (values: Float32Array) => values.map((value) => -value);
      return { ...rest, vector: turn(vector), tokenVectors: turn(tokenVectors) };
    },
  };
};

const run = (args: readonly string[], index: string) => runHashed(args, index, { createEmbedder });
const ask = (index: string) => askReal(QUESTION, index, run);

function openApp(indexDir: string) {
  const config = loadConfig({ QUOTH_LOG_LEVEL: 'silent', QUOTH_INDEX: indexDir });
  return createApp(config, { createEmbedder });
}

function read<T>(index: string, query: string): T[] {
  const database = new SqliteDatabase(path.join(index, 'library.sqlite'), { readonly: true });
  try {
    return database.prepare(query).pluck().all() as T[];
  } finally {
    database.close();
  }
}

const modelsOf = (index: string) => read(index, 'select distinct model from documents');

async function expectSound(index: string): Promise<void> {
  const { stdout } = await run(['doctor', '--json'], index);
  const faults = JSON.parse(stdout).checks.filter(({ state }: { state: string }) => state !== 'ok');
  expect(faults).toEqual([]);
}

beforeAll(async () => {
  writeSmallDocuments(documents, 4);
  makeModelFolder(other, 64);
  makeModelFolder(backwards, 96);
  expect(await run(['ingest', documents], whole)).toMatchObject({ exitCode: 0 });
  const gold = [{ file: 'small-3.md', articleN: 1, quote: 'the keeper counted 303 boats' }];
  const question = { id: 'q1', lang: 'en', type: 'fact', text: QUESTION, answerable: true };
  writeFileSync(questions, JSON.stringify([{ ...question, goldMode: 'any', gold }]));
});

function copyIndex(): string {
  const copy = createFolder('index');
  cpSync(whole, copy, { recursive: true });
  return copy;
}

test('switches to a model of other dimensions, and a program that runs follows', async () => {
  const index = copyIndex();
  const ids = read<number>(index, 'select id from passages');
  const app = await openApp(index);
  const before = await app.ask(QUESTION);
  const articles = await app.listArticles();
  const { exitCode, stdout, stderr } = await run(
    ['reindex', '--model', other, '--questions', questions],
    index,
  );
  expect([exitCode, stdout]).toEqual([
    0,
    expect.stringMatching(/switched to 16 passages of other-model@/),
  ]);
  expect(stderr).toContain('indexed   small-4.md: 4 passages');
  expect(modelsOf(index)).toEqual(['other-model@unknown']);
  const after = await app.ask(QUESTION);
  expect(after.kind).toBe(before.kind);
  expect(after.quotes[0]?.text).toBe(before.quotes[0]?.text);
  expect(await app.listArticles()).toEqual(articles);
  // It goes on writing with the new model too.
  const more = path.join(createFolder('more'), 'small-9.md');
  writeFileSync(more, writeSmallDocument(9));
  expect((await app.ingest([more])).failures).toEqual([]);
  await app.close();
  expect(modelsOf(index)).toEqual(['other-model@unknown']);
  // A number is never used twice: what a program has in memory of the old index finds nothing wrong.
  expect(Math.min(...read<number>(index, 'select id from passages'))).toBeGreaterThan(
    Math.max(...ids),
  );
  expect(existsSync(path.join(index, 'reindex'))).toBe(false);
  await expectSound(index);
  expect(await ask(index)).toMatchObject({ kind: before.kind });
  // And back again.
  expect(await run(['reindex'], index)).toMatchObject({ exitCode: 0 });
  expect(modelsOf(index)).not.toContain('other-model@unknown');
  await expectSound(index);
});

test('keeps the old index when the answers get worse, unless it is told to switch', async () => {
  const index = copyIndex();
  const before = await ask(index);
  const args = ['reindex', '--model', backwards, '--questions', questions];
  const worse = await run(args, index);
  expect([worse.exitCode, worse.stderr]).toEqual([
    1,
    expect.stringMatching(
      /error QUALITY_TOO_LOW: the new index is worse: hit@1 1\.000 → 0\.000.+--force/,
    ),
  ]);
  expect(worse.stdout).toMatch(/hit@1 +1\.000 +0\.000/);
  expect(await ask(index)).toEqual(before);
  expect(existsSync(path.join(index, 'reindex'))).toBe(true);
  const forced = await run([...args, '--force', '--json'], index);
  // Nothing was made twice.
  expect(forced.stderr).not.toContain('indexing');
  expect(JSON.parse(forced.stdout)).toMatchObject({
    switched: true,
    losses: [expect.any(String), expect.any(String)],
  });
  expect(modelsOf(index)).toEqual(['backwards@unknown']);
  expect((await run(['reindex', '--discard'], index)).stdout).toBe('There is no second index.\n');
});

test('takes in what is ingested, changed and removed while it runs', async () => {
  const index = copyIndex();
  const more = createFolder('more');
  writeFileSync(path.join(more, 'small-7.md'), writeSmallDocument(7));
  const app = await openApp(index);
  const report = await app.upkeep.reindex({
    model: other,
    judge: async () => {
      // Another program, meanwhile.
      await run(['ingest', more], index);
      await run(['remove', 'small-1.md'], index);
      const [first] = (await app.listArticles()).filter(
        ({ document }) => document === 'small-2.md',
      );
      await run(['remove', first?.id ?? ''], index);
      return true;
    },
  });
  expect(report).toMatchObject({ isSwitched: true });
  const count = new Map<string, number>();
  for (const { document } of await app.listArticles())
    count.set(document, (count.get(document) ?? 0) + 1);
  expect([...count].sort()).toEqual([
    ['small-2.md', 1],
    ['small-3.md', 2],
    ['small-4.md', 2],
    ['small-7.md', 2],
  ]);
  await app.close();
  await expectSound(index);
});

describe('interrupted', () => {
  test('by a signal it goes on where it was; by another model it starts anew', async () => {
    const index = copyIndex();
    const stop = new AbortController();
    const app = await openApp(index);
    const made: string[] = [];
    const hooks = {
      onDocumentDone: (event: { document: string }) => void made.push(event.document),
    };
    const stopped = app.upkeep.reindex({
      model: other,
      signal: stop.signal,
      hooks: {
        onDocumentDone(event) {
          hooks.onDocumentDone(event);
          if (made.length === 2) stop.abort();
        },
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(await app.ask(QUESTION)).toMatchObject({
      quotes: [{ citation: { document: 'small-3.md' } }, {}, {}],
    });
    await app.upkeep.reindex({ model: other, hooks, judge: async () => false });
    expect(made).toEqual(['small-1.md', 'small-2.md', 'small-3.md', 'small-4.md']);
    await app.upkeep.reindex({ model: backwards, hooks, judge: async () => false });
    expect(made).toHaveLength(8);
    expect(await app.upkeep.discardReindex()).toBe(true);
    expect(readdirSync(index)).not.toContain('reindex');
    await app.close();
    await expectSound(index);
  });

  test('with a second index that is damaged since, it starts anew', async () => {
    const index = copyIndex();
    const app = await openApp(index);
    await app.upkeep.reindex({ model: other, judge: async () => false });
    await app.close();
    const file = path.join(index, 'reindex/library.sqlite');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 5000));
    const { exitCode, stderr } = await run(['reindex', '--model', other], index);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('indexed   small-1.md');
    await expectSound(index);
  });

  test('by kill -9, with the model itself', async () => {
    const renamed = path.join(models, 'renamed');
    symlinkSync(path.join(PACKAGE_ROOT, 'models/multilingual-e5-small'), renamed);
    const index = createFolder('index');
    expect(await runQuoth(['ingest', documents, '--index', index])).toMatchObject({ exitCode: 0 });
    const args = ['reindex', '--model', renamed, '--index', index];
    const killed = startQuoth(args);
    while (!killed.written.stderr.includes('indexed   small-2.md')) await sleep(1);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const [old] = modelsOf(index) as string[];
    expect(old).toMatch(/^multilingual-e5-small@/);
    const resumed = await runQuoth(args);
    expect(resumed.exitCode).toBe(0);
    expect(resumed.stderr).not.toMatch(/small-[12]\.md/);
    expect(modelsOf(index)).toEqual([old?.replace('multilingual-e5-small', 'renamed')]);
    rmSync(renamed);
    const { stderr } = await runQuoth(['ask', QUESTION, '--index', index]);
    expect(stderr).toMatch(/^error INDEX_OTHER_MODEL: .+quoth reindex/);
  }, 170_000);
});

test('of nothing says so', async () => {
  const index = createFolder('index');
  expect(await run(['reindex'], index)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^error INDEX_EMPTY/),
  });
  expect(await run(['reindex', '--model', path.join(models, 'none')], copyIndex())).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^error MODEL_NOT_FOUND/),
  });
});
