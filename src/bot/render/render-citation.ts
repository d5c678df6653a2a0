/** Says where a quote stands, in one line of plain text. Everything in it is a copy of what the library holds. */
import type { Citation } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import { cleanLabel } from './clean-label.js';
import { clipText } from './text-boundaries.js';

/** Reprints named under a quote; more of them tell a reader nothing new. */
const MAX_REPRINTS = 3;

/** What a source line needs; a citation and an article both have it. */
export interface Source {
  readonly document: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly headings?: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
}

/** `title · publisher · date · heading › heading · document · lines a–b`, leaving out what is not known. */
export function renderCitation(citation: Citation, texts: Texts): string {
  return [cleanLabel(citation.title), renderSource(citation, texts)].join(' · ');
}

/** The same without the title. */
export function renderSource(source: Source, texts: Texts): string {
  const headings = (source.headings ?? []).map((heading) => cleanLabel(heading, 80));
  const parts = [
    cleanLabel(source.publisher ?? '', 80),
    cleanLabel(source.author ?? '', 80),
    cleanLabel(source.date ?? '', 20),
    clipText(headings.filter((heading) => heading !== '').join(' › '), 200),
    cleanLabel(source.document, 80),
    texts.lines(source.startLine, source.endLine),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** `Also in: title · publisher · date; …`, or `undefined` without reprints. */
export function renderReprints(
  reprints: readonly Citation[] | undefined,
  texts: Texts,
): string | undefined {
  const places = (reprints ?? [])
    .slice(0, MAX_REPRINTS)
    .map(({ title, publisher, date }) =>
      [cleanLabel(title), cleanLabel(publisher ?? '', 80), cleanLabel(date ?? '', 20)]
        .filter((part) => part !== '')
        .join(' · '),
    );
  return places.length === 0 ? undefined : `${texts.alsoIn}${texts.colon}${places.join('; ')}`;
}
