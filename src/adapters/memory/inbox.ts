/** The inbox in memory, a tool of the tests. */
import {
  INBOX_LIMITS,
  type Inbox,
  type InboxTask,
  type NewUpdate,
  type TurnResult,
} from '../../ports/inbox.js';

interface Entry extends NewUpdate {
  readonly id: number;
  task: InboxTask;
  state: 'waiting' | 'running' | 'sending' | 'done' | 'dead';
  reason?: Extract<TurnResult, { kind: 'dead' }>['reason'];
  attempts: number;
  notBefore: number;
  readonly receivedAt: number;
}

export function createMemoryInbox(): Inbox {
  const entries: Entry[] = [];
  const isOpen = ({ state }: Entry) => state !== 'done' && state !== 'dead';
  const isRunning = ({ state }: Entry) => state === 'running' || state === 'sending';
  const isDue = (notBefore: number, now: number) =>
    notBefore <= now || notBefore > now + INBOX_LIMITS.longestWaitMs;
  const die = (list: readonly Entry[], reason: NonNullable<Entry['reason']>): number => {
    for (const entry of list) Object.assign(entry, { state: 'dead', reason });
    return list.length;
  };

  return {
    async add(updates, now) {
      const before = entries.length;
      for (const one of updates) {
        if (entries.some(({ updateId }) => updateId === one.updateId)) continue;
        entries.push({
          ...one,
          id: entries.length + 1,
          task: 'answer',
          state: 'waiting',
          attempts: 0,
          notBefore: 0,
          receivedAt: now,
        });
      }
      return entries.length - before;
    },
    async claim({ now, limit }) {
      const expired = die(
        entries.filter(({ state, expiresAt }) => state === 'waiting' && expiresAt <= now),
        'expired',
      );
      const heads = new Map<string, Entry>();
      for (const entry of entries.filter(isOpen)) {
        if (!heads.has(entry.lane)) heads.set(entry.lane, entry);
      }
      const taken = [...heads.values()]
        .filter(({ state, notBefore }) => state === 'waiting' && isDue(notBefore, now))
        .slice(0, limit);
      for (const entry of taken) {
        entry.state = 'running';
        entry.attempts += 1;
      }
      const updates = taken.map(({ id, updateId, task, attempts, receivedAt, payload }) => ({
        id,
        updateId,
        task,
        attempts,
        receivedAt,
        payload,
      }));
      return { updates, expired };
    },
    async markSending(id, isSending) {
      const entry = entries.find((one) => one.id === id && isRunning(one));
      if (entry !== undefined) entry.state = isSending ? 'sending' : 'running';
    },
    async settle(id, result, now) {
      const entry = entries.find((one) => one.id === id && isRunning(one));
      if (entry === undefined) return;
      if (result.kind === 'done') entry.state = 'done';
      else if (result.kind === 'dead') die([entry], result.reason);
      else if (result.kind === 'again') {
        entry.state = 'waiting';
        entry.notBefore = Math.min(result.at, now + INBOX_LIMITS.longestWaitMs);
        if (result.isFree) entry.attempts -= 1;
      } else {
        Object.assign(entry, { task: 'note', state: 'waiting', notBefore: 0, attempts: 0 });
      }
    },
    async recover({ mostAttempts, mostNotes }) {
      const cut = entries.filter(isRunning);
      const unsure = cut.filter(
        ({ state, task, attempts }) =>
          task === 'answer' && (state === 'sending' || attempts >= mostAttempts),
      );
      for (const entry of unsure) {
        Object.assign(entry, { task: 'note', state: 'waiting', notBefore: 0, attempts: 0 });
      }
      const dead = die(
        entries.filter((entry) => isRunning(entry) && entry.attempts >= mostNotes),
        'attempts',
      );
      const again = entries.filter(isRunning);
      for (const entry of again) entry.state = 'waiting';
      return { again: again.length, unsure: unsure.length, dead };
    },
    async count() {
      const countOf = (...states: string[]) =>
        entries.filter(({ state }) => states.includes(state)).length;
      const dead: Partial<Record<string, number>> = {};
      for (const { reason } of entries) {
        if (reason !== undefined) dead[reason] = (dead[reason] ?? 0) + 1;
      }
      const oldest = entries.find(({ state }) => state === 'waiting');
      return {
        waiting: countOf('waiting'),
        running: countOf('running', 'sending'),
        done: countOf('done'),
        dead,
        ...(oldest === undefined ? {} : { oldestAt: oldest.receivedAt }),
      };
    },
  };
}
