/** Question → answer: small talk aside, search, decide whether the library answers, quote. */
import type { Answer, AnswerKind } from '../domain/answer.js';
import type { VersionPlace } from '../domain/version.js';
import { preferNewest } from '../search/prefer-newest.js';
import type { SearchPassages, SearchSwitches } from '../search/search-passages.js';
import { composeQuotes, REPRINT_DEPTH } from './compose-quotes.js';
import { decideOutcome } from './decide-outcome.js';
import type { OutcomeModel } from './outcome-model.js';
import { isChat } from './recognise-chat.js';

type PlaceVersions = (ids: readonly string[]) => Promise<ReadonlyMap<string, VersionPlace>>;

export interface AnswerOptions {
  /** Quotes at most, 1 to 50. */
  readonly top: number;
  readonly explain?: boolean;
  readonly switches?: SearchSwitches;
  /** Finds the places of articles among their versions; none are looked for when it is left out. */
  readonly placeVersions?: PlaceVersions;
  /** Weights that were fitted to the library. @default those that come with Quoth */
  readonly outcome?: OutcomeModel | undefined;
}

/**
 * Answers one question. Anything that a reader can type gets an answer; nothing is thrown for it.
 *
 * @param search from `createSearch`
 */
export async function answerQuestion(
  question: string,
  search: SearchPassages,
  options: AnswerOptions,
): Promise<Answer> {
  const started = performance.now();
  const text = cleanQuestion(question);
  const finish = (kind: AnswerKind, quotes: Answer['quotes'] = []): Answer => ({
    question,
    kind,
    quotes,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  });
  if (isChat(text)) return finish('notAQuestion');
  const result = await search(text, { switches: options.switches ?? {} });
  const kind = decideOutcome(result, options.outcome);
  if (kind === 'notFound') return finish(kind);
  const { top, explain = false, placeVersions } = options;
  const near = result.ranked.slice(0, top * REPRINT_DEPTH);
  const ids = [...new Set(near.map(({ article }) => article.id))];
  const places = (await placeVersions?.(ids)) ?? new Map();
  const ranked = preferNewest(near, places);
  return finish(kind, composeQuotes(ranked, { top, explain, places }));
}

/** Control characters and half surrogates become spaces; runs of white space one. */
function cleanQuestion(question: string): string {
  return question.replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD\s]+/gu, ' ').trim();
}
