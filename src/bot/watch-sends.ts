/** Keeps a turn informed of its messages: what may be on its way, what has arrived, and what nobody knows of. */
import type { Transformer } from 'grammy';
import { isRepeatable, wasNeverSent } from './telegram-errors.js';
import type { Turn } from './turns.js';

/** Creates the transformer for `ctx.api.config.use`. */
export function watchSends(turn: Turn): Transformer {
  return async (previous, method, payload, signal) => {
    if (isRepeatable(method)) return previous(method, payload, signal);
    const isFirst = turn.sent === 0 && !turn.isUnsure;
    if (isFirst) await turn.markSending(true);
    const takeBack = async (): Promise<void> => {
      if (isFirst) await turn.markSending(false);
    };
    try {
      const result = await previous(method, payload, signal);
      if (result.ok) turn.sent += 1;
      else if (result.error_code >= 500) turn.isUnsure = true;
      else await takeBack();
      return result;
    } catch (error) {
      if (wasNeverSent(error)) await takeBack();
      else turn.isUnsure = true;
      throw error;
    }
  };
}
