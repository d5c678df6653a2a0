/** Damage to the files of a library: what is derived is made again, what is not is refused and left as it is. */
import {
  cpSync,
  existsSync,
  mkdirSync,
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
import { askReal, checkReal, runReal } from '../support/real-app.js';
import { writeSmallDocument, writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const QUESTION = 'Who counted boats at the harbour?';
const createFolder = createTemporaryFolders('damage');
const documents = createFolder('documents');
const whole = createFolder('index');
let answer: unknown;

beforeAll(async () => {
  writeSmallDocuments(documents, 3);
  expect(await runReal(['ingest', documents], whole)).toMatchObject({ exitCode: 0 });
  answer = await askReal(QUESTION, whole);
  expect(answer).toMatchObject({ kind: 'answered' });
});

/** A copy of the whole library. */
function copyIndex(): string {
  const copy = createFolder('index');
  cpSync(whole, copy, { recursive: true });
  return copy;
}

function findSnapshot(index: string): string {
  const name = readdirSync(index).find((file) => file.endsWith('.hnsw'));
  return path.join(index, name ?? 'none');
}

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  writeFileSync(file, bytes);
}

describe('a snapshot of the vectors', () => {
  const damages: Readonly<Record<string, (index: string) => void>> = {
    'that is cut short': (index) => truncateSync(findSnapshot(index), 1000),
    'with a byte flipped in the middle': (index) =>
      flipByte(findSnapshot(index), Math.floor(statSync(findSnapshot(index)).size / 2)),
    'that is gone': (index) => rmSync(findSnapshot(index)),
    'whose head is garbage': (index) => writeFileSync(path.join(index, 'vectors.json'), '{"form'),
    'whose head names a file outside': (index) => {
      const head = JSON.parse(readFileSync(path.join(index, 'vectors.json'), 'utf8'));
      const moved = JSON.stringify({ ...head, file: '../vectors-1.hnsw' });
      writeFileSync(path.join(index, 'vectors.json'), moved);
    },
  };

  test.each(Object.entries(damages))(
    '%s is made again, and answers are the same',
    async (_, damage) => {
      const index = copyIndex();
      damage(index);
      expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'warning' });
      expect(await askReal(QUESTION, index)).toEqual(answer);
      expect(await checkReal(index)).toMatchObject({ vectors: 'ok' });
      expect(readdirSync(index).filter((file) => file.endsWith('.hnsw'))).toHaveLength(1);
    },
  );

  test('of another library is not used', async () => {
    const index = createFolder('index');
    const other = createFolder('documents');
    writeFileSync(path.join(other, 'other.md'), writeSmallDocument(40));
    for (const file of ['vectors.json', path.basename(findSnapshot(whole))]) {
      cpSync(path.join(whole, file), path.join(index, file));
    }
    expect(await runReal(['ingest', other], index)).toMatchObject({ exitCode: 0 });
    const found = (await askReal(QUESTION, index)) as { quotes: { citation: object }[] };
    expect(found.quotes.length).toBeGreaterThan(0);
    for (const { citation } of found.quotes)
      expect(citation).toMatchObject({ document: 'other.md' });
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
  });

  test('that a killed writer has left half written is cleaned away', async () => {
    const index = copyIndex();
    writeFileSync(path.join(index, 'vectors-abc-1.hnsw'), 'half');
    writeFileSync(path.join(index, 'vectors.json.1.tmp'), '{');
    const fresh = createFolder('documents');
    writeFileSync(path.join(fresh, 'new.md'), writeSmallDocument(50));
    expect(await runReal(['ingest', fresh], index)).toMatchObject({ exitCode: 0 });
    const left = readdirSync(index).filter((file) => file.startsWith('vectors'));
    expect(left).toEqual([path.basename(findSnapshot(index)), 'vectors.json']);
  });
});

