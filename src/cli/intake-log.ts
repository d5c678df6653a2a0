/** Writes into the log what articles arrive by themselves, and what goes wrong with them. */
import type { Logger } from 'pino';
import type { IntakeHooks } from '../intake/intake-hooks.js';

/** Creates the hooks. Addresses and titles of sources are the keeper's, not a reader's: they may be logged. */
export function createIntakeLog(logger: Logger): IntakeHooks {
  return {
    onDocument({ document, path, outcome, articles, passages }) {
      const level = outcome === 'skipped' ? 'debug' : 'info';
      logger[level]({ document, path, outcome, articles, passages }, 'document ingested');
    },
    onFailure({ document, path, code, message, hint }) {
      logger.warn({ document, path, code, hint }, message);
    },
    onPull({ feed, outcome, added, replaced, failed, fault, nextPullAt }) {
      const next = new Date(nextPullAt).toISOString();
      const facts = { feedId: feed.id, feed: feed.address, outcome, next };
      if (fault !== undefined) {
        logger.warn({ ...facts, code: fault.code, hint: fault.hint }, fault.message);
      } else {
        const level = added + replaced + failed > 0 ? 'info' : 'debug';
        logger[level]({ ...facts, added, replaced, failed }, 'feed pulled');
      }
    },
    onFault(source, error) {
      logger.error({ source, code: error.code, hint: error.hint }, error.message);
    },
  };
}
