/** Tells the language of a text: by its script, and for Latin and Cyrillic letters by franc. */
import { franc } from 'franc';
import * as OpenCC from 'opencc-js/t2cn';

/** Enough to tell; longer texts are cut. */
const SAMPLE_LENGTH = 3000;
/** From this share of characters that Simplified Chinese writes differently on, a text is Traditional. */
const TRADITIONAL_SHARE = 0.08;
/** Languages that are told apart, ISO 639-3 to BCP 47; rarer ones are taken for these too often (Scots for English). */
const SHORT_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    eng: 'en',
    deu: 'de',
    fra: 'fr',
    spa: 'es',
    por: 'pt',
    ita: 'it',
    nld: 'nl',
    rus: 'ru',
    ukr: 'uk',
    pol: 'pl',
    ces: 'cs',
    tur: 'tr',
    vie: 'vi',
    ind: 'id',
    swe: 'sv',
    dan: 'da',
    fin: 'fi',
    hun: 'hu',
    ron: 'ro',
    bul: 'bg',
    srp: 'sr',
    kaz: 'kk',
    uzn: 'uz',
    ell: 'el',
    hrv: 'hr',
    nob: 'nb',
    cat: 'ca',
    bel: 'be',
    arb: 'ar',
    pes: 'fa',
    hin: 'hi',
    heb: 'he',
    tha: 'th',
    khk: 'mn',
    zlm: 'ms',
    tgl: 'tl',
  }),
);

let converter: ((text: string) => string) | undefined;

/** The dictionary is built on first use: it takes some 50 ms. */
function toSimplified(text: string): string {
  const convert: (text: string) => string = converter ?? OpenCC.Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}

/** Share of the Chinese characters that are written otherwise in Simplified Chinese. */
function measureTraditional(text: string): number {
  const characters = [...text]
    .filter((character) => /\p{Script=Han}/u.test(character))
    .slice(0, 1000);
  const simplified = [...toSimplified(characters.join(''))];
  const changed = characters.filter((character, index) => character !== simplified[index]).length;
  return characters.length === 0 ? 0 : changed / characters.length;
}

function countScript(text: string, script: RegExp): number {
  return text.match(script)?.length ?? 0;
}

/**
 * Detects the language of a text.
 *
 * @returns BCP 47: `zh`, `zh-Hant`, `ja`, `en`, …; `und` when it cannot be told
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = countScript(sample, /\p{L}/gu);
  if (letters === 0) return 'und';
  const kana = countScript(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = countScript(sample, /\p{Script=Han}/gu);
  const hangul = countScript(sample, /\p{Script=Hangul}/gu);
  if (hangul > letters * 0.3) return 'ko';
  if (kana > (han + kana) * 0.12 && kana + han > letters * 0.3) return 'ja';
  // A Chinese character says as much as two or three letters.
  if (han > (letters - han) / 3)
    return measureTraditional(sample) >= TRADITIONAL_SHARE ? 'zh-Hant' : 'zh';
  const code = franc(sample, { minLength: 10, only: [...SHORT_CODES.keys()] });
  return SHORT_CODES.get(code) ?? 'und';
}
