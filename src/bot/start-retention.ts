/** Forgets beside the bot what has been kept long enough. Trouble with the store is logged and tried again later. */
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.js';
import type { BotApp } from './bot-app.js';

/** Often enough that a day is a day. */
const EVERY_MS = 6 * 60 * 60 * 1000;

/** Forgets at once, and again and again until the signal aborts; never rejects. */
export async function startRetention(
  app: Pick<BotApp, 'forgetOld'>,
  options: { readonly logger: Logger; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const { logger, clock, signal } = options;
  while (!signal.aborted) {
    try {
      const forgotten = await app.forgetOld();
      if (Object.values(forgotten).some((count) => count > 0)) {
        logger.info(forgotten, 'forgot what was kept long enough');
      }
    } catch (error) {
      logger.error({ err: error }, 'could not forget what was kept long enough');
    }
    await clock.wait(EVERY_MS, signal);
  }
}
