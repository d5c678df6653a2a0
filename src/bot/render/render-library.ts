/** The library as screens that are turned in place: its documents, its months, its articles with date and publisher. */
import type { ArticleSummary } from '../../domain/article.js';
import type { Texts } from '../../texts/texts.js';
import { findDates, listDocuments, listMonths, type Shelf, sortNewest } from '../browse-library.js';
import type { Screen } from '../deliver.js';
import { buildPageKeyboard, button, inRows, type Keyboard } from '../keyboards.js';
import type { LibraryPlace } from '../library-press.js';
import { cleanLabel } from './clean-label.js';
import { joinRich, type RichPart, wrapRich } from './rich-text.js';

/** Entries on a page; months are short. */
const PER_PAGE = { entries: 8, months: 12 } as const;
/** Buttons in a row. */
const PER_ROW = { entries: 4, months: 3 } as const;

/** The screen of a place. A page that is no longer there becomes the last one, a shelf that is gone its list. */
export function buildLibraryScreen(
  articles: readonly ArticleSummary[],
  place: LibraryPlace,
  texts: Texts,
): Screen {
  if (articles.length === 0) return { content: texts.emptyLibrary };
  switch (place.view) {
    case 'home':
      return buildHomeScreen(articles, texts);
    case 'newest':
      return buildArticlesScreen(sortNewest(articles), place, { head: texts.newestTitle, texts });
    case 'documents':
    case 'document': {
      const documents = listDocuments(articles);
      const at = documents.findIndex(({ key }) => place.view === 'document' && key === place.key);
      const shelf = documents[at];
      if (place.view === 'documents' || shelf === undefined) {
        return buildDocumentsScreen(documents, place.page, texts);
      }
      const back: LibraryPlace = { view: 'documents', page: Math.floor(at / PER_PAGE.entries) };
      return buildArticlesScreen(shelf.articles, place, { head: shelf.name, back, texts });
    }
    case 'months':
    case 'month': {
      const months = listMonths(articles);
      const at = months.findIndex(({ key }) => place.view === 'month' && key === place.key);
      const shelf = months[at];
      if (place.view === 'months' || shelf === undefined) {
        return buildMonthsScreen(months, place.page, texts);
      }
      const back: LibraryPlace = { view: 'months', page: Math.floor(at / PER_PAGE.months) };
      const head = shelf.name === '' ? texts.undated : shelf.name;
      return buildArticlesScreen(shelf.articles, place, { head, back, texts });
    }
  }
}

/** Articles that were looked for by title: one page of them, each opening as a message of its own. */
export function buildTitlesScreen(found: readonly ArticleSummary[], texts: Texts): Screen {
  const shown = found.slice(0, PER_PAGE.entries);
  const blocks: RichPart[] = [
    texts.titlesFound(found.length),
    ...shown.map((article, index) => describeArticle(article, index + 1, texts)),
  ];
  if (found.length > shown.length) blocks.push(texts.moreTitles(found.length - shown.length));
  const keyboard = inRows(
    shown.map(({ id }, index) => button(String(index + 1), { action: 'read', articleId: id })),
    PER_ROW.entries,
  );
  return { content: joinRich(blocks, '\n\n'), keyboard };
}

function buildHomeScreen(articles: readonly ArticleSummary[], texts: Texts): Screen {
  const dates = findDates(articles);
  const holds = texts.libraryHolds(articles.length, listDocuments(articles).length);
  const lines = [holds, ...(dates === undefined ? [] : [texts.libraryDates(dates.from, dates.to)])];
  const go = (label: string, view: 'documents' | 'months' | 'newest') =>
    button(label, { action: 'library', place: { view, page: 0 } });
  return {
    content: `${lines.join('\n')}\n\n${texts.libraryHow}`,
    keyboard: [
      [go(texts.byDocumentButton, 'documents'), go(texts.byDateButton, 'months')],
      [go(texts.newestButton, 'newest')],
    ],
  };
}

