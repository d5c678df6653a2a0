/** Puts SQLite's errors into Quoth's words, at the border. */
import { AppError } from '../../errors.js';
import { readFreeBytes } from '../../free-space.js';

/** What SQLite or the file system says of a library that is damaged, no library, or out of reach. */
const UNREADABLE =
  /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR|READONLY|PERM|AUTH|FORMAT)|^E(ACCES|PERM|NOTDIR|ISDIR|EXIST|ROFS|IO)$/;
const FULL = /^SQLITE_FULL|^E(NOSPC|DQUOT)$/;
/** What SQLite says when it cannot make the files beside the library: on a full disk too. */
const PERHAPS_FULL = /^SQLITE_(IOERR|CANTOPEN)/;
/** Less than this is no room for the files beside the library: its shared memory alone takes 32 KB. */
const NO_ROOM_BYTES = 256 * 1024;

/**
 * Translates an error.
 *
 * @param path what was being worked with
 * @param options.freeBytes asks how much room there is for a path
 */
export function translateError(
  cause: unknown,
  path: string,
  { freeBytes = readFreeBytes }: { readonly freeBytes?: (path: string) => number | undefined } = {},
): AppError {
  if (cause instanceof AppError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  const isFull =
    FULL.test(code) ||
    (PERHAPS_FULL.test(code) && (freeBytes(path) ?? NO_ROOM_BYTES) < NO_ROOM_BYTES);
  if (isFull) {
    return new AppError('DISK_FULL', `no space left on the disk for ${path}`, { cause });
  }
  if (UNREADABLE.test(code)) {
    return new AppError('INDEX_UNREADABLE', `expected a library in ${path}, got: ${message}`, {
      hint: 'check its permissions; if it is damaged, run: quoth doctor --repair, or quoth restore FILE',
      cause,
    });
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new AppError('INDEX_BUSY', `another program holds ${path}`, { cause });
  }
  return new AppError('INTERNAL', message, { cause });
}
