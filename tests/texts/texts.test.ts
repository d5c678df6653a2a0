/** Every language says everything, in full and within Telegram's limits. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/texts/languages.js';
import { loadTexts } from '../../src/texts/load-texts.js';
import { guessLanguage, pickTexts } from '../../src/texts/pick-texts.js';
import { TEXTS, type Texts } from '../../src/texts/texts.js';

/** What texts are called with that take facts by name; all others get numbers. */
const FACTS: Partial<Record<keyof Texts, object>> = {
  settings: { timing: '3', zone: '4', quiet: '5', sound: '6' },
  statusLibrary: { documents: 1, articles: 2, passages: 3 },
  statusBot: { questions: 1, oldestSeconds: 2, pollSeconds: 3 },
  statusInbox: {
    waiting: 1,
    oldestSeconds: 2,
    running: 3,
    expired: 4,
    refused: 5,
    failed: 6,
    unsure: 7,
    attempts: 8,
  },
  statusAlerts: {
    topics: 2,
    waiting: 3,
    oldestMinutes: 4,
    sent: 5,
    dead: 6,
    unknown: 7,
    ambiguous: 8,
  },
};

const KEYS = Object.keys(TEXTS) as (keyof Texts)[];

/** Every text of a language, as it reads for the numbers where plural rules part. */
function listTexts(texts: Texts): [key: keyof Texts, text: string][] {
  return KEYS.flatMap((key) => {
    const value: unknown = texts[key];
    if (typeof value !== 'function') return [[key, String(value)] as [keyof Texts, string]];
    const facts = FACTS[key];
    const given = facts === undefined ? [0, 1, 2, 3, 11, 23, 99].map((n) => [n, n, n]) : [[facts]];
    return given.map((values) => [key, String(value(...values))] as [keyof Texts, string]);
  });
}

describe.each(LANGUAGES)('the texts in $code', ({ code }) => {
  const texts = loadTexts(code);

  it('are none of them empty', () => {
    for (const [key, text] of listTexts(texts)) expect(text.trim(), key).not.toBe('');
  });

  it('have no placeholder left', () => {
    for (const [key, text] of listTexts(texts)) {
      expect(text, key).not.toMatch(
        /[{}]|\$\w|%[sd]|undefined|null|NaN|\[object|TODO|XXX|<\/?\w+>/,
      );
    }
  });

  it('show what they were given', () => {
    expect(texts.foundPassages(3)).toContain('3');
    expect(texts.lines(1200, 1218)).toMatch(/1200\D+1218/);
    expect(texts.lines(12, 12)).not.toMatch(/12.*12/);
    expect(texts.youAsked('何时？')).toContain('何时？');
    expect(texts.timingDaily(18)).toMatch(/18|6/);
  });

  it('carry no invisible marks into what readers copy', () => {
    for (const [key, text] of listTexts(texts)) {
      expect(text, key).not.toMatch(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
    }
  });

  it('keep to the limits of buttons, toasts, commands and descriptions', () => {
    for (const [key, text] of listTexts(texts)) {
      if (key.endsWith('Button') && !/^(stale|notYour)/.test(key)) {
        expect(text.length, text).toBeLessThanOrEqual(24);
      }
      if (key.endsWith('Command')) expect(text.length, key).toBeLessThanOrEqual(256);
    }
    for (const toast of [texts.staleButton, texts.notYourButton, texts.alreadyShown, texts.busy]) {
      expect(toast.length, toast).toBeLessThanOrEqual(200);
    }
    expect(texts.trouble.length).toBeLessThanOrEqual(200);
    expect(texts.botDescription.length).toBeLessThanOrEqual(512);
    expect(texts.botShortDescription.length).toBeLessThanOrEqual(120);
  });
});

describe('numbers and times', () => {
  it('are written as the language writes them', () => {
    const en = loadTexts('en');
    expect(en.foundPassages(1)).toBe('1 passage');
    expect(en.foundPassages(0)).toBe('0 passages');
    expect(en.topicTooWide(1234, 2000)).toContain('1,234 of 2,000');
    expect(en.timingDaily(18).replace('\u202f', ' ')).toBe('Once a day, at 6:00 PM');
    expect(en.lines(5, 5)).toBe('line 5');
    expect(en.lines(1205, 1230)).toBe('lines 1205–1230');
    expect(loadTexts('zh').timingWeekly(18)).toBe('每周一次，星期一 18:00');
  });
});

describe('traditional Chinese', () => {
  it('has no simplified character where the scripts differ', () => {
    const all = listTexts(loadTexts('zh-hant'))
      .map(([, text]) => text)
      .join('');
    expect(all).not.toMatch(/[里库这么会该换试语问题发现请过还没说个条从写后为样开关别间们见转击]/);
  });
});

describe('plural forms', () => {
  const ru = loadTexts('ru');
  const ar = loadTexts('ar');

  it.each([
    [1, 'Найден 1 фрагмент'],
    [3, 'Найдено 3 фрагмента'],
    [5, 'Найдено 5 фрагментов'],
    [11, 'Найдено 11 фрагментов'],
    [21, 'Найден 21 фрагмент'],
    [112, 'Найдено 112 фрагментов'],
  ])('of Russian suit %i', (count, text) => {
    expect(ru.foundPassages(count)).toBe(text);
  });

  it.each([
    [1, 'وجدت مقطعًا واحدًا'],
    [2, 'وجدت مقطعين'],
    [3, 'وجدت 3 مقاطع'],
    [11, 'وجدت 11 مقطعًا'],
    [100, 'وجدت 100 مقطع'],
    [103, 'وجدت 103 مقاطع'],
  ])('of Arabic suit %i', (count, text) => {
    expect(ar.foundPassages(count)).toBe(text);
  });
});

describe('pickTexts', () => {
  it.each([
    ['zh', 'zh'],
    ['zh-hans', 'zh'],
    ['zh-CN', 'zh'],
    ['zh_CN.UTF-8', 'zh'],
    ['zh-Hans-HK', 'zh'],
    ['zh-TW', 'zh-hant'],
    ['zh-HK', 'zh-hant'],
    ['zh-MO', 'zh-hant'],
    ['zh-hant', 'zh-hant'],
    ['zh-Hant-CN', 'zh-hant'],
    ['zh_TW.UTF-8', 'zh-hant'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ru', 'ru'],
    ['ja_JP.UTF-8', 'ja'],
    ['es-419', 'es'],
    ['fr-CA', 'fr'],
    ['de_DE@euro', 'de'],
    ['ko-kr', 'ko'],
    ['vi', 'vi'],
    ['ar-EG', 'ar'],
    ['pt-br', 'en'],
    ['uk', 'en'],
    ['C.UTF-8', 'en'],
    ['zhx', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('gives readers with %s their language', (code, language) => {
    expect(pickTexts(code)).toBe(loadTexts(language));
    expect(pickTexts(code).language).toBe(language);
  });
});

describe('guessLanguage', () => {
  it.each([
    ['海洋法从何时起施行？', 'zh'],
    ['この規則はいつから？', 'ja'],
    ['언제부터 시행되나요?', 'ko'],
    ['When does it take effect?', undefined],
    ['Коли це набуде чинності?', undefined],
  ])('of %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
