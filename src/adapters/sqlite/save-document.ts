/** How a document comes and goes: all its articles, passages, vectors and terms, in the transaction of the caller. */
import type { Transaction } from 'kysely';
import type { Article, LibraryDocument } from '../../domain/article.js';
import { sumRows } from '../../domain/vectors.js';
import type {
  ArticleAlert,
  DocumentChange,
  NewArticle,
  NewPassage,
  TokenSum,
} from '../../ports/article-store.js';
import { makeArticleKey } from './article-key.js';
import { toBlob } from './blobs.js';
import { insertAlerts } from './insert-alerts.js';
import { forgetOldArticles, keepOldArticles, readLeaving } from './keep-old-articles.js';
import { growGeneration } from './library-state.js';
import type { DatabaseSchema } from './schema.js';

/** Puts a document with all its articles in place of what stands at its path; part of a transaction. */
export async function replaceDocument(
  db: Transaction<DatabaseSchema>,
  document: LibraryDocument,
  articles: readonly NewArticle[],
  tokenSum: TokenSum,
  alerts: readonly ArticleAlert[] = [],
): Promise<DocumentChange> {
  const vectors = articles.flatMap(({ passages }) => passages.map(({ vector }) => vector));
  const leaving = await readLeaving(db, document.path);
  const removed = await removeDocument(db, document);
  const { id: documentId } = await db
    .insertInto('documents')
    .values({
      // A new version takes the place of the old one in the order of the documents.
      ...(removed.documentId === undefined ? {} : { id: removed.documentId }),
      name: document.name,
      path: document.path,
      link: document.link ?? null,
      content_hash: document.contentHash,
      bytes: document.bytes,
      encoding: document.encoding,
      ingested_at: document.ingestedAt,
      token_sum: toBlob(tokenSum.sum),
      tokens: tokenSum.tokens,
      vector_sum: toBlob(sumRows(vectors, tokenSum.sum.length)),
      model: document.model,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const stored: Article[] = [];
  const passageIds: number[] = [];
  const seen = new Set<string>();
  for (const [index, { draft, passages }] of articles.entries()) {
    let repeat = 0;
    let key = makeArticleKey(document.path, draft, repeat);
    while (seen.has(key)) key = makeArticleKey(document.path, draft, ++repeat);
    seen.add(key);
    const { id: articleId } = await db
      .insertInto('articles')
      .values({
        key,
        document_id: documentId,
        ordinal: index + 1,
        title: draft.title,
        subtitle: draft.subtitle ?? null,
        date: draft.date ?? null,
        date_precision: draft.datePrecision ?? null,
        publisher: draft.publisher ?? null,
        author: draft.author ?? null,
        language: draft.language,
        start_line: draft.startLine,
        end_line: draft.endLine,
        text: draft.text,
        characters: draft.text.length,
        line_starts: JSON.stringify(draft.lineStarts.flat()),
        link: draft.link ?? null,
        page_starts:
          draft.pageStarts === undefined ? null : JSON.stringify(draft.pageStarts.flat()),
        blocks: JSON.stringify(draft.blocks),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [ordinal, passage] of passages.entries()) {
      passageIds.push(await insertPassage(db, articleId, ordinal + 1, passage));
    }
    const { blocks: _, ...rest } = draft;
    stored.push({
      ...rest,
      id: key,
      document: document.name,
      ordinal: index + 1,
      ...(document.link === undefined || draft.link !== undefined ? {} : { link: document.link }),
    });
  }
  const { path, ingestedAt: replacedAt } = document;
  await keepOldArticles(db, leaving, { stored, path, replacedAt });
  const news = alerts.flatMap(({ articleIndex, ...alert }) => {
    const articleId = stored[articleIndex]?.id;
    // What the earlier version held too is no news.
    return articleId === undefined || removed.articleKeys.has(articleId)
      ? []
      : [{ ...alert, articleId }];
  });
  const added = await insertAlerts(db, news);
  await growGeneration(db);
  return {
    articles: stored,
    passageIds,
    removedPassageIds: removed.passageIds,
    alerts: added,
  };
}

async function insertPassage(
  db: Transaction<DatabaseSchema>,
  articleId: number,
  ordinal: number,
  passage: NewPassage,
): Promise<number> {
  const { id } = await db
    .insertInto('passages')
    .values({
      article_id: articleId,
      ordinal,
      start_offset: passage.start,
      end_offset: passage.end,
      headings: JSON.stringify(passage.headings),
      sentences: JSON.stringify(passage.sentences.flatMap(({ start, end }) => [start, end])),
      vector: toBlob(passage.vector),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('token_vectors')
    .values({
      passage_id: id,
      lead_tokens: passage.tokenVectors.leadTokens,
      sentence_tokens: JSON.stringify(passage.tokenVectors.sentenceTokens),
      codes: toBlob(passage.tokenVectors.codes),
    })
    .execute();
  await db
    .insertInto('passage_terms')
    .values({ rowid: id, terms: passage.terms.join(' ') })
    .execute();
  return id;
}

/** Takes a document out with all that was made of it. @returns what went; `undefined` when there is none at the path */
export async function deleteDocument(
  db: Transaction<DatabaseSchema>,
  path: string,
): Promise<readonly number[] | undefined> {
  const { documentId, passageIds } = await removeDocument(db, { path, contentHash: '' });
  if (documentId === undefined) return undefined;
  await forgetOldArticles(db, path);
  await growGeneration(db);
  return passageIds;
}

/** Removes what stands at the document's path, and what has the same content elsewhere: the first one's id is free. */
async function removeDocument(
  db: Transaction<DatabaseSchema>,
  document: Pick<LibraryDocument, 'path' | 'contentHash'>,
): Promise<{
  readonly documentId?: number;
  readonly passageIds: number[];
  readonly articleKeys: ReadonlySet<string>;
}> {
  const old = await db
    .selectFrom('documents')
    .select('id')
    .where((where) =>
      where.or([
        where('path', '=', document.path),
        where('content_hash', '=', document.contentHash),
      ]),
    )
    .orderBy('id')
    .execute();
  const documentIds = old.map(({ id }) => id);
  const [documentId] = documentIds;
  if (documentId === undefined) return { passageIds: [], articleKeys: new Set<string>() };
  const passages = await db
    .selectFrom('passages')
    .innerJoin('articles', 'articles.id', 'passages.article_id')
    .select('passages.id')
    .where('articles.document_id', 'in', documentIds)
    .execute();
  const articles = await db
    .selectFrom('articles')
    .select('key')
    .where('document_id', 'in', documentIds)
    .execute();
  const articleKeys = new Set(articles.map(({ key }) => key));
  const passageIds = passages.map(({ id }) => id);
  for (const id of passageIds)
    await db.deleteFrom('passage_terms').where('rowid', '=', id).execute();
  // Articles, passages and token vectors go with their document (on delete cascade).
  await db.deleteFrom('documents').where('id', 'in', documentIds).execute();
  return { documentId, passageIds, articleKeys };
}
