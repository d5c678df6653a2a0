/** How topics are read, put into other languages, narrowed, scheduled and matched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordCheck } from '../../src/alerts/check-words.js';
import { createTopicIndex, mayReach } from '../../src/alerts/index-topics.js';
import { packEntry, readEntry } from '../../src/alerts/pack-entry.js';
import { readTopic, TOPIC_LIMITS } from '../../src/alerts/read-topic.js';
import { isDue, isQuiet, readLocalTime } from '../../src/alerts/schedule-alerts.js';
import { fuseTopicScore } from '../../src/alerts/score-topic.js';
import { FIRST_SCHEDULE } from '../../src/domain/topic.js';
import { bagTerms } from '../../src/search/term-bag.js';
import { extractTerms } from '../../src/search/terms.js';
import { createTopic } from '../contracts/following.js';
import { createDraft } from '../support/drafts.js';
import { createMemoryAlerts } from '../support/memory-alerts.js';

const HOUR_MS = 3_600_000;

describe('readTopic', () => {
  it('tells words, exact words and excluded words apart', () => {
    expect(readTopic('  海洋 “自贸港” -房地产  port -"free trade" ')).toEqual({
      kind: 'topic',
      topic: {
        text: '海洋 “自贸港” -房地产 port -"free trade"',
        subject: '海洋 port 自贸港',
        exact: ['自贸港'],
        excluded: ['free trade', '房地产'],
        isExactOnly: false,
      },
    });
    expect(readTopic('"Zeppelin"')).toMatchObject({ topic: { isExactOnly: true } });
    expect(readTopic('low-altitude economy')).toMatchObject({ topic: { excluded: [] } });
  });

  it('refuses what is empty, one letter, or an article', () => {
    expect(readTopic(' \n ')).toEqual({ kind: 'empty' });
    expect(readTopic('海')).toEqual({ kind: 'tooShort' });
    expect(readTopic('-房地产')).toEqual({ kind: 'tooShort' });
    expect(readTopic('字'.repeat(5000))).toEqual({ kind: 'tooLong', characters: 5000 });
    expect(readTopic('字'.repeat(TOPIC_LIMITS.maxCharacters)).kind).toBe('topic');
  });

  it('takes any text without failing, and reads what it stores as it read it first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        const read = readTopic(given);
        if (read.kind === 'topic') expect(readTopic(read.topic.text)).toEqual(read);
      }),
    );
  });
});

describe('createWordCheck', () => {
  const topic = { exact: ['art'], excluded: ['房地产'] };
  const check = (text: string, given: { title?: string; from?: number } = {}): boolean => {
    const { title = '', from = 0 } = given;
    return createWordCheck({ title, text })(topic, { start: from, end: text.length, headings: [] });
  };
  it('wants exact words in the passage, alone where words stand alone', () => {
    expect(check('modern ART here')).toBe(true);
    expect(check('the party')).toBe(false);
    expect(check('art, and a party', { from: 3 })).toBe(false);
    expect(check('a party', { title: 'Art' })).toBe(true);
  });
  it('wants excluded words nowhere in the article', () => {
    expect(check('房地产市场; art', { from: 5 })).toBe(false);
    expect(check('art', { title: '房地產' })).toBe(false);
  });
});

describe('fuseTopicScore', () => {
  const options = { model: 'own', background: 0.25, known: 1 } as const;
  it('rises with each leg and falls with the background', () => {
    const legs = { late: 0.5, coverage: 0.5, vector: 0.2 };
    const base = fuseTopicScore(legs, options);
    for (const leg of ['late', 'coverage', 'vector'] as const) {
      expect(fuseTopicScore({ ...legs, [leg]: 0.9 }, options)).toBeGreaterThan(base);
    }
    expect(fuseTopicScore(legs, { ...options, background: 0.4 })).toBeLessThan(base);
  });
});

describe('mayReach', () => {
  it('asks more of words that the glossary does not know, and less for looser topics', () => {
    const far = { words: 'x', cosine: 0.13, isForeign: true };
    expect(mayReach(far, 0)).toBe(false);
    expect(mayReach({ ...far, cosine: 0.2 }, 3)).toBe(true);
    expect(mayReach(far, -2)).toBe(true);
    expect(mayReach({ ...far, isForeign: false }, 3)).toBe(true);
  });
});

describe('createTopicIndex', () => {
  it('finds every topic whose vector or words are near enough, and no other', () => {
    const vector = fc
      .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((values) => Float32Array.from(values));
    const word = fc.constantFrom('tide', 'crab', 'bridge', 'ferry');
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, vector), { maxLength: 8 }),
        vector,
        fc.array(word, { maxLength: 3 }),
        (topics, passage, terms) => {
          const texts = topics.map(([topicText, topicVector], topic) => {
            const length = Math.hypot(...topicVector) || 1;
            const vector = topicVector.map((value) => value / length);
            return { topic: `${topic}`, text: topicText, vector };
          });
          const index = createTopicIndex(4);
          const add = (topic: string, text: string, vector: Float32Array): void => {
            const terms = new Set(extractTerms(text));
            const shares = new Map([...terms].map((term) => [term, 1 / terms.size]));
            const one = { isForeign: false, isExact: false, language: 'en', vector, shares };
            const entry = readEntry(packEntry([one]), 4);
            index.add([{ words: topic, entry }], () => Float32Array.of(0.25, 0, 0, 0));
          };
          // Topics come at any time, and may come again, changed.
          for (const one of texts) add(one.topic, 'bridge tide', Float32Array.of(0.75, 0, 0, 0));
          for (const { topic, text, vector } of texts) {
            add(
              topic,
              text,
              vector.map((value, i) => (i === 0 ? value + 0.25 : value)),
            );
          }
          const stems = new Map([
            ['tide', 'tide'],
            ['crab', 'crab'],
            ['bridge', 'bridg'],
            ['ferry', 'ferri'],
          ]);
          const held = new Set(terms.map((term) => stems.get(term)));
          const expected = texts
            .filter(({ text: words, vector: own }) => {
              const distinct = [...new Set(words.split(' '))];
              const share =
                distinct.filter((term) => held.has(stems.get(term))).length / distinct.length;
              const dot = own.reduce((sum, value, i) => sum + value * (passage[i] as number), 0);
              return dot >= (share >= 0.35 ? 0.05 : share >= 0.15 ? 0.2 : 9);
            })
            .map(({ topic }) => topic);
          const stemmed = terms.map((term) => stems.get(term) ?? '');
          const found = index.findCandidates({ vector: passage, terms: bagTerms(stemmed) });
          expect(found.map(({ words }) => words).sort()).toEqual(expected);
        },
      ),
    );
  });
});

describe('schedules', () => {
  it('read the hour of the reader', () => {
    const at = Date.UTC(2026, 2, 9, 22, 30);
    expect(readLocalTime(at, 'Asia/Shanghai')).toEqual({ hour: 6, weekday: 2 });
    expect(readLocalTime(at, 'nowhere')).toEqual({ hour: 22, weekday: 1 });
  });
  it('are quiet over midnight', () => {
    const night = { ...FIRST_SCHEDULE, quietFrom: 22, quietTo: 7 };
    expect([21, 22, 3, 6, 7].map((hour) => isQuiet(night, hour))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isQuiet(FIRST_SCHEDULE, 0)).toBe(false);
  });
  it('send a digest once its hour has struck, late rather than never', () => {
    const daily = { ...FIRST_SCHEDULE, timing: 'daily', hour: 8 } as const;
    const raised = Date.UTC(2026, 2, 9, 7, 30);
    expect(isDue(daily, raised, Date.UTC(2026, 2, 9, 7, 59))).toBe(false);
    expect(isDue(daily, raised, Date.UTC(2026, 2, 9, 8, 0))).toBe(true);
    expect(isDue(daily, raised, Date.UTC(2026, 2, 9, 13, 0))).toBe(true);
    const weekly = { ...daily, timing: 'weekly', weekday: 1 } as const;
    expect(isDue(weekly, raised + HOUR_MS, raised + 3 * 24 * HOUR_MS)).toBe(false);
    expect(isDue(weekly, raised + HOUR_MS, raised + 7 * 24 * HOUR_MS + HOUR_MS)).toBe(true);
  });
});

describe('matching at ingest', () => {
  const follow = async (words: string, strictness = 0) => {
    const memory = createMemoryAlerts();
    const { subscribers, topics } = memory.alerts;
    const { id } = await subscribers.ensure({ chatId: 5, kind: 'private', language: 'zh' });
    await topics.put({ ...createTopic('topic001', id), words, strictness });
    const claim = () => memory.alerts.outbox.claim(id, { now: 99, limit: 99 });
    return { ...memory, claim };
  };
  const RICE = createDraft('稻田', ['早稻已经插完。', '晚稻在七月下种，稻田里养鱼。']);

  it('raises one alert an article, with a passage that is a slice of it', async () => {
    const { ingest, claim, alerts } = await follow('"晚稻"');
    const { articles } = await ingest('/in/a.txt', [RICE, createDraft('大桥', ['大桥通车。'])]);
    const raised = await claim();
    expect(raised).toHaveLength(1);
    const { quote, articleId } = raised[0] as (typeof raised)[number];
    expect(articleId).toBe(articles[0]?.id);
    expect(articles[0]?.text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(quote.text).toContain('晚稻');
    const shown = await alerts.show(raised[0] as (typeof raised)[number]);
    expect(shown?.citation).toMatchObject({ title: '稻田', start: quote.start });
  });

  it('says nothing twice: not for a reprint, nor for a document made anew', async () => {
    const { ingest, claim } = await follow('"晚稻"');
    await ingest('/in/a.txt', [RICE]);
    await ingest('/in/b.txt', [{ ...RICE, title: '又是稻田' }]);
    await ingest('/in/a.txt', [RICE], 'later');
    expect(await claim()).toHaveLength(1);
  });

  it('leaves out articles with excluded words, and what a paused topic would have raised', async () => {
    const { ingest, claim, alerts } = await follow('"晚稻" -养鱼');
    await ingest('/in/a.txt', [RICE]);
    expect(await claim()).toEqual([]);
    const topic = await alerts.topics.get('topic001');
    if (topic !== undefined)
      await alerts.topics.put({ ...topic, words: '"大桥"', state: 'paused' });
    await ingest('/in/b.txt', [createDraft('大桥', ['大桥通车。'])]);
    expect((await alerts.outbox.count()).waiting).toBe(0);
  });

  it('catches up with what came while a topic was paused, and with nothing twice', async () => {
    const { ingest, claim, alerts } = await follow('"晚稻"');
    await ingest('/in/a.txt', [RICE]);
    await claim();
    const topic = await alerts.topics.get('topic001');
    if (topic === undefined) throw new Error('no topic');
    // The documents of these tests all come at the same moment.
    const pausedAt = Date.parse('2025-01-06T08:00:00.000Z');
    await alerts.topics.put({ ...topic, state: 'paused', pausedAt });
    const news = createDraft('新稻', ['晚稻今年收成好，每亩多打一百斤。']);
    await ingest('/in/b.txt', [news, { ...RICE, title: '又是稻田' }]);
    expect(await claim()).toEqual([]);
    await alerts.topics.put({ ...topic, pausedAt });
    expect(await alerts.catchUp({ ...topic, pausedAt: pausedAt + 1 }, 50)).toBe(0);
    expect(await alerts.catchUp({ ...topic, pausedAt }, 50)).toBe(1);
    const raised = await claim();
    expect(raised.map(({ quote }) => quote.text)).toEqual([news.text]);
    expect(await alerts.catchUp({ ...topic, pausedAt }, 60)).toBe(0);
  });

  it('asks more of a stricter topic', async () => {
    const { ingest, claim } = await follow('"晚稻"', 40);
    await ingest('/in/a.txt', [RICE]);
    expect(await claim()).toEqual([]);
  });
});
