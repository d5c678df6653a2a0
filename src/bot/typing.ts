/** Shows “typing” while something takes long. */

import type { Clock } from '../ports/clock.js';
import type { BotContext } from './bot-context.js';
import { findChatPlace, isSeenByOneOnly } from './chat-place.js';

/** Short waits show nothing; Telegram hides the action after 5 s. */
const TYPING = { firstAfterMs: 500, repeatAfterMs: 4500 } as const;

/** Does the work; from half a second on the chat shows that the bot is typing. A failing action is no trouble. */
export async function withTyping<Result>(
  ctx: BotContext,
  clock: Clock,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const showing = keepShowing(ctx, clock, done.signal).catch(() => undefined);
  try {
    return await work();
  } finally {
    done.abort();
    // Not awaited: an action that hangs must not hold back the answer.
    void showing;
  }
}

async function keepShowing(ctx: BotContext, clock: Clock, done: AbortSignal): Promise<void> {
  const place = findChatPlace(ctx);
  // Others would wonder what is being typed.
  if (place === undefined || isSeenByOneOnly(ctx)) return;
  await clock.wait(TYPING.firstAfterMs, done);
  while (!done.aborted) {
    const { chatId, threadId } = place;
    await ctx.api.sendChatAction(
      chatId,
      'typing',
      threadId === undefined ? {} : { message_thread_id: threadId },
    );
    await clock.wait(TYPING.repeatAfterMs, done);
  }
}
