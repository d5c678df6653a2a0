/** The parsing thread: one text after the other, ended when it takes too long, and there again for the next one. */
import { describe, expect, it } from 'vitest';
import { createParser } from '../../../src/adapters/web/parser.js';
import { makeRss } from '../../support/web-server.js';

const FEED = { kind: 'feed', text: makeRss('Gazette', []), address: 'https://a.example/' } as const;
/** 19,000 elements in each other: some passes of the search for the main text look at all pairs. */
const SLOW = { kind: 'page', text: `<html><body>${'<div>'.repeat(19_000)}` } as const;

describe('createParser', () => {
  it('takes several texts at once, and answers each', async () => {
    const parser = createParser();
    const other = { ...FEED, text: makeRss('Other', []) };
    const found = await Promise.all([
      parser.parse(FEED),
      parser.parse({ ...FEED, text: 'no feed' }).catch(({ code }) => code),
      parser.parse(other),
    ]);
    expect(found).toMatchObject([{ title: 'Gazette' }, 'FEED_INVALID', { title: 'Other' }]);
  });

  it('ends each text that takes too long', async () => {
    const parser = createParser({ timeoutMs: 0 });
    await expect(parser.parse(SLOW)).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(parser.parse(SLOW)).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('starts its thread again after a rest', async () => {
    const parser = createParser({ idleMs: 0 });
    expect(await parser.parse(FEED)).toMatchObject({ title: 'Gazette' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await parser.parse(FEED)).toMatchObject({ title: 'Gazette' });
  });
});
