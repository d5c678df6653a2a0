/** Every language says everything, in full and within Telegram's limits. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { pickTexts } from '../../src/texts/pick-texts.js';
import type { Texts } from '../../src/texts/texts.js';
import { zh } from '../../src/texts/zh.js';
import { zhHant } from '../../src/texts/zh-hant.js';

const CATALOGUES: readonly (readonly [string, Texts])[] = [
  ['zh', zh],
  ['zh-hant', zhHant],
  ['en', en],
];

/** What screens are made of. */
const FACTS = {
  name: 'a',
  words: 'b',
  isPaused: true,
  isMuted: true,
  strictness: 1,
  timing: 'c',
  zone: 'd',
  quiet: 'e',
  sound: 'f',
  articles: 1,
  topics: 2,
  waiting: 3,
  oldestMinutes: 4,
  sent: 5,
  dead: 6,
  unknown: 7,
};

/** Texts that take facts by name. */
const BY_NAME = new Set(['topicFacts', 'settings', 'status']);

/** Every text of a catalogue; functions are called with numbers, or with facts. */
function listTexts(texts: Texts): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'function') return [[key, String(value)] as [string, string]];
    if (BY_NAME.has(key)) return [[key, String(value(FACTS))] as [string, string]];
    return [
      [1, 1, 1],
      [2, 7, 9],
    ].map((given) => [key, String(value(...given))] as [string, string]);
  });
}

describe.each(CATALOGUES)('the texts in %s', (_, texts) => {
  it('have the keys of all languages, none of them empty', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [, text] of listTexts(texts)) expect(text.trim()).not.toBe('');
  });

  it('have no placeholder left', () => {
    for (const [, text] of listTexts(texts)) {
      expect(text).not.toMatch(/[{}]|\$\{|%[sd]|undefined|null|NaN|TODO|XXX|<\/?\w+>/);
    }
  });

  it('show what they were given', () => {
    expect(texts.foundPassages(3)).toContain('3');
    expect(texts.lines(12, 18)).toMatch(/12.18/);
    expect(texts.lines(12, 12)).not.toMatch(/12.*12/);
    expect(texts.youAsked('何时？')).toContain('何时？');
  });

  it('keep to the limits of buttons, toasts, commands and descriptions', () => {
    for (const [key, text] of listTexts(texts)) {
      if (key.endsWith('Button') && !/^(stale|notYour)/.test(key)) {
        expect(text.length, key).toBeLessThanOrEqual(24);
      }
      if (key.endsWith('Command')) expect(text.length, key).toBeLessThanOrEqual(256);
    }
    for (const toast of [texts.staleButton, texts.notYourButton, texts.alreadyShown, texts.busy]) {
      expect(toast.length).toBeLessThanOrEqual(200);
    }
    expect(texts.trouble.length).toBeLessThanOrEqual(200);
    expect(texts.botDescription.length).toBeLessThanOrEqual(512);
    expect(texts.botShortDescription.length).toBeLessThanOrEqual(120);
  });
});

describe('traditional Chinese', () => {
  it('has no simplified character where the scripts differ', () => {
    const all = listTexts(zhHant)
      .map(([, text]) => text)
      .join('');
    expect(all).not.toMatch(/[里库这么会该换试语问题发现请过还没说个条从写后为样开关别间们见转击]/);
  });
});

describe('pickTexts', () => {
  it.each([
    ['zh', zh],
    ['zh-hans', zh],
    ['zh-CN', zh],
    ['zh_CN.UTF-8', zh],
    ['zh-Hans-HK', zh],
    ['zh-TW', zhHant],
    ['zh-HK', zhHant],
    ['zh-hant', zhHant],
    ['zh-Hant-CN', zhHant],
    ['zh_TW.UTF-8', zhHant],
    ['en', en],
    ['de', en],
    ['zhx', en],
    ['', en],
    [undefined, en],
  ])('gives readers with %s their language', (code, texts) => {
    expect(pickTexts(code)).toBe(texts);
  });
});
