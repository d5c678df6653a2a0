/** Says in the log, once, when Telegram cannot be reached, and once when it can again. */
import type { Transformer } from 'grammy';
import type { Logger } from 'pino';

/** Creates the transformer for `bot.api.config.use`. It changes nothing. */
export function watchReachability(logger: Logger): Transformer {
  let isDown = false;
  return async (previous, method, payload, signal) => {
    try {
      const result = await previous(method, payload, signal);
      if (isDown) logger.info('Telegram can be reached again');
      isDown = false;
      return result;
    } catch (error) {
      if (!isDown && signal?.aborted !== true) {
        isDown = true;
        const code = 'TELEGRAM_UNREACHABLE';
        logger.warn({ code, method, err: error }, 'Telegram cannot be reached; trying again');
      }
      throw error;
    }
  };
}
