/** Versions of articles in SQLite: what stands in the library under the same title, and the old texts. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { ArticleVersion } from '../../domain/version.js';
import type { VersionCandidates, VersionStore } from '../../ports/version-store.js';
import type { OldArticlesTable } from './add-versions.js';
import type { DatabaseSchema } from './schema.js';
import { selectTexts } from './select-texts.js';
import { splitForQuery } from './split-query.js';

/** Texts of one title and publisher that are looked at, the latest: a column of that name may have hundreds. */
const MOST_NAMESAKES = 12;

export function createSqliteVersionStore(db: Kysely<DatabaseSchema>): VersionStore {
  const selectLive = () => selectTexts(db);

  const findNamesakes = async ({ title, publisher, key }: Row): Promise<Row[]> => {
    const live = await selectLive()
      .where('articles.title', '=', title)
      .where('articles.publisher', 'is', publisher)
      .where('articles.key', '!=', key)
      .orderBy('documents.ingested_at', 'desc')
      .limit(MOST_NAMESAKES)
      .execute();
    const old = await db
      .selectFrom('old_articles')
      .selectAll()
      .where('title', '=', title)
      .where('publisher', 'is', publisher)
      .where('key', '!=', key)
      .orderBy('replaced_at', 'desc')
      .limit(MOST_NAMESAKES)
      .execute();
    return [...live, ...old];
  };

  /** What a text has replaced, and what has replaced it, however many steps away. */
  const findChain = async (row: Row): Promise<Row[]> => {
    const chain = new Map<string, Row>([[row.key, row]]);
    for (const { key, successor } of chain.values()) {
      const old = await db
        .selectFrom('old_articles')
        .selectAll()
        .where((where) =>
          where.or([where('successor', '=', key), where('key', '=', successor ?? '')]),
        )
        .execute();
      const live =
        successor === undefined
          ? []
          : await selectLive().where('articles.key', '=', successor).execute();
      for (const other of [...old, ...live]) {
        if (!chain.has(other.key)) chain.set(other.key, other);
      }
    }
    chain.delete(row.key);
    return [...chain.values()];
  };

  return {
    async listCandidateIds(ids) {
      const found: string[] = [];
      for (const part of splitForQuery(ids)) {
        const rows = await db
          .selectFrom('articles')
          .select('key')
          .where('key', 'in', part)
          .where(
            sql<boolean>`(exists (select 1 from articles as other where other.title = articles.title
                and other.key <> articles.key)
              or exists (select 1 from old_articles where old_articles.title = articles.title)
              or exists (select 1 from old_articles where successor = articles.key))`,
          )
          .execute();
        found.push(...rows.map(({ key }) => key));
      }
      return found;
    },

    async findCandidates(ids) {
      const found = new Map<string, VersionCandidates>();
      for (const part of splitForQuery(ids)) {
        const live = await selectLive().where('articles.key', 'in', part).execute();
        const old = await db
          .selectFrom('old_articles')
          .selectAll()
          .where('key', 'in', part)
          .execute();
        for (const row of [...old, ...live] as Row[]) {
          const earlier = await findChain(row);
          const known = new Set(earlier.map(({ key }) => key));
          const namesakes = (await findNamesakes(row)).filter(({ key }) => !known.has(key));
          found.set(row.key, {
            article: toVersion(row),
            earlier: earlier.map(toVersion),
            namesakes: namesakes.map(toVersion),
          });
        }
      }
      return found;
    },

    async listReplaced() {
      const rows = await db.selectFrom('old_articles').selectAll().orderBy('replaced_at').execute();
      return rows.map(toVersion);
    },
  };
}

/** A text of the library, or an old one. */
type Row = Omit<Selectable<OldArticlesTable>, 'successor' | 'replaced_at'> &
  Partial<Pick<Selectable<OldArticlesTable>, 'successor' | 'replaced_at'>>;

function toVersion(row: Row): ArticleVersion {
  const flat = JSON.parse(row.line_starts) as number[];
  return {
    id: row.key,
    document: row.document,
    ordinal: row.ordinal,
    title: row.title,
    ...(row.date === null ? {} : { date: row.date }),
    ...(row.date_precision === null ? {} : { datePrecision: row.date_precision }),
    ...(row.publisher === null ? {} : { publisher: row.publisher }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.link === null ? {} : { link: row.link }),
    language: row.language,
    startLine: row.start_line,
    endLine: row.end_line,
    text: row.text,
    lineStarts: Array.from({ length: flat.length / 2 }, (_, i) => [
      flat[2 * i] as number,
      flat[2 * i + 1] as number,
    ]),
    arrivedAt: row.arrived_at,
    ...(row.replaced_at === undefined ? {} : { replacedAt: row.replaced_at }),
    ...(row.successor === undefined ? {} : { replacedBy: row.successor }),
  };
}
