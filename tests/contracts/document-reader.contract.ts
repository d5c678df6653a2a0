/** What every document reader promises. */
import { describe, expect, it } from 'vitest';
import type { DocumentReader } from '../../src/ports/document-reader.js';

/** Opens a reader over a folder `root` with these files, path below it → text. */
export type OpenDocumentReader = (files: Readonly<Record<string, string>>) => Promise<{
  readonly reader: DocumentReader;
  readonly root: string;
  close(): Promise<void>;
}>;

export function describeDocumentReader(name: string, open: OpenDocumentReader): void {
  describe(`DocumentReader: ${name}`, () => {
    const within = async (
      files: Readonly<Record<string, string>>,
      test: (reader: DocumentReader, root: string) => Promise<void>,
    ): Promise<void> => {
      const { reader, root, close } = await open(files);
      await test(reader, root).finally(close);
    };

    it('finds documents in a stable order, without hidden files and other kinds', () =>
      within(
        { 'b.txt': 'b', 'a.md': 'a', '.hidden.txt': 'h', 'picture.png': 'p', 'in/c.txt': 'c' },
        async (reader, root) => {
          const found = await reader.find(root);
          expect(found.map(({ path }) => path)).toEqual([
            `${root}/a.md`,
            `${root}/b.txt`,
            `${root}/in/c.txt`,
          ]);
          expect(found.map(({ name: fileName }) => fileName)).toEqual(['a.md', 'b.txt', 'c.txt']);
          expect(await reader.find(root)).toEqual(found);
        },
      ));

    it('finds a single file', () =>
      within({ 'a.txt': 'a', 'b.txt': 'b' }, async (reader, root) => {
        expect(await reader.find(`${root}/b.txt`)).toEqual([
          { name: 'b.txt', path: `${root}/b.txt` },
        ]);
      }));

    it('says what is wrong with a path', () =>
      within({ 'a.txt': 'a', 'p/picture.png': 'p' }, async (reader, root) => {
        const refusals = [
          [`${root}/nowhere`, 'PATH_NOT_FOUND'],
          [`${root}/p`, 'NO_DOCUMENTS'],
          [`${root}/p/picture.png`, 'FORMAT_UNSUPPORTED'],
        ] as const;
        for (const [path, code] of refusals) {
          await expect(reader.find(path)).rejects.toMatchObject({ code });
        }
      }));

    it('reads lines, NFC, without BOM and line ends', () =>
      within({ 'a.md': '\uFEFF# Cafe\u0301\r\n\r\n早稻。\n' }, async (reader, root) => {
        const [file] = await reader.find(`${root}/a.md`);
        if (file === undefined) throw new Error('expected a file');
        const document = await reader.read(file);
        expect(document).toMatchObject({
          name: 'a.md',
          path: `${root}/a.md`,
          bytes: 3 + 8 + 2 + 2 + 9 + 1,
          encoding: 'utf-8',
          lines: ['# Caf\u00e9', '', '早稻。', ''],
          format: 'markdown',
          warnings: [],
        });
      }));

    it('gives the same bytes the same hash, and others another', () =>
      within({ 'a.txt': '早稻。', 'b.txt': '早稻。', 'c.txt': '晚稻。' }, async (reader, root) => {
        const hashes: string[] = [];
        for (const file of await reader.find(root)) {
          hashes.push((await reader.read(file)).contentHash);
        }
        expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
        expect(hashes[1]).toBe(hashes[0]);
        expect(hashes[2]).not.toBe(hashes[0]);
      }));

    it('refuses an empty document and one that is gone', () =>
      within({ 'empty.txt': '', 'blank.txt': ' \n\n' }, async (reader, root) => {
        for (const [fileName, code] of [
          ['empty.txt', 'DOCUMENT_EMPTY'],
          ['blank.txt', 'DOCUMENT_EMPTY'],
          ['gone.txt', 'PATH_NOT_FOUND'],
        ] as const) {
          await expect(
            reader.read({ name: fileName, path: `${root}/${fileName}` }),
          ).rejects.toMatchObject({ code });
        }
      }));
  });
}
