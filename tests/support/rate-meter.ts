/** Tool of the tests: how fast a bot really writes, as Telegram counts it. */

/** The most that was seen. */
export interface Rates {
  /** Messages to all chats within any second. */
  readonly mostInASecond: number;
  /** Messages to one private chat within any second. */
  readonly mostInASecondToAPerson: number;
  /** Messages to one group within any minute. */
  readonly mostInAMinuteToAGroup: number;
}

export interface RateMeter {
  /** Notes a message to a chat; times have to rise, ms since 1970. */
  note(chatId: number, at: number): void;
  read(): Rates;
}

/** Counts calls as they arrive. */
export function createRateMeter(): RateMeter {
  const all: number[] = [];
  const chats = new Map<number, number[]>();
  return {
    note(chatId, at) {
      all.push(at);
      chats.set(chatId, [...(chats.get(chatId) ?? []), at]);
    },
    read() {
      const most = (isGroup: boolean, withinMs: number): number =>
        [...chats]
          .filter(([chatId]) => chatId < 0 === isGroup)
          .reduce((sum, [, times]) => Math.max(sum, countMost(times, withinMs)), 0);
      return {
        mostInASecond: countMost(all, 1000),
        mostInASecondToAPerson: most(false, 1000),
        mostInAMinuteToAGroup: most(true, 60_000),
      };
    },
  };
}

/** The most times that lie within a span. */
function countMost(times: readonly number[], withinMs: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while (at - (times[first] as number) >= withinMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
