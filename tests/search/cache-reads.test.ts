/** What was read lately is not read again, until the library changes. */
import { describe, expect, it } from 'vitest';
import { cachePassages, cacheReads } from '../../src/search/cache-reads.js';

/** Rows 1 to 99, with a note of what was asked for. */
function createRows() {
  const asked: (readonly number[])[] = [];
  const read = async (keys: readonly number[]) => {
    asked.push(keys);
    const found = keys.filter((key) => key >= 1 && key <= 99);
    return new Map(found.map((key) => [key, `row ${key}`]));
  };
  return { asked, read };
}

describe('cacheReads', () => {
  it('reads only what it does not have, and asks again for what did not exist', async () => {
    const { asked, read } = createRows();
    const rows = cacheReads(read, 10);
    expect([...(await rows.get([1, 2, 500]))]).toEqual([
      [1, 'row 1'],
      [2, 'row 2'],
    ]);
    expect((await rows.get([2, 3, 500])).get(3)).toBe('row 3');
    await rows.get([1, 3]);
    expect(asked).toEqual([
      [1, 2, 500],
      [3, 500],
    ]);
  });

  it('keeps what was used last, and gives more at once than it keeps', async () => {
    const { asked, read } = createRows();
    const rows = cacheReads(read, 2);
    expect((await rows.get([1, 2, 3])).size).toBe(3);
    await rows.get([2]);
    await rows.get([4]);
    await rows.get([2, 4]);
    await rows.get([3]);
    expect(asked).toEqual([[1, 2, 3], [4], [3]]);
  });

  it('forgets all when the library has changed, and only then', async () => {
    const { asked, read } = createRows();
    const rows = cacheReads(read, 10);
    rows.refresh(7);
    await rows.get([1]);
    rows.refresh(7);
    await rows.get([1]);
    expect(asked).toHaveLength(1);
    rows.refresh(8);
    await rows.get([1]);
    expect(asked).toHaveLength(2);
  });

  it('keeps nothing of a read that began before the library changed', async () => {
    let version = 'old';
    let letGo: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const rows = cacheReads(async (keys: readonly number[]) => {
      const found = new Map(keys.map((key) => [key, version]));
      if (version === 'old') await waiting;
      return found;
    }, 10);
    const slow = rows.get([1]);
    version = 'new';
    rows.refresh(1);
    letGo();
    expect((await slow).get(1)).toBe('old');
    expect((await rows.get([1])).get(1)).toBe('new');
  });
});

describe('cachePassages', () => {
  it('gives passages in the order asked for, read before or not', async () => {
    const passage = (id: number) => ({
      id,
      articleId: 'a',
      ordinal: id,
      start: 0,
      end: 1,
      headings: [],
      sentences: [],
    });
    const asked: (readonly number[])[] = [];
    const passages = cachePassages({
      getPassages: async (ids) => {
        asked.push(ids);
        return ids.filter((id) => id < 10).map(passage);
      },
      readVectors: async () => new Map(),
      readTokenVectors: async () => new Map(),
    });
    await passages.getPassages([3, 1]);
    const found = await passages.getPassages([2, 3, 99, 1]);
    expect(found.map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(asked).toEqual([
      [3, 1],
      [2, 99],
    ]);
  });
});
