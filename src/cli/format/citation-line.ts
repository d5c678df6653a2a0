/** The line under a quote: where it stands, from the outside in. */
import type { Citation } from '../../domain/answer.js';
import { locateSource } from '../../texts/locate-source.js';
import type { Texts } from '../../texts/texts.js';

/**
 * Writes a citation: `title · publisher · date · heading › heading · document, lines 3–5`, or its link in place of
 * document and lines. What the article does not state is left out.
 */
export function formatCitation(citation: Citation, texts: Pick<Texts, 'lines' | 'pages'>): string {
  return [
    citation.title,
    citation.publisher,
    citation.date,
    citation.headings.join(' › '),
    citation.link ?? `${citation.document}, ${locateSource(citation, texts)}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
