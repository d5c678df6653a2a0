/** Routes commands to their features. */
import type { Composer } from 'grammy';
import type { BotContext } from './bot-context.js';
import { readRequest } from './read-question.js';

/**
 * Registers a handler for one command, wherever `readRequest` takes it; others go on to the next feature.
 *
 * @param handle `rest` is what stands behind the command; `next` hands it on after all
 */
export function onCommand(
  composer: Composer<BotContext>,
  name: string,
  handle: (ctx: BotContext, rest: string, next: () => Promise<void>) => Promise<void>,
): void {
  composer.on(['message:text', 'channel_post:text'], async (ctx, next) => {
    const request = readRequest(ctx.msg, ctx.me);
    if (request?.kind !== 'command' || request.name !== name) return next();
    await handle(ctx, request.rest, next);
  });
}
