/**
 * Tool of the tests, part of the fake Bot API server: how much a bot may send. Telegram does not publish its limits; these
 * are the ones of its FAQ: a message a second in a chat, with a burst, twenty a minute in a group, thirty a second in all.
 */
import type { Payload } from './methods.js';

export interface BudgetOptions {
  /** Messages a chat takes at once before a second has to pass for each. @default 5 */
  readonly burst?: number;
  /** @default 20 */
  readonly perGroupMinute?: number;
  /** @default 30 */
  readonly perSecond?: number;
}

/**
 * Creates the budget for `FakeBotApi.budget`: seconds to wait for a message that is over it.
 *
 * @param now seconds since 1970, with fractions
 */
export function createBudget(
  now: () => number,
  { burst = 5, perGroupMinute = 20, perSecond = 30 }: BudgetOptions = {},
): (call: { readonly method: string; readonly payload: Payload }) => number | undefined {
  const buckets = new Map<string, { left: number; at: number }>();
  const take = (key: string, size: number, perSecondRate: number): number => {
    const at = now();
    const bucket = buckets.get(key) ?? { left: size, at };
    const left = Math.min(size, bucket.left + (at - bucket.at) * perSecondRate);
    const waitSeconds = left >= 1 ? 0 : (1 - left) / perSecondRate;
    buckets.set(key, { left: waitSeconds > 0 ? left : left - 1, at });
    return waitSeconds;
  };
  return ({ method, payload }) => {
    if (!/^(send(?!ChatAction$)|editMessage|copy|forward)/.test(method)) return undefined;
    const chatId = Number(payload['chat_id']);
    const waits = [
      take('all', perSecond, perSecond),
      chatId < 0
        ? take(`group ${chatId}`, perGroupMinute, perGroupMinute / 60)
        : take(`chat ${chatId}`, burst, 1),
    ];
    const seconds = Math.max(...waits);
    return seconds > 0 ? Math.ceil(seconds) : undefined;
  };
}
