/** Backup and restore: one moment of the library in one file, looked over before it replaces anything. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSqliteCorrectionStore } from '../../src/adapters/sqlite/correction-store.js';
import { createSqliteFeedStore } from '../../src/adapters/sqlite/feed-store.js';
import { createSqliteFeedbackStore } from '../../src/adapters/sqlite/feedback-store.js';
import { createSqliteFollowing } from '../../src/adapters/sqlite/following.js';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import { createSqliteReaderStore } from '../../src/adapters/sqlite/reader-store.js';
import { FIRST_SCHEDULE } from '../../src/domain/topic.js';
import { createTopic } from '../contracts/following.js';
import { runQuoth, startQuoth } from '../support/quoth-process.js';
import { askReal, checkReal, openRealApp, runHashed } from '../support/real-app.js';
import { writeSmallDocument, writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const QUESTION = 'Who counted 303 boats at the harbour?';
const createFolder = createTemporaryFolders('backup');
const documents = createFolder('documents');
const whole = createFolder('index');
const backup = path.join(createFolder('backups'), 'copy.sqlite');
let answer: unknown;

beforeAll(async () => {
  writeSmallDocuments(documents, 3);
  expect(await runHashed(['ingest', documents], whole)).toMatchObject({ exitCode: 0 });
  answer = await askReal(QUESTION, whole, runHashed);
  const run = await runHashed(['backup', backup], whole);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.stdout).toMatch(/copy\.sqlite: 3 documents, 6 articles, \d+ passages, 0 topics, /);
});

function copyIndex(): string {
  const copy = createFolder('index');
  cpSync(whole, copy, { recursive: true });
  return copy;
}

/** The rows of all tables. */
function readTables(file: string): Record<string, unknown[]> {
  const database = new SqliteDatabase(file, { readonly: true });
  const names = database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like '%passage_terms%'",
    )
    .pluck()
    .all() as string[];
  const tables = names.map((name) => [name, database.prepare(`select * from "${name}"`).all()]);
  database.close();
  return Object.fromEntries(tables);
}

describe('a backup', () => {
  test('writes over nothing unless it is told to', async () => {
    const before = readFileSync(backup);
    const refused = await runHashed(['backup', backup], whole);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/^error FILE_EXISTS: .+copy\.sqlite already \(.+--force\)\n$/);
    expect(readFileSync(backup)).toEqual(before);
    expect(await runHashed(['backup', backup, '--force'], whole)).toMatchObject({ exitCode: 0 });
    expect(readdirSync(path.dirname(backup))).toEqual(['copy.sqlite']);
  });

  test('is refused onto the library itself, into no folder, and of nothing', async () => {
    const index = copyIndex();
    const library = path.join(index, 'library.sqlite');
    expect((await runHashed(['backup', library, '--force'], index)).stderr).toMatch(/^error USAGE/);
    const nowhere = path.join(index, 'none', 'copy.sqlite');
    expect((await runHashed(['backup', nowhere], index)).stderr).toMatch(/^error PATH_NOT_FOUND/);
    const empty = createFolder('empty');
    expect((await runHashed(['backup', nowhere], empty)).stderr).toMatch(/^error INDEX_EMPTY/);
  });

  test('holds every table row for row: topics, settings, feeds, votes and corrections with the articles', async () => {
    const index = copyIndex();
    const { db, close } = await openDatabase(index);
    const { subscribers, topics } = createSqliteFollowing(db);
    const { id } = await subscribers.ensure({ chatId: 7, kind: 'private', language: 'en' });
    await subscribers.update(id, { schedule: { ...FIRST_SCHEDULE, timing: 'weekly', quietTo: 9 } });
    await topics.put({
      ...createTopic('abcdefgh', id),
      state: 'paused',
      pausedAt: 5,
      isMuted: true,
    });
    await createSqliteFeedStore(db).addFeed({ kind: 'web', address: 'https://example.org/feed' });
    const vote = { answerId: 'a1', reader: 'r1' };
    await createSqliteFeedbackStore(db).put(vote, { verdict: 'bad', reason: 'missing' });
    await createSqliteReaderStore(db).put('r1', { quotes: 2 });
    const anchor = { title: 'Boats', startLine: 1 };
    await createSqliteCorrectionStore(db).add('a.txt', { anchor, kind: 'title', title: 'Ships' });
    await close();
    const copy = path.join(createFolder('backups'), 'all.sqlite');
    expect(await runHashed(['backup', copy], index)).toMatchObject({ exitCode: 0 });
    const before = readTables(path.join(index, 'library.sqlite'));
    for (const table of ['articles', 'topics', 'subscribers', 'feeds', 'corrections', 'readers']) {
      expect(before[table], table).not.toEqual([]);
    }
    expect(readTables(copy)).toEqual(before);
  });

  test('of a library that is being written to is whole documents, those reported before it at least', async () => {
    const index = createFolder('index');
    const many = createFolder('documents');
    writeSmallDocuments(many, 12);
    const writer = startQuoth(['ingest', many, '--index', index]);
    const count = () => [...writer.written.stdout.matchAll(/^added/gm)].length;
    await new Promise<void>((resolve) => {
      writer.child.stdout.on('data', () => void (count() >= 2 && resolve()));
    });
    const target = path.join(createFolder('backups'), 'b.sqlite');
    const reported = count();
    const app = await openRealApp(index);
    const facts = await app.upkeep.backup(target);
    await app.close();
    expect(await writer.ended).toBe(0);
    expect(facts.documents).toBeGreaterThanOrEqual(reported);
    expect(facts.articles).toBe(facts.documents * 2);
    const restored = createFolder('index');
    expect(await runHashed(['restore', target], restored)).toMatchObject({ exitCode: 0 });
    expect(await checkReal(restored)).toMatchObject({ library: 'ok', consistency: 'ok' });
  });
});

