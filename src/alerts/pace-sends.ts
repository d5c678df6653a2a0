/** Paces what is sent unasked, below what Telegram allows (core.telegram.org/bots/faq#my-bot-is-hitting-limits). */
import type { Clock } from '../ports/clock.js';

export const PACE = {
  /** Between any two messages: 25 a second; Telegram allows some 30. */
  overallMs: 40,
  /** Between two messages to one chat. */
  chatMs: 1000,
  /** Between two messages to one group: 20 a minute. */
  groupMs: 3000,
} as const;

export interface Pacer {
  /** When a chat may be sent the next message, if nothing else is sent; ms since 1970. */
  nextAt(chatId: number): number;
  /** Waits for the next place in the lane. @returns false when the signal was aborted */
  takeTurn(signal: AbortSignal): Promise<boolean>;
  /** Notes that a message goes to a chat now. */
  note(chatId: number, kind: 'private' | 'group' | 'channel'): void;
  /** Stops the whole lane; a longer stop wins. */
  stopFor(delayMs: number): void;
}

export function createPacer(clock: Clock): Pacer {
  const chats = new Map<number, number>();
  let nextTurn = 0;
  let stoppedUntil = 0;
  let seenAt = 0;
  /** The time. A clock that was set back takes what was noted by it along: nobody waits for it to catch up. */
  const readNow = (): number => {
    const now = clock.now();
    const backMs = seenAt - now;
    if (backMs > 0) {
      stoppedUntil -= backMs;
      nextTurn -= backMs;
      for (const [chatId, at] of chats) chats.set(chatId, at - backMs);
    }
    seenAt = now;
    return now;
  };
  return {
    nextAt(chatId) {
      readNow();
      return chats.get(chatId) ?? 0;
    },
    async takeTurn(signal) {
      for (;;) {
        if (signal.aborted) return false;
        const now = readNow();
        const at = Math.max(stoppedUntil, nextTurn);
        if (at <= now) {
          nextTurn = now + PACE.overallMs;
          return true;
        }
        await clock.wait(at - now, signal);
      }
    },
    note(chatId, kind) {
      const now = readNow();
      chats.set(chatId, now + (kind === 'private' ? PACE.chatMs : PACE.groupMs));
      if (chats.size > 10_000) {
        for (const [id, at] of chats) if (at <= now) chats.delete(id);
      }
    },
    stopFor(delayMs) {
      stoppedUntil = Math.max(stoppedUntil, readNow() + delayMs);
    },
  };
}
