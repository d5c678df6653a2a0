/**
 * Tells whether a message asks only in the light of the question before it (“那2025年呢？”, “and in Merridew?”), and takes
 * out its words. Rules only: an opening or ending that says so, few words behind it, and nothing in them that asks by
 * itself. When in doubt the message stands by itself.
 */
import { findSlot } from './question-slots.js';
import { isChat } from './recognise-chat.js';

/** Longest fragments that are no question of their own, in words, and in characters of scripts without spaces. */
const MAX = { words: 6, characters: 15 } as const;

/** Openings and endings, a language each. The fragment is the group; `^` and `$` are the ends of the folded message. */
const FRAME: readonly RegExp[] = [
  // Chinese: 那农村呢, 农村呢, 换成2025年呢, 那2025年怎么样
  /^(?:那么?|那麼|那|还有|還有|至于|至於|关于|關於|换成|換成|如果是|要是)?[，,\s]*(.+?)(?:的话|的話)?呢$/u,
  /^(?:那么|那麼|那|至于|至於|换成|換成)[，,\s]*(.+?)(?:又)?(?:怎么样|怎麼樣|怎样|怎樣|如何)$/u,
  // Japanese: では農村は, じゃあ2025年は
  /^(?:それでは|では|じゃあ|じゃ|それなら)[、,\s]*(.+?)(?:については|はどう(?:です|でしょう)?か?|は|なら)$/u,
  // Korean: 그럼 농촌은, 그러면 2025년은요
  /^(?:그럼|그러면|그렇다면)[,\s]+(.+?)(?:은요|는요|은|는|의\s*경우(?:는|에는)?)(?:\s*어때요?|\s*어떤가요)?$/u,
  // English
  /^(?:and|but|or)?,?\s*(?:what|how)\s+about\s+(.+)$/iu,
  /^(?:and|or)\s+(.+)$/iu,
  // Spanish
  /^(?:¿\s*)?(?:y\s+)?qu[eé]\s+(?:pasa\s+con|hay\s+de|tal)\s+(.+)$/iu,
  /^(?:¿\s*)?[ye]\s+(.+)$/iu,
  // French
  /^(?:et\s+)?qu['’]en\s+est-il\s+(?:de\s+|du\s+|des\s+|d['’])(.+)$/iu,
  /^et\s+(.+)$/iu,
  // German
  /^(?:und\s+)?wie\s+sieht\s+es\s+(?:mit\s+|bei\s+)?(.+)\s+aus$/iu,
  /^(?:und\s+)?was\s+ist\s+mit\s+((?:\S+\s+){0,2}\S+)$/iu,
  /^und\s+(.+)$/iu,
  // Russian
  /^(?:а|и|но)\s+(?:(?:как|что)\s+(?:насч[её]т|там\s+с|с|со|об?)\s+)?(.+)$/iu,
  // Vietnamese
  /^(?:(?:thế|vậy)\s+)?còn\s+(.+?)(?:\s+thì\s+sao)?$/iu,
  // Arabic
  /^و?ماذا\s+عن\s+(.+)$/u,
  /^و\s*((?:في|عام|سنة|بالنسبة)\s*.+)$/u,
];

/** What makes a fragment a question or a statement of its own. */
const ASKS_BY_ITSELF: readonly RegExp[] = [
  /[吗嗎么麼]|什么|什麼|怎|谁|誰|哪|[几幾](?![何乎])|多少|多[大长久高远]|为何|為何|如何|是否|何[时時]|(\p{Script=Han})不\1|有没有|有沒有/u,
  /ですか|ますか|でしょうか|何|いくつ|いくら|なぜ|どこ|いつ|どの/u,
  /무엇|누구|언제|어디|얼마|어떻게|왜|몇|까$|나요$/u,
  /\b(?:what|which|who|whom|whose|how|when|where|why|is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|must|might)\b|(?<!\b(?:in|since|until|by|of|from)\s+)\bmay\b/iu,
  /\b(?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?|cu[aá]nt[oa]s?|c[oó]mo|d[oó]nde|cu[aá]ndo|hay|puede[ns]?|tiene[ns]?)\b/iu,
  /\b(?:qui|quel(?:le)?s?|combien|comment|quand|pourquoi|est|sont|peut|a-t-il|y a)\b/iu,
  /\b(?:wer|was|wie|wann|warum|wo|welche[rsmn]?|ist|sind|wird|werden|kann|darf|muss|hat|haben)\b/iu,
  /(?:^|\s)(?:кто|что|как|какой|какая|какие|когда|где|почему|сколько|зачем|есть|можно|был[аои]?)(?=\s|$)/iu,
  /(?:^|\s)(?:gì|ai|nào|bao|khi nào|ở đâu|tại sao|như thế nào|là|có)(?=\s|$)/iu,
  /(?:^|\s)(?:ما|من هو|من هي|متى|أين|كيف|كم|لماذا|هل)(?=\s|$)/u,
  /[\n;；。!！]|[?？].+/u,
];

/**
 * Takes the new words out of an elliptic question.
 *
 * @param message one line or several, as the reader wrote it
 * @returns `undefined` for what stands by itself
 */
export function readFragment(message: string): string | undefined {
  const text = message.trim().replace(/[?？؟。.!！~～\s]+$/u, '');
  // A number of an article or a year says nothing by itself, with or without a frame.
  if (findSlot(text)?.isWhole === true) return text;
  for (const frame of FRAME) {
    const fragment = frame.exec(text)?.[1]?.trim();
    if (fragment !== undefined && fragment !== '' && isFragment(fragment)) return fragment;
  }
  return undefined;
}

/** Says nothing that could be put into a question: “and then?”, “what about you?”. */
const EMPTY =
  /^(?:还有|還有|然后|然後|后来|後來|其他|其它|别的|別的|结果|結果|你|您|我|它|他|她|you|me|more|else|then|so|that|this|it|t[uú]|usted|m[aá]s|toi|vous|plus|du|sie|mehr|ты|вы|ещё|еще|あなた|他|당신|bạn|أنت|المزيد)(?:们|們)?$/iu;

function isFragment(fragment: string): boolean {
  if (EMPTY.test(fragment) || isChat(fragment)) return false;
  if (!/[\p{L}\p{N}]/u.test(fragment)) return false;
  if (ASKS_BY_ITSELF.some((pattern) => pattern.test(fragment))) return false;
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(fragment);
  if (isUnspaced) return [...fragment].length <= MAX.characters;
  return fragment.split(/\s+/).length <= MAX.words;
}
