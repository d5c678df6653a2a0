/** Keeps the text of an article whose place another one takes in its document; part of the transaction that does it. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Article } from '../../domain/article.js';
import { compareTexts, isSameText } from '../../search/compare-texts.js';
import type { OldArticlesTable } from './add-versions.js';
import type { DatabaseSchema } from './schema.js';
import { selectTexts } from './select-texts.js';

/** An article that goes, with where and when it arrived. */
export type LeavingArticle = Omit<OldArticlesTable, 'successor' | 'replaced_at'>;

/** Share of the longer text that must stay for another title, 0 to 1: else it is something else in the same place. */
const LEAST_SHARED = 0.3;

/** Reads the articles of the document at a path, before they go. */
export function readLeaving(
  db: Transaction<DatabaseSchema>,
  path: string,
): Promise<LeavingArticle[]> {
  return selectTexts(db).where('documents.path', '=', path).orderBy('articles.ordinal').execute();
}

/**
 * Keeps those that have a successor among the articles now stored.
 *
 * @param leaving what stood at the path before
 * @param stored what stands there now
 */
export async function keepOldArticles(
  db: Transaction<DatabaseSchema>,
  leaving: readonly LeavingArticle[],
  { stored, path, replacedAt }: { stored: readonly Article[]; path: string; replacedAt: string },
): Promise<void> {
  const before = new Set(leaving.map(({ key }) => key));
  const now = new Set(stored.map(({ id }) => id));
  const fresh = stored.filter(({ id }) => !before.has(id));
  for (const old of leaving) {
    if (now.has(old.key)) continue;
    const successor = findSuccessor(old, fresh, leaving.length === 1 && stored.length === 1);
    if (successor === undefined || isSameText(old.text, successor.text)) continue;
    await db
      .insertInto('old_articles')
      .values({ ...old, successor: successor.id, replaced_at: replacedAt })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  // A text that is back again is no old one; what nothing follows any more goes.
  await db
    .deleteFrom('old_articles')
    .where('key', 'in', (select) => select.selectFrom('articles').select('key'))
    .execute();
  await dropUnfollowed(db, path);
}

function findSuccessor(
  old: LeavingArticle,
  fresh: readonly Article[],
  isOnly: boolean,
): Article | undefined {
  const named = fresh.find(({ title }) => title === old.title);
  if (named !== undefined) return named;
  const [first] = fresh;
  // A document with an address of its own is one article, whatever becomes of its words.
  if (isOnly && old.link !== null && first !== undefined) return first;
  return fresh.find(
    ({ ordinal, text }) =>
      ordinal === old.ordinal && compareTexts(text, old.text).shared >= LEAST_SHARED,
  );
}

/** Forgets the old texts of a path that no article follows any more. */
async function dropUnfollowed(db: Transaction<DatabaseSchema>, path: string): Promise<void> {
  await sql`delete from old_articles where path = ${path} and key not in (
    with recursive followed (key) as (
      select articles.key from articles join documents on documents.id = document_id where path = ${path}
      union select old_articles.key from old_articles join followed on successor = followed.key)
    select key from followed)`.execute(db);
}

/** Forgets the old texts of a document that is taken out. */
export async function forgetOldArticles(
  db: Transaction<DatabaseSchema>,
  path: string,
): Promise<void> {
  await db.deleteFrom('old_articles').where('path', '=', path).execute();
}