describe('a restore', () => {
  test('brings a library back that gives the same answers, and keeps the one that was there', async () => {
    const index = copyIndex();
    const later = createFolder('documents');
    writeFileSync(path.join(later, 'later.md'), writeSmallDocument(70));
    expect(await runHashed(['ingest', later], index)).toMatchObject({ exitCode: 0 });
    expect(await runHashed(['remove', 'small-1.md'], index)).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = await runHashed(['restore', backup], index);
    expect(exitCode).toBe(0);
    expect(await askReal(QUESTION, index, runHashed)).toEqual(answer);
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });

    const kept = stdout.match(/kept: (.+)$/m)?.[1] ?? '';
    const old = new SqliteDatabase(kept, { readonly: true });
    expect(old.prepare('select name from documents order by id').pluck().all()).toEqual([
      'small-2.md',
      'small-3.md',
      'later.md',
    ]);
    old.close();
    // New row numbers are those that the old library has used: its vectors must not stand for them.
    const other = createFolder('documents');
    writeFileSync(
      path.join(other, 'other.md'),
      '# Zeppelins\n\nThe zeppelin festival begins in June.\n',
    );
    expect(await runHashed(['ingest', other], index)).toMatchObject({ exitCode: 0 });
    const found = (await askReal('When does the zeppelin festival begin?', index, runHashed)) as {
      quotes: { text: string }[];
    };
    expect(found.quotes[0]?.text).toContain('zeppelin festival begins');
    expect(await askReal(QUESTION, index, runHashed)).toMatchObject({ kind: 'answered' });
  });

  const bad: Readonly<Record<string, [(file: string) => void, RegExp]>> = {
    'that is no database': [
      (file) => writeFileSync(file, 'no copy\n'.repeat(2000)),
      /^error BACKUP_INVALID/,
    ],
    'that is cut short': [(file) => truncateSync(file, 60_000), /^error BACKUP_INVALID/],
    'of something else': [
      (file) => {
        writeFileSync(file, '');
        const database = new SqliteDatabase(file);
        database.exec('create table recipes (name text)');
        database.close();
      },
      /^error BACKUP_INVALID/,
    ],
    'with a word changed': [
      (file) => {
        const database = new SqliteDatabase(file);
        database.exec("update articles set text = replace(text, 'counted', 'sold')");
        database.close();
      },
      /^error BACKUP_INVALID/,
    ],
    'of a newer Quoth': [
      (file) => {
        const database = new SqliteDatabase(file);
        database.exec("insert into kysely_migration values ('2031-01-01-later', '2031')");
        database.exec("update meta set value = '7.5.0' where key = 'quoth_version'");
        database.close();
      },
      /^error INDEX_FORMAT: .+ Quoth 7\.5\.0, this is Quoth \d+\.\d+\.\d+ \(use Quoth 7\.5\.0 or a later/,
    ],
  };

  test.each(Object.entries(bad))('of a file %s replaces nothing', async (_, [spoil, message]) => {
    const index = copyIndex();
    const file = path.join(createFolder('backups'), 'bad.sqlite');
    cpSync(backup, file);
    spoil(file);
    const { exitCode, stderr } = await runHashed(['restore', file], index);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
    expect(readdirSync(index).filter((name) => /^library[-.](?!sqlite)/.test(name))).toEqual([]);
    expect(await askReal(QUESTION, index, runHashed)).toEqual(answer);
  });

  test('is refused while another program has the library open', async () => {
    const index = copyIndex();
    const app = await openRealApp(index);
    await app.listArticles();
    const { exitCode, stderr } = await runHashed(['restore', backup], index);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^error INDEX_BUSY: .+stop the bot/),
    ]);
    expect(await app.listArticles()).toHaveLength(6);
    await app.close();
    expect(await runHashed(['restore', backup], index)).toMatchObject({ exitCode: 0 });
  });

  test('goes over a library that is damaged, and a journal that is', async () => {
    const index = copyIndex();
    const library = path.join(index, 'library.sqlite');
    writeFileSync(library, 'garbage\n'.repeat(5000));
    writeFileSync(`${library}-wal`, 'garbage\n'.repeat(500));
    expect(await runHashed(['restore', backup], index)).toMatchObject({ exitCode: 0 });
    expect(await askReal(QUESTION, index, runHashed)).toEqual(answer);
    const kept = readdirSync(index).filter((name) => name.startsWith('library-before-restore'));
    expect(kept.map((name) => statSync(path.join(index, name)).size)).toEqual([40_000]);
  });

  test('that is killed at any moment leaves the old library or the new one', async () => {
    const index = copyIndex();
    expect(await runHashed(['remove', 'small-1.md'], index)).toMatchObject({ exitCode: 0 });
    const started = performance.now();
    await runQuoth(['articles', '--index', index]);
    const startMs = performance.now() - started;
    for (let round = 0; round < 5; round += 1) {
      const run = startQuoth(['restore', backup, '--index', index]);
      setTimeout(() => run.child.kill('SIGKILL'), startMs * (0.6 + round * 0.15));
      await run.ended;
      const { exitCode, stdout } = await runHashed(['articles', '--json'], index);
      expect([exitCode, [4, 6]]).toEqual([
        0,
        expect.arrayContaining([stdout.split('\n').length - 1]),
      ]);
      expect(await checkReal(index)).toMatchObject({ consistency: 'ok' });
    }
    expect(await runHashed(['restore', backup], index)).toMatchObject({ exitCode: 0 });
    expect(await askReal(QUESTION, index, runHashed)).toEqual(answer);
  });
});

