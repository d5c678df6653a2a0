/** The samples, their truth and their questions hold together. All comparisons leave white space out. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface ArticleTruth {
  readonly title: string;
  readonly subtitle?: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
}

interface Gold {
  readonly file: string;
  readonly articleN: number;
  readonly quote: string;
  readonly group?: number;
}

interface Question {
  readonly id: string;
  readonly lang: string;
  readonly type: string;
  readonly text: string;
  readonly answerable: boolean;
  readonly gold: readonly Gold[];
  readonly goldMode?: 'any' | 'each-group';
}

const readText = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const truth: Readonly<Record<string, readonly ArticleTruth[]>> = JSON.parse(
  readText('tests/fixtures/samples-articles.json'),
);
const questions: readonly Question[] = JSON.parse(readText('samples/questions.json'));
const linesOf = new Map(
  Object.keys(truth).map((file) => [file, readText(`samples/${file}`).split('\n')]),
);

/** The lines of an article without white space; lines that hold only a page number are dropped. */
function squeeze(lines: readonly string[]): string {
  return lines
    .filter((line) => !/^\s*\d+\s*$/.test(line))
    .join('')
    .replace(/\s+/g, '');
}

function findArticle(gold: Gold): ArticleTruth | undefined {
  return truth[gold.file]?.[gold.articleN - 1];
}

function readArticle(gold: Gold): string {
  const article = findArticle(gold);
  if (article === undefined) return '';
  return squeeze((linesOf.get(gold.file) ?? []).slice(article.startLine - 1, article.endLine));
}

describe.each(Object.entries(truth))('the articles of %s', (file, articles) => {
  const lines = linesOf.get(file) ?? [];

  test('cover every line with text but separators and page numbers, in order', () => {
    const covered = new Set<number>();
    let previousEnd = 0;
    for (const { startLine, endLine } of articles) {
      expect(startLine).toBeGreaterThan(previousEnd);
      expect(endLine).toBeGreaterThanOrEqual(startLine);
      for (let line = startLine; line <= endLine; line++) covered.add(line);
      previousEnd = endLine;
    }
    const outside = lines.filter(
      (line, index) => !covered.has(index + 1) && line.trim() !== '' && !/^(---|\d+)$/.test(line),
    );
    expect(outside).toEqual([]);
  });

  test('begin and end on a line with text', () => {
    for (const { startLine, endLine } of articles) {
      expect(lines[startLine - 1]?.trim()).toBeTruthy();
      expect(lines[endLine - 1]?.trim()).toBeTruthy();
    }
  });

  test('carry their title and subtitle in their first lines', () => {
    for (const { title, subtitle, startLine } of articles) {
      const head = squeeze(lines.slice(startLine - 1, startLine + 6));
      expect(head).toContain(squeeze([title]));
      if (subtitle !== undefined) expect(head).toContain(squeeze([subtitle]));
    }
  });

  test('carry their publisher and author in their own text, or in a note on a group of articles', () => {
    for (const article of articles) {
      const own = squeeze(lines.slice(article.startLine - 1, article.endLine));
      const group = squeeze(lines.filter((line) => line.startsWith('（以上均来源于')));
      if (article.publisher !== undefined) {
        expect(own + group).toContain(squeeze([article.publisher]));
      }
      if (article.author !== undefined) expect(own).toContain(squeeze([article.author]));
    }
  });
});

describe('the questions', () => {
  test('have ids that differ', () => {
    const ids = questions.map((question) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have gold exactly when they can be answered', () => {
    for (const { id, answerable, gold, goldMode } of questions) {
      expect([id, gold.length > 0]).toEqual([id, answerable]);
      expect([id, goldMode !== undefined]).toEqual([id, answerable]);
    }
  });

  test('name articles that exist', () => {
    const missing = questions
      .flatMap((question) => question.gold)
      .filter((gold) => findArticle(gold) === undefined);
    expect(missing).toEqual([]);
  });

  test('have gold quotes that stand in their articles', () => {
    const missing = questions
      .flatMap((question) => question.gold)
      .filter((gold) => !readArticle(gold).includes(squeeze([gold.quote])));
    expect(missing).toEqual([]);
  });

  test('have two groups of gold when each group is asked for', () => {
    for (const { gold, goldMode } of questions) {
      const groups = new Set(gold.map((quote) => quote.group));
      expect(groups).toEqual(
        new Set(goldMode === 'each-group' ? [1, 2] : gold.length ? [undefined] : []),
      );
    }
  });

  test('cover the languages and the ways of having no answer', () => {
    const languages = new Set(questions.map((question) => question.lang));
    for (const language of [
      'zh',
      'zh-Hant',
      'en',
      'ja',
      'ru',
      'es',
      'fr',
      'de',
      'ko',
      'vi',
      'ar',
    ]) {
      expect(languages).toContain(language);
    }
    const types = new Set(
      questions.filter(({ answerable }) => !answerable).map(({ type }) => type),
    );
    expect(types).toEqual(
      new Set(['unanswerable-near', 'unanswerable-far', 'chitchat', 'garbage']),
    );
  });
});
