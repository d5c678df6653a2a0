/**
 * Text → token ids. A passage goes into the model in windows of a sentence or a few short ones, each under the passage's
 * title and headings; each token is known to belong to a sentence. Punctuation, the model's own marks and the most common
 * pieces of language are told apart from words, which alone are compared later.
 */
import type { PreTrainedTokenizer } from '@xenova/transformers';
import { MAX_LEAD_TOKENS } from '../../ingest/split-passages.js';
import type { PassageInput } from '../../ports/embedder.js';
import type { ModelFiles } from './model-files.js';

/** Tokens of a question that are compared: longer ones are cut, the beginning says what is asked. */
const MAX_QUESTION_TOKENS = 128;

/** Texts whose ids are remembered: those of one document are counted first and embedded right after. */
const MAX_REMEMBERED = 20_000;

/** A text that follows another without a space between them. */
const UNSPACED_START = /^[\p{P}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/**
 * Tokens of a window, lead and marks aside, unless one sentence has more. In a long input a small model's token vectors
 * all drift towards what the whole is about: short windows keep them apart, and the lead tells them what it is about.
 * XQuAD hit@1 with whole passages, windows of about 90, 48 tokens and single sentences: en→zh 0.814 0.841 0.844 0.851,
 * ar→zh 0.665 0.698 0.723 0.738; 272 questions to two readers 0.702 0.728 0.735 0.728. Time in the model: 1, 0.96, 1.09,
 * 1.30 (short inputs cost less attention, but repeat the lead).
 */
const WINDOW_TOKENS = 48;

/** Pieces of a passage that weigh less are not kept: 3 to 7 % of them (的, the, de), without any loss in the measures above. */
const LEAST_KEPT_WEIGHT = 4.5;

/** Weight of a piece that stands everywhere, and of all pieces of a tokenizer that keeps no frequencies. */
const LEAST_WEIGHT = 0.1;

/** Token ids of one input with the model's marks, and what of them is compared. */
export interface EncodedText {
  readonly ids: readonly number[];
  /** Places of the tokens that are compared: words, without marks, prefix and punctuation. */
  readonly words: readonly number[];
}

export interface EncodedPassage {
  /** What goes into the model. The words of the lead are those of the first window. */
  readonly windows: readonly EncodedText[];
  /** How many of the words, over all windows, belong to the lead, and to each sentence. */
  readonly leadTokens: number;
  readonly sentenceTokens: readonly number[];
}

export interface TextEncoder {
  readonly padId: number;
  /** Tokens of a text that stands inside a passage. */
  countTokens(text: string): number;
  /** Cut at the end where it is longer than the model takes. */
  encodePassage(input: PassageInput): EncodedPassage;
  encodeQuestion(text: string): EncodedText;
  decode(id: number): string;
  /** How much a token says, > 0. */
  weigh(id: number): number;
}

export function createTextEncoder(
  tokenizer: PreTrainedTokenizer,
  model: Pick<ModelFiles, 'maxTokens' | 'passagePrefix' | 'questionPrefix'>,
): TextEncoder {
  const encode = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false });
  const decode = (id: number): string => tokenizer.decode([id]);
  const [startId = 0, endId = 2] = tokenizer.encode('', { add_special_tokens: true });
  const passagePrefix = encode(model.passagePrefix);
  const questionPrefix = encode(model.questionPrefix);
  const isWordId = rememberWords(decode);
  const scores = readScores(tokenizer);
  const weigh = createTokenWeights(scores);
  const leastKept = scores === undefined ? 0 : LEAST_KEPT_WEIGHT;
  const fullStop = encode('。');
  const loneStart = fullStop.length > 1 ? fullStop[0] : undefined;
  const remembered = new Map<string, readonly number[]>();

  /** Ids of a text that goes on behind another: without the lone word-start mark that a tokenizer puts in front. */
  const encodeInside = (text: string): readonly number[] => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const all = encode(text);
    const ids =
      all.length > 1 && all[0] === loneStart && UNSPACED_START.test(text) ? all.slice(1) : all;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(text, ids);
    return ids;
  };

  const isKept = (id: number): boolean => isWordId(id) && weigh(id) >= leastKept;
  const countKept = (ids: readonly number[]): number =>
    ids.reduce((count, id) => (isKept(id) ? count + 1 : count), 0);

  /** Puts the model's marks round the parts of a text, and notes where the words of those that count stand. */
  const wrap = (
    prefix: readonly number[],
    parts: readonly { readonly ids: readonly number[]; readonly words: boolean }[],
    isWord: (id: number) => boolean,
  ): EncodedText => {
    const ids = [startId, ...prefix];
    const words: number[] = [];
    for (const part of parts) {
      for (const id of part.ids) {
        if (part.words && isWord(id)) words.push(ids.length);
        ids.push(id);
      }
    }
    ids.push(endId);
    return { ids, words };
  };

  return {
    padId: tokenizer.pad_token_id ?? 0,
    decode,
    weigh,
    countTokens: (text) => encodeInside(text).length,

    encodePassage(input) {
      let room = model.maxTokens - 2 - passagePrefix.length;
      const take = (ids: readonly number[], most: number): readonly number[] => {
        const taken = ids.slice(0, Math.max(0, Math.min(room, most)));
        room -= taken.length;
        return taken;
      };
      const lead = input.lead === '' ? [] : take(encodeInside(`${input.lead}\n`), MAX_LEAD_TOKENS);
      const sentences = input.sentences.map((sentence) => take(encodeInside(sentence), room));
      const windows = groupSentences(sentences).map((ids, index) =>
        wrap(
          passagePrefix,
          [
            { ids: lead, words: index === 0 },
            { ids, words: true },
          ],
          isKept,
        ),
      );
      return {
        windows,
        leadTokens: countKept(lead),
        sentenceTokens: sentences.map(countKept),
      };
    },

    encodeQuestion(text) {
      const most = Math.min(MAX_QUESTION_TOKENS, model.maxTokens - 2 - questionPrefix.length);
      return wrap(questionPrefix, [{ ids: encode(text).slice(0, most), words: true }], isWordId);
    },
  };
}

