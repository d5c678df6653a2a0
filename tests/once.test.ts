/** Loaded once, on first use. */
import { describe, expect, it } from 'vitest';
import { createOnce } from '../src/once.js';

describe('createOnce', () => {
  it('loads at the first call, and gives everyone the same value', async () => {
    let loads = 0;
    const once = createOnce(async () => {
      loads += 1;
      return { loads };
    });
    expect(loads).toBe(0);
    const [first, second] = await Promise.all([once(), once()]);
    expect(second).toBe(first);
    expect(await once()).toBe(first);
    expect(loads).toBe(1);
  });

  it('forgets a load that failed, so that the next call tries again', async () => {
    let loads = 0;
    const once = createOnce(async () => {
      loads += 1;
      if (loads === 1) throw new Error('not yet');
      return 'loaded';
    });
    const both = await Promise.allSettled([once(), once()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(loads).toBe(1);
    expect(once.peek()).toBeUndefined();
    expect(await once()).toBe('loaded');
    expect(loads).toBe(2);
  });

  it('shows what was asked for without loading it', async () => {
    let loads = 0;
    const once = createOnce(async () => {
      loads += 1;
      return 'loaded';
    });
    expect(once.peek()).toBeUndefined();
    expect(loads).toBe(0);
    const loading = once();
    expect(once.peek()).toBe(loading);
    expect(await once.peek()).toBe('loaded');
  });
});
