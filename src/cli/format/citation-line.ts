/** The line under a quote: where it stands, from the outside in. */
import type { Citation } from '../../domain/answer.js';
import { locateSource } from '../../texts/locate-source.js';
import { sayVersion } from '../../texts/say-version.js';
import type { Texts } from '../../texts/texts.js';

/**
 * Writes a citation: `title · publisher · date · version · heading › heading · document, lines 3–5`, or its link in place of
 * document and lines. What the article does not state is left out.
 */
export function formatCitation(
  citation: Citation,
  texts: Pick<Texts, 'lines' | 'pages' | 'newestVersion' | 'olderVersion' | 'olderVersionUndated'>,
): string {
  return [
    citation.title,
    citation.publisher,
    citation.date,
    sayVersion(citation.version, texts),
    citation.headings.join(' › '),
    citation.link ?? `${citation.document}, ${locateSource(citation, texts)}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
