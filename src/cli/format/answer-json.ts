/** An answer as programs read it: the keys of the contract in `--json`, in a fixed order. */
import type { Answer, Citation, Quote } from '../../domain/answer.js';

/**
 * Writes an answer as one line of JSON. `alsoIn` and `explanation` stand only where there are some.
 *
 * @param id of a question of a batch, as it was given
 */
export function toAnswerLine(answer: Answer, id?: string | number): string {
  return JSON.stringify({
    id,
    question: answer.question,
    kind: answer.kind,
    quotes: answer.quotes.map(toQuoteJson),
    tookMs: answer.tookMs,
  });
}

function toQuoteJson(quote: Quote): object {
  return {
    text: quote.text,
    highlights: quote.highlights,
    score: quote.score,
    citation: toCitationJson(quote.citation),
    alsoIn: quote.alsoIn?.length ? quote.alsoIn.map(toCitationJson) : undefined,
    explanation: quote.explanation,
  };
}

function toCitationJson(citation: Citation): object {
  return {
    articleId: citation.articleId,
    document: citation.document,
    title: citation.title,
    date: citation.date,
    publisher: citation.publisher,
    link: citation.link,
    headings: citation.headings,
    version: citation.version,
    startLine: citation.startLine,
    endLine: citation.endLine,
    startPage: citation.startPage,
    endPage: citation.endPage,
    start: citation.start,
    end: citation.end,
  };
}
