/** What SQLite says, in Quoth's words. */
import { describe, expect, it } from 'vitest';
import { translateError } from '../../../src/adapters/sqlite/translate-error.js';
import { AppError } from '../../../src/errors.js';

const sqliteError = (code: string) => Object.assign(new Error('disk I/O error'), { code });
const translate = (code: string, freeBytes: number | undefined) =>
  translateError(sqliteError(code), '/srv/index/library.sqlite', { freeBytes: () => freeBytes });

describe('an error of SQLite', () => {
  it.each(['SQLITE_IOERR_SHMSIZE', 'SQLITE_IOERR_WRITE', 'SQLITE_CANTOPEN'])(
    '%s on a disk without room is a full disk',
    (code) => {
      const error = translate(code, 4096);
      expect(error).toMatchObject({
        code: 'DISK_FULL',
        message: 'no space left on the disk for /srv/index/library.sqlite',
        hint: 'free some space; what was stored before is untouched',
      });
      expect(translate(code, 10 ** 9).code).toBe('INDEX_UNREADABLE');
      expect(translate(code, undefined).code).toBe('INDEX_UNREADABLE');
    },
  );

  it('says that a disk is full whatever the system tells', () => {
    expect(translate('SQLITE_FULL', 10 ** 9).code).toBe('DISK_FULL');
  });

  it.each(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])('%s is a damaged library on any disk', (code) => {
    expect(translate(code, 0).code).toBe('INDEX_UNREADABLE');
  });

  it('is left alone when it is in our words already', () => {
    const error = new AppError('INDEX_BUSY', 'held');
    expect(translateError(error, 'x')).toBe(error);
  });

  it('asks the disk itself', () => {
    const path = `${import.meta.dirname}/none/library.sqlite`;
    expect(translateError(sqliteError('SQLITE_IOERR'), path).code).toBe('INDEX_UNREADABLE');
  });
});
