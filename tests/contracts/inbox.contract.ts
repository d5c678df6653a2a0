/** What every inbox promises: each update once, in order a lane, nothing lost with the program, nothing kept for ever. */
import { describe, expect, it } from 'vitest';
import type { Inbox, NewUpdate } from '../../src/ports/inbox.js';

/** Opens an empty inbox. */
export type OpenInbox = () => Promise<{ readonly inbox: Inbox; close(): Promise<void> }>;

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 1_795_000_000_000;

function update(updateId: number, lane = 'a', more: Partial<NewUpdate> = {}): NewUpdate {
  return { updateId, lane, expiresAt: NOW + DAY_MS, payload: `{"n":${updateId}}`, ...more };
}

export function describeInbox(name: string, open: OpenInbox): void {
  describe(`Inbox: ${name}`, () => {
    const within = async (test: (inbox: Inbox) => Promise<void>): Promise<void> => {
      const { inbox, close } = await open();
      await test(inbox).finally(close);
    };
    const add = (inbox: Inbox, ...updates: readonly NewUpdate[]) => inbox.add(updates, NOW);
    const claim = async (inbox: Inbox, now = NOW, limit = 10) =>
      (await inbox.claim({ now, limit })).updates;
    const idsOf = (list: readonly { readonly updateId: number }[]) =>
      list.map(({ updateId }) => updateId);

    it('takes an update once, however often it arrives', () =>
      within(async (inbox) => {
        expect(await add(inbox, update(7), update(7), update(8))).toBe(2);
        expect(await add(inbox, update(8), update(7))).toBe(0);
        const [first] = await claim(inbox);
        expect(first).toMatchObject({
          updateId: 7,
          task: 'answer',
          attempts: 1,
          receivedAt: NOW,
          payload: '{"n":7}',
        });
        await inbox.settle(first?.id ?? 0, { kind: 'done' }, NOW);
        expect(await add(inbox, update(7))).toBe(0);
        expect(idsOf(await claim(inbox))).toEqual([8]);
      }));

    it('hands out one update a lane, in the order of arrival, lanes side by side', () =>
      within(async (inbox) => {
        await add(inbox, update(5, 'a'), update(6, 'b'), update(3, 'a'), update(4, 'c'));
        const first = await claim(inbox, NOW, 2);
        expect(idsOf(first)).toEqual([5, 6]);
        expect(idsOf(await claim(inbox))).toEqual([4]);
        expect(await claim(inbox)).toEqual([]);
        await inbox.settle(first[0]?.id ?? 0, { kind: 'done' }, NOW);
        expect(idsOf(await claim(inbox))).toEqual([3]);
      }));

    it('holds a lane up for what is to be tried again, and counts the attempts', () =>
      within(async (inbox) => {
        await add(inbox, update(1), update(2), update(3, 'b'));
        const [first, other] = await claim(inbox);
        await inbox.settle(first?.id ?? 0, { kind: 'again', at: NOW + 50, isFree: false }, NOW);
        await inbox.settle(other?.id ?? 0, { kind: 'again', at: NOW, isFree: true }, NOW);
        expect(await claim(inbox)).toMatchObject([{ updateId: 3, attempts: 1 }]);
        expect(await claim(inbox, NOW + 49)).toEqual([]);
        expect(await claim(inbox, NOW + 50)).toMatchObject([{ updateId: 1, attempts: 2 }]);
      }));

    it('lets die what has expired, and goes on behind it', () =>
      within(async (inbox) => {
        await add(inbox, update(1, 'a', { expiresAt: NOW + 10 }), update(2));
        expect(await inbox.claim({ now: NOW + 10, limit: 9 })).toMatchObject({
          updates: [{ updateId: 2 }],
          expired: 1,
        });
        expect((await inbox.count()).dead).toEqual({ expired: 1 });
        expect(await add(inbox, update(1))).toBe(0);
      }));

    it('puts nothing off for long, though the clock is set back', () =>
      within(async (inbox) => {
        await add(inbox, update(1));
        const [first] = await claim(inbox);
        await inbox.settle(first?.id ?? 0, { kind: 'again', at: NOW + DAY_MS, isFree: true }, NOW);
        expect(await claim(inbox, NOW + 14 * 60_000)).toEqual([]);
        expect(await claim(inbox, NOW - 3_600_000)).toMatchObject([{ updateId: 1 }]);
      }));

    it('gives cut off turns again, a few times, if nothing can have been sent', () =>
      within(async (inbox) => {
        await add(inbox, update(1), update(2));
        const recover = () => inbox.recover({ now: NOW, mostAttempts: 2, mostNotes: 3 });
        expect(await recover()).toEqual({ again: 0, unsure: 0, dead: 0 });
        const [first] = await claim(inbox);
        await inbox.markSending(first?.id ?? 0, true);
        await inbox.markSending(first?.id ?? 0, false);
        expect(await recover()).toEqual({ again: 1, unsure: 0, dead: 0 });
        expect(await claim(inbox)).toMatchObject([{ updateId: 1, attempts: 2 }]);
        // Whoever asked is told.
        expect(await recover()).toEqual({ again: 0, unsure: 1, dead: 0 });
        expect(await claim(inbox)).toMatchObject([{ updateId: 1, task: 'note', attempts: 1 }]);
        expect(await recover()).toEqual({ again: 1, unsure: 0, dead: 0 });
        expect(await claim(inbox)).toMatchObject([{ updateId: 1, task: 'note', attempts: 2 }]);
        expect(await recover()).toEqual({ again: 1, unsure: 0, dead: 0 });
        expect(await claim(inbox)).toMatchObject([{ updateId: 1, task: 'note', attempts: 3 }]);
        expect(await recover()).toEqual({ again: 0, unsure: 0, dead: 1 });
        expect(await claim(inbox)).toMatchObject([{ updateId: 2, attempts: 1 }]);
        expect((await inbox.count()).dead).toEqual({ attempts: 1 });
      }));

    it('never answers again what may have been answered: it is noted instead', () =>
      within(async (inbox) => {
        await add(inbox, update(1), update(2), update(3, 'b'));
        const [cut, broken] = await claim(inbox);
        await inbox.markSending(cut?.id ?? 0, true);
        await inbox.markSending(broken?.id ?? 0, true);
        await inbox.settle(broken?.id ?? 0, { kind: 'unsure' }, NOW);
        expect(await claim(inbox)).toMatchObject([{ updateId: 3, task: 'note', attempts: 1 }]);
        expect(await inbox.recover({ now: NOW, mostAttempts: 5, mostNotes: 5 })).toEqual({
          again: 1,
          unsure: 1,
          dead: 0,
        });
        const notes = await claim(inbox);
        expect(notes).toMatchObject([
          { updateId: 1, task: 'note', payload: '{"n":1}' },
          { updateId: 3, task: 'note' },
        ]);
        for (const { id } of notes) await inbox.settle(id, { kind: 'dead', reason: 'unsure' }, NOW);
        expect(await claim(inbox)).toMatchObject([{ updateId: 2, task: 'answer' }]);
      }));

    it('counts, and settles nothing twice', () =>
      within(async (inbox) => {
        expect(await inbox.count()).toEqual({ waiting: 0, running: 0, done: 0, dead: {} });
        await add(inbox, update(1), update(2), update(3, 'b'), update(4, 'c'));
        const [first, other] = await claim(inbox);
        await inbox.settle(first?.id ?? 0, { kind: 'done' }, NOW);
        await inbox.settle(first?.id ?? 0, { kind: 'dead', reason: 'failed' }, NOW);
        await inbox.settle(other?.id ?? 0, { kind: 'dead', reason: 'failed' }, NOW);
        expect(await inbox.count()).toEqual({
          waiting: 1,
          running: 1,
          done: 1,
          dead: { failed: 1 },
          oldestAt: NOW,
        });
      }));
  });
}
