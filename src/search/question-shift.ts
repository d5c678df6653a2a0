/**
 * What sets a question apart from the passages before a word of it is understood: its language, and that it asks. A
 * share of that offset, measured on parallel text, is taken off the question's vectors.
 *
 * XQuAD hit@1, late interaction alone, without and with it: en→zh 0.862 0.877, ar→zh 0.703 0.722, zh→zh 0.967 0.965.
 * With the whole offset: 0.873, 0.720, 0.965. Of the pooled vectors 0.75 tells questions in other languages that have an
 * answer best from those that have none (area under the curve 0.91; 0.83 without centring, 0.79 without the offset).
 */
import { divideSum, meanRows } from '../domain/vectors.js';
import type { Embedder } from '../ports/embedder.js';
import { PARALLEL_TEXT } from './parallel-text.js';

/** Share of the offset that is taken off, 0 to 1: of token vectors, and of pooled ones. */
const TOKEN_SHARE = 0.5;
const POOLED_SHARE = 0.75;

/** A mean of token vectors and one of pooled vectors, each of length `dimensions`. */
interface Means {
  readonly tokens: Float32Array;
  readonly pooled: Float32Array;
}

/** What to take off a question besides the passages' mean. */
interface Shift extends Means {
  /** What any passages of their language have in common. */
  readonly typical: Means;
}

/** `undefined` for a language without parallel text. */
export type FindShift = (
  questionLanguage: string,
  passageLanguage: string,
) => Promise<Shift | undefined>;

/** @param embedder embeds the parallel text of a language when it is first needed: about 30 ms each */
export function createQuestionShift(
  embedder: Pick<Embedder, 'embedQuestion' | 'embedPassages' | 'dimensions'>,
): FindShift {
  const asked = new Map<string, Promise<Means>>();
  const stated = new Map<string, Promise<Means>>();

  // Thousands of topics ask for the same few pairs.
  const shifts = new Map<string, Promise<Shift | undefined>>();

  const remember = <T>(
    known: Map<string, Promise<T>>,
    key: string,
    measure: () => Promise<T>,
  ): Promise<T> => {
    const measured = known.get(key) ?? measure();
    known.set(key, measured);
    measured.catch(() => known.delete(key));
    return measured;
  };

  const measureQuestions = async (questions: readonly string[]): Promise<Means> => {
    const embedded = [];
    for (const question of questions) embedded.push(await embedder.embedQuestion(question));
    return {
      tokens: meanRows(
        embedded.map(({ tokenVectors }) => tokenVectors),
        embedder.dimensions,
      ),
      pooled: meanRows(
        embedded.map(({ vector }) => vector),
        embedder.dimensions,
      ),
    };
  };

  const measureStatements = async (statements: readonly string[]): Promise<Means> => {
    const inputs = statements.map((statement) => ({ lead: '', sentences: [statement] }));
    const { embeddings, tokenSum } = await embedder.embedPassages(inputs);
    return {
      tokens: divideSum(tokenSum.sum, tokenSum.tokens),
      pooled: meanRows(
        embeddings.map(({ vector }) => vector),
        embedder.dimensions,
      ),
    };
  };

  const measureShift = async (
    questionLanguage: string,
    passageLanguage: string,
  ): Promise<Shift | undefined> => {
    const from = PARALLEL_TEXT[questionLanguage];
    const to = PARALLEL_TEXT[passageLanguage];
    if (from === undefined || to === undefined) return undefined;
    const [question, statement] = await Promise.all([
      remember(asked, questionLanguage, () => measureQuestions(from.questions)),
      remember(stated, passageLanguage, () => measureStatements(to.statements)),
    ]);
    return {
      tokens: question.tokens.map(
        (value, i) => TOKEN_SHARE * (value - (statement.tokens[i] as number)),
      ),
      pooled: question.pooled.map(
        (value, i) => POOLED_SHARE * (value - (statement.pooled[i] as number)),
      ),
      typical: statement,
    };
  };

  return (questionLanguage, passageLanguage) =>
    remember(shifts, `${questionLanguage} ${passageLanguage}`, () =>
      measureShift(questionLanguage, passageLanguage),
    );
}
