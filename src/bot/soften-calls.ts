/**
 * Where Telegram refuses a part of a message, sends it without that part: words without their marks or buttons are better
 * than none. It was a fault of ours, so it is logged; the message was refused, so nothing arrives twice.
 */
import type { Transformer } from 'grammy';
import type { Logger } from 'pino';
import { type Refusal, readDescription } from './telegram-errors.js';

/** The part that is at fault. */
const PARTS: Partial<Record<Refusal, string>> = {
  badEntities: 'entities',
  badButtons: 'reply_markup',
  replyGone: 'reply_parameters',
};

/** Creates the transformer for `api.config.use`. */
export function softenCalls(logger: Logger): Transformer {
  return async (previous, method, payload, signal) => {
    let given: Record<string, unknown> = { ...payload };
    for (;;) {
      const result = await previous(method, given as typeof payload, signal);
      if (result.ok) return result;
      const refusal = readDescription(result.description);
      const part = refusal === undefined ? undefined : PARTS[refusal];
      if (part === undefined || given[part] === undefined) return result;
      logger.warn({ method, refusal, part }, 'Telegram refused a part of a message; sent without');
      const { [part]: _, ...rest } = given;
      given = rest;
    }
  };
}
