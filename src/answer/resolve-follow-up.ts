/**
 * From an elliptic question and the one before it to a question that stands by itself: the part that corresponds is
 * replaced, or the new words are put behind the old ones. Deterministic; the reader is always shown what was made of it.
 */
import { findSlot, findSlots, type Slot } from './question-slots.js';
import { readFragment } from './read-fragment.js';

/** What a reader asked before, and what the answer quoted first. */
export interface PreviousQuestion {
  readonly question: string;
  /** Title of the article that was quoted first, if any. */
  readonly title?: string;
}

/** @returns the whole question; `undefined` for a message that stands by itself */
export function resolveFollowUp(message: string, previous: PreviousQuestion): string | undefined {
  const fragment = readFragment(message);
  if (fragment === undefined) return undefined;
  const slot = findSlot(fragment);
  const resolved =
    slot?.kind === 'article'
      ? replaceArticle(fragment, slot, previous)
      : slot?.isWhole === true
        ? replaceTime(fragment, slot, previous.question)
        : (replacePlace(fragment, previous.question) ??
          replaceSubject(fragment, previous.question) ??
          append(fragment, previous.question));
  return resolved === previous.question ? undefined : resolved;
}

/** A number of an article: of the regulation asked about, or of the one that was quoted. */
function replaceArticle(fragment: string, slot: Slot, { question, title }: PreviousQuestion) {
  const named = findSlots(question, 'article');
  if (named.length === 1 && named[0] !== undefined) return put(question, named[0], slot.text);
  if (title === undefined) return append(fragment, question);
  const regulation = /《[^》]+》/u.exec(title)?.[0] ?? title;
  return /\p{Script=Han}/u.test(slot.text)
    ? `${regulation}${slot.text}？`
    : `${regulation}, ${slot.text}?`;
}

/** A time: in the place of the one that the question names; with several or none it comes beside them. */
function replaceTime(fragment: string, slot: Slot, question: string): string {
  const named = findSlots(question, 'time');
  const [only] = named;
  if (named.length === 1 && only !== undefined) return put(question, only, fitYear(only, slot));
  if (named.length === 0 && /^\d{4}$|年$/u.test(slot.text) && startsInHan(question)) {
    return `${slot.text.replace(/年$/u, '')}年${question}`;
  }
  return append(fragment, question);
}

/** A bare year takes over what stands around the old one: 2025 for 2024年 is 2025年. */
function fitYear(old: Slot, { text }: Slot): string {
  return /^\d{4}$/.test(text) ? old.text.replace(/\d{4}(?:[-/]\d\d)*/, text) : text;
}

/** Names of provinces, which no suffix gives away. */
const PROVINCES =
  /内蒙古?|广西|西藏|宁夏|新疆|香港|澳门|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|雄安/gu;
/** Places that end in what they are, at the beginning of a question or behind a mark, a preposition or 和. */
const PLACE =
  /(?<=^|[，,、。：:在于从到对向给和与及])[\p{Script=Han}]{1,6}?(?:省|市|县|區|区|乡|镇|村|州|旗|新区)/gu;

/** A place in the place of another one of the same form. */
function replacePlace(fragment: string, question: string): string | undefined {
  const matches = (pattern: RegExp, text: string) => [...text.matchAll(pattern)];
  const [fresh] = matches(PROVINCES, fragment);
  const old = matches(PROVINCES, question);
  if (fresh !== undefined && fresh[0] === fragment.replace(/[省市]$|(?:自治|特别行政)区$/u, '')) {
    if (old.length === 1 && old[0] !== undefined) return put(question, toSpan(old[0]), fresh[0]);
  }
  const [place] = matches(PLACE, fragment);
  const places = matches(PLACE, question);
  const [only] = places;
  if (place?.[0] === fragment && places.length === 1 && only !== undefined) {
    if (only[0].at(-1) === fragment.at(-1)) return put(question, toSpan(only), fragment);
  }
  return replacePhrase(fragment, question);
}

