/** Tells the language of a question, of those that there is parallel text for. Questions are short: scripts first. */
import { franc } from 'franc';

/** Languages in Latin letters that are told apart, as franc names them. */
const LATIN: Readonly<Record<string, string>> = {
  eng: 'en',
  spa: 'es',
  fra: 'fr',
  deu: 'de',
  por: 'pt',
  vie: 'vi',
};

/** Small words that decide a short question sooner than letter statistics do. */
const SMALL_WORDS: readonly (readonly [language: string, words: RegExp])[] = [
  ['en', /\b(?:the|what|which|who|how|when|where|why|is|are|was|were|did|does|of|many|much)\b/gi],
  [
    'es',
    /(?:[¿ñ]|\b(?:qué|cuál|quién|cuánt[oa]s?|cómo|dónde|cuándo|el|los|las|del|una?|está)\b)/gi,
  ],
  [
    'fr',
    /(?:\b(?:qui|quel(?:le)?s?|combien|comment|où|quand|pourquoi|le|les|des|du|est|une?|dans)\b|\b[ldq]['’])/gi,
  ],
  [
    'de',
    /(?:ß|\b(?:wer|was|wie|wann|warum|welche[rsmn]?|der|die|das|den|dem|ist|sind|wurde|viele?|und|ein[e]?)\b)/gi,
  ],
  ['pt', /(?:[ãõ]|\b(?:quem|qual|quais|quanto|como|onde|quando|não|dos|das|uma?|são)\b)/gi],
  ['vi', /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi],
];

/** BCP 47 of the language, without script or region; `und` when it cannot be told. */
export function detectQuestionLanguage(text: string): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return 'und';
  if (count(/\p{Script=Hangul}/gu) > letters * 0.3) return 'ko';
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.15) return 'ja';
  if (count(/\p{Script=Han}/gu) > letters * 0.25) return 'zh';
  if (count(/\p{Script=Arabic}/gu) > letters * 0.5) return 'ar';
  if (count(/\p{Script=Cyrillic}/gu) > letters * 0.5) return 'ru';
  if (count(/\p{Script=Latin}/gu) < letters * 0.5) return 'und';
  const [first, second] = SMALL_WORDS.map(([language, words]) => ({
    language,
    hits: count(words),
  })).sort((a, b) => b.hits - a.hits);
  if (first !== undefined && first.hits > (second?.hits ?? 0)) return first.language;
  const code = franc(text, { minLength: 12, only: Object.keys(LATIN) });
  return LATIN[code] ?? 'en';
}
