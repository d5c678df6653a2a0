/** Counts and times every call to Telegram, each attempt by itself. */
import type { Transformer } from 'grammy';
import type { CallOutcome, Metrics } from '../monitor/metrics.js';
import type { Clock } from '../ports/clock.js';

/** Creates the transformer for `bot.api.config.use`; to be installed first, beneath what tries again. It changes nothing. */
export function observeCalls(metrics: Metrics, clock: Pick<Clock, 'now'>): Transformer {
  return async (previous, method, payload, signal) => {
    const startedAt = clock.now();
    let outcome: CallOutcome = 'broken';
    try {
      const result = await previous(method, payload, signal);
      outcome = result.ok ? 'ok' : readOutcome(result.error_code);
      return result;
    } finally {
      metrics.noteCall({ method, outcome, tookMs: clock.now() - startedAt });
    }
  };
}

function readOutcome(errorCode: number): CallOutcome {
  if (errorCode === 429) return 'flooded';
  return errorCode >= 500 ? 'serverError' : 'refused';
}
