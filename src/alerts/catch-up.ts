/** What a topic has missed while it was paused, put into the outbox when its reader asks for it. */
import type { Topic } from '../domain/topic.js';
import type { ArticleStore } from '../ports/article-store.js';
import type { NewAlert, Outbox } from '../ports/outbox.js';
import { isReprinted } from '../search/group-reprints.js';
import { REMEMBERED_QUOTES } from './match-articles.js';
import type { LibraryMatcher } from './match-library.js';
import { readTopic } from './read-topic.js';
import { STRICTNESS_STEP } from './score-topic.js';

export interface CatchUpPorts {
  readonly articles: Pick<ArticleStore, 'listArticlesSince'>;
  readonly matcher: LibraryMatcher;
  readonly outbox: Pick<Outbox, 'add' | 'listQuotes'>;
}

/** Raises the alerts of all articles that came since the topic was paused; none twice. @returns how many are new */
export async function catchUp(topic: Topic, now: number, ports: CatchUpPorts): Promise<number> {
  const read = readTopic(topic.words);
  if (read.kind !== 'topic' || topic.pausedAt === undefined) return 0;
  const came = await ports.articles.listArticlesSince(new Date(topic.pausedAt).toISOString());
  const order = new Map(came.map((id, index) => [id, index]));
  const least = topic.strictness * STRICTNESS_STEP;
  const found = (await ports.matcher.match(read.topic, { least }))
    .filter(({ article, score }) => order.has(article.id) && score > least)
    .sort((a, b) => (order.get(a.article.id) ?? 0) - (order.get(b.article.id) ?? 0));
  const quotes = [
    ...((await ports.outbox.listQuotes([topic.id], REMEMBERED_QUOTES)).get(topic.id) ?? []),
  ];
  const alerts: NewAlert[] = [];
  for (const { article, passage, score } of found) {
    const { start, end, headings } = passage;
    const text = article.text.slice(start, end);
    if (isReprinted(text, quotes)) continue;
    quotes.push(text);
    alerts.push({
      subscriberId: topic.subscriberId,
      topicId: topic.id,
      articleId: article.id,
      quote: { start, end, headings, text, score: score - least },
      createdAt: now,
    });
  }
  return ports.outbox.add(alerts);
}