function buildDocumentsScreen(documents: readonly Shelf[], wanted: number, texts: Texts): Screen {
  const { shown, first, ...at } = takePage(documents, wanted, PER_PAGE.entries);
  const entries = shown.map(({ name, articles }, index) => {
    const dates = findDates(articles);
    const facts = [
      texts.articleCount(articles.length),
      ...(dates === undefined ? [] : [joinDates(dates, texts)]),
    ];
    const title = wrapRich(cleanLabel(name), 'bold');
    return joinRich([`${first + index + 1}. `, title, `\n${facts.join(' · ')}`]);
  });
  const open = shown.map(({ key }, index) =>
    button(String(first + index + 1), {
      action: 'library',
      place: { view: 'document', key, page: 0 },
    }),
  );
  return {
    content: joinRich([texts.documentsTitle, ...entries], '\n\n'),
    keyboard: [
      ...inRows(open, PER_ROW.entries),
      ...turnPages({ view: 'documents', page: at.page }, at.pages),
      ...buildHomeKeyboard(texts),
    ],
  };
}

function buildMonthsScreen(months: readonly Shelf[], wanted: number, texts: Texts): Screen {
  const { shown, page, pages } = takePage(months, wanted, PER_PAGE.months);
  const open = shown.map(({ key, name, articles }) =>
    button(`${name === '' ? texts.undated : name} (${articles.length})`, {
      action: 'library',
      place: { view: 'month', key, page: 0 },
    }),
  );
  return {
    content: texts.monthsTitle,
    keyboard: [
      ...inRows(open, PER_ROW.months),
      ...turnPages({ view: 'months', page }, pages),
      ...buildHomeKeyboard(texts),
    ],
  };
}

type ListPlace = Exclude<LibraryPlace, { readonly view: 'home' }>;

function buildArticlesScreen(
  articles: readonly ArticleSummary[],
  place: ListPlace,
  options: { readonly head: string; readonly back?: LibraryPlace; readonly texts: Texts },
): Screen {
  const { head, back, texts } = options;
  const { shown, first, page, pages } = takePage(articles, place.page, PER_PAGE.entries);
  const here = { ...place, page };
  const open = shown.map(({ id }, index) =>
    button(String(first + index + 1), { action: 'read', articleId: id, page: 0, from: here }),
  );
  const entries = shown.map((article, index) => describeArticle(article, first + index + 1, texts));
  return {
    content: joinRich([wrapRich(cleanLabel(head), 'bold'), ...entries], '\n\n'),
    keyboard: [
      ...inRows(open, PER_ROW.entries),
      ...turnPages(here, pages),
      ...(back === undefined
        ? buildHomeKeyboard(texts)
        : [[button(texts.backButton, { action: 'library', place: back })]]),
    ],
  };
}

/** The way to the first screen of the library. */
export function buildHomeKeyboard(texts: Texts): Keyboard {
  return [[button(texts.libraryButton, { action: 'library', place: { view: 'home' } })]];
}

function describeArticle(
  { title, publisher, date }: ArticleSummary,
  number: number,
  texts: Texts,
): RichPart {
  const facts = [cleanLabel(publisher ?? '', 80), date ?? ''].filter((fact) => fact !== '');
  const lines = [
    `${number}. ${cleanLabel(title)}`,
    ...(facts.length > 0 ? [facts.map(texts.isolate).join(' · ')] : []),
  ];
  return lines.join('\n');
}

function joinDates(
  { from, to }: { readonly from: string; readonly to: string },
  { isolate }: Texts,
): string {
  return from === to ? isolate(from) : `${isolate(from)} – ${isolate(to)}`;
}

function takePage<Entry>(entries: readonly Entry[], wanted: number, perPage: number) {
  const pages = Math.max(1, Math.ceil(entries.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const first = page * perPage;
  return { shown: entries.slice(first, first + perPage), first, page, pages };
}

function turnPages(here: ListPlace, pages: number): Keyboard {
  return buildPageKeyboard({ page: here.page, pages }, (page) => ({
    action: 'library',
    place: { ...here, page },
  }));
}
