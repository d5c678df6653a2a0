/** Tool of the tests: small articles as an ingest hands them to the store, out of a few words. */
import type { ArticleDraft, LibraryDocument } from '../../src/domain/article.js';
import type { NewArticle, TokenSum } from '../../src/ports/article-store.js';
import type { Embedder } from '../../src/ports/embedder.js';
import { passageText } from '../../src/search/load-passages.js';
import { extractTerms } from '../../src/search/terms.js';

/** A document at a path, whose hash is made of `version`: the same version, the same content. */
export function createDocument(path: string, version = path): LibraryDocument {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    contentHash: Buffer.from(version).toString('hex').padEnd(64, '0').slice(0, 64),
    bytes: 100,
    encoding: 'utf-8',
    ingestedAt: '2025-01-06T08:00:00.000Z',
    model: 'hash@0123456789ab',
  };
}

/** An article of one paragraph a line, each of which is a passage of its own. */
export function createDraft(title: string, paragraphs: readonly string[]): ArticleDraft {
  const text = paragraphs.join('\n');
  let start = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 1;
    return span;
  });
  return {
    title,
    language: 'zh',
    startLine: 1,
    endLine: paragraphs.length + 1,
    text,
    lineStarts: spans.map((span, index) => [span.start, index + 2]),
    blocks: spans.map((span) => ({ kind: 'paragraph', ...span })),
  };
}

/** Embeds a draft, a passage a block, as the ingest does. */
async function embedDraft(
  draft: ArticleDraft,
  embedder: Embedder,
): Promise<{ readonly article: NewArticle; readonly tokenSum: TokenSum }> {
  const plans = draft.blocks.map(({ start, end }) => ({
    start,
    end,
    headings: [],
    sentences: [{ start, end }],
  }));
  const { embeddings, tokenSum } = await embedder.embedPassages(
    plans.map(({ start, end }) => ({
      lead: draft.title,
      sentences: [draft.text.slice(start, end)],
    })),
  );
  const passages = plans.map((plan, index) => {
    const embedding = embeddings[index];
    if (embedding === undefined) throw new Error('expected an embedding for each passage');
    return { ...plan, ...embedding, terms: extractTerms(passageText(draft, plan)) };
  });
  return { article: { draft, passages }, tokenSum };
}

/** Embeds several drafts for one document. */
export async function embedDrafts(
  drafts: readonly ArticleDraft[],
  embedder: Embedder,
): Promise<{ readonly articles: readonly NewArticle[]; readonly tokenSum: TokenSum }> {
  const sum = new Float64Array(embedder.dimensions);
  let tokens = 0;
  const articles: NewArticle[] = [];
  for (const draft of drafts) {
    const { article, tokenSum } = await embedDraft(draft, embedder);
    articles.push(article);
    tokenSum.sum.forEach((value, i) => {
      sum[i] = (sum[i] as number) + value;
    });
    tokens += tokenSum.tokens;
  }
  return { articles, tokenSum: { sum, tokens } };
}
