/** Looks the library over: the file itself, and whether its tables agree with each other. */
import type { LibraryDatabase } from './open-database.js';
import { translateError } from './translate-error.js';

/** Problems found, empty when there are none. */
export interface LibraryFindings {
  /** What SQLite's own check says, `ok` when nothing is wrong. */
  readonly integrity: string;
  /** Passages without token vectors. */
  readonly withoutTokens: number;
  /** Passages without an entry in the lexical index, and entries without a passage. */
  readonly withoutTerms: number;
  /** Passages that reach over the end of their article. */
  readonly outside: number;
  /** Articles whose text has another length than was noted. */
  readonly torn: number;
}

/**
 * Reads every page of the file: about a second for 1 GB.
 *
 * @throws AppError INDEX_UNREADABLE (so damaged that SQLite cannot even look), DISK_FULL, INDEX_BUSY
 */
export function checkLibrary({ connection }: LibraryDatabase): LibraryFindings {
  try {
    return look(connection);
  } catch (cause) {
    throw translateError(cause, connection.name);
  }
}

function look(connection: LibraryDatabase['connection']): LibraryFindings {
  const count = (query: string): number => Number(connection.prepare(query).pluck().get());
  return {
    integrity: String(connection.pragma('quick_check', { simple: true })),
    withoutTokens: count(
      'select count(*) from passages where id not in (select passage_id from token_vectors)',
    ),
    withoutTerms: Math.abs(
      count('select count(*) from passages') - count('select count(*) from passage_terms'),
    ),
    outside: count(
      'select count(*) from passages join articles on articles.id = article_id where start_offset < 0 or end_offset > characters or start_offset >= end_offset',
    ),
    torn: count('select count(*) from articles where length(text) > characters'),
  };
}
