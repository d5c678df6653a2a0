/** Ranked passages → quotes: slices of the article, with citation and highlights; reprints shown once. */

import type { Citation, Highlight, LegResult, Quote } from '../domain/answer.js';
import { type Article, findLine, findPages } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import type { VersionPlace } from '../domain/version.js';
import { takePrint } from '../search/compare-texts.js';
import { groupReprints } from '../search/group-reprints.js';
import { keepForPassage } from '../search/keep-for-passage.js';
import type { RankedPassage } from '../search/search-passages.js';
import { rankSentences } from './rank-sentences.js';

/** A second sentence is highlighted when it matches this nearly as well as the best, 0 to 1. */
const SECOND_SENTENCE_SHARE = 0.96;

/**
 * Passages that score less than this share of the best are no answer to the same question: in a library of three passages
 * they are simply the other two. Of 281 right passages, none that came after the first had less than 0.84 of its score.
 */
const LEAST_SHARE = 0.6;

/** Passages are compared for reprints only among this many times the quotes asked for. */
export const REPRINT_DEPTH = 4;

const printPassage = keepForPassage((_passage, text: string) => takePrint(text));

/**
 * Makes the quotes of an answer.
 *
 * @param ranked best first
 * @param options.top quotes at most
 * @param options.explain puts ranks and scores beside each quote
 * @param options.places of the articles that have versions, by id
 */
export function composeQuotes(
  ranked: readonly RankedPassage[],
  options: {
    readonly top: number;
    readonly explain: boolean;
    readonly places?: ReadonlyMap<string, VersionPlace>;
  },
): Quote[] {
  const least = LEAST_SHARE * (ranked[0]?.score ?? 0);
  const near = ranked
    .slice(0, options.top * REPRINT_DEPTH)
    .filter(({ score }, rank) => rank === 0 || score >= least);
  const textOf = (hit: RankedPassage): string =>
    hit.article.text.slice(hit.passage.start, hit.passage.end);
  const cite = ({ article, passage }: RankedPassage): Citation => {
    const version = options.places?.get(article.id);
    return { ...citePassage(article, passage), ...(version === undefined ? {} : { version }) };
  };
  return groupReprints(near, (hit) => printPassage(hit.passage, textOf(hit)))
    .slice(0, options.top)
    .flatMap(([best, ...others]) => {
      if (best === undefined) return [];
      const alsoIn = others.map(cite);
      return [
        {
          text: textOf(best),
          highlights: chooseHighlights(best),
          score: Math.round(best.score * 1e4) / 1e4,
          citation: cite(best),
          ...(alsoIn.length > 0 ? { alsoIn } : {}),
          ...(options.explain ? { explanation: explain(best, ranked) } : {}),
        },
      ];
    });
}

/** The citation of a span of an article. */
export function citePassage(
  article: Article,
  span: Pick<Passage, 'start' | 'end' | 'headings'>,
): Citation {
  const startLine = findLine(article.lineStarts, span.start);
  const endLine = findLine(article.lineStarts, Math.max(span.start, span.end - 1));
  return {
    articleId: article.id,
    document: article.document,
    title: article.title,
    ...(article.date === undefined ? {} : { date: article.date }),
    ...(article.datePrecision === undefined ? {} : { datePrecision: article.datePrecision }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.link === undefined ? {} : { link: article.link }),
    headings: span.headings,
    startLine,
    endLine,
    ...findPages(article.pageStarts, { startLine, endLine }),
    start: span.start,
    end: span.end,
  };
}

/** The one or two sentences that match best, as offsets in the quote. */
function chooseHighlights(hit: RankedPassage): Highlight[] {
  const { passage, sentenceScores } = hit;
  const order = rankSentences(hit);
  const [first, second] = order;
  if (first === undefined) return [];
  const best = sentenceScores[first] ?? 0;
  const chosen =
    second !== undefined &&
    order.length > 2 &&
    (sentenceScores[second] ?? 0) >= best * SECOND_SENTENCE_SHARE
      ? [first, second]
      : [first];
  return chosen
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const sentence = passage.sentences[index];
      return sentence === undefined
        ? []
        : [[sentence.start - passage.start, sentence.end - passage.start] as const];
    });
}

function explain(hit: RankedPassage, ranked: readonly RankedPassage[]): Record<string, LegResult> {
  const rankBy = (leg: 'late' | 'bm25'): number =>
    1 + ranked.filter((other) => other.legs[leg] > hit.legs[leg]).length;
  return {
    vector: {
      ...(hit.vectorRank === undefined ? {} : { rank: hit.vectorRank }),
      score: hit.legs.vector,
    },
    lexical: {
      ...(hit.lexicalRank === undefined ? {} : { rank: hit.lexicalRank }),
      score: hit.legs.bm25,
    },
    late: { rank: rankBy('late'), score: hit.legs.late },
    fused: { rank: 1 + ranked.indexOf(hit), score: hit.score },
  };
}
