/**
 * Tries calls to Telegram again where it helps a reader who is waiting: short floods are waited out, one broken connection
 * is forgiven. A message that may have arrived is not sent again: nobody is to see an answer twice. Long floods and
 * outages are not waited out here: the inbox brings the update again.
 */
import type { Transformer } from 'grammy';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.js';
import { isRepeatable, wasNeverSent } from './telegram-errors.js';

/** How often and how long. */
const RETRY = {
  /** Longest `retry_after` that is waited out, in seconds. */
  maxFloodSeconds: 5,
  maxFloods: 2,
  /** Network errors and answers of 500 and above. */
  maxBreaks: 1,
  breakDelayMs: 300,
} as const;

/** Polling has its own way of trying again; “typing” is not worth a second try. */
const NEVER_RETRIED: ReadonlySet<string> = new Set(['getUpdates', 'sendChatAction']);

/** Creates the transformer for `bot.api.config.use`. */
export function retryCalls(services: {
  readonly clock: Clock;
  readonly logger: Logger;
}): Transformer {
  const { clock, logger } = services;
  return async (previous, method, payload, signal) => {
    if (NEVER_RETRIED.has(method)) return previous(method, payload, signal);
    for (let floods = 0, breaks = 0; ; ) {
      try {
        const result = await previous(method, payload, signal);
        if (result.ok) return result;
        const seconds = result.parameters?.retry_after ?? Number.POSITIVE_INFINITY;
        if (result.error_code === 429 && seconds <= RETRY.maxFloodSeconds) {
          if (floods++ >= RETRY.maxFloods) return result;
          logger.info({ method, retryAfterSeconds: seconds }, 'Telegram asks to wait');
          await clock.wait(seconds * 1000);
        } else if (result.error_code >= 500) {
          if (!isRepeatable(method) || breaks++ >= RETRY.maxBreaks) return result;
          await clock.wait(RETRY.breakDelayMs);
        } else return result;
      } catch (error) {
        const isHarmless = isRepeatable(method) || wasNeverSent(error);
        const isHopeless = signal?.aborted === true || isTimeout(error) || !isHarmless;
        if (isHopeless || breaks++ >= RETRY.maxBreaks) throw error;
        logger.info({ method, err: error }, 'call to Telegram broke off; trying once more');
        await clock.wait(RETRY.breakDelayMs);
      }
    }
  };
}

/** A call that hung for a minute will hang again. */
function isTimeout(error: unknown): boolean {
  const inner = error instanceof Error && 'error' in error ? error.error : error;
  return inner instanceof Error && /timed out/.test(inner.message);
}
