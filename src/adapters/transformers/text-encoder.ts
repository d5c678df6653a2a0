/**
 * Text → token ids. A passage is tokenized sentence by sentence, so that each token is known to belong to a sentence;
 * punctuation and the model's own marks are told apart from words, which alone are compared later.
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

/** Weight of a piece that stands everywhere, and of all pieces of a tokenizer that keeps no frequencies. */
const LEAST_WEIGHT = 0.1;

/** Token ids of one input with the model's marks, and what of them is compared. */
export interface EncodedText {
  readonly ids: readonly number[];
  /** Places of the tokens that are compared: words, without marks, prefix and punctuation. */
  readonly words: readonly number[];
}

export interface EncodedPassage extends EncodedText {
  /** How many of the words belong to the lead, and to each sentence. */
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

  const countWords = (ids: readonly number[]): number =>
    ids.reduce((count, id) => (isWordId(id) ? count + 1 : count), 0);

  /** Puts the model's marks round a text, and notes where its words stand. */
  const wrap = (prefix: readonly number[], text: readonly number[]): EncodedText => {
    const first = 1 + prefix.length;
    const words: number[] = [];
    text.forEach((id, place) => {
      if (isWordId(id)) words.push(first + place);
    });
    return { ids: [startId, ...prefix, ...text, endId], words };
  };

  return {
    padId: tokenizer.pad_token_id ?? 0,
    decode,
    weigh: createTokenWeights(tokenizer),
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
      return {
        ...wrap(passagePrefix, [...lead, ...sentences.flat()]),
        leadTokens: countWords(lead),
        sentenceTokens: sentences.map(countWords),
      };
    },

    encodeQuestion(text) {
      const most = Math.min(MAX_QUESTION_TOKENS, model.maxTokens - 2 - questionPrefix.length);
      return wrap(questionPrefix, encode(text).slice(0, most));
    },
  };
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
function createTokenWeights(tokenizer: object): (id: number) => number {
  const { scores } =
    (tokenizer as { _tokenizer?: { model?: { scores?: ArrayLike<number> } } })._tokenizer?.model ??
    {};
  if (scores === undefined) return () => 1;
  return (id) => Math.max(LEAST_WEIGHT, -(scores[id] ?? 0) - 4);
}
