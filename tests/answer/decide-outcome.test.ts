/** Answered, related or not found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lacksAnswerType } from '../../src/answer/answer-types.js';
import {
  decideOutcome,
  estimateOutcome,
  type OutcomeFeatures,
  readFeatures,
} from '../../src/answer/decide-outcome.js';
import type { LegScores } from '../../src/search/fuse-scores.js';
import { createArticle, createHit, createResult, UNNAMED } from '../support/ranked.js';

const ARTICLE = createArticle('稻田', ['早稻已经插完。']);
const ENGLISH = createArticle('Rice', ['The rice is planted.'], { language: 'en' });
const SPAN = { start: 0, end: 7 };

const hitWith = (legs: Partial<LegScores>, article = ARTICLE) =>
  createHit(article, SPAN, {
    legs: { vector: 0.1, late: 0.2, bm25: 0, coverage: 0, place: 0, ...UNNAMED, ...legs },
  });

/** A hit that says so much of the question, 0 to 1, before eleven others that say less and less. */
const standingOut = (strength: number, article = ARTICLE) => [
  {
    ...hitWith({ late: strength, vector: strength, coverage: strength }, article),
    score: strength,
  },
  ...Array.from({ length: 11 }, (_, at) => ({
    ...hitWith({ late: (strength * at) / 11 }, article),
    score: strength * 0.8,
  })),
];

describe('decideOutcome', () => {
  it('finds nothing when nothing was found', () => {
    expect(decideOutcome(createResult([]))).toBe('notFound');
  });

  it.each([
    ['its own language', ARTICLE],
    ['another language', ENGLISH],
  ])('goes from not found over related to answered as a passage in %s says more', (_, article) => {
    const order = { notFound: 0, related: 1, answered: 2 };
    const places = Array.from(
      { length: 1001 },
      (_step, step) => order[decideOutcome(createResult(standingOut(step / 1000, article)))],
    );
    expect(places).toEqual([...places].sort());
    expect(new Set(places)).toEqual(new Set([0, 1, 2]));
  });

  it('finds nothing sooner where its own language is held and a foreign passage is nearest', () => {
    const ranked = [
      { ...hitWith({ late: 0.36, vector: 0.2 }, ENGLISH), score: 0.35 },
      hitWith({}, ENGLISH),
    ];
    const weak = ranked.map((hit) => ({ ...hit, score: Math.min(hit.score, 0.35) }));
    expect(decideOutcome(createResult(weak, { knownShare: 0.3 }))).toBe('related');
    const held = createResult(weak, { knownShare: 0.3, languageShare: 0.5 });
    expect(decideOutcome(held)).toBe('notFound');
  });

  it('takes zh-Hant for the language of a question in zh', () => {
    const traditional = createArticle('稻田', ['早稻已經插完。'], { language: 'zh-Hant' });
    expect(readFeatures(createResult([hitWith({}, traditional)]))?.isOwnLanguage).toBe(true);
    expect(readFeatures(createResult([hitWith({}, ENGLISH)]))?.isOwnLanguage).toBe(false);
  });
});