describe('a library file', () => {
  const libraryOf = (index: string) => path.join(index, 'library.sqlite');
  const damages: Readonly<Record<string, (library: string) => void>> = {
    'that is garbage': (library) => writeFileSync(library, 'no library at all\n'.repeat(900)),
    'that is cut short': (library) => truncateSync(library, 100_000),
    'that is a folder': (library) => {
      rmSync(library);
      mkdirSync(library);
      writeFileSync(path.join(library, 'keep'), 'me');
    },
    'whose tables of articles and passages are overwritten': (library) => {
      const database = new SqliteDatabase(library, { readonly: true });
      const pages = database
        .prepare("select rootpage from sqlite_schema where name in ('articles', 'passages')")
        .pluck()
        .all() as number[];
      database.close();
      const bytes = readFileSync(library);
      for (const page of pages) bytes.fill(0xaa, (page - 1) * 4096, page * 4096);
      writeFileSync(library, bytes);
    },
  };

  test.each(Object.entries(damages))('%s is refused, and left as it is', async (_, damage) => {
    const index = copyIndex();
    const library = libraryOf(index);
    damage(library);
    const isFolder = statSync(library).isDirectory();
    const before = isFolder ? readdirSync(library) : readFileSync(library);
    for (const args of [['ask', QUESTION], ['articles'], ['ingest', documents]]) {
      const { exitCode, stdout, stderr } = await runReal(args, index);
      expect([args[0], exitCode]).toEqual([args[0], 2]);
      expect(stdout).not.toMatch(/added|replaced|^│/m);
      expect(stderr).toMatch(
        /^error INDEX_UNREADABLE: expected a library in .+ \(check its perm.+\)\n$/,
      );
      expect(stderr).toContain(library);
    }
    const { exitCode, stdout } = await runReal(['doctor'], index);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('FAULT')]);
    expect(stdout.match(/FAULT/g)).toHaveLength(1);
    expect(isFolder ? readdirSync(library) : readFileSync(library)).toEqual(before);
  });

  test('with zeroed pages is a fault that doctor names once', async () => {
    const index = copyIndex();
    const library = libraryOf(index);
    const database = new SqliteDatabase(library, { readonly: true });
    const page = database
      .prepare("select rootpage from sqlite_schema where name = 'token_vectors'")
      .pluck()
      .get() as number;
    database.close();
    const bytes = readFileSync(library);
    writeFileSync(library, bytes.fill(0, (page - 1) * 4096, page * 4096));
    const { exitCode, stdout } = await runReal(['doctor'], index);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/ok +library +3 documents, \d+ articles, \d+ passages, /);
    expect(stdout.match(/FAULT/g)).toHaveLength(1);
    expect(stdout).toMatch(/warning +vectors +not checked: the library cannot be read, see above/);
    expect(stdout).not.toContain('fault of Quoth');
  });

  test('is counted in words by doctor, and looked for in a folder', async () => {
    const index = createFolder('index');
    const one = createFolder('documents');
    writeFileSync(path.join(one, 'one.md'), '# Boats\n\nNine boats lie in the harbour.\n');
    expect(await runReal(['ingest', one], index)).toMatchObject({ exitCode: 0 });
    const { stdout } = await runReal(['doctor'], index);
    expect(stdout).toMatch(/library +1 document, 1 article, 1 passage, [\d.]+ MB/);
    const onFile = await runReal(['doctor'], libraryOf(index));
    expect(onFile.exitCode).toBe(1);
    expect(onFile.stdout).toMatch(/FAULT +library +expected the folder of a library, got a file/);
  });

  test.skipIf(process.getuid?.() === 0)('without permission is refused', async () => {
    const index = copyIndex();
    const { chmodSync } = await import('node:fs');
    chmodSync(libraryOf(index), 0o000);
    const { exitCode, stderr } = await runReal(['ask', QUESTION], index);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error INDEX_UNREADABLE: /);
  });

  test('without its write-ahead log is what it was at the last checkpoint, and can be added to', async () => {
    const index = copyIndex();
    const fresh = createFolder('documents');
    writeFileSync(path.join(fresh, 'new.md'), writeSmallDocument(50));
    expect(await runReal(['ingest', fresh], index)).toMatchObject({ exitCode: 0 });
    // The vectors of the new document are in the snapshot; the library falls back to before it.
    cpSync(libraryOf(whole), libraryOf(index));
    for (const suffix of ['-wal', '-shm']) rmSync(libraryOf(index) + suffix, { force: true });
    expect(await askReal(QUESTION, index)).toEqual(answer);
    expect(await runReal(['ingest', fresh], index)).toMatchObject({ exitCode: 0 });
    const found = await runReal(
      ['ask', 'report 50', '--no-lexical', '--json', '--top', '50'],
      index,
    );
    const { quotes } = JSON.parse(found.stdout) as { quotes: { citation: object }[] };
    expect(quotes.map(({ citation }) => citation)).toContainEqual(
      expect.objectContaining({ document: 'new.md' }),
    );
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
  });

  test('that is deleted leaves no answers behind', async () => {
    const index = copyIndex();
    rmSync(libraryOf(index));
    const { exitCode, stderr } = await runReal(['ask', QUESTION], index);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^error INDEX_EMPTY: /)]);
    expect(await runReal(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
    expect(await askReal(QUESTION, index)).toEqual(answer);
  });

  test('with a lock file that is garbage can be written to', async () => {
    const index = copyIndex();
    writeFileSync(path.join(index, 'writer.lock'), 'garbage '.repeat(500));
    expect(await runReal(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
    expect(existsSync(path.join(index, 'writer.lock'))).toBe(true);
  });
});
