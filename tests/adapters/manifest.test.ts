/** The manifest tells with what an index was made, and keeps a newer one from being read wrongly. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFormat, writeManifest } from '../../src/adapters/manifest.js';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quoth-manifest-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('writes what the index was made with', () => {
  writeManifest(dir, { model: 'm@abc', dimensions: 384, passages: { target: 340 } });
  expect(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))).toEqual({
    format: 1,
    quoth: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    model: 'm@abc',
    dimensions: 384,
    passages: { target: 340 },
  });
  expect(() => checkFormat(dir)).not.toThrow();
});

it('refuses an index of another format', () => {
  writeFileSync(join(dir, 'manifest.json'), '{"format": 2}');
  expect(() => checkFormat(dir)).toThrow(
    expect.objectContaining({ code: 'INDEX_FORMAT', message: expect.stringContaining('got 2') }),
  );
});

it.each(['', '{', 'null', '{"format": "one"}'])('does not mind a damaged manifest: %j', (text) => {
  writeFileSync(join(dir, 'manifest.json'), text);
  expect(() => checkFormat(dir)).not.toThrow();
});

it('does not mind a missing manifest', () => {
  expect(() => checkFormat(dir)).not.toThrow();
});
