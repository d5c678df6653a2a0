/** Says where in a document something stands: on its pages where it has some, else in its lines. */
import type { Texts } from './texts.js';

export function locateSource(
  source: {
    readonly startLine: number;
    readonly endLine: number;
    readonly startPage?: number;
    readonly endPage?: number;
  },
  texts: Pick<Texts, 'lines' | 'pages'>,
): string {
  const { startPage, endPage } = source;
  return startPage === undefined || endPage === undefined
    ? texts.lines(source.startLine, source.endLine)
    : texts.pages(startPage, endPage);
}
