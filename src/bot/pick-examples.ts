/** Finds something to ask for a library whose questions nobody has written: titles of articles that it holds. */
import type { ArticleSummary } from '../domain/article.js';
import { cleanLabel } from './render/clean-label.js';

/** A button shows no more. */
const MAX_LENGTH = 24;

/** Picks titles that fit on a button, the latest articles first; each title once. */
export function pickExamples(articles: readonly ArticleSummary[], count = 2): readonly string[] {
  const latestFirst = [...articles].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const titles = latestFirst.map(({ title }) => cleanLabel(title));
  const fitting = titles.filter((title) => title.length >= 4 && title.length <= MAX_LENGTH);
  return [...new Set(fitting)].slice(0, count);
}
