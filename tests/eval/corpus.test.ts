/** Public sets: entries to documents, queries to questions. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import { parseCorpusSet } from '../../src/eval/corpus.js';
import { splitArticles } from '../../src/ingest/split-articles.js';

const toLines = (values: readonly object[]): string =>
  `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;

const CORPUS = toLines([
  { id: 'rice', title: '', text: '早稻已经插完。晚稻七月下种。' },
  { id: 'bridge', title: '大桥', text: '大桥五月通车。' },
  { id: 'rice-again', text: '早稻已经插完。晚稻七月下种。' },
]);
const QUERIES = toLines([
  {
    id: 'q1',
    text: '晚稻几月下种？',
    lang: 'zh',
    gold: ['rice'],
    answers: [{ pid: 'rice', text: '七月', start: 9 }],
  },
  { id: 'q2', text: 'When does the bridge open?', lang: 'en', gold: ['bridge'] },
  { id: 'q3', text: '谁修的？', lang: 'zh', gold: [], answerable: false, split: 'test' },
  { id: 'q4', text: '？', gold: ['rice-again', 'bridge'], type: 'list' },
]);

function refuse(corpus: string, queries: string): AppError {
  try {
    parseCorpusSet(corpus, queries);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
  }
  throw new Error('expected an AppError');
}

describe('parseCorpusSet', () => {
  it('makes a document of each entry, one for entries that say the same', () => {
    expect(parseCorpusSet(CORPUS, QUERIES).documents).toEqual([
      { name: 'entry-1.txt', text: '早稻已经插完。晚稻七月下种。', isWhole: true },
      { name: 'entry-2.txt', text: '大桥\n\n大桥五月通车。', isWhole: true },
    ]);
  });

  it('makes questions whose gold is any passage of the entry', () => {
    const [first, second, third, fourth] = parseCorpusSet(CORPUS, QUERIES).questions;
    expect(first).toEqual({
      id: 'q1',
      lang: 'zh',
      type: 'question',
      text: '晚稻几月下种？',
      answerable: true,
      gold: [{ file: 'entry-1.txt', articleN: 1, quote: '七月' }],
      goldMode: 'any',
      level: 'document',
    });
    expect(second).toMatchObject({ answerable: true, gold: [{ file: 'entry-2.txt', quote: '' }] });
    expect(third).toMatchObject({ answerable: false, gold: [], type: 'test' });
    expect(fourth).toMatchObject({
      lang: 'und',
      type: 'list',
      gold: [{ file: 'entry-1.txt' }, { file: 'entry-2.txt' }],
    });
  });

  it.each([
    // A number alone in a line is left out as a page number; a second titled text is an article of its own.
    [
      'numbers in lines of their own',
      '氧在医学中以高压 O\n2\n的形式用于治疗，氧舱里的压力约为常压的三倍。',
    ],
    [
      'parts that look like articles',
      '关于春耕的通知\n\n各乡镇：\n\n春耕已经开始，各乡镇要抓紧插秧，保证五月底前完成。\n\n（来源：清河日报）\n\n关于修桥的通知\n\n各乡镇：\n\n大桥五月通车，请提前绕行。\n\n（来源：清河日报）',
    ],
  ])('keeps the whole text of an entry with %s in one article', (_, text) => {
    const corpus = toLines([{ id: 'x', text }]);
    const [document] = parseCorpusSet(
      corpus,
      toLines([{ id: 'q', text: '？', gold: ['x'] }]),
    ).documents;
    expect(document?.isWhole).toBe(true);
    const { articles } = splitArticles({
      lines: document?.text.split('\n') ?? [],
      format: 'text',
      name: 'x.txt',
    });
    const squeeze = (words: string) => words.replace(/\s+/g, '');
    expect(articles.map((article) => squeeze(article.text))).toEqual([squeeze(text)]);
    // As it stands it would not have been: else this test shows nothing.
    const asItStands = splitArticles({ lines: text.split('\n'), format: 'text', name: 'x.txt' });
    expect(asItStands.articles.map((article) => squeeze(article.text))).not.toEqual([
      squeeze(text),
    ]);
  });

  it.each([
    ['no JSON', `${CORPUS}nonsense\n`, QUERIES, 'corpus.jsonl line 4'],
    ['an entry without text', toLines([{ id: 'x', text: ' ' }]), QUERIES, 'corpus.jsonl line 1'],
    ['a query without gold', CORPUS, toLines([{ id: 'q', text: '？' }]), 'gold'],
    ['an empty corpus', '\n', QUERIES, 'corpus.jsonl'],
    ['gold that is not there', CORPUS, toLines([{ id: 'q', text: '？', gold: ['x'] }]), 'entry x'],
    [
      'answerable without gold',
      CORPUS,
      toLines([{ id: 'q9', text: '？', gold: [], answerable: true }]),
      'q9',
    ],
  ])('refuses %s', (_, corpus, queries, place) => {
    const error = refuse(corpus, queries);
    expect(error.code).toBe('QUESTIONS_INVALID');
    expect(error.message).toContain(place);
  });
});
