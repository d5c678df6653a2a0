/** Passages of an article: whole sentences in order, nothing lost, short enough for a glance and for the model. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft, Block } from '../../src/domain/article.js';
import {
  MAX_LEAD_TOKENS,
  type PassagePlan,
  splitPassages,
} from '../../src/ingest/split-passages.js';

type Piece = Omit<Block, 'start' | 'end'> & { readonly text: string };
type SplitArticle = Pick<ArticleDraft, 'title' | 'text' | 'blocks'>;

/** Special tokens and prefix that the model puts around a passage. */
const SPECIAL_TOKENS = 6;

function createArticle(title: string, pieces: readonly Piece[]): SplitArticle {
  let at = 0;
  const blocks = pieces.map(({ text, ...block }) => {
    const start = at;
    at += text.length + 1;
    return { ...block, start, end: start + text.length };
  });
  return { title, text: pieces.map(({ text }) => text).join('\n'), blocks };
}

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
const heading = (text: string, level = 1): Piece => ({ kind: 'heading', level, label: text, text });
const clause = (label: string, text: string): Piece => ({
  kind: 'clause',
  level: 3,
  label,
  text: `${label}　${text}`,
});
const item = (text: string): Piece => ({ kind: 'item', level: 4, text });

/** One token a character, white space aside: more than any model needs for Chinese. */
const countCharacters = async (texts: readonly string[]): Promise<number[]> =>
  texts.map((text) => text.replace(/\s/gu, '').length);
/** About four letters a token. */
const countLetters = async (texts: readonly string[]): Promise<number[]> =>
  texts.map((text) => Math.ceil(text.length / 4));

const split = (
  article: SplitArticle,
  { maxTokens = 512, countTokens = countCharacters } = {},
): Promise<PassagePlan[]> => splitPassages(article, { maxTokens, countTokens });

const textsOf = (article: SplitArticle, plans: readonly PassagePlan[]): string[] =>
  plans.map(({ start, end }) => article.text.slice(start, end));

const SENTENCE = '今年全县粮食播种面积稳定在三十二万亩以上。';

