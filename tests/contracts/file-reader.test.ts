/** Files on a disk keep the contract of a document reader. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDocumentReader } from '../../src/adapters/documents/file-reader.js';
import { describeDocumentReader } from './document-reader.contract.js';

describeDocumentReader('files', async (files) => {
  const root = mkdtempSync(join(tmpdir(), 'quoth-files-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return {
    reader: createDocumentReader({ maxBytes: 1_000_000 }),
    root,
    close: async () => rmSync(root, { recursive: true, force: true }),
  };
});
