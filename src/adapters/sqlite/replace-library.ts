/**
 * Puts another library file in the place of the library, so that there is a whole one at every moment: the old one or the
 * new one. The old one stays beside it under another name.
 */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.js';
import { syncPath } from './backup-library.js';
import { LIBRARY_FILE } from './open-database.js';
import { translateError } from './translate-error.js';

/** Files that SQLite keeps beside a library: its journal, and the memory that its programs share. */
const BESIDE = ['-wal', '-shm'] as const;

/**
 * Replaces the library. The caller holds the writer's lock.
 *
 * @param fresh a library that is closed, in the index folder
 * @param name what the old one is called from now on, such as `library-before-restore`; a time is added
 * @returns where the old one lies now; `undefined` when there was none
 * @throws AppError INDEX_BUSY when another program has the library open
 */
export function replaceLibrary(
  indexDir: string,
  fresh: string,
  { name, now }: { readonly name: string; readonly now: Date },
): string | undefined {
  const library = join(indexDir, LIBRARY_FILE);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const aside = findFreeName(join(indexDir, `${name}-${stamp}`));
  const isThere = existsSync(library);
  if (isThere) {
    mergeJournal(library);
    keepFile(library, aside);
    if (existsSync(`${library}-wal`)) copyFileSync(`${library}-wal`, `${aside}-wal`);
    syncPath(indexDir);
  }
  // What is left in a journal belongs to the old file: SQLite would write it into the new one.
  for (const suffix of BESIDE) rmSync(`${library}${suffix}`, { force: true });
  syncPath(fresh);
  renameSync(fresh, library);
  for (const suffix of BESIDE) rmSync(`${fresh}${suffix}`, { force: true });
  syncPath(indexDir);
  return isThere ? aside : undefined;
}

/**
 * Brings the journal into the file itself. SQLite does this only when nobody else has the file open.
 *
 * @throws AppError INDEX_BUSY
 */
function mergeJournal(library: string): void {
  let connection: SqliteDatabase.Database | undefined;
  try {
    connection = new SqliteDatabase(library, { timeout: 2000 });
    connection.pragma('journal_mode = DELETE');
  } catch (cause) {
    const { code } = translateError(cause, library);
    if (code === 'INDEX_BUSY') {
      throw new AppError('INDEX_BUSY', `another program has ${library} open`, {
        hint: 'stop the bot and other quoth commands, then try again',
        cause,
      });
    }
    // So damaged that SQLite does not take it: it is kept with its journal, as it is.
  } finally {
    connection?.close();
  }
}

function findFreeName(stem: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${stem}.sqlite` : `${stem}-${n}.sqlite`;
    if (!existsSync(name)) return name;
  }
}

/** A second name for the file where the disk has such; else a copy. */
function keepFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
  syncPath(to);
}
