/**
 * Tries the rich layout. Whatever Telegram refuses about it, the plain one is sent instead; where the server does not know
 * rich messages at all, it is not asked again.
 */
import { GrammyError } from 'grammy';
import type { InputRichMessage } from 'grammy/types';
import type { Logger } from 'pino';
import type { BotContext } from './bot-context.js';
import { readRefusal } from './telegram-errors.js';

/** What is known of the server so far; one a bot. */
export interface RichSupport {
  isRefused: boolean;
}

/** A rich message, as a screen carries it beside its plain content. */
export type RichContent = InputRichMessage;

/** @returns whether the message was brought; `false`: the plain layout has to be */
export async function tryRich(
  ctx: BotContext,
  logger: Logger,
  call: () => Promise<unknown>,
): Promise<boolean> {
  if (ctx.rich.isRefused) return false;
  try {
    await call();
    return true;
  } catch (error) {
    if (readRefusal(error) === 'notModified') return true;
    // Any other refusal means the plain layout too, or is met by it again and dealt with there.
    if (!(error instanceof GrammyError) || ![400, 403, 404].includes(error.error_code)) throw error;
    ctx.rich.isRefused = error.error_code === 404 || /RICH_|rich message/i.test(error.description);
    if (ctx.rich.isRefused) {
      logger.warn(
        { err: error },
        'Telegram refuses rich messages; answers stay plain until restart',
      );
    }
    return false;
  }
}