describe('readFeatures', () => {
  it('tells how far the first passage stands above the others', () => {
    const scores = [0.9, 0.8, 0.6, 0.5, 0.5, 0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1];
    const hits = scores.map((score) => ({ ...hitWith({ coverage: 0.5 }), score }));
    const features = readFeatures(createResult(hits, { knownShare: 0.8 }));
    expect(features?.gap1).toBeCloseTo(0.1, 9);
    expect(features?.gap2).toBeCloseTo(0.3, 9);
    expect(features?.gap5).toBeCloseTo(0.6, 9);
    expect(features?.known).toBe(0.8);
    expect(features?.coverage).toBeCloseTo(0.4, 9);
  });

  it('takes the last passage when there are few, for less the fewer there are, and nothing for none', () => {
    const hits = [0.9, 0.6].map((score) => ({ ...hitWith({}), score }));
    expect(readFeatures(createResult(hits))?.gap5).toBeCloseTo((0.3 * 2) / 12, 9);
    expect(readFeatures(createResult([hitWith({})]))).toMatchObject({ gap1: 0, gap5: 0, z: 0 });
    expect(readFeatures(createResult([]))).toBeUndefined();
  });

  it('tells late interaction in standard deviations above the mean', () => {
    const hits = [0.6, 0.2, 0.4].map((late) => hitWith({ late }));
    expect(readFeatures(createResult(hits))?.z).toBeCloseTo(0.2 / (Math.sqrt(0.08 / 3) + 1e-3), 9);
  });

  it('sees that a number is asked for and none is there', () => {
    const features = (question: string, article = ARTICLE) =>
      readFeatures(createResult([hitWith({}, article)], { question }));
    expect(features('早稻插了多少亩？')?.noNumber).toBe(1);
    expect(features('早稻插完了吗？')?.noNumber).toBe(0);
    const counted = createArticle('稻田', ['插了三十万亩。']);
    expect(features('早稻插了多少亩？', counted)?.noNumber).toBe(0);
    expect(features('How many acres?')?.noNumber).toBe(1);
  });

  it('sees that a kind of answer is asked for and none is there', () => {
    const noType = (question: string, text: string) => {
      const span = { start: 0, end: text.length };
      const { legs } = hitWith({});
      const hit = createHit(createArticle('会议', [text]), span, { legs });
      return readFeatures(createResult([hit], { question }))?.noType;
    };
    expect(noType('会场花了多少钱？', '会场在三楼，有300个座位。')).toBe(1);
    expect(noType('会场花了多少钱？', '会场花了３００万元。')).toBe(0);
    expect(noType('How much did the hall cost?', '会场花了３００万元。')).toBe(0);
    expect(noType('一共立案多少件？', '会议在2024年召开，共有30人出席。')).toBe(1);
    expect(noType('一共立案多少件？', '共立案30余件。')).toBe(0);
    expect(noType('他是哪一年出生的？', '2024年，他主持会议。')).toBe(1);
    expect(noType('¿Cuántos habitantes tiene la ciudad?', '全市有8座桥。')).toBe(1);
    expect(noType('会议开得怎么样？', '会场在三楼。')).toBe(0);
  });

  it.each([
    'このプログラムの内容は何ですか？',
    'О чём говорит программа?',
    'In which area did exports rise?',
    'What should officials do when people complain?',
    '要不要花多少时间都值得？',
    'How much did output grow?',
    'Was fördert das Wachstum?',
    'いつも何を強調していますか？',
    '有多位代表发言，说了什么？',
    '人口老龄化的主要原因是什么？',
    '什么是价格机制？',
    '文物鉴定价值的标准是什么？',
    'What progress was made in the area of health?',
    'Qui a reçu le prix Nobel de la paix ?',
    '这几天有哪些活动？',
    '哪几个城市入选？',
    '哪里人口最多？',
    '如何时刻保持警惕？',
    'Quels animaux vivent à Bornéo ?',
    'How much time do students spend on homework?',
    'When a passport is lost, what must the holder do?',
    '深いつながりとは何ですか？',
  ])('asks for no kind of answer: %s', (question) => {
    expect(lacksAnswerType(question, ['会议强调改革。'], 'zh')).toBe(false);
  });

  it.each([
    ['多少人参加？', '3萬名代表參加。', 'zh'],
    ['他今年多大岁数，几岁了？', '他已八十歲。', 'zh'],
    ['代表团有几个人？', '代表团由5人组成。', 'zh'],
    ['全书分为几部分？', '全书有三个部分。', 'zh'],
    ['图书馆什么时候开放？', '每周二至周日9:00至17:00开放。', 'zh'],
    ['会议几号召开？', '会议定于3号召开。', 'zh'],
    ['驾照有效期多长？', '有效期为6年。', 'zh'],
    ['常住人口有多少？', '常住人口为2189.3万。', 'zh'],
    ['花了多少钱？', '耗资500万英镑。', 'zh'],
    ['美国有多少个州？', 'There are 50 states in the country.', 'en'],
    ['How long is a term of office?', 'A term is five years.', 'en'],
    ['When did rock and roll emerge?', 'It emerged in the 1950s.', 'en'],
    ['How many members are there?', 'a 15-member committee', 'en'],
    ['How tall is the tower?', 'It is 324 m tall.', 'en'],
    ['What is the total area of the park?', 'The park covers 8.5 million km².', 'en'],
  ])('sees the kind of answer that %s asks for', (question, sentence, language) => {
    expect(lacksAnswerType(question, [sentence], language)).toBe(false);
  });

  // A regular expression that tried all ways to part them would take days.
  it('is not held up by spaces without end', () => {
    expect(lacksAnswerType('多少人参加？', [`1${' '.repeat(20_000)}`], 'zh')).toBe(true);
  });

  it('misses no kind of answer where it does not know what one looks like', () => {
    const said = ['Зал обошёлся в три миллиона рублей.'];
    expect(lacksAnswerType('Сколько стоил зал?', said, 'ru')).toBe(false);
    expect(lacksAnswerType('Сколько стоил зал?', said, 'zh')).toBe(true);
  });

  it('tells how much of what a question names the passage does not', () => {
    const result = createResult([hitWith({})], {
      question: 'Is the early rice of Guangdong planted?',
    });
    const name = (ways: readonly string[]) => ({ ways, isName: ways.includes('广东') });
    const count = (things: readonly (readonly string[])[]) =>
      readFeatures({
        ...result,
        questionTerms: {
          ...result.questionTerms,
          named: new Map([['zh', { things: things.map(name), unheldShare: 0 }]]),
        },
      });
    expect(count([])?.missingThings).toBe(0);
    expect(count([['早稻'], ['广东', '粤']])).toMatchObject({
      missingThings: 0.5,
      missingNames: 1,
    });
    expect(count([['水稻', '早 稻'], ['田']])?.missingThings).toBe(0);
  });

  it('tells how much of it the library names nowhere', () => {
    const result = createResult([hitWith({})]);
    const { questionTerms } = result;
    expect(readFeatures(result)?.unheldThings).toBe(0);
    const named = new Map([
      ['zh', { things: [], unheldShare: 0.5 }],
      ['en', { things: [], unheldShare: 1 }],
    ]);
    const unheld = { ...result, questionTerms: { ...questionTerms, named } };
    expect(readFeatures(unheld)?.unheldThings).toBe(0.5);
  });

  it('counts numbers that the question names and the passage has not, its year aside', () => {
    const dated = createArticle('稻田', ['插了32亩。'], { date: '2025-03' });
    const count = (question: string) =>
      readFeatures(createResult([hitWith({}, dated)], { question }))?.missingNumbers;
    expect(count('2025年插了32亩？')).toBe(0);
    expect(count('2024年插了３２亩？')).toBe(1);
    expect(count('1、7、9')).toBe(2);
  });
});

