/** From a question to ranked passages, on a small library in memory. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fuseScores } from '../../src/search/fuse-scores.js';
import { passageText } from '../../src/search/load-passages.js';
import {
  createSearch,
  type SearchPassages,
  type SearchPorts,
  type SearchResult,
} from '../../src/search/search-passages.js';
import { createDraft } from '../support/drafts.js';
import { createMemorySearch } from '../support/memory-search.js';

const DRAFTS = [
  createDraft('春耕', ['全县早稻已经插完，面积三十二万亩。', '今年化肥价格比去年低。']),
  createDraft('交通', ['跨江大桥五月一日通车，全长6.5公里。', '公交车票价仍为两元。']),
  {
    ...createDraft('Harbour letter', [
      'The old lighthouse will be open to visitors from June.',
      'Ferries leave every thirty minutes.',
    ]),
    language: 'en',
  },
];

/** Longer questions are cut to this, in UTF-16 code units. */
const MAX_LENGTH = 600;

const textsOf = ({ ranked }: SearchResult): string[] =>
  ranked.map(({ article, passage }) => article.text.slice(passage.start, passage.end));

describe('the search', () => {
  let search: SearchPassages;
  let ports: SearchPorts;
  beforeAll(async () => {
    ({ search, ports } = await createMemorySearch(DRAFTS));
  });

  it.each([
    ['早稻插完了吗？', '全县早稻已经插完，面积三十二万亩。'],
    ['大桥全长多少公里？', '跨江大桥五月一日通车，全长6.5公里。'],
    ['跨江大橋幾時通車', '跨江大桥五月一日通车，全长6.5公里。'],
    ['When is the lighthouse open?', 'The old lighthouse will be open to visitors from June.'],
  ])('puts the passage that answers “%s” first', async (question, text) => {
    expect(textsOf(await search(question))[0]).toBe(text);
  });

  it('orders by score, each passage once, and by id where the scores are equal', async () => {
    const { ranked } = await search('大桥全长多少公里？');
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(ranked.map(({ passage }) => passage.id)).size).toBe(6);
    const off = { noLexical: true, noLate: true };
    const readVectors = async (ids: readonly number[]) =>
      new Map(ids.map((id) => [id, new Float32Array(64)]));
    const levelled = createSearch({ ...ports, passages: { ...ports.passages, readVectors } });
    const ids = (await levelled('大桥', { switches: off })).ranked.map(({ passage }) => passage.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(ids).toHaveLength(6);
  });

  it('scores each sentence of a passage, the answering one highest', async () => {
    const { ranked } = await search('灯塔 lighthouse');
    for (const { passage, sentenceScores } of ranked) {
      expect(sentenceScores).toHaveLength(passage.sentences.length);
    }
  });

  it('says which leg brought a passage up and where it stood there', async () => {
    const { ranked } = await search('大桥通车');
    const [best] = ranked;
    expect(best).toMatchObject({ lexicalRank: 1 });
    expect(best?.vectorRank).toBeGreaterThanOrEqual(1);
    const vectorRanks = ranked.map(({ vectorRank }) => vectorRank ?? 0);
    expect([...vectorRanks].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const harbour = ranked.find(({ article }) => article.title === 'Harbour letter');
    expect(harbour).not.toHaveProperty('lexicalRank');
  });

  it('looks with words alone when the vectors are off', async () => {
    const { ranked } = await search('大桥通车', { switches: { noVector: true } });
    expect(ranked.every((hit) => hit.lexicalRank !== undefined)).toBe(true);
    expect(ranked.every((hit) => !('vectorRank' in hit))).toBe(true);
    expect(ranked.length).toBeLessThan(6);
    expect(ranked.length).toBeGreaterThan(0);
  });

  it('looks with vectors alone when the words are off', async () => {
    const { ranked } = await search('大桥通车', { switches: { noLexical: true } });
    expect(ranked).toHaveLength(6);
    expect(ranked.every((hit) => !('lexicalRank' in hit))).toBe(true);
    for (const { score, legs } of ranked)
      expect(score).toBe(fuseScores(legs, { knownShare: 1, noLexical: true }));
    expect(textsOf({ ranked } as SearchResult)[0]).toContain('大桥');
  });

  it('ranks without late interaction when that is off', async () => {
    const result = await search('大桥通车', { switches: { noLate: true } });
    const { knownShare } = result.questionTerms;
    for (const { score, legs } of result.ranked) {
      expect(score).toBe(fuseScores({ ...legs, late: 0 }, { knownShare, noLate: true }));
    }
    expect(textsOf(result)[0]).toContain('大桥');
  });

  it('finds nothing when every leg is off', async () => {
    const { ranked } = await search('大桥', { switches: { noVector: true, noLexical: true } });
    expect(ranked).toEqual([]);
  });

  it('tells how much of the question the library knows', async () => {
    expect((await search('早稻')).questionTerms.knownShare).toBe(1);
    expect((await search('Когда открыли мост?')).questionTerms.knownShare).toBe(0);
  });

  it('looks at the beginning of a long question only', async () => {
    const long = `早稻插完了吗？${'，'.repeat(MAX_LENGTH)}`;
    const result = await search(`${long}lighthouse ferries visitors June`);
    expect([...result.questionTerms.idf.keys()]).not.toContain('lighthous');
    const harbour = result.ranked.find(({ article }) => article.title === 'Harbour letter');
    expect(harbour).not.toHaveProperty('lexicalRank');
    expect(textsOf(result)[0]).toContain('早稻');
  });

  it('leaves out a passage that goes away while it looks', async () => {
    const gone = createSearch({ ...ports, getArticles: async () => new Map() });
    expect((await gone('大桥')).ranked).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['one character', '稻'],
    ['one letter', 'a'],
    ['a mark', '？'],
    ['10,000 characters', '早稻大桥lighthouse '.repeat(700)],
    ['emoji', '😀👩‍👩‍👧🇨🇳'],
    ['half an emoji', '\ud83d早稻\ude00'],
    ['an emoji cut by the limit', `${'稻'.repeat(MAX_LENGTH - 1)}😀`],
    ['NUL', '\0早\0稻\0'],
    ['SQL', "'; drop table passages; --"],
    ['operators of FTS5', '"早稻" OR NEAR(a b) * ^ : - NOT AND ('],
    ['a lone quotation mark', '"'],
    ['right-to-left text', '\u202eمتى افتتح الجسر؟'],
    ['combining marks', `e${'\u0301'.repeat(200)}`],
  ])('takes a question of %s', async (_, question) => {
    const { ranked } = await search(question);
    expect(ranked.every(({ score }) => Number.isFinite(score))).toBe(true);
    expect(ranked.length).toBeLessThanOrEqual(6);
  });
});

describe('the search of an empty library', () => {
  it('finds nothing, whatever is asked', async () => {
    const { search } = await createMemorySearch([]);
    for (const question of ['', '早稻插完了吗？', 'a'.repeat(2000)]) {
      expect((await search(question)).ranked).toEqual([]);
    }
  });
});

describe('passageText', () => {
  it('puts title and headings in front of the passage', () => {
    const article = { title: '条例', text: '第一条。第二条。' };
    expect(passageText(article, { start: 4, end: 8, headings: ['第一章', '第二条'] })).toBe(
      '条例\n第一章\n第二条\n第二条。',
    );
  });
});
