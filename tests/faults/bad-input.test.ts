/** What a keeper may put in by mistake: one clear line each, and the good documents are ingested all the same. */
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { CliRun } from '../support/cli-app.js';
import { runReal } from '../support/real-app.js';
import { writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const MEGABYTE = 1024 * 1024;
const createFolder = createTemporaryFolders('bad-input');
const index = createFolder('index');
const folder = createFolder('documents');
const at = (name: string) => path.join(folder, name);

/** Bytes that read well in no encoding. */
const NO_TEXT = Uint8Array.from({ length: 3000 }, (_, n) => ((n * n * 31 + n * 7) % 190) + 65);

/** Error code by path, in the order in which they are given. */
const BAD: Readonly<Record<string, string>> = {
  'nowhere.txt': 'PATH_NOT_FOUND',
  empty: 'NO_DOCUMENTS',
  'sheet.xlsx': 'FORMAT_UNSUPPORTED',
  'settings.json': 'DOCUMENT_NOT_UNDERSTOOD',
  'dangling.txt': 'PATH_NOT_FOUND',
  'zero.txt': 'DOCUMENT_EMPTY',
  'white.txt': 'DOCUMENT_EMPTY',
  'binary.txt': 'DOCUMENT_BINARY',
  'half.txt': 'DOCUMENT_DAMAGED',
  'undecodable.txt': 'DOCUMENT_ENCODING_UNKNOWN',
  'large.txt': 'DOCUMENT_TOO_LARGE',
  'sparse.txt': 'DOCUMENT_TOO_LARGE',
};

let run: CliRun;

beforeAll(async () => {
  mkdirSync(at('empty'));
  writeFileSync(at('sheet.xlsx'), 'x');
  writeFileSync(at('settings.json'), '{}');
  symlinkSync(at('nowhere'), at('dangling.txt'));
  writeFileSync(at('zero.txt'), '');
  writeFileSync(at('white.txt'), ' \n\n\t\n　\n');
  writeFileSync(
    at('binary.txt'),
    Uint8Array.from({ length: 5000 }, (_, n) => (n * 97) % 256),
  );
  writeFileSync(at('half.txt'), '%PDF-1.7 \n');
  writeFileSync(at('undecodable.txt'), NO_TEXT);
  writeFileSync(at('large.txt'), 'a line of text\n'.repeat(MEGABYTE / 10));
  writeFileSync(at('sparse.txt'), '');
  truncateSync(at('sparse.txt'), 120 * MEGABYTE);
  writeSmallDocuments(at('good'), 2);
  // The good ones first, last, and among the bad ones.
  const [first = '', ...others] = Object.keys(BAD).map(at);
  const paths = [at('good/small-1.md'), first, at('good'), ...others, at('good/small-2.md')];
  run = await runReal(['ingest', ...paths], index, { QUOTH_MAX_FILE_MB: '1' });
});

test.each(Object.entries(BAD))('%s: %s, in one line with a hint', (name, code) => {
  const lines = run.stderr.split('\n').filter((line) => line.includes(name));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^error ${code}: \\S.* \\(\\S.+\\)$`));
});

test('the run fails, and the good documents are in the library, once', async () => {
  expect(run.exitCode).toBe(1);
  expect(run.stdout.match(/^added/gm)).toHaveLength(2);
  expect(run.stdout).toMatch(/^14 documents: 2 added, 12 failed · 4 articles · 8 passages · /m);
  const { stdout } = await runReal(['articles', '--json'], index);
  expect(stdout.split('\n').filter(Boolean)).toHaveLength(4);
});

test('a file of 120 MB within the limit is refused without reading for long', async () => {
  const started = performance.now();
  const { exitCode, stderr } = await runReal(['ingest', at('sparse.txt')], index, {
    QUOTH_MAX_FILE_MB: '128',
  });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error DOCUMENT_BINARY: .+sparse\.txt/);
  expect(performance.now() - started).toBeLessThan(10_000);
});