/** The ids of the sentences in windows of `WINDOW_TOKENS`; at least one window. */
function groupSentences(sentences: readonly (readonly number[])[]): number[][] {
  const windows: number[][] = [];
  let open: number[] | undefined;
  for (const ids of sentences) {
    if (ids.length === 0) continue;
    if (open === undefined || open.length + ids.length > WINDOW_TOKENS) {
      open = [];
      windows.push(open);
    }
    open.push(...ids);
  }
  return windows.length > 0 ? windows : [[]];
}

/** Whether a token holds a letter or digit, remembered for each id. */
function rememberWords(decode: (id: number) => string): (id: number) => boolean {
  const known = new Map<number, boolean>();
  return (id) => {
    let isWord = known.get(id);
    if (isWord === undefined) {
      isWord = /[\p{L}\p{N}]/u.test(decode(id));
      known.set(id, isWord);
    }
    return isWord;
  };
}

/**
 * A Unigram tokenizer knows how frequent each piece is, in all its languages: the natural logarithm of its probability,
 * from about -3 (the) to -17. That serves as an inverse document frequency which no library needs to be counted for.
 * XQuAD hit@1 with weights against without: en→zh 0.862 and 0.860, ar→zh 0.703 and 0.683, zh→zh 0.967 and 0.965.
 */
function createTokenWeights(scores: ArrayLike<number> | undefined): (id: number) => number {
  if (scores === undefined) return () => 1;
  return (id) => Math.max(LEAST_WEIGHT, -(scores[id] ?? 0) - 4);
}

/** Logarithms of the pieces' probabilities, where the tokenizer keeps them. */
function readScores(tokenizer: object): ArrayLike<number> | undefined {
  const { scores } =
    (tokenizer as { _tokenizer?: { model?: { scores?: ArrayLike<number> } } })._tokenizer?.model ??
    {};
  return scores;
}
