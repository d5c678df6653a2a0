/** Everything that people have put into a library, as plain objects: what another program can read without Quoth. */
import type { Alerts } from '../alerts/alerts.js';
import type { ArticleStore, PassageStore } from '../ports/article-store.js';
import type { VersionStore } from '../ports/version-store.js';
import type { ExportLine } from '../upkeep.js';

export interface ExportParts {
  readonly store: ArticleStore;
  readonly passages: PassageStore;
  readonly versions: Pick<VersionStore, 'listReplaced'>;
  readonly topics: Alerts['topics'];
}

/**
 * Articles in document order, each followed by its passages; then the texts that were replaced; then the topics. One article
 * is held in memory at a time, and all texts that were replaced.
 */
export async function* exportLibrary({
  store,
  passages,
  versions,
  topics,
}: ExportParts): AsyncGenerator<ExportLine> {
  for (const { id } of await store.listArticles()) {
    const article = await store.getArticle(id);
    // Taken out or replaced by another program meanwhile.
    if (article === undefined) continue;
    const { lineStarts: _, pageStarts, ...facts } = article;
    yield { kind: 'article', ...facts };
    for (const { ordinal, start, end, headings } of await passages.listPassages(id)) {
      const text = article.text.slice(start, end);
      yield { kind: 'passage', articleId: id, ordinal, start, end, headings, text };
    }
  }
  for (const { lineStarts: _, pageStarts, ...facts } of await versions.listReplaced()) {
    yield { kind: 'version', ...facts };
  }
  for (const { topic, subscriber } of await topics.listAll()) {
    const { subscriberId: __, ...facts } = topic;
    yield { kind: 'topic', topic: facts, subscriber };
  }
}
