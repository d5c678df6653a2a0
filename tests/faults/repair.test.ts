/** `quoth doctor --repair`: after any damage the library answers again, and what was lost is named. */
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { askReal, checkReal, runHashed, runReal } from '../support/real-app.js';
import { writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const QUESTION = 'Who counted 303 boats at the harbour?';
const PAGE_BYTES = 4096;
const createFolder = createTemporaryFolders('repair');
const documents = createFolder('documents');
const whole = createFolder('index');
let answer: unknown;

beforeAll(async () => {
  writeSmallDocuments(documents, 4);
  expect(await runHashed(['ingest', documents], whole)).toMatchObject({ exitCode: 0 });
  answer = await ask(whole);
});

/** Asked by hashes: what is damaged is the library, not the model. */
const ask = (index: string) => askReal(QUESTION, index, runHashed);

function copyIndex(): string {
  const copy = createFolder('index');
  cpSync(whole, copy, { recursive: true });
  return copy;
}

const libraryOf = (index: string) => path.join(index, 'library.sqlite');

/** Changes the library behind Quoth's back. */
function change(index: string, ...statements: string[]): void {
  const database = new SqliteDatabase(libraryOf(index));
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** Overwrites the first page of a table or an index. */
function overwrite(index: string, ...names: string[]): void {
  const database = new SqliteDatabase(libraryOf(index), { readonly: true });
  const root = database.prepare('select rootpage from sqlite_schema where name = ?').pluck();
  const pages = names.map((name) => root.get(name) as number);
  database.close();
  const bytes = readFileSync(libraryOf(index));
  for (const page of pages) bytes.fill(0xaa, (page - 1) * PAGE_BYTES, page * PAGE_BYTES);
  writeFileSync(libraryOf(index), bytes);
}

async function repair(index: string) {
  const { exitCode, stdout, stderr } = await runHashed(['doctor', '--repair', '--json'], index);
  expect(stderr).toBe('');
  const { repair: report, healthy } = JSON.parse(stdout) as {
    repair: { mended: string[]; lost: string[]; keptAside?: string };
    healthy: boolean;
  };
  expect(healthy).toBe(true);
  return { ...report, exitCode };
}

test('of a sound library mends nothing and says so', async () => {
  const index = copyIndex();
  expect(await repair(index)).toEqual({ mended: [], lost: [], exitCode: 0 });
  const { stdout } = await runHashed(['doctor', '--repair'], index);
  expect(stdout).toContain('There was nothing to mend.');
});

describe('what is derived', () => {
  const damages: Readonly<Record<string, (index: string) => void>> = {
    'a snapshot that is cut short': (index) => {
      const name = readdirSync(index).find((file) => file.endsWith('.hnsw')) ?? '';
      truncateSync(path.join(index, name), 1000);
    },
    'a manifest that is garbage': (index) =>
      writeFileSync(path.join(index, 'manifest.json'), '{"for'),
    'an empty lexical index': (index) =>
      change(index, "insert into passage_terms (passage_terms) values ('delete-all')"),
    'a lexical index whose page is overwritten': (index) => overwrite(index, 'passage_terms_data'),
    'passages that are gone': (index) => change(index, 'delete from passages where id % 3 = 0'),
    'token vectors that are gone': (index) =>
      change(index, 'delete from token_vectors where passage_id % 3 = 0'),
    'passages of nothing': (index) =>
      change(
        index,
        'update passages set article_id = 4711 where id = (select max(id) from passages)',
      ),
    'headings that are no JSON': (index) =>
      change(index, `update passages set headings = '["x' where id = 2`),
    'files that a killed program has left': (index) => {
      writeFileSync(path.join(index, 'library.new-12.sqlite'), 'half');
      writeFileSync(path.join(index, 'vectors.json.12.tmp'), '{');
    },
    'overwritten tables of passages and vectors': (index) =>
      overwrite(index, 'passages', 'token_vectors'),
  };

  test.each(Object.entries(damages))('%s: is made again, nothing is lost', async (_, damage) => {
    const index = copyIndex();
    damage(index);
    const { mended, lost, exitCode } = await repair(index);
    expect(mended.length).toBeGreaterThan(0);
    expect([lost, exitCode]).toEqual([[], 0]);
    expect(await ask(index)).toEqual(answer);
    expect((await repair(index)).mended).toEqual([]);
    expect(readdirSync(index).filter((name) => /tmp$|new-/.test(name))).toEqual([]);
  });
});

describe('what is stored', () => {
  const list = async (index: string) =>
    (await runHashed(['articles', '--json'], index)).stdout.split('\n').filter(Boolean);

  test('a word that the disk has changed is never quoted; its article goes and comes back with its file', async () => {
    const index = copyIndex();
    const before = await list(index);
    change(
      index,
      "update articles set text = replace(text, 'boats', 'goats') where text like '%boats%'",
    );
    const asked = await runHashed(['ask', QUESTION], index);
    expect([asked.exitCode, asked.stdout]).toEqual([2, '']);
    expect(asked.stderr).toMatch(
      /^error INDEX_UNREADABLE: article \d of small-\d\.md .+quoth doctor --repair/,
    );
    const { lost, exitCode } = await repair(index);
    expect(exitCode).toBe(1);
    expect(lost.length).toBeGreaterThan(0);
    for (const line of lost)
      expect(line).toMatch(/^article \d of small-\d\.md: its text was damaged|none of its/);
    expect(await runHashed(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
    expect((await list(index)).sort()).toEqual(before.sort());
    expect(await ask(index)).toMatchObject({ kind: 'answered' });
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
  });

  test('documents whose own table is overwritten lose their names only', async () => {
    const index = copyIndex();
    overwrite(index, 'documents');
    const { lost, keptAside = '' } = await repair(index);
    expect(existsSync(keptAside)).toBe(true);
    expect(lost.join('\n')).toMatch(/where the articles of recovered-1 came from/);
    expect(await list(index)).toHaveLength(8);
    expect(await ask(index)).toMatchObject({ kind: 'answered' });
  });

  test.each([
    ['cut to half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    [
      'with its first bytes overwritten',
      (file: string) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0x55, 0, 60));
      },
    ],
  ])('a file %s gives back what can be read, and a new ingest the rest', async (_, damage) => {
    const index = copyIndex();
    damage(libraryOf(index));
    const before = readFileSync(libraryOf(index));
    expect((await runHashed(['ask', QUESTION], index)).stderr).toMatch(
      /^error INDEX_UNREADABLE: .+quoth doctor --repair/,
    );
    const { keptAside = '' } = await repair(index);
    expect(readFileSync(keptAside)).toEqual(before);
    expect(await runHashed(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
    expect(await ask(index)).toMatchObject({ kind: 'answered' });
    const names = new Set((await list(index)).map((line) => JSON.parse(line).document));
    for (let n = 1; n <= 4; n += 1) expect(names).toContain(`small-${n}.md`);
  });

  test('a file of which nothing can be read is left as it is', async () => {
    const index = copyIndex();
    writeFileSync(libraryOf(index), 'garbage\n'.repeat(5000));
    const { exitCode, stderr } = await runHashed(['doctor', '--repair'], index);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/^error INDEX_UNREADABLE: nothing can be read .+quoth restore/),
    ]);
    expect(statSync(libraryOf(index)).size).toBe(40_000);
    rmSync(libraryOf(index));
    expect(await runHashed(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
  });
});

test('with the model itself, passages that are made anew answer as they did', async () => {
  const index = createFolder('index');
  expect(await runReal(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
  const before = await askReal(QUESTION, index);
  overwrite(index, 'passages', 'token_vectors');
  expect(await runReal(['doctor', '--repair'], index)).toMatchObject({ exitCode: 0 });
  expect(await askReal(QUESTION, index)).toEqual(before);
}, 170_000);
