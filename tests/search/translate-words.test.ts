/** What the glossary and the lexicon make of texts in other languages, and what a search makes of that. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAliases } from '../../src/search/aliases.js';
import { createSearch } from '../../src/search/search-passages.js';
import { createGlossary, nameThings, translateWords } from '../../src/search/translate-words.js';
import { createDraft } from '../support/drafts.js';
import { GLOSSARY } from '../support/memory-alerts.js';
import { createMemorySearch } from '../support/memory-search.js';

describe('translateWords', () => {
  it('puts what the glossary knows into the language of the articles, the longest words first', () => {
    expect(translateWords('tourism in Inner Mongolia', 'zh', GLOSSARY)).toEqual({
      text: '旅游内蒙古',
      words: ['旅游', '内蒙古'],
      things: [
        { ways: ['旅游'], isName: false },
        { ways: ['内蒙古'], isName: true },
      ],
      share: 1,
      isForeign: true,
    });
    expect(translateWords('туризм во Внутренней Монголии', 'zh', GLOSSARY)?.text).toBe(
      '旅游内蒙古',
    );
    expect(translateWords('内蒙古旅游', 'en', GLOSSARY)?.text).toBe('Inner Mongolia tourism');
  });
  it('knows Arabic words behind their particles', () => {
    expect(translateWords('الثورة الذاتية للحزب الشيوعي الصيني', 'zh', GLOSSARY)).toMatchObject({
      text: '自我革命中国共产党',
      share: 1,
    });
  });
  it('says how much it knew, and nothing of what it does not know', () => {
    const share = translateWords('glaciers of Mongolia', 'zh', GLOSSARY)?.share;
    expect(share).toBeCloseTo(8 / 16);
    // What is fought is the subject: “against” says no more than “about”.
    const fought = createGlossary([['反腐败', 'corruption', 'corrupción']]);
    const against = translateWords('lucha contra la corrupción', 'zh', fought)?.share;
    expect(against).toBeCloseTo(10 / 15);
    expect(translateWords('Formula 1 racing', 'zh', GLOSSARY)).toBeUndefined();
    expect(translateWords('Inner Mongolia', 'fr', GLOSSARY)).toBeUndefined();
    expect(translateWords('mongoliana', 'zh', GLOSSARY)).toBeUndefined();
  });
  it('tells all ways to write a thing, the commonest first', () => {
    const glossary = createGlossary([
      ['公里|千米', 'kilomet*'],
      ['主持', 'preside* over', 'presid*'],
    ]);
    const found = translateWords('Who presides over 3 kilometres?', 'zh', glossary);
    expect(found).toMatchObject({ text: '主持公里', words: ['主持', '公里', '千米'] });
    expect(translateWords('全长多少千米', 'zh', glossary)?.isForeign).toBe(false);
  });
  it('finds words of scripts without spaces, and of Korean with its particles, wherever they stand', () => {
    const glossary = createGlossary([
      ['内蒙古', '内モンゴル', '내몽골'],
      ['目标', '목표', '目標'],
    ]);
    expect(translateWords('내몽골의 목표는?', 'zh', glossary)?.text).toBe('内蒙古目标');
    expect(translateWords('今年の内モンゴルの目標', 'zh', glossary)?.text).toBe('内蒙古目标');
  });
  it('takes no English word for one of another language that only its accents tell from it', () => {
    const glossary = createGlossary([
      ['茶', 'thé'],
      ['煤炭', 'carbón'],
    ]);
    expect(translateWords('How much carbon is in the air?', 'zh', glossary)).toBeUndefined();
    expect(translateWords('¿Cuánto carbón se produce?', 'zh', glossary)?.text).toBe('煤炭');
    expect(translateWords('cuanto carbon produce el pais', 'zh', glossary)?.text).toBe('煤炭');
  });
});

describe('the lexicon that comes with Quoth', () => {
  const groups = parseAliases(readFileSync(new URL('../../lexicon.txt', import.meta.url), 'utf8'));
  const lexicon = createGlossary(groups);
  it('names each thing in Chinese first, once', () => {
    const first = groups.map(([chinese = '']) => chinese.split('|')[0] ?? '');
    expect(first.filter((word) => !/\p{Script=Han}|^[A-Z0-9]/u.test(word))).toEqual([]);
    expect(new Set(first).size).toBe(first.length);
  });
  it('finds nothing in words that only hold a sentence together', () => {
    for (const text of [
      'what is the of and in for how many does it',
      'wie viele sind in der die das',
      '¿cuántos son de la el los?',
      'combien de le la les des',
      'сколько в на и с',
      'bao nhiêu là của',
    ]) {
      expect(translateWords(text, 'zh', lexicon)?.text ?? '', text).toBe('');
    }
  });
  it.each([
    ['How many kilometres does the Yellow River flow?', '公里黄河'],
    ['Quelle est la superficie des terres agricoles du Yunnan ?', '云南'],
    ['كم عدد الجامعات في شانغهاي؟', '上海'],
  ])('knows the names and words of “%s”', (text, part) => {
    const found = translateWords(
      text,
      'zh',
      createGlossary([
        ...parseAliases(readFileSync(new URL('../../glossary.txt', import.meta.url), 'utf8')),
        ...groups,
      ]),
    );
    expect(found?.text).toContain(part);
  });
});

describe('a question in another language', () => {
  it('is searched for by what the lexicon makes of it', async () => {
    const { ports } = await createMemorySearch([
      createDraft('题', ['黄河流经三省。', '大桥通车。', '早稻插完。']),
    ]);
    const lexicon = createGlossary([['黄河', 'Yellow River']]);
    const find = (readLexicon?: () => typeof lexicon) =>
      createSearch({ ...ports, ...(readLexicon && { readLexicon }) })(
        'Which provinces does the Yellow River cross?',
        { switches: { noVector: true } },
      );
    expect((await find()).ranked).toEqual([]);
    const { ranked, questionTerms } = await find(() => lexicon);
    expect(ranked.map(({ passage }) => passage.start)).toEqual([0]);
    expect(questionTerms.knownShare).toBeGreaterThan(0.1);
  });

  it('leaves a question in the language of the library as it is, but for the things it names', async () => {
    const { ports } = await createMemorySearch([createDraft('题', ['黄河流经三省。'])]);
    const glossary = createGlossary([
      ['黄河', 'Yellow River'],
      ['省份|省', 'province'],
      ['海洋', 'ocean', '大海'],
    ]);
    const ask = createSearch({ ...ports, readLexicon: () => glossary });
    const { questionTerms } = await ask('黄河与海洋，流经几省？');
    expect(questionTerms.glosses ?? []).toEqual([]);
    expect(questionTerms.named?.get('zh')).toEqual({
      things: [
        { ways: ['黄河'], isName: true },
        { ways: ['海洋'], isName: false },
      ],
      unheldShare: 0.5,
    });
    expect([...questionTerms.idf.keys()]).not.toContain('yellow');
  });
});

describe('nameThings', () => {
  const glossary = createGlossary([
    ['学习', 'study', '勉強'],
    ['国内生产总值|GDP', 'gross domestic product'],
    ['勉强', 'reluctant'],
    ['土耳其', 'Turkey'],
    ['1月', 'January'],
  ]);

  const PRODUCT = { ways: ['国内生产总值', 'GDP'], isName: false };

  it('takes what is written as the articles write it, whatever its script or case', () => {
    expect(nameThings('國內生產總值', 'zh', glossary)).toEqual([PRODUCT]);
    expect(nameThings('今年gdp多少', 'zh', glossary)).toEqual([PRODUCT]);
    expect(nameThings('What is the gross domestic product?', 'en', glossary)).toEqual([
      { ways: ['gross domestic product'], isName: false },
    ]);
  });

  it('takes for a name what is written like one', () => {
    const isName = (text: string, language: string) =>
      nameThings(text, language, glossary).map((thing) => thing.isName);
    expect(isName('How large is Turkey?', 'en')).toEqual([true]);
    expect(isName('How long is turkey roasted?', 'en')).toEqual([false]);
    expect(isName('土耳其有多大？', 'zh')).toEqual([true]);
    expect(isName('1月开会', 'zh')).toEqual([false]);
  });

  it('takes no word of another language, and nothing in languages that it does not know', () => {
    expect(nameThings('他勉强同意', 'zh', glossary)).toEqual([{ ways: ['勉强'], isName: false }]);
    expect(nameThings('国内生产总值', 'ja', glossary)).toEqual([]);
  });
});
