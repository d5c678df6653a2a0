/** What an answer looks like: the quote exactly, its citation in one line, nothing taken for mark-up. */
import { describe, expect, it } from 'vitest';
import { cleanLabel } from '../../../src/bot/render/clean-label.js';
import { renderAnswer } from '../../../src/bot/render/render-answer.js';
import type { Answer, Quote } from '../../../src/domain/answer.js';
import { en } from '../../../src/texts/en.js';
import { zh } from '../../../src/texts/zh.js';

const QUOTE: Quote = {
  text: '第十二条 <b>自</b> 2025 年 3 月 1 日起施行。*原文*如此。',
  highlights: [[0, 24]],
  score: 1,
  citation: {
    articleId: 'a1',
    document: 'reader.txt',
    title: '关于施行\u202e日期的\n规定',
    date: '2025-01-06',
    publisher: '新华社',
    headings: ['第三章 附则', '第十二条'],
    startLine: 12,
    endLine: 18,
    start: 40,
    end: 80,
  },
};

const answer = (kind: Answer['kind'], quotes: readonly Quote[]): Answer => ({
  question: '什么时候施行？',
  kind,
  quotes,
  tookMs: 3,
});

describe('renderAnswer', () => {
  it('names pages in place of lines where the document has some', () => {
    const cite = (endPage: number) => ({ ...QUOTE.citation, startPage: 3, endPage });
    const render = (endPage: number, texts: typeof en) =>
      renderAnswer(answer('answered', [{ ...QUOTE, citation: cite(endPage) }]), texts, {
        from: 0,
        count: 3,
      }).text;
    expect(render(3, en)).toContain('reader.txt · p. 3');
    expect(render(4, en)).toContain('reader.txt · pp. 3–4');
    expect(render(3, zh)).toContain('reader.txt · 第 3 页');
  });

  it('makes the title a link where there is one, in place of document and lines', () => {
    const link = 'https://gazette.example/1?a=b&c=d';
    const citation = { ...QUOTE.citation, title: 'Ferry', publisher: 'Gazette', link };
    const reprint = { ...citation, title: 'Reprint', link: 'https://other.example/' };
    const linked = { ...QUOTE, citation, alsoIn: [reprint] };
    const { text, entities } = renderAnswer(answer('answered', [linked]), en, {
      from: 0,
      count: 3,
    });
    expect(text).toContain('[1] Ferry · Gazette · 2025-01-06 · 第三章 附则 › 第十二条\n');
    expect(text).toMatch(/Also in: Reprint · Gazette · 2025-01-06$/);
    const links = entities.flatMap((entity) =>
      entity.type === 'text_link'
        ? [[text.slice(entity.offset, entity.offset + entity.length), entity.url]]
        : [],
    );
    expect(links).toEqual([
      ['Ferry', link],
      ['Reprint', 'https://other.example/'],
    ]);
  });

  it('makes no link of anything but a web address', () => {
    const citation = { ...QUOTE.citation, link: 'tg://resolve?domain=x' };
    const { entities } = renderAnswer(answer('answered', [{ ...QUOTE, citation }]), en, {
      from: 0,
      count: 3,
    });
    expect(entities.map(({ type }) => type)).not.toContain('text_link');
  });

  it('shows the quote exactly, in an expandable quotation, with its highlights in bold', () => {
    const { text, entities } = renderAnswer(answer('answered', [QUOTE]), zh, { from: 0, count: 3 });
    expect(text).toBe(
      [
        '找到 1 段原文',
        '',
        QUOTE.text,
        '[1] 关于施行日期的 规定 · 新华社 · 2025-01-06 · 第三章 附则 › 第十二条 · reader.txt · 第 12–18 行',
      ].join('\n'),
    );
    const [quote, bold] = entities;
    expect(quote?.type).toBe('expandable_blockquote');
    expect(text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))).toBe(QUOTE.text);
    expect(bold).toEqual({ type: 'bold', offset: quote?.offset, length: 24 });
  });

  it('says clearly that related passages are no answer', () => {
    const firstLine = (quotes: readonly Quote[]) =>
      renderAnswer(answer('related', quotes), en, { from: 0, count: 3 }).text.split('\n')[0];
    expect(firstLine([QUOTE, QUOTE])).toBe(`${en.related}:`);
    expect(firstLine([QUOTE])).toBe(`${en.nearestPassage}:`);
    expect(en.related).toBe('No passage answers this directly; these come nearest');
  });

  it('has kind words for no answer and for no question', () => {
    expect(renderAnswer(answer('notFound', []), zh, { from: 0, count: 3 })).toEqual({
      text: zh.notFound,
      entities: [],
    });
    expect(renderAnswer(answer('notAQuestion', []), en, { from: 0, count: 3 }).text).toBe(
      en.notAQuestion,
    );
  });

  it('names reprints', () => {
    const reprinted = {
      ...QUOTE,
      alsoIn: [{ ...QUOTE.citation, title: '转载', publisher: '人民日报' }],
    };
    const { text } = renderAnswer(answer('answered', [reprinted]), en, { from: 0, count: 3 });
    expect(text.split('\n').at(-1)).toBe('Also in: 转载 · 人民日报 · 2025-01-06');
  });

  it('numbers later pages on and leaves out the opening line', () => {
    const page = { from: 1, count: 3 };
    const { text } = renderAnswer(answer('answered', [QUOTE, QUOTE, QUOTE]), en, page);
    expect(text.startsWith(QUOTE.text)).toBe(true);
    expect(text).toContain('\n[2] ');
    expect(text).toContain('\n[3] ');
    expect(text).not.toContain('[1]');
  });
});

describe('cleanLabel', () => {
  it('strips controls and direction overrides and clips between characters', () => {
    expect(cleanLabel('a\u0000b\u202e\u2066c\t d\r\n')).toBe('abc d');
    expect(cleanLabel('👨‍👩‍👧‍👦'.repeat(4), 24)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦…');
  });
});
