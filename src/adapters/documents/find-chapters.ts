/** Parts the files of a book into chapters: a file is one, or several, or goes on with the one before. */
import type { WebParagraph } from '../../domain/feed.js';
import type { KnownArticle } from '../../ports/document-reader.js';
import type { BookFacts, BookFile } from './part-book.js';
import type { BookEntry } from './read-book-contents.js';

/** A deeper heading divides a chapter. */
const MAX_CHAPTER_LEVEL = 3;

/** @param options.contents what the table of contents calls the files */
export function findChapters(
  files: readonly BookFile[],
  options: { readonly contents: readonly BookEntry[]; readonly facts: BookFacts },
): KnownArticle[] {
  const { contents, facts } = options;
  const labels = new Map<string, string>();
  const note = ({ path, title, children }: BookEntry): void => {
    if (!labels.has(path)) labels.set(path, title);
    for (const child of children) note(child);
  };
  for (const entry of contents) note(entry);
  const chapters: KnownArticle[] = [];
  for (const { path, paragraphs } of files) {
    addFile(paragraphs, { chapters, facts, label: labels.get(path) });
  }
  return chapters;
}

function addFile(
  paragraphs: readonly WebParagraph[],
  options: {
    readonly chapters: KnownArticle[];
    readonly facts: BookFacts;
    readonly label: string | undefined;
  },
): void {
  const { chapters, facts, label } = options;
  if (paragraphs.length === 0) return;
  const levels = paragraphs.flatMap(({ headingLevel }) => headingLevel ?? []);
  const top = Math.min(...levels, MAX_CHAPTER_LEVEL + 1);
  const starts = paragraphs.flatMap(({ headingLevel }, index) =>
    headingLevel === top && top <= MAX_CHAPTER_LEVEL ? [index] : [],
  );
  // A number above a title (`Chapter 1`, `The Harbour`) is no chapter of its own.
  const opening = starts.filter((start, index) => start + 1 < (starts[index + 1] ?? Infinity));
  const [first] = opening;
  const begins = first === undefined || first > 0 ? [0, ...opening] : opening;
  for (const [index, begin] of begins.entries()) {
    const part = paragraphs.slice(begin, begins[index + 1]);
    const heading = part[0]?.headingLevel === top ? part[0].text : undefined;
    const title = heading ?? (begin === 0 ? label : undefined);
    const body = heading === undefined ? part : part.slice(1);
    addPart(chapters, { title, body, facts });
  }
}

function addPart(
  chapters: KnownArticle[],
  {
    title,
    body,
    facts,
  }: {
    readonly title: string | undefined;
    readonly body: readonly WebParagraph[];
    readonly facts: BookFacts;
  },
): void {
  const last = chapters[chapters.length - 1];
  if (title === undefined && last !== undefined) {
    chapters[chapters.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...body] };
    return;
  }
  // `Part One` on a page of its own stands above the chapter that follows.
  const isEmpty = last !== undefined && last.paragraphs.length === 0;
  if (isEmpty) chapters.pop();
  const above = isEmpty ? [{ text: last.title, headingLevel: 1 }] : [];
  chapters.push({
    ...facts,
    title: title ?? (facts.title || (body[0]?.text.slice(0, 80) ?? '')),
    paragraphs: [...above, ...body],
  });
}
