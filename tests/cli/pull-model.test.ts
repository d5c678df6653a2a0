import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listModels } from '../../src/adapters/transformers/list-models.js';
import { pullModel } from '../../src/adapters/transformers/pull-model.js';

const COMMIT = 'a'.repeat(40);
const NETWORK = Buffer.alloc(300_000, 7);
const FILES: Readonly<Record<string, Buffer>> = {
  'config.json': Buffer.from('{"hidden_size":8,"max_position_embeddings":512}'),
  'tokenizer.json': Buffer.from('{}'),
  'tokenizer_config.json': Buffer.from('{}'),
  'onnx/model.onnx': NETWORK,
};
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A hub with one model; `intercept` may answer in its place. */
let server: Server;
let requests: { file: string; range: string | undefined; revision: string }[];
let intercept: (request: IncomingMessage, response: ServerResponse, file: string) => boolean;
let modelsDir: string;
let host: string;

beforeEach(async () => {
  requests = [];
  intercept = () => false;
  modelsDir = mkdtempSync(path.join(tmpdir(), 'quoth-models-'));
  server = createServer((request, response) => {
    const [, id = '', revision = '', file = ''] =
      /^\/(org\/tiny)\/resolve\/([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    requests.push({ file, range: request.headers.range, revision });
    const body = FILES[file];
    if (intercept(request, response, file)) return;
    if (!id || !body) {
      response.writeHead(404).end('no such file');
      return;
    }
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const headers = { 'x-repo-commit': COMMIT, etag: `"${sha256(body)}"` };
    if (start > 0) {
      const range = `bytes ${start}-${body.length - 1}/${body.length}`;
      response.writeHead(206, { ...headers, 'content-range': range });
    } else response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(body.subarray(start));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const pull = (options: Partial<Parameters<typeof pullModel>[0]> = {}) =>
  pullModel({
    ...{ id: 'org/tiny', revision: 'main', name: 'tiny', host, modelsDir, fetch },
    retryDelaysMs: [1, 1],
    ...options,
  });
const readModelFile = (file: string) => readFileSync(path.join(modelsDir, 'tiny', file));

describe('quoth model pull', () => {
  test('brings the files of one commit, with checksums that doctor and list can use', async () => {
    const progress: string[] = [];
    const pulled = await pull({
      onProgress: ({ file, doneBytes, totalBytes }) =>
        progress.push(`${file} ${doneBytes}/${totalBytes}`),
    });
    expect(pulled).toMatchObject({ name: 'tiny', revision: COMMIT, alreadyThere: false });
    expect(readModelFile('onnx/model.onnx')).toEqual(NETWORK);
    expect(JSON.parse(readModelFile('quoth-model.json').toString())).toEqual({
      id: 'org/tiny',
      revision: COMMIT,
      files: Object.fromEntries(
        Object.entries(FILES).map(([file, body]) => [
          file,
          { bytes: body.length, sha256: sha256(body) },
        ]),
      ),
      prefixes: { question: '', passage: '' },
    });
    expect(requests.slice(1).every(({ revision }) => revision === COMMIT)).toBe(true);
    expect(progress.at(-1)).toBe('onnx/model.onnx 300000/300000');
    expect(readdirSync(modelsDir)).toEqual(['tiny']);
    expect(await listModels(modelsDir, 'tiny')).toEqual([
      expect.objectContaining({
        name: 'tiny',
        inUse: true,
        dimensions: 8,
        integrity: 'ok',
        faults: [],
      }),
    ]);
  });

  test('leaves a model alone that is there already', async () => {
    await pull();
    requests = [];
    expect(await pull()).toMatchObject({ alreadyThere: true, revision: COMMIT });
    expect(requests.map(({ file }) => file)).toEqual(['config.json']);
  });

  test('is listed under its path when it is in use and lies elsewhere', async () => {
    await pull();
    const elsewhere = path.join(modelsDir, 'tiny');
    const other = mkdtempSync(path.join(tmpdir(), 'quoth-models-'));
    expect(await listModels(other, elsewhere)).toEqual([
      expect.objectContaining({ name: elsewhere, inUse: true, integrity: 'ok' }),
    ]);
    expect(await listModels(modelsDir, elsewhere)).toEqual([
      expect.objectContaining({ name: 'tiny', inUse: true }),
    ]);
    expect(await listModels(modelsDir, path.join(other, 'none'))).toEqual([
      expect.objectContaining({ name: 'tiny', inUse: false }),
    ]);
  });

  test('mends a model that was damaged', async () => {
    await pull();
    writeFileSync(path.join(modelsDir, 'tiny/tokenizer.json'), 'broken');
    const [damaged] = await listModels(modelsDir, 'tiny');
    expect(damaged).toMatchObject({
      integrity: 'damaged',
      faults: [expect.stringContaining('tokenizer.json')],
    });
    expect(await pull()).toMatchObject({ alreadyThere: false });
    expect(readModelFile('tokenizer.json').toString()).toBe('{}');
  });

  test('goes on where a broken connection stopped', async () => {
    let broken = 0;
    intercept = (_request, response, file) => {
      if (file !== 'onnx/model.onnx' || broken > 0) return false;
      broken += 1;
      response.writeHead(200, { 'content-length': NETWORK.length });
      response.write(NETWORK.subarray(0, 100_000), () => response.destroy());
      return true;
    };
    await pull();
    expect(readModelFile('onnx/model.onnx')).toEqual(NETWORK);
    expect(requests.at(-1)?.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  test('keeps what it has when it gives up, and goes on from there the next time', async () => {
    intercept = (request, response, file) => {
      if (file !== 'onnx/model.onnx') return false;
      const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
      const headers = {
        'content-range': `bytes ${start}-299999/300000`,
        'content-length': 300_000 - start,
      };
      response.writeHead(start > 0 ? 206 : 200, headers);
      response.write(NETWORK.subarray(start, start + 50_000));
      // A connection that breaks takes away what the client has not read yet.
      setTimeout(() => response.destroy(), 200);
      return true;
    };
    await expect(pull()).rejects.toMatchObject({ code: 'MODEL_DOWNLOAD_FAILED' });
    expect(existsSync(path.join(modelsDir, 'tiny'))).toBe(false);
    expect(await listModels(modelsDir, 'tiny')).toEqual([]);
    intercept = () => false;
    requests = [];
    await pull();
    expect(readModelFile('onnx/model.onnx')).toEqual(NETWORK);
    expect(requests.map(({ file }) => file)).toEqual([
      'config.json',
      'special_tokens_map.json',
      'onnx/model_quantized.onnx',
      'onnx/model.onnx',
    ]);
    expect(requests.at(-1)?.range).toBeDefined();
  });

  test('throws away what does not hash to what the server says', async () => {
    intercept = (_request, response, file) => {
      if (file !== 'onnx/model.onnx') return false;
      response.writeHead(200, { etag: `"${'0'.repeat(64)}"` }).end(NETWORK);
      return true;
    };
    await expect(pull()).rejects.toMatchObject({
      code: 'MODEL_DOWNLOAD_FAILED',
      message: expect.stringContaining('expected sha256 0000'),
    });
  });

  test('begins again when the commit has changed', async () => {
    const partial = path.join(modelsDir, '.tiny.part');
    mkdirSync(path.join(partial, 'onnx'), { recursive: true });
    writeFileSync(path.join(partial, '.pull.json'), '{"id":"org/tiny","revision":"older"}');
    writeFileSync(path.join(partial, 'onnx/model.onnx.part'), 'of another commit');
    await pull();
    expect(readModelFile('onnx/model.onnx')).toEqual(NETWORK);
  });

  test.each([
    [{ id: 'org/none' }, 'MODEL_NOT_FOUND', /404/],
    [{ host: 'http://127.0.0.1:1' }, 'MODEL_DOWNLOAD_FAILED', /no answer/],
  ])('%j ends with %s', async (options, code, message) => {
    await expect(pull(options)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(readdirSync(modelsDir)).toEqual([]);
  });

  test('does not take the folder of another model', async () => {
    mkdirSync(path.join(modelsDir, 'tiny'));
    await expect(pull()).rejects.toMatchObject({
      code: 'USAGE',
      hint: expect.stringContaining('--name'),
    });
    expect(requests).toEqual([]);
  });

  test('stops at Ctrl-C', async () => {
    const stop = new AbortController();
    intercept = (_request, response, file) => {
      if (file !== 'onnx/model.onnx') return false;
      response.writeHead(200, { 'content-length': NETWORK.length });
      response.write(NETWORK.subarray(0, 1000), () => setTimeout(() => stop.abort(), 10));
      return true;
    };
    await expect(pull({ signal: stop.signal })).rejects.toMatchObject({ code: 'INTERRUPTED' });
  });
});
