/**
 * What sets a question apart from the passages before a word of it is understood: its language, and that it asks. Parallel
 * text in eleven languages tells where questions lie among the tokens, and how far from statements.
 *
 * XQuAD hit@1 (every second question), late interaction alone, with the mean of the passages, of 8 questions and of these 48
 * taken off a question's tokens: en→zh 0.822, 0.837, 0.849; ar→zh 0.689, 0.704, 0.713; zh→zh 0.970, 0.966, 0.966. With the
 * mean of the very 1,190 questions, which nobody knows beforehand: 0.859, 0.708, 0.968. Of the pooled vectors a share of 0.75
 * of the offset tells questions in other languages that have an answer best from those that have none (area under the curve
 * 0.91; 0.83 without centring, 0.79 without the offset).
 */
import { createHash } from 'node:crypto';
import { divideSum, meanRows } from '../domain/vectors.js';
import type { Embedder } from '../ports/embedder.js';
import type { NoteStore } from '../ports/note-store.js';
import { PARALLEL_TEXT } from './parallel-text.js';

/**
 * Share of what a library's passages have in common beyond any passages that its questions have too, 0 to 1. With 0, 0.5, 1,
 * hit@1 as above: en→zh 0.859, 0.849, 0.845; ar→zh 0.706, 0.713, 0.696; zh→en 0.850, 0.857, 0.849.
 */
const TOKEN_SHARE = 0.5;

/** Share of the offset that is taken off pooled vectors, 0 to 1. */
const POOLED_SHARE = 0.75;

/** A mean of token vectors and one of pooled vectors, each of length `dimensions`. */
interface Means {
  readonly tokens: Float32Array;
  readonly pooled: Float32Array;
}

/** What questions in one language have in common, against passages in another. */
interface Shift {
  /** Mean of the tokens of questions. */
  readonly tokens: Float32Array;
  /** What to take off a question's pooled vector besides the mean of the library's passages. */
  readonly pooled: Float32Array;
  /** What any passages of their language have in common. */
  readonly typical: Means;
}

/**
 * The mean of the tokens of questions to a library: that of any questions, moved towards what the library's passages have
 * in common beyond any passages.
 *
 * @param passages mean of the tokens of the library's passages
 */
export function findTokenMean(
  { tokens, typical }: Pick<Shift, 'tokens' | 'typical'>,
  passages: Float32Array,
): Float32Array {
  return tokens.map(
    (value, i) => value + TOKEN_SHARE * ((passages[i] as number) - (typical.tokens[i] as number)),
  );
}

/** `undefined` for a language without parallel text. */
export type FindShift = (
  questionLanguage: string,
  passageLanguage: string,
) => Promise<Shift | undefined>;

/**
 * @param embedder embeds the parallel text of a language when it is first needed: a second of the machine's time
 * @param kept where the means are kept from one process to the next, by the name of the model that made them
 */
export function createQuestionShift(
  embedder: Pick<Embedder, 'embedQuestion' | 'embedPassages' | 'dimensions'>,
  kept?: { readonly notes: NoteStore; readonly model: string },
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

  /** The means of some sentences as they were kept; measured and kept when they never were, or of other sentences. */
  const recall = async (
    kind: 'asked' | 'stated',
    sentences: readonly string[],
    measure: (sentences: readonly string[]) => Promise<Means>,
  ): Promise<Means> => {
    if (kept === undefined) return measure(sentences);
    const hash = createHash('sha256').update(JSON.stringify(sentences)).digest('hex');
    const key = `mean ${kind} ${hash.slice(0, 16)} ${kept.model}` as const;
    const known = readMeans(await kept.notes.read(key), embedder.dimensions);
    if (known !== undefined) return known;
    const means = await measure(sentences);
    // A read-only or full disk, or a writer at work: measured anew the next time.
    await kept.notes.write(key, writeMeans(means)).catch(() => undefined);
    return means;
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
      remember(asked, questionLanguage, () => recall('asked', from.questions, measureQuestions)),
      remember(stated, passageLanguage, () => recall('stated', to.statements, measureStatements)),
    ]);
    return {
      tokens: question.tokens,
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

function writeMeans({ tokens, pooled }: Means): string {
  const both = Float32Array.of(...tokens, ...pooled);
  return Buffer.from(both.buffer).toString('base64');
}

function readMeans(written: string | undefined, dimensions: number): Means | undefined {
  const bytes = Uint8Array.from(Buffer.from(written ?? '', 'base64'));
  if (bytes.length !== 2 * dimensions * Float32Array.BYTES_PER_ELEMENT) return undefined;
  const both = new Float32Array(bytes.buffer);
  return { tokens: both.slice(0, dimensions), pooled: both.slice(dimensions) };
}
