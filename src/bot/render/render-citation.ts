/** Says where a quote stands, in one line of plain text. Everything in it is a copy of what the library holds. */
import type { Citation } from '../../domain/answer.js';
import type { VersionPlace } from '../../domain/version.js';
import { locateSource } from '../../texts/locate-source.js';
import { sayVersion } from '../../texts/say-version.js';
import type { Texts } from '../../texts/texts.js';
import { cleanLabel } from './clean-label.js';
import { joinRich, linkRich, type RichText } from './rich-text.js';
import { clipText } from './text-boundaries.js';

/** Reprints named under a quote; more of them tell a reader nothing new. */
const MAX_REPRINTS = 3;

/** What a source line needs; a citation and an article both have it. */
export interface Source {
  readonly document: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** Stands in place of document and lines: as the link under the title. */
  readonly link?: string;
  readonly headings?: readonly string[];
  readonly version?: VersionPlace | undefined;
  readonly startLine: number;
  readonly endLine: number;
  readonly startPage?: number;
  readonly endPage?: number;
}

/** `title · publisher · date · version · heading › heading · document · lines a–b` or `p. 3`, leaving out what is not known. */
export function renderCitation(citation: Citation, texts: Texts): RichText {
  const title = renderTitle(citation, texts);
  const source = renderSource(citation, texts);
  return joinRich(source === '' ? [title] : [title, source], ' · ');
}

/** The same without the title. */
export function renderSource(source: Source, texts: Texts): string {
  const headings = (source.headings ?? []).map((heading) => cleanLabel(heading, 80));
  const labels = [
    cleanLabel(source.publisher ?? '', 80),
    cleanLabel(source.author ?? '', 80),
    cleanLabel(source.date ?? '', 20),
    sayVersion(source.version, texts),
    clipText(headings.filter((heading) => heading !== '').join(' › '), 200),
    ...(source.link === undefined ? [cleanLabel(source.document, 80)] : []),
  ];
  return [
    ...labels.filter((label) => label !== '').map(texts.isolate),
    ...(source.link === undefined ? [locateSource(source, texts)] : []),
  ].join(' · ');
}

/** `Also in: title · publisher · date; …`, titles with their links, or `undefined` without reprints. */
export function renderReprints(
  reprints: readonly Citation[] | undefined,
  texts: Texts,
): RichText | undefined {
  const places = (reprints ?? []).slice(0, MAX_REPRINTS).map(({ title, publisher, date, link }) => {
    const facts = [cleanLabel(publisher ?? '', 80), cleanLabel(date ?? '', 20)];
    const known = facts.filter((part) => part !== '').map(texts.isolate);
    return joinRich([renderTitle({ title, link }, texts), ...known], ' · ');
  });
  if (places.length === 0) return undefined;
  return joinRich([`${texts.alsoIn}${texts.colon}`, joinRich(places, '; ')]);
}

/** A title with its link; marks of direction, where the line needs them, stay outside of the link. */
function renderTitle(
  { title, link }: { readonly title: string; readonly link?: string | undefined },
  texts: Texts,
): RichText {
  const label = cleanLabel(title);
  const [before = '', after = ''] = texts.isolate(label).split(label);
  return joinRich([before, linkRich(label, link), after]);
}
