/** The two real readers, when they lie beside the project: counts, places and facts, without their words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitArticles } from '../../src/ingest/split-articles.js';
import { findLostCharacters, findMisplacedBlocks } from './check-split.js';

const FOLDER = resolve(import.meta.dirname, '../../../shared/corpus');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];

type Fact = readonly [
  start: number,
  end: number,
  date: string | undefined,
  publisher: string | undefined,
];

const FACTS_000: readonly Fact[] = [
  [1, 160, '2024-12-26', undefined],
  [161, 299, '2024-12-17', undefined],
  [300, 479, '2025-01-06', undefined],
  [480, 769, '2025-01-08', undefined],
  [770, 887, '2024-12-17', undefined],
  [888, 1044, '2024-12-20', undefined],
  [1045, 1174, undefined, undefined],
  [1175, 1288, undefined, undefined],
  [1289, 1385, '2024-12-31', undefined],
  [1386, 1541, '2024-01-08', '《求是》2024/24'],
  [1542, 2343, '2023-02-07', '《求是》2025/01'],
  [2344, 2579, undefined, '民进网'],
  [2585, 2630, '2025-01-10', '民进网'],
  [2631, 2728, '2025-01-09', '民进网'],
  [2729, 2785, '2025-01-03', '民进网'],
  [2786, 2934, '2025-01-13', '内蒙古日报'],
  [2935, 3019, '2025-01-17', '内蒙古日报'],
  [3020, 3157, '2025-01-14', '内蒙古日报'],
  [3158, 3240, '2025-01-17', undefined],
  [3241, 4467, '2025-01-14', '内蒙古日报'],
  [4468, 4654, '2025-01-17', undefined],
  [4655, 4725, '2025-01-17', '内蒙古日报'],
  [4726, 4962, '2025-01-16', '内蒙古日报'],
  [4963, 5174, '2025-01-17', '内蒙古日报'],
  [5175, 5447, undefined, '内蒙古日报'],
  [5448, 5539, '2025-01-20', '内蒙古日报'],
  [5540, 5755, '2025-01-21', '内蒙古日报'],
  [5756, 5803, '2025-01-21', '内蒙古日报'],
];

const FACTS_002: readonly Fact[] = [
  [1, 34, '2026-03-23', '人民网-人民日报'],
  [36, 47, '2026-03-01', '人民网-人民日报'],
  [49, 58, '2026-03-16', '人民网-人民日报'],
  [60, 115, undefined, '人民网-人民日报'],
  [117, 130, undefined, '人民网-人民日报'],
  [132, 390, '2026-02-28', '人民网-人民日报'],
  [392, 404, '2026-03-09', undefined],
  [406, 417, '2026-03-09', undefined],
  [419, 441, '2026-03-16', undefined],
  [443, 465, '2026-03-16', undefined],
  [467, 481, '2026-03-16', undefined],
  [483, 491, '2026-03-05', undefined],
  [493, 516, undefined, undefined],
  [518, 528, '2026-03-13', undefined],
  [530, 542, '2026-03-13', undefined],
];

describe.skipIf(FILES.length === 0)('splitting the shared readers', () => {
  const read = (prefix: string) => {
    const name = FILES.find((file) => file.startsWith(prefix)) ?? '';
    const lines = readFileSync(resolve(FOLDER, name), 'utf8').split(/\r\n|[\n\r]/);
    return { lines, ...splitArticles({ lines, format: 'text', name }) };
  };

  it.each([
    ['000_', FACTS_000],
    ['002_', FACTS_002],
  ] as const)('finds every article of %s with its lines, date and publisher', (prefix, facts) => {
    const { articles } = read(prefix);
    expect(
      articles.map((article) => [
        article.startLine,
        article.endLine,
        article.date,
        article.publisher,
      ]),
    ).toEqual(facts);
  });

  it.each(['000_', '002_'])('maps every block of %s to its lines and loses nothing', (prefix) => {
    const { lines, articles, warnings } = read(prefix);
    expect(findMisplacedBlocks(articles, lines)).toEqual([]);
    expect(findLostCharacters(articles, lines, warnings)).toEqual([]);
  });

  it('names the six stray page numbers and keeps them out of the text', () => {
    const { articles, warnings } = read('000_');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('left out as page number: 6 lines (1140 “28”, 2583 “62”');
    const report = articles[19]?.text ?? '';
    expect(report).toContain('外送电量3150 亿度');
    expect(report).not.toContain('813150');
  });

  it.each(['000_', '002_'])('says nothing twice in a title of %s', (prefix) => {
    const { articles } = read(prefix);
    const doubled = articles.filter(({ title }) => /(.{8,}).*\1/u.test(title));
    expect(doubled.map(({ title }) => title)).toEqual([]);
  });

  it('joins broken titles and keeps the spaces that part them', () => {
    const { articles } = read('000_');
    expect(articles[3]?.title).toMatch(/第四次全体会议公报$/);
    expect(articles[7]?.title).toBe('决胜“十四五” 奋发向前行（社论）');
    expect(articles[7]?.subtitle).toBe('——元旦献词');
    expect(articles[23]?.title).toMatch(/孙绍骋：把/);
    expect(articles[25]?.subtitle).toBe('王莉霞张延昆出席');
  });

  it('takes kickers to subtitles and joins the title that stands in two paragraphs', () => {
    const { articles } = read('002_');
    expect(articles[0]?.subtitle).toMatch(/强调$/);
    expect(articles[1]?.subtitle).toBe(articles[2]?.subtitle);
    expect(articles[3]?.title).toMatch(/经得起实践、人民/);
  });

  it('reads bylines, also with spaces inside the name', () => {
    expect(read('000_').articles.flatMap(({ author }) => author ?? [])).toEqual([
      '王莉霞',
      '孙绍骋',
    ]);
    expect(read('002_').articles.flatMap(({ author }) => author ?? [])).toEqual(['王伟中']);
  });

  it('sees the 38 clauses and 5 chapters of the regulation, and the headings of the interviews', () => {
    const regulation = read('002_').articles[5]?.blocks ?? [];
    expect(regulation.filter(({ kind }) => kind === 'clause')).toHaveLength(38);
    expect(regulation.filter(({ kind }) => kind === 'heading')).toHaveLength(5);
    expect(regulation.filter(({ kind, level }) => kind === 'item' && level === 3)).toHaveLength(66);
    const { articles } = read('000_');
    expect(articles[22]?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(5);
    expect(articles[23]?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(4);
    expect(articles[19]?.blocks.filter(({ kind }) => kind === 'item')).toHaveLength(11);
  });
});
