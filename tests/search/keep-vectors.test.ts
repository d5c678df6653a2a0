/** The vector index follows the store, whatever state it was found in. */
import { describe, expect, it } from 'vitest';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createExactIndex } from '../../src/adapters/memory/exact-index.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import {
  createMemoryPassageStore,
  createMemoryStateSource,
} from '../../src/adapters/memory/passage-store.js';
import { divideSum } from '../../src/domain/vectors.js';
import type { VectorIndex } from '../../src/ports/vector-index.js';
import { createVectorKeeper, type VectorKeeperPorts } from '../../src/search/keep-vectors.js';
import { createDocument, createDraft, embedDrafts } from '../support/drafts.js';

const embedder = createHashEmbedder({ dimensions: 32 });

function createParts() {
  const library = createMemoryLibrary(32);
  const store = createMemoryArticleStore(library);
  const index = createExactIndex();
  const counts = { opened: 0, saved: 0, added: 0, restarted: 0 };
  const counted: VectorIndex = {
    get size() {
      return index.size;
    },
    get middle() {
      return index.middle;
    },
    restart: (middle) => {
      counts.restarted += 1;
      index.restart(middle);
    },
    listIds: () => index.listIds(),
    add: (entries) => {
      counts.added += entries.length;
      index.add(entries);
    },
    remove: (ids) => index.remove(ids),
    search: (vector, k) => index.search(vector, k),
    save: async () => {
      counts.saved += 1;
    },
  };
  const ports: VectorKeeperPorts = {
    state: createMemoryStateSource(library),
    passages: createMemoryPassageStore(library),
    open: async () => {
      counts.opened += 1;
      return counted;
    },
  };
  const save = async (path: string, paragraphs: readonly string[], version = path) => {
    const { articles, tokenSum } = await embedDrafts([createDraft('题', paragraphs)], embedder);
    return store.saveDocument(createDocument(path, version), articles, tokenSum);
  };
  return { ports, index, counts, save };
}

const countParagraphs = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `第${index}段。`);