describe('estimateOutcome', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const features: fc.Arbitrary<OutcomeFeatures> = fc.record({
    gap1: share,
    gap2: share,
    gap5: share,
    z: share,
    late: share,
    vector: share,
    coverage: share,
    known: share,
    noNumber: fc.constantFrom(0, 1),
    noType: fc.constantFrom(0, 1),
    length: fc.double({ min: 0.7, max: 6.4, noNaN: true }),
    background: share,
    missingNumbers: fc.constantFrom(0, 1, 2),
    isOwnLanguage: fc.boolean(),
    missingThings: share,
    missingNames: fc.constantFrom(0, 1, 2),
    unheldThings: share,
    isPassedOver: fc.boolean(),
  });

  it('never falls when late interaction or a gap rises, and never rises with what is missing', () => {
    const name = fc.constantFrom('late', 'gap1', 'gap2', 'gap5', 'z', 'vector', 'coverage');
    fc.assert(
      fc.property(features, name, share, (given, feature, other) => {
        const raised = { ...given, [feature]: Math.max(given[feature], other) };
        const [before, after] = [estimateOutcome(given), estimateOutcome(raised)];
        expect(after.answers).toBeGreaterThanOrEqual(before.answers);
        expect(after.concerns).toBeGreaterThanOrEqual(before.concerns);
        const lacking = estimateOutcome({
          ...given,
          noNumber: 1,
          noType: 1,
          missingNumbers: 2,
          missingThings: 1,
          missingNames: 2,
          unheldThings: 1,
        });
        expect(lacking.answers).toBeLessThanOrEqual(before.answers);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a question that names a place of a regulation', () => {
  const places = ['第12条'];

  it('is answered by that place, even when little else agrees', () => {
    const ranked = standingOut(0.9);
    const named = [hitWith({ late: 0.5, vector: 0.5, place: 1 }), ...ranked.slice(1)];
    expect(decideOutcome(createResult(named, { places }))).toBe('answered');
  });

  it('is not answered by another place, however much agrees', () => {
    expect(decideOutcome(createResult(standingOut(0.9)))).toBe('answered');
    expect(decideOutcome(createResult(standingOut(0.9), { places }))).toBe('related');
  });
});
