/** The wrong model, and a damaged one: an error that names the command, never wrong answers. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { askReal, checkReal, runReal } from '../support/real-app.js';
import { writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const QUESTION = 'Who counted boats at the harbour?';
const createFolder = createTemporaryFolders('model');
const documents = createFolder('documents');
const index = createFolder('index');
let answer: unknown;

beforeAll(async () => {
  writeSmallDocuments(documents, 2);
  expect(await runReal(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
  answer = await askReal(QUESTION, index);
});

describe('a library of another model', () => {
  beforeAll(() => {
    const database = new SqliteDatabase(path.join(index, 'library.sqlite'));
    database.prepare("update documents set model = 'other-model@0123456789ab'").run();
    database.prepare("update meta set value = value + 1 where key = 'generation'").run();
    database.close();
  });

  test('is neither asked nor added to', async () => {
    for (const args of [
      ['ask', QUESTION],
      ['ingest', documents],
    ]) {
      const { exitCode, stdout, stderr } = await runReal(args, index);
      expect([args[0], exitCode, stdout]).toEqual([args[0], 1, '']);
      expect(stderr).toMatch(
        /^error INDEX_OTHER_MODEL: .+other-model@0123456789ab.+\(run: quoth reindex.+\)\n$/,
      );
    }
    expect(await checkReal(index)).toMatchObject({ consistency: 'fault' });
  });

  test('is mended by a rebuild, also where the file of a document is gone', async () => {
    rmSync(path.join(documents, 'small-2.md'));
    const { exitCode, stdout } = await runReal(['ingest', '--rebuild'], index);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('made anew from the stored text');
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
    expect(await askReal(QUESTION, index)).toEqual(answer);
  });
});

describe('a model folder', () => {
  test('with a flipped byte is refused, by name of the file', async () => {
    const model = path.join(createFolder('models'), 'multilingual-e5-small');
    cpSync(path.join(PACKAGE_ROOT, 'models/multilingual-e5-small'), model, { recursive: true });
    const network = path.join(model, 'onnx/model_quantized.onnx');
    const bytes = readFileSync(network);
    bytes[40_000_000] = (bytes[40_000_000] ?? 0) ^ 1;
    writeFileSync(network, bytes);
    const fresh = createFolder('index');
    const { exitCode, stdout, stderr } = await runReal(['ingest', documents], fresh, {
      QUOTH_MODEL: model,
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /error MODEL_DAMAGED: expected sha256 .+model_quantized\.onnx.+\(restore/,
    );
    const doctor = await runReal(['doctor', '--json'], fresh, { QUOTH_MODEL: model });
    expect(doctor.exitCode).toBe(1);
    expect(JSON.parse(doctor.stdout).checks).toContainEqual(
      expect.objectContaining({ name: 'model', state: 'fault' }),
    );
    // Nothing was written that the right model could not use.
    expect(await runReal(['ingest', documents], fresh)).toMatchObject({ exitCode: 0 });
  });

  test('that is a path to no model is named by its path', async () => {
    const folder = createFolder('no-model');
    for (const [model, found] of [
      [folder, 'found no config.json in it'],
      [path.join(folder, 'none'), 'found nothing there'],
    ] as const) {
      const { exitCode, stderr } = await runReal(['ask', QUESTION], index, { QUOTH_MODEL: model });
      expect(exitCode).toBe(1);
      expect(stderr).toBe(
        `error MODEL_NOT_FOUND: expected a model folder at ${model}, ${found} (correct QUOTH_MODEL, or leave it out for the model that comes with Quoth)\n`,
      );
    }
  });

  test('that is not there is named', async () => {
    const { exitCode, stderr } = await runReal(['ask', QUESTION], index, {
      QUOTH_MODEL: 'nowhere',
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error MODEL_NOT_FOUND: .+"nowhere".+\(run: quoth model pull/);
  });
});
