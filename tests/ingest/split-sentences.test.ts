/** Sentences of a paragraph, Chinese and Western, with nothing lost between them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/ingest/split-sentences.js';

const split = (text: string): string[] =>
  splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

const LONG_QUOTE = `会议指出：“${'要把粮食安全放在第一位，'.repeat(4)}不能松懈。”`;

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['早稻已经插完。晚稻呢？快了！', ['早稻已经插完。', '晚稻呢？', '快了！']],
    ['早稻已经插完', ['早稻已经插完']],
    ['真的吗？！是的。', ['真的吗？！', '是的。']],
    ['他说：“早稻插完了。”大家都笑了。', ['他说：“早稻插完了。”大家都笑了。']],
    ['“早稻插完了。”他说。大家都笑了。', ['“早稻插完了。”他说。', '大家都笑了。']],
    ['（本报记者。北京）会议召开。', ['（本报记者。北京）会议召开。']],
    ['《第一条。总则》已经发布。全文如下。', ['《第一条。总则》已经发布。', '全文如下。']],
    ['增长6.5%。下降1.2%。', ['增长6.5%。', '下降1.2%。']],
    ['等等……我们再看。', ['等等……我们再看。']],
    ['第一，抓紧；第二，抓实。', ['第一，抓紧；第二，抓实。']],
    [`${LONG_QUOTE}会议要求各地落实。`, [LONG_QUOTE, '会议要求各地落实。']],
  ])('splits “%s”', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it.each<[string, string[]]>([
    ['The bridge opened. It is long.', ['The bridge opened.', 'It is long.']],
    ['Is it long? Yes! Very.', ['Is it long?', 'Yes!', 'Very.']],
    ['Mr. Lin and Dr. Wang met at 6.5 km.', ['Mr. Lin and Dr. Wang met at 6.5 km.']],
    ['J. R. Smith came, i.e. late.', ['J. R. Smith came, i.e. late.']],
    ['See www.example.org. Then go.', ['See www.example.org.', 'Then go.']],
    ['"Really?" she asked. He nodded.', ['"Really?" she asked.', 'He nodded.']],
    ['He said, “It rained.” Then he left.', ['He said, “It rained.” Then he left.']],
    ['Version 2.0 is out. version 3 follows.', ['Version 2.0 is out. version 3 follows.']],
    ['It ended (see no. 5). Next came rain.', ['It ended (see no. 5).', 'Next came rain.']],
    ['Wait… Then it rained.', ['Wait…', 'Then it rained.']],
    ['Wait… and see.', ['Wait… and see.']],
  ])('splits “%s”', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('does not wait for ever for a closing mark that was forgotten', () => {
    const text = `他说：“${'雨下了一天。'.repeat(30)}他说：“好。”`;
    expect(split(text).length).toBeGreaterThan(20);
  });

  it('looks at the given part of the text only', () => {
    const text = '前文。早稻插完了。晚稻呢？后文。';
    expect(splitSentences(text, 3, 13)).toEqual([
      { start: 3, end: 9 },
      { start: 9, end: 13 },
    ]);
    expect(splitSentences(text, 3, 7)).toEqual([{ start: 3, end: 7 }]);
  });

  it('finds none in white space', () => {
    expect(split('')).toEqual([]);
    expect(split(' \u3000\t')).toEqual([]);
  });

  it('loses nothing but white space between two sentences, whatever the text is', () => {
    const piece = fc.constantFrom(
      ...[
        '早稻',
        '。',
        '？',
        '！',
        '……',
        '“',
        '”',
        '（',
        '）',
        '「',
        '」',
        '《',
        '》',
        ' ',
        '\u3000',
      ],
      ...[
        'word',
        'Word',
        'Mr',
        '.',
        '!',
        '?',
        '"',
        "'",
        '(',
        ')',
        '[',
        ']',
        '6',
        '…',
        '😀',
        '\ud83d',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(8), (pieces, skip) => {
        const text = pieces.join('');
        const start = Math.min(skip, text.length);
        let last = start;
        for (const sentence of splitSentences(text, start, text.length)) {
          expect(text.slice(last, sentence.start).trim()).toBe('');
          const words = text.slice(sentence.start, sentence.end);
          expect(words).toBe(words.trim());
          expect(words).not.toBe('');
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          last = sentence.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
