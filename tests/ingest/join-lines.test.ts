/** Joining broken lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLine } from '../../src/domain/article.js';
import { closeChineseGaps, findGlue, joinLines } from '../../src/ingest/join-lines.js';

const join = (lines: readonly string[], words: readonly string[] = []) =>
  joinLines(
    lines.map((text, index) => ({ text, number: index + 1 })),
    (word) => words.includes(word),
  ).text;

describe('joining lines', () => {
  it('puts nothing between Chinese characters and a space between words', () => {
    expect(join(['巩固深化党', '纪学习教育'])).toBe('巩固深化党纪学习教育');
    expect(join(['the quick', 'brown fox'])).toBe('the quick brown fox');
    expect(join(['外送电量', '3150 亿度'])).toBe('外送电量3150 亿度');
    expect(findGlue('他说：“', '好')).toBe('');
    expect(findGlue('he said', '“yes”')).toBe(' ');
  });

  it('heals a cut word only when the document knows it whole', () => {
    expect(join(['for exam-', 'ple'], ['example'])).toBe('for example');
    expect(join(['a well-', 'known tune'], ['known'])).toBe('a well-known tune');
  });

  it('closes the gaps that a word processor sets round digits, and keeps the others', () => {
    expect(closeChineseGaps('民进 2025 年会史工作')).toBe('民进2025年会史工作');
    expect(closeChineseGaps('决胜“十四五” 奋发向前行')).toBe('决胜“十四五” 奋发向前行');
    expect(closeChineseGaps('Windows 11 Update')).toBe('Windows 11 Update');
  });

  it('knows for every character the line it came from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[一-龥a-z]{1,12}$/), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const { text, lineStarts } = joinLines(
            lines.map((line, index) => ({ text: line, number: index + 1 })),
          );
          const rebuilt = lines.map(() => '');
          for (const [index, character] of [...text].entries()) {
            const line = findLine(lineStarts, index) - 1;
            rebuilt[line] = `${rebuilt[line] ?? ''}${character}`;
          }
          expect(rebuilt.map((line) => line.trim())).toEqual(lines);
        },
      ),
    );
  });
});
