/** What every embedder promises. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder, PassageInput } from '../../src/ports/embedder.js';
import { bytesPerToken } from '../../src/search/token-codes.js';
import { cosine, dot } from './vectors.js';

const RICE: PassageInput = { lead: '稻田', sentences: ['早稻已经插完。', '晚稻在七月下种。'] };
const BRIDGE: PassageInput = {
  lead: 'The bridge',
  sentences: ['The new bridge over the river opened in May.', 'It is six kilometres long.'],
};

export function describeEmbedder(name: string, create: () => Embedder): void {
  describe(`Embedder: ${name}`, () => {
    let embedder: Embedder;
    beforeAll(() => {
      embedder = create();
    });
    afterAll(() => embedder.close());

    const embedOne = async (input: PassageInput) => {
      const { embeddings } = await embedder.embedPassages([input]);
      const [embedding] = embeddings;
      if (embedding === undefined) throw new Error('expected one embedding');
      return embedding;
    };

    it('gives vectors of its dimensions and of length 1', async () => {
      const { embeddings } = await embedder.embedPassages([RICE, BRIDGE]);
      const question = await embedder.embedQuestion('早稻什么时候插完？');
      for (const { vector } of [...embeddings, question]) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(embedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      }
    });

    it('gives passages in the order given, whatever their length', async () => {
      const short: PassageInput = { lead: '', sentences: ['短。'] };
      const long: PassageInput = {
        lead: '稻田',
        sentences: ['早稻已经插完，晚稻还没有。'.repeat(9)],
      };
      const inputs = [short, BRIDGE, long, RICE, short];
      const { embeddings } = await embedder.embedPassages(inputs);
      expect(embeddings).toHaveLength(5);
      for (const [index, input] of inputs.entries()) {
        const alone = await embedOne(input);
        expect(cosine(embeddings[index]?.vector ?? [], alone.vector)).toBeGreaterThan(0.97);
        expect(embeddings[index]?.tokenVectors.sentenceTokens).toEqual(
          alone.tokenVectors.sentenceTokens,
        );
      }
    });

    it('packs one token vector for each token that it counts', async () => {
      const { embeddings, tokenSum } = await embedder.embedPassages([RICE, BRIDGE]);
      let tokens = 0;
      embeddings.forEach(({ tokenVectors: { codes, leadTokens, sentenceTokens } }, index) => {
        const own = sentenceTokens.reduce((sum, count) => sum + count, leadTokens);
        expect(sentenceTokens).toHaveLength([RICE, BRIDGE][index]?.sentences.length ?? 0);
        expect(leadTokens).toBeGreaterThan(0);
        expect(Math.min(...sentenceTokens)).toBeGreaterThan(0);
        expect(codes).toHaveLength(own * bytesPerToken(embedder.dimensions));
        tokens += own;
      });
      expect(tokenSum.tokens).toBe(tokens);
      expect(tokenSum.sum).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...tokenSum.sum)).toBeGreaterThan(0);
    });

    it('adds up the token sums of passages embedded apart', async () => {
      const both = (await embedder.embedPassages([RICE, BRIDGE])).tokenSum;
      const rice = (await embedder.embedPassages([RICE])).tokenSum;
      const bridge = (await embedder.embedPassages([BRIDGE])).tokenSum;
      expect(both.tokens).toBe(rice.tokens + bridge.tokens);
      const apart = rice.sum.map((value, i) => value + (bridge.sum[i] ?? 0));
      expect(cosine(both.sum, apart)).toBeGreaterThan(0.99);
    });

    it('gives nothing for no passages', async () => {
      const { embeddings, tokenSum } = await embedder.embedPassages([]);
      expect(embeddings).toEqual([]);
      expect(tokenSum).toEqual({ sum: new Float64Array(embedder.dimensions), tokens: 0 });
      expect(await embedder.countTokens([])).toEqual([]);
    });

    it('takes a passage without a lead and one without words', async () => {
      const bare = await embedOne({ lead: '', sentences: ['早稻已经插完。'] });
      expect(bare.tokenVectors.leadTokens).toBe(0);
      const empty = await embedOne({ lead: '', sentences: ['……'] });
      expect(empty.tokenVectors).toMatchObject({ leadTokens: 0, sentenceTokens: [0] });
      expect(empty.tokenVectors.codes).toHaveLength(0);
      expect(Math.hypot(...empty.vector)).toBeCloseTo(1, 4);
    });

    it('cuts what is longer than the model takes, at the end', async () => {
      const sentences = Array.from({ length: 3 }, () => 'rain and rice and river '.repeat(120));
      const { tokenVectors } = await embedOne({ lead: 'Long', sentences });
      const [first = 0, , last] = tokenVectors.sentenceTokens;
      const tokens = tokenVectors.sentenceTokens.reduce((a, b) => a + b, tokenVectors.leadTokens);
      expect(tokens).toBeLessThanOrEqual(embedder.maxTokens);
      expect(first).toBeGreaterThan(100);
      expect(last).toBe(0);
    });

    it('counts tokens of each text, none for an empty one, more for a longer one', async () => {
      const [none, some = 0, more] = await embedder.countTokens([
        '',
        '早稻已经插完。',
        '早稻已经插完。'.repeat(5),
      ]);
      expect(none).toBe(0);
      expect(some).toBeGreaterThan(0);
      expect(more).toBeGreaterThan(some * 3);
    });

    it('tells how many passages are done, up to all of them', async () => {
      const done: number[] = [];
      const inputs = Array.from({ length: 40 }, () => RICE);
      await embedder.embedPassages(inputs, { onBatch: (count) => done.push(count) });
      expect(done.at(-1)).toBe(40);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.length).toBeGreaterThan(1);
    });

    it('stops when told to', async () => {
      const controller = new AbortController();
      const running = embedder.embedPassages(
        Array.from({ length: 80 }, () => RICE),
        { signal: controller.signal, onBatch: () => controller.abort() },
      );
      await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('gives each question token a vector, a text and a weight', async () => {
      const question = await embedder.embedQuestion('When did the new bridge open?');
      expect(question.tokens.length).toBeGreaterThanOrEqual(6);
      expect(question.tokens.join(' ').toLowerCase()).toContain('bridge');
      expect(question.tokenVectors).toHaveLength(question.tokens.length * embedder.dimensions);
      expect(question.tokenWeights).toHaveLength(question.tokens.length);
      expect(Math.min(...question.tokenWeights)).toBeGreaterThan(0);
    });

    it('gives the same question the same vectors', async () => {
      const first = await embedder.embedQuestion('早稻什么时候插完？');
      const second = await embedder.embedQuestion('早稻什么时候插完？');
      expect(second).toEqual(first);
    });

    it('puts a question nearer to the passage that shares its words', async () => {
      const { embeddings } = await embedder.embedPassages([RICE, BRIDGE]);
      const { vector } = await embedder.embedQuestion('The new bridge opened when?');
      const [rice, bridge] = embeddings.map((embedding) => dot(embedding.vector, vector));
      expect(bridge).toBeGreaterThan(rice ?? 1);
    });

    it.each([
      ['nothing', ''],
      ['marks alone', '？？！'],
      ['emoji', '😀👩‍👩‍👧🇨🇳'],
      ['half an emoji', '早\ud83d稻'],
      ['a NUL', 'a\0b'],
      ['right-to-left text', 'متى افتتح الجسر؟ \u202eabc'],
      ['10,000 characters', '早稻'.repeat(5000)],
    ])('takes a question of %s', async (_, text) => {
      const question = await embedder.embedQuestion(text);
      expect(question.tokenVectors).toHaveLength(question.tokens.length * embedder.dimensions);
      expect(Math.hypot(...question.vector)).toBeCloseTo(1, 4);
      expect(question.tokenVectors.every(Number.isFinite)).toBe(true);
    });
  });
}
