/** What the inbox has to know of an update: what it must not overtake, and how long an answer is of use. */
import type { Update } from 'grammy/types';
import type { NewUpdate } from '../ports/inbox.js';

/** For how long Telegram keeps an update, and takes an answer to it, in milliseconds (server's source: Client.cpp). */
const LIFETIMES = {
  press: 150_000,
  inlineQuery: 30_000,
  other: 24 * 60 * 60 * 1000,
} as const;

/** @param now when it arrived, ms since 1970; presses and inline queries do not tell their age */
export function describeUpdate(update: Update, now: number): NewUpdate {
  const { callback_query: press, inline_query: inlineQuery } = update;
  const lifetimeMs =
    (press && LIFETIMES.press) ?? (inlineQuery && LIFETIMES.inlineQuery) ?? LIFETIMES.other;
  return {
    updateId: update.update_id,
    lane: findLane(update),
    expiresAt: now + lifetimeMs,
    payload: JSON.stringify(update),
  };
}

/** The chat; what has none goes by its sender, so that typing in another chat waits for nothing here. */
function findLane(update: Update): string {
  for (const [type, content] of Object.entries(update) as [string, unknown][]) {
    if (typeof content !== 'object' || content === null) continue;
    const { chat, message, from } = content as {
      readonly chat?: { readonly id: number };
      readonly message?: { readonly chat: { readonly id: number } };
      readonly from?: { readonly id: number };
    };
    const chatId = chat?.id ?? message?.chat.id;
    // A guest's chat may have the number of another one.
    if (chatId !== undefined && type !== 'guest_message') return `chat ${chatId}`;
    if (from !== undefined) return `${type} ${from.id}`;
  }
  return 'other';
}
