/** Tool of the tests: folders that are gone when the tests of a file are over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Makes an empty folder. Call it from a test file, or from one of its hooks or tests. */
export function createTemporaryFolders(name: string): (label?: string) => string {
  const root = mkdtempSync(path.join(tmpdir(), `quoth-${name}-`));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return (label = 'folder') => mkdtempSync(path.join(root, `${label}-`));
}
