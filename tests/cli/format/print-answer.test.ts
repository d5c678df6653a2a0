import { describe, expect, test } from 'vitest';
import { formatAnswer, formatMarked } from '../../../src/cli/format/print-answer.js';
import { chooseStyle, PLAIN_STYLE, replaceControls } from '../../../src/cli/format/style.js';
import type { Answer, Citation } from '../../../src/domain/answer.js';
import { pickTexts } from '../../../src/texts/pick-texts.js';

const citation: Citation = {
  articleId: '0123456789ab',
  document: 'reader.txt',
  title: '清河市图书馆借阅管理规定',
  date: '2026-02-20',
  datePrecision: 'day',
  publisher: '清河日报',
  headings: ['第四章 馆内秩序', '第十四条'],
  startLine: 115,
  endLine: 125,
  start: 40,
  end: 66,
};
const answer: Answer = {
  question: '能带狗吗',
  kind: 'answered',
  quotes: [
    {
      text: '读者应当爱护图书。\n携带宠物入馆，导盲犬除外。',
      highlights: [[10, 23]],
      score: 0.9,
      citation,
      alsoIn: [{ ...citation, document: 'reprint.txt', startLine: 7, endLine: 7 }],
      explanation: { vector: { rank: 2, score: 0.8312 }, lexical: { score: 0 } },
    },
  ],
  tookMs: 12,
};

describe('formatAnswer', () => {
  test('cites a link in place of document and lines, where there is one', () => {
    const layout = { width: 100, style: PLAIN_STYLE, texts: pickTexts('en') };
    const link = 'https://gazette.example/1';
    const quotes = answer.quotes.map(({ alsoIn: _, explanation: __, ...quote }) => ({
      ...quote,
      citation: { ...citation, link, headings: [] },
    }));
    const shown = formatAnswer({ ...answer, quotes }, layout).replace(/\s+/g, ' ');
    expect(shown).toContain(`[1] 清河市图书馆借阅管理规定 · 清河日报 · 2026-02-20 · ${link}`);
    expect(shown).not.toContain('reader.txt');
  });

  test('shows outcome, quote, citation, other places and legs', () => {
    const layout = { width: 60, style: PLAIN_STYLE, texts: pickTexts('en') };
    expect(formatAnswer(answer, layout)).toBe(
      [
        '1 passage',
        '',
        '│ 读者应当爱护图书。',
        '│ 携带宠物入馆，导盲犬除外。',
        '[1] 清河市图书馆借阅管理规定 · 清河日报 · 2026-02-20 · 第四',
        '    章 馆内秩序 › 第十四条 · reader.txt, lines 115–125',
        '    Also in: 清河市图书馆借阅管理规定 · 清河日报 ·',
        '    2026-02-20 · 第四章 馆内秩序 › 第十四条 · reprint.txt,',
        '    line 7',
        '    leg      rank   score',
        '    vector     #2  0.8312',
        '    lexical     –  0.0000',
      ].join('\n'),
    );
  });

  test('speaks Chinese to Chinese locales', () => {
    const layout = { width: 80, style: PLAIN_STYLE, texts: pickTexts('zh_CN.UTF-8') };
    const text = formatAnswer(answer, layout);
    expect(text).toContain('找到 1 段原文');
    expect(text).toContain('第 115–125 行');
  });

  test('says only that nothing was found when nothing was', () => {
    const layout = { width: 200, style: PLAIN_STYLE, texts: pickTexts('en') };
    const text = formatAnswer({ ...answer, kind: 'notFound', quotes: [] }, layout);
    expect(text).toBe(pickTexts('en').notFound);
  });
});

describe('highlights', () => {
  test('are bold on a terminal, over line breaks too', () => {
    const style = chooseStyle(true, {});
    const lines = formatMarked('甲乙丙丁戊己', [[1, 5]], { width: 8, style });
    const bold = (text: string) => `\u001B[1m${text}\u001B[22m`;
    const margin = '\u001B[2m│ \u001B[22m';
    expect(lines).toEqual([`${margin}甲${bold('乙丙')}`, `${margin}${bold('丁戊')}己`]);
  });

  test('are plain where NO_COLOR is set or nobody looks', () => {
    for (const style of [chooseStyle(true, { NO_COLOR: '1' }), chooseStyle(false, {})]) {
      expect(formatMarked('甲乙', [[0, 1]], { width: 8, style })).toEqual(['│ 甲乙']);
    }
  });

  test('stay in place when control characters of a document are made harmless', () => {
    expect(replaceControls('a\u001B[31mb\tc\r\nd')).toBe('a\uFFFD[31mb c\uFFFD\nd');
  });
});
