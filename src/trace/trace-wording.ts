/** Follows a wording through the library, article by article in the order of their dates. */
import { citePassage } from '../answer/compose-quotes.js';
import type { Article, ArticleSummary } from '../domain/article.js';
import type { Trace, TracePeriod, TraceUse } from '../domain/trace.js';
import { AppError } from '../errors.js';
import type { ArticleStore, PassageStore } from '../ports/article-store.js';
import type { VersionStore } from '../ports/version-store.js';
import { comparePrints, type Print, takePrint } from '../search/compare-texts.js';
import { findSentence, findWording } from './find-wording.js';

export interface TracePorts {
  readonly store: Pick<ArticleStore, 'listArticles' | 'getArticles'>;
  readonly passages: Pick<PassageStore, 'listPassages'>;
  readonly versions: Pick<VersionStore, 'listReplaced'>;
}

/** Sentences shown at most; more of them tell a reader nothing. */
const MOST_SENTENCES = 6;

/** Share of the longer sentence from which on two say the same, 0 to 1. */
const SAME_SENTENCE = 0.9;

/** Sentences compared at most with a new one; a wording that is everywhere need not be compared with all of them. */
const MOST_COMPARED = 60;

/** More months than this are counted by year. */
const MOST_MONTHS = 48;

/** Articles read at once; between two batches others get their turn. */
const ARTICLES_A_STEP = 32;

/** Longest wording, in UTF-16 code units. */
const MOST_CHARACTERS = 60;

/** An article that holds the wording. */
interface Found {
  readonly article: Article;
  readonly uses: number;
}

/**
 * Traces a wording. Older texts of articles that have changed are looked at too.
 *
 * @throws AppError USAGE for an empty wording, or one that is too long
 */
export async function traceWording(given: string, ports: TracePorts): Promise<Trace> {
  const wording = given.replace(/\s+/g, ' ').trim();
  if (findWording(wording, wording).length === 0 || wording.length > MOST_CHARACTERS) {
    throw new AppError('USAGE', `expected a wording of 1 to ${MOST_CHARACTERS} characters`, {
      hint: 'give a word or a phrase as it stands in the articles',
    });
  }
  const found: Found[] = [];
  const sentences = createSentenceList();
  let first: TraceUse | undefined;
  for await (const article of readByDate(ports)) {
    const spans = findWording(article.text, wording);
    if (spans.length === 0) continue;
    found.push({ article, uses: spans.length });
    for (const span of spans) {
      const sentence = findSentence(article.text, span);
      const print = takePrint(article.text.slice(sentence.start, sentence.end));
      if (!sentences.isNew(print) && first !== undefined) continue;
      const use = await citeUse(article, { span, sentence }, ports);
      first ??= use;
      sentences.add(use, print);
    }
  }
  const { periods, undated } = countPeriods(found);
  return {
    wording,
    uses: found.reduce((sum, { uses }) => sum + uses, 0),
    articles: found.length,
    undated,
    periods,
    ...(first === undefined ? {} : { first }),
    ...sentences.choose(),
  };
}

/** All texts, oldest first; those without a date come last. */
async function* readByDate({ store, versions }: TracePorts): AsyncIterable<Article> {
  const old = new Map((await versions.listReplaced()).map((version) => [version.id, version]));
  const listed: Pick<ArticleSummary, 'id' | 'date'>[] = [
    ...old.values(),
    ...(await store.listArticles()),
  ];
  const ordered = listed.toSorted((a, b) => compareDates(a.date, b.date));
  for (let from = 0; from < ordered.length; from += ARTICLES_A_STEP) {
    const ids = ordered.slice(from, from + ARTICLES_A_STEP).map(({ id }) => id);
    const live = await store.getArticles(ids.filter((id) => !old.has(id)));
    for (const id of ids) {
      const article = old.get(id) ?? live.get(id);
      if (article !== undefined) yield article;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

async function citeUse(
  article: Article,
  {
    span,
    sentence,
  }: { span: { start: number; end: number }; sentence: { start: number; end: number } },
  { passages }: TracePorts,
): Promise<TraceUse> {
  const around = (await passages.listPassages(article.id)).find(
    ({ start, end }) => start <= span.start && span.start < end,
  );
  return {
    text: article.text.slice(sentence.start, sentence.end),
    highlights: [[span.start - sentence.start, span.end - sentence.start]],
    citation: citePassage(article, { ...sentence, headings: around?.headings ?? [] }),
  };
}

/** Sentences that differ, in the order in which they come. */
function createSentenceList() {
  const kept: TraceUse[] = [];
  const prints: Print[] = [];
  return {
    isNew: (print: Print): boolean =>
      !prints.some((other) => comparePrints(other, print).shared >= SAME_SENTENCE),
    add(use: TraceUse, print: Print): void {
      kept.push(use);
      prints.push(print);
      if (prints.length > MOST_COMPARED) prints.shift();
    },
    choose(): Pick<Trace, 'sentences' | 'changes'> {
      const count = Math.min(MOST_SENTENCES, kept.length);
      const step = count < 2 ? 0 : (kept.length - 1) / (count - 1);
      const sentences = Array.from(
        { length: count },
        (_, at) => kept[Math.round(at * step)] as TraceUse,
      );
      return { sentences, changes: kept.length };
    },
  };
}

function countPeriods(found: readonly Found[]): {
  readonly periods: readonly TracePeriod[];
  readonly undated: number;
} {
  const dated = found.flatMap(({ article: { date = '' }, uses }) =>
    /^\d{4}-\d{2}/.test(date) ? [{ month: date.slice(0, 7), uses }] : [],
  );
  const all = found.reduce((sum, { uses }) => sum + uses, 0);
  const undated = all - dated.reduce((sum, { uses }) => sum + uses, 0);
  const [start] = dated;
  const end = dated.at(-1);
  if (start === undefined || end === undefined) return { periods: [], undated };
  const months = listMonths(start.month, end.month);
  const length = months.length > MOST_MONTHS ? 'YYYY'.length : 'YYYY-MM'.length;
  const counts = new Map<string, { uses: number; articles: number }>();
  for (const month of months) counts.set(month.slice(0, length), { uses: 0, articles: 0 });
  for (const { month, uses } of dated) {
    const count = counts.get(month.slice(0, length)) ?? { uses: 0, articles: 0 };
    count.uses += uses;
    count.articles += 1;
  }
  return { periods: [...counts].map(([period, count]) => ({ period, ...count })), undated };
}

function listMonths(from: string, until: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    months.push(name);
    if (name >= until) return months;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}
