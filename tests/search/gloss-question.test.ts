/** A question word by word in the passages' language. */
import { describe, expect, it } from 'vitest';
import { embedGlosses, makeGloss } from '../../src/search/gloss-question.js';
import { createGlossary, translateWords } from '../../src/search/translate-words.js';

const GLOSSARY = createGlossary([
  ['行政首长|行政长官', 'chief executive*'],
  ['澳门', 'Macau', 'Macao'],
  ['桥|大桥', 'bridge*'],
]);

/** The gloss of a question whose library holds some terms. */
function gloss(question: string, held: readonly string[]) {
  const translation = translateWords(question, 'zh', GLOSSARY);
  if (translation === undefined) return undefined;
  return makeGloss(question, { ...translation, language: 'zh' }, (term) =>
    held.includes(term) ? 3 : 0,
  );
}

describe('makeGloss', () => {
  it('takes of each thing the first way to write it that the library knows, and the numbers', () => {
    const held = ['行政', '政长', '长官', '澳门'];
    expect(gloss('Who is the chief executive of Macao in 2024?', held)).toEqual({
      language: 'zh',
      text: '行政长官 澳门 2024',
      share: expect.closeTo(0.6, 0),
    });
  });

  it('takes the commonest way where the library knows none', () => {
    expect(gloss('bridges of Macau', [])?.text).toBe('桥 澳门');
  });

  it('says each word once', () => {
    expect(gloss('Macau and Macao', ['澳门'])?.text).toBe('澳门');
  });

  it('is left out when the lexicon knows little of the question', () => {
    expect(gloss('Which marine biologists photographed turtles near Macau?', ['澳门'])).toBe(
      undefined,
    );
  });
});

describe('embedGlosses', () => {
  it('weighs a gloss by how much of the question it says', async () => {
    const embedding = {
      vector: new Float32Array(2),
      tokenVectors: new Float32Array(2),
      tokens: ['桥'],
      tokenWeights: [1],
    };
    const asked: string[] = [];
    const embedQuestion = async (text: string) => {
      asked.push(text);
      return embedding;
    };
    const embedded = await embedGlosses(
      [
        { language: 'zh', text: '桥', share: 1 },
        { language: 'en', text: 'bridge', share: 0.5 },
      ],
      { embedQuestion },
    );
    expect(asked).toEqual(['桥', 'bridge']);
    const [zh, en] = [embedded.get('zh'), embedded.get('en')];
    expect(zh?.embedding).toBe(embedding);
    expect(en?.weight).toBeCloseTo((zh?.weight ?? 0) / 2);
    expect(zh?.weight).toBeGreaterThan(0);
    expect(zh?.weight).toBeLessThan(1);
  });
});
