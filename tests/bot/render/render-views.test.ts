/** Context and article views: they fit one message, whatever the article holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderArticlePage } from '../../../src/bot/render/render-article.js';
import { renderContext } from '../../../src/bot/render/render-context.js';
import type { Article } from '../../../src/domain/article.js';
import { en } from '../../../src/texts/en.js';
import { ARTICLES, quoteOf } from '../../support/fake-app.js';

const [rules] = ARTICLES as readonly [Article, ...Article[]];

function withText(text: string): Article {
  return { ...rules, text };
}

describe('renderContext', () => {
  it('shows before, quote and after as one piece of the article, the quote in bold', () => {
    const article = withText('Before it. \nThe quote itself.\nAfter it.');
    const quote = { start: 12, end: 29 };
    const context = {
      article,
      before: { start: 0, end: 10 },
      quote,
      after: { start: 30, end: 39 },
    };
    const { citation } = quoteOf(article, quote.start, quote.end);
    const { text, entities } = renderContext(context, citation, { number: 2, texts: en });
    expect(text.startsWith(`${article.text}\n[2] 市图书馆借阅规则 · `)).toBe(true);
    expect(entities).toEqual([
      { type: 'blockquote', offset: 0, length: 39 },
      { type: 'bold', offset: 12, length: 17 },
    ]);
  });

  it('fits one message and keeps the quote whole as long as it can', () => {
    const length = fc.integer({ min: 0, max: 6000 });
    fc.assert(
      fc.property(length, fc.integer({ min: 1, max: 10_000 }), length, (before, middle, after) => {
        const article = withText(
          '前。'.repeat(before / 2) + '引'.repeat(middle) + '后😀'.repeat(after / 3),
        );
        const start = Math.floor(before / 2) * 2;
        const quote = { start, end: start + middle };
        const context = {
          article,
          before: { start: 0, end: start },
          quote,
          after: { start: quote.end, end: article.text.length },
        };
        const { citation } = quoteOf(article, quote.start, quote.end);
        const { text } = renderContext(context, citation, { number: 1, texts: en });
        expect(text.length).toBeLessThanOrEqual(4096);
        if (middle < 3000) expect(text).toContain('引'.repeat(middle));
        else if (middle > 4096) expect(text).toContain(en.restInArticle);
      }),
      { numRuns: 50 },
    );
  });
});

describe('renderArticlePage', () => {
  it('opens at the page of the quote and shows every character on one page or another', () => {
    const start = rules.text.indexOf('第89条');
    const quote = { start, end: start + 10 };
    const opened = renderArticlePage(rules, { quote, texts: en });
    expect(opened.page).toBe(opened.pages - 1);
    const pages = Array.from({ length: opened.pages }, (_, page) =>
      renderArticlePage(rules, { quote, page, texts: en }),
    );
    const bodies = pages.map(({ content }) => content.text.split('\n\n').slice(1).join('\n\n'));
    expect(bodies.join('')).toBe(rules.text);
    for (const body of bodies.slice(0, -1)) {
      expect(body.length).toBeLessThanOrEqual(3000);
      expect(body.endsWith('\n')).toBe(true);
    }
    const bold = opened.content.entities.at(-1);
    expect(opened.content.text.slice(bold?.offset).startsWith('第89条')).toBe(true);
  });

  it('clamps pages that are not there', () => {
    const quote = { start: 0, end: 5 };
    expect(renderArticlePage(rules, { quote, page: 999, texts: en }).page).toBeGreaterThan(0);
    expect(renderArticlePage(withText(''), { quote, page: 3, texts: en })).toMatchObject({
      page: 0,
      pages: 1,
    });
  });
});