describe('createVectorKeeper', () => {
  it('fills an empty index from the store', async () => {
    const { ports, save, counts } = createParts();
    const { passageIds } = await save('/in/a.txt', ['早稻。', '晚稻。']);
    const keeper = createVectorKeeper(ports);
    const index = await keeper.current();
    expect([...index.listIds()]).toEqual([...passageIds]);
    expect(index.search((await embedder.embedQuestion('早稻')).vector, 1)[0]?.id).toBe(
      passageIds[0],
    );
    expect(counts.opened).toBe(1);
  });

  it('adds what came and removes what went, and nothing else', async () => {
    const { ports, save, counts } = createParts();
    await save('/in/a.txt', ['早稻。', '晚稻。']);
    const kept = await save('/in/b.txt', countParagraphs(100));
    const keeper = createVectorKeeper(ports);
    await keeper.current();
    const { passageIds } = await save('/in/a.txt', ['雨水。'], 'second version');
    const index = await keeper.current();
    expect([...index.listIds()].sort()).toEqual([...kept.passageIds, ...passageIds].sort());
    expect(counts).toMatchObject({ opened: 1, added: 103, restarted: 1 });
  });

  it('adds all anew once their mean has moved, so that no vector keeps what all have in common', async () => {
    const { ports, index, save, counts } = createParts();
    const first = await save('/in/a.txt', ['早稻。', '晚稻。']);
    const keeper = createVectorKeeper(ports);
    await keeper.current();
    const middle = index.middle;
    const second = await save('/in/b.txt', countParagraphs(20));
    await keeper.current();
    expect([...index.listIds()].sort()).toEqual([...first.passageIds, ...second.passageIds].sort());
    expect(counts).toMatchObject({ added: 2 + 22, restarted: 2 });
    expect(index.middle).not.toEqual(middle);
    expect(keeper.hasUnsaved()).toBe(true);
  });

  it('takes a snapshot that knows more than the store for what it is', async () => {
    const { ports, index, save } = createParts();
    index.add([{ id: 999, vector: new Float32Array(32) }]);
    const { passageIds } = await save('/in/a.txt', ['早稻。']);
    const keeper = createVectorKeeper(ports);
    expect([...(await keeper.current()).listIds()]).toEqual([...passageIds]);
    expect(keeper.hasUnsaved()).toBe(true);
  });

  it('does not look at the passages again while the generation stays', async () => {
    const { ports, save } = createParts();
    await save('/in/a.txt', ['早稻。']);
    let looks = 0;
    const passages = {
      ...ports.passages,
      listPassageIds: () => {
        looks += 1;
        return ports.passages.listPassageIds();
      },
    };
    const keeper = createVectorKeeper({ ...ports, passages });
    await keeper.current();
    await keeper.current();
    expect(looks).toBe(1);
    await save('/in/b.txt', ['晚稻。']);
    await keeper.current();
    expect(looks).toBe(2);
  });

  it('does the work once for callers side by side', async () => {
    const { ports, save, counts } = createParts();
    await save('/in/a.txt', ['早稻。', '晚稻。']);
    const keeper = createVectorKeeper(ports);
    const indexes = await Promise.all([keeper.current(), keeper.current(), keeper.current()]);
    expect(new Set(indexes).size).toBe(1);
    expect(counts).toMatchObject({ opened: 1, added: 2 });
  });

  it('forgets a failed open, so that the next call tries again', async () => {
    const { ports, save } = createParts();
    await save('/in/a.txt', ['早稻。']);
    let tries = 0;
    const keeper = createVectorKeeper({
      ...ports,
      open: (libraryId) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('no such disk')) : ports.open(libraryId);
      },
    });
    await expect(keeper.current()).rejects.toThrow('no such disk');
    expect((await keeper.current()).size).toBe(1);
    expect(tries).toBe(2);
  });

  it('catches up after the store failed in the middle', async () => {
    const { ports, save } = createParts();
    const { passageIds } = await save('/in/a.txt', ['早稻。', '晚稻。']);
    let isBroken = true;
    const passages = {
      ...ports.passages,
      readVectors: (ids: readonly number[]) =>
        isBroken ? Promise.reject(new Error('disk error')) : ports.passages.readVectors(ids),
    };
    const keeper = createVectorKeeper({ ...ports, passages });
    await expect(keeper.current()).rejects.toThrow('disk error');
    isBroken = false;
    expect([...(await keeper.current()).listIds()]).toEqual([...passageIds]);
    expect(keeper.hasUnsaved()).toBe(true);
  });

  it('saves only what has changed since the last time', async () => {
    const { ports, save, counts } = createParts();
    await save('/in/a.txt', ['早稻。']);
    const keeper = createVectorKeeper(ports);
    await keeper.save();
    expect(counts.saved).toBe(0);
    await keeper.current();
    await keeper.save();
    await keeper.save();
    expect(counts.saved).toBe(1);
    expect(keeper.hasUnsaved()).toBe(false);
    await save('/in/b.txt', ['晚稻。']);
    await keeper.current();
    await keeper.save();
    expect(counts.saved).toBe(2);
  });

  it('has nothing to save when the snapshot was up to date', async () => {
    const { ports, index, save, counts } = createParts();
    const { passageIds } = await save('/in/a.txt', ['早稻。']);
    const { vectorSum, passages } = await ports.state.readState();
    index.restart(divideSum(vectorSum, passages));
    index.add([{ id: passageIds[0] ?? 0, vector: new Float32Array(32) }]);
    const keeper = createVectorKeeper(ports);
    await keeper.current();
    expect(keeper.hasUnsaved()).toBe(false);
    expect(counts.added).toBe(0);
  });

  it('still has it to save after a save that failed', async () => {
    const { ports, save } = createParts();
    await save('/in/a.txt', ['早稻。']);
    const keeper = createVectorKeeper({
      ...ports,
      open: async (libraryId) => ({
        ...(await ports.open(libraryId)),
        save: () => Promise.reject(new Error('disk full')),
      }),
    });
    await keeper.current();
    await expect(keeper.save()).rejects.toThrow('disk full');
    expect(keeper.hasUnsaved()).toBe(true);
  });

  it('tells how far a long rebuild is', async () => {
    const { ports, save } = createParts();
    const paragraphs = countParagraphs(1100);
    await save('/in/a.txt', paragraphs);
    const events: { done: number; total: number }[] = [];
    await createVectorKeeper(ports).current((event) => events.push(event));
    expect(events.map(({ done }) => done)).toEqual([512, 1024, 1100]);
    expect(new Set(events.map(({ total }) => total))).toEqual(new Set([1100]));
  });
});