describe('splitPassages', () => {
  it('keeps a short article in one passage, under its title', async () => {
    const article = createArticle('春耕', [paragraph(SENTENCE), paragraph(SENTENCE)]);
    const plans = await split(article);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toEqual({
      start: 0,
      end: article.text.length,
      headings: [],
      sentences: [
        { start: 0, end: SENTENCE.length },
        { start: SENTENCE.length + 1, end: SENTENCE.length * 2 + 1 },
      ],
      lead: '春耕',
    });
  });

  it('gives no passages for an article without text', async () => {
    expect(await split(createArticle('空', []))).toEqual([]);
    expect(await split(createArticle('空', [{ kind: 'meta', text: '本报记者' }]))).toEqual([]);
  });

  it('cuts a long paragraph between sentences into parts of about the same length', async () => {
    const article = createArticle('春耕', [paragraph(SENTENCE.repeat(40))]);
    const texts = textsOf(article, await split(article));
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const text of texts) {
      expect(text.endsWith('。')).toBe(true);
      expect(text.length).toBeGreaterThan(200);
      expect(text.length).toBeLessThanOrEqual(600);
    }
    expect(texts.join('')).toBe(article.text);
  });

  it('keeps two paragraphs of a good length apart, and joins a short one to its neighbour', async () => {
    const good = paragraph(SENTENCE.repeat(13));
    const apart = createArticle('春耕', [good, good]);
    expect(await split(apart, { countTokens: countLetters })).toHaveLength(2);
    const joined = createArticle('春耕', [good, good, paragraph(SENTENCE)]);
    const texts = textsOf(joined, await split(joined, { countTokens: countLetters }));
    expect(texts.map((text) => text.split('\n').length)).toEqual([1, 2]);
  });

  it('keeps a clause with its items whole while it is short', async () => {
    const article = createArticle('条例', [
      clause('第一条', SENTENCE),
      clause('第二条', '下列行为应当禁止：'),
      item('（一）占用基本农田；'),
      item('（二）毁坏灌溉设施；'),
      item(`（三）${SENTENCE.repeat(15)}`),
      clause('第三条', SENTENCE),
    ]);
    const plans = await split(article);
    expect(plans.map(({ headings }) => headings)).toEqual([['第一条'], ['第二条'], ['第三条']]);
    const [, second = ''] = textsOf(article, plans);
    expect(second.startsWith('第二条')).toBe(true);
    expect(second).toContain('（三）');
  });

  it('tells the later parts of a long clause what it began with', async () => {
    const article = createArticle('条例', [
      clause('第一条', '下列行为应当禁止：'),
      ...Array.from({ length: 8 }, (_, index) => item(`（${index}）${SENTENCE.repeat(5)}`)),
    ]);
    const plans = await split(article);
    expect(plans.length).toBeGreaterThan(1);
    expect(plans[0]?.lead).toBe('条例 › 第一条');
    for (const { lead, headings } of plans.slice(1)) {
      expect(lead).toBe('条例 › 第一条 › 第一条　下列行为应当禁止：');
      expect(headings).toEqual(['第一条']);
    }
  });

  it('puts a heading with the text that it opens, headings in a row too', async () => {
    const article = createArticle('报告', [
      paragraph(SENTENCE.repeat(8)),
      heading('一、工作回顾', 1),
      heading('（一）农业', 2),
      paragraph(SENTENCE.repeat(8)),
      heading('二、下一步', 1),
      paragraph(SENTENCE.repeat(8)),
    ]);
    const plans = await split(article);
    const texts = textsOf(article, plans);
    expect(texts.map((text) => text.slice(0, 6))).toEqual([
      '今年全县粮食',
      '一、工作回顾',
      '二、下一步\n',
    ]);
    expect(plans.map(({ headings }) => headings)).toEqual([
      [],
      ['一、工作回顾', '（一）农业'],
      ['二、下一步'],
    ]);
    expect(plans[1]?.lead).toBe('报告 › 一、工作回顾 › （一）农业');
  });

  it('never runs over a heading', async () => {
    const article = createArticle('报告', [
      heading('一', 1),
      paragraph('短。'),
      heading('二', 1),
      paragraph('也短。'),
    ]);
    expect(textsOf(article, await split(article))).toEqual(['一\n短。', '二\n也短。']);
  });

  it('leaves bylines out, at the ends and between two paragraphs', async () => {
    const article = createArticle('报告', [
      { kind: 'meta', text: '本报记者 王红' },
      paragraph('早稻已经插完。'),
      { kind: 'meta', text: '（下转第二版）' },
      paragraph('晚稻在七月下种。'),
      { kind: 'meta', text: '来源：青河日报' },
    ]);
    const texts = textsOf(article, await split(article));
    expect(texts.join('\n')).toContain('早稻已经插完。');
    expect(texts.join('\n')).toContain('晚稻在七月下种。');
    expect(texts.join('\n')).not.toMatch(/记者|下转|来源/);
  });

  it('cuts a sentence that no passage could hold, at its marks', async () => {
    const list = Array.from({ length: 90 }, (_, index) => `第${index}村修渠一千米`).join('；');
    const article = createArticle('名单', [paragraph(list)]);
    const texts = textsOf(article, await split(article));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(600);
    for (const text of texts.slice(0, -1)) expect(text.endsWith('；')).toBe(true);
  });

  it.each([
    ['emoji', '😀'.repeat(700)],
    ['emoji behind a letter', `x${'😀'.repeat(700)}`],
    ['letters without a space', 'x'.repeat(3000)],
  ])('cuts a run of %s without tearing a character', async (_, text) => {
    const article = createArticle('噪声', [paragraph(text)]);
    const texts = textsOf(article, await split(article));
    expect(texts.join('')).toBe(text);
    for (const part of texts) {
      expect(part.length).toBeLessThanOrEqual(600);
      expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });
});