test('a library of a newer Quoth is refused by every command, with its version', async () => {
  const index = copyIndex();
  const database = new SqliteDatabase(path.join(index, 'library.sqlite'));
  database.exec("insert into kysely_migration values ('2031-01-01-later', '2031')");
  database.exec("update meta set value = '7.5.0' where key = 'quoth_version'");
  database.close();
  for (const args of [
    ['ask', QUESTION],
    ['articles'],
    ['ingest', documents],
    ['doctor', '--repair'],
  ]) {
    const { exitCode, stderr } = await runHashed(args, index);
    expect([args[0], exitCode]).toEqual([args[0], 1]);
    expect(stderr).toMatch(
      /^error INDEX_FORMAT: .+ last changed by Quoth 7\.5\.0, this is Quoth \d/,
    );
  }
});

describe('an export', () => {
  test('has articles, passages that are slices of them, and topics', async () => {
    const index = copyIndex();
    const app = await openRealApp(index);
    const { subscribers, topics } = await app.openAlerts();
    const { id } = await subscribers.ensure({ chatId: 7, kind: 'private', language: 'en' });
    await topics.put({
      id: 'abcdefgh',
      subscriberId: id,
      words: 'boats',
      name: 'boats',
      strictness: 0,
      state: 'active',
      isMuted: false,
      createdAt: 1,
    });
    await app.close();
    const { exitCode, stdout } = await runHashed(['export'], index);
    expect(exitCode).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const texts = new Map<string, string>();
    for (const line of lines) {
      if (line.kind === 'article') texts.set(line.id, line.text);
      if (line.kind === 'passage') {
        expect(texts.get(line.articleId)?.slice(line.start, line.end)).toBe(line.text);
      }
    }
    expect(texts.size).toBe(6);
    expect(lines.filter(({ kind }) => kind === 'passage').length).toBeGreaterThan(5);
    expect(lines.at(-1)).toMatchObject({
      kind: 'topic',
      topic: { words: 'boats' },
      subscriber: { chatId: 7 },
    });

    const folder = createFolder('exports');
    const file = path.join(folder, 'library.jsonl');
    const first = await runHashed(['export', file], index);
    expect(first.stdout).toContain(`${lines.length} lines`);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
    expect((await runHashed(['export', file], index)).stderr).toMatch(/^error FILE_EXISTS/);
    mkdirSync(path.join(folder, 'taken'));
    const into = await runHashed(['export', path.join(folder, 'none', 'x.jsonl')], index);
    expect([into.exitCode, into.stderr]).toEqual([
      1,
      expect.stringMatching(/^error PATH_UNREADABLE/),
    ]);
    expect(existsSync(path.join(folder, 'none'))).toBe(false);
  });
});

describe('a removal', () => {
  test('takes a document or an article out, and names what is not there', async () => {
    const index = copyIndex();
    const list = async () =>
      (await runHashed(['articles', '--json'], index)).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const [first, second] = await list();
    const one = await runHashed(['remove', first.id], index);
    expect([one.exitCode, one.stdout]).toEqual([0, 'removed  small-1.md: 1 article\n']);
    const after = await list();
    expect(after).toHaveLength(5);
    // What is left keeps its id.
    expect(after[0]).toMatchObject({ id: second.id, title: second.title, ordinal: 1 });
    expect(await runHashed(['remove', path.join(documents, 'small-2.md')], index)).toMatchObject({
      exitCode: 0,
    });
    expect(await list()).toHaveLength(3);
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
    const none = await runHashed(['remove', 'small-2.md'], index);
    expect([none.exitCode, none.stderr]).toEqual([
      1,
      expect.stringMatching(/^error DOCUMENT_NOT_FOUND/),
    ]);
    expect(await runHashed(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
    expect(await list()).toHaveLength(5);
  });
});