/** Prepositions that open a phrase of place or person. */
const PHRASE =
  /^(?:in|at|for|on|from|en|para|dans|pour|chez|im|für|bei|в|для|на|ở|tại|cho|في)\s+(.+)$/iu;

/** “in Merridew” for “in Saltmere”, where that ends the question. */
function replacePhrase(fragment: string, question: string): string | undefined {
  const [, words] = PHRASE.exec(fragment) ?? [];
  if (words === undefined) return undefined;
  const preposition = fragment.slice(0, fragment.length - words.length).trim();
  const { body, mark } = takeMark(question);
  const tail = new RegExp(`^(.*\\s${preposition})\\s+((?:\\S+\\s+){0,3}\\S+)$`, 'iu').exec(body);
  const [, head, old] = tail ?? [];
  // A time is no place: “in 2024” stays beside “in Merridew”.
  if (head === undefined || old === undefined || findSlots(old, 'time').length > 0)
    return undefined;
  return `${head} ${words}${mark}`;
}

/** Words that no subject is made of: what lies before or among them is left alone. */
const FUNCTION_WORDS =
  /^(?:the|a|an|of|in|on|at|for|to|from|by|with|and|or|is|are|was|were|do|does|did|has|have|can|may|how|what|which|who|when|where|why|many|much|long|often)$/iu;
const FUNCTION_CHARACTERS =
  /[的了是有在多少什么麼哪谁誰怎几幾和与與或不吗呢这那為为对對把被从從到，、？?]/u;

/** A subject in the place of one with the same ending: 晚稻 for 早稻, “rural areas” for “urban areas”. */
function replaceSubject(fragment: string, question: string): string | undefined {
  if (/^\p{Script=Han}{2,6}$/u.test(fragment)) return replaceHanSubject(fragment, question);
  const words = fragment.replace(/^(?:the|a|an)\s+/iu, '').split(/\s+/);
  if (words.length < 2) return undefined;
  const { body, mark } = takeMark(question);
  const old = body.split(/\s+/);
  const last = words.at(-1)?.toLowerCase();
  const ends = old.flatMap((word, at) => (word.toLowerCase() === last ? [at + 1] : []));
  const [end] = ends;
  if (ends.length !== 1 || end === undefined || end < words.length) return undefined;
  const start = end - words.length;
  if (old.slice(start, end).some((word) => FUNCTION_WORDS.test(word))) return undefined;
  return `${[...old.slice(0, start), ...words, ...old.slice(end)].join(' ')}${mark}`;
}

function replaceHanSubject(fragment: string, question: string): string | undefined {
  const { length } = fragment;
  const ending = fragment.slice(Math.floor(length / 2));
  const places: number[] = [];
  for (let at = question.indexOf(ending); at >= 0; at = question.indexOf(ending, at + 1)) {
    places.push(at + ending.length);
  }
  const [end] = places;
  if (places.length !== 1 || end === undefined || end < length) return undefined;
  const old = question.slice(end - length, end);
  if (FUNCTION_CHARACTERS.test(old)) return undefined;
  return put(question, { start: end - length, end }, fragment);
}

/** The new words behind the old ones: with a preposition as they are, else in brackets. */
function append(fragment: string, question: string): string {
  const { body, mark } = takeMark(question);
  const isHan = startsInHan(body);
  if (PHRASE.test(fragment)) return `${body} ${fragment}${mark}`;
  return isHan ? `${body}（${fragment}）${mark}` : `${body} (${fragment})${mark}`;
}

function put(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  words: string,
): string {
  return `${text.slice(0, start)}${words}${text.slice(end)}`;
}

function toSpan(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

/** A question without the marks at its end, and these. */
function takeMark(question: string): { readonly body: string; readonly mark: string } {
  const mark = /\s*[?？؟。.!！]+\s*$/u.exec(question)?.[0] ?? '';
  return { body: question.slice(0, question.length - mark.length), mark };
}

function startsInHan(text: string): boolean {
  return /^[“"《（(]*\p{Script=Han}/u.test(text);
}