const SENTENCES = [
  '短。',
  '早稻已经插完。',
  SENTENCE,
  '下列行为应当禁止：占用农田，毁坏水渠；倾倒垃圾，破坏道路。',
  `${'会议强调，要把粮食安全放在第一位，'.repeat(4)}不能松懈。`,
  '“加油干！”他说。',
];
const ENGLISH = [
  'Short.',
  'The bridge opened in May.',
  'Members shall keep the harbour clean, repair what they break and pay their fees in time.',
  `${'They spoke of rain, of rice and of the river; '.repeat(6)}and went home.`,
];

const pieces = (
  sentences: readonly string[],
  { joint, label, headings }: { joint: string; label: string; headings: readonly string[] },
): fc.Arbitrary<Piece[]> => {
  const text = fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 9 })
    .map((list) => list.join(joint));
  const level = fc.integer({ min: 1, max: 4 });
  const piece: fc.Arbitrary<Piece> = fc.oneof(
    { weight: 5, arbitrary: text.map(paragraph) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('heading' as const),
        level,
        text: fc.constantFrom(...headings),
      }),
    },
    { weight: 2, arbitrary: text.map((words) => clause(label, words)) },
    { weight: 2, arbitrary: text.map(item) },
    { weight: 1, arbitrary: text.map((words) => ({ kind: 'note' as const, text: words })) },
    { weight: 1, arbitrary: fc.constant<Piece>({ kind: 'meta', text: '(meta)' }) },
  );
  return fc.array(piece, { maxLength: 14 });
};

const CHINESE = pieces(SENTENCES, {
  joint: '',
  label: '第十二条',
  headings: ['一、总则', '（二）农业和水利工作'],
});
const WESTERN = pieces(ENGLISH, {
  joint: ' ',
  label: '§ 12',
  headings: ['1. General', 'a) Of farming and of water'],
});

function expectPassages(article: SplitArticle, plans: readonly PassagePlan[]): void {
  const covered = new Uint8Array(article.text.length);
  let last = 0;
  for (const plan of plans) {
    expect(plan.start).toBeGreaterThanOrEqual(last);
    expect(plan.end).toBeGreaterThan(plan.start);
    last = plan.end;
    covered.fill(1, plan.start, plan.end);
    let at = plan.start;
    for (const { start, end } of plan.sentences) {
      expect(article.text.slice(at, start).trim()).toBe('');
      expect(start).toBeGreaterThanOrEqual(at);
      at = end;
    }
    expect(at).toBe(plan.end);
    expect(plan.sentences[0]?.start).toBe(plan.start);
  }
  for (const { kind, start, end } of article.blocks) {
    for (let at = start; at < end; at += 1) {
      if (/\s/.test(article.text[at] ?? '')) continue;
      expect(covered[at]).toBe(kind === 'meta' ? 0 : 1);
    }
  }
}

describe('the passages of any article', () => {
  it.each([
    ['Chinese', CHINESE],
    ['English', WESTERN],
  ])('hold every block but bylines, in order, by whole sentences, in %s', async (_, pieceLists) => {
    await fc.assert(
      fc.asyncProperty(pieceLists, async (list) => {
        const article = createArticle('全县农业农村工作会议', list);
        expectPassages(article, await split(article));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['Chinese', CHINESE, countCharacters],
    ['English', WESTERN, countLetters],
  ])('are at most 600 characters long, in %s', async (_, list, countTokens) => {
    await fc.assert(
      fc.asyncProperty(list, async (given) => {
        const article = createArticle('Meeting', given);
        for (const text of textsOf(article, await split(article, { countTokens }))) {
          expect(text.length).toBeLessThanOrEqual(600);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([256, 512])('fit a model of %i tokens together with their lead', async (maxTokens) => {
    await fc.assert(
      fc.asyncProperty(CHINESE, async (list) => {
        const article = createArticle('全县农业农村工作会议', list);
        for (const plan of await split(article, { maxTokens })) {
          const [lead = 0, ...sentences] = await countCharacters([
            plan.lead,
            ...plan.sentences.map(({ start, end }) => article.text.slice(start, end)),
          ]);
          const tokens = sentences.reduce((sum, count) => sum + count, 0);
          expect(SPECIAL_TOKENS + Math.min(lead, MAX_LEAD_TOKENS) + tokens).toBeLessThanOrEqual(
            maxTokens,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
