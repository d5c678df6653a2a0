/** Runs the delivery of alerts beside the bot. Trouble with the store is logged and tried again; it never ends the bot. */
import { Api } from 'grammy';
import { deliverAlerts } from '../alerts/deliver-alerts.js';
import { systemClock } from '../clock.js';
import type { Metrics } from '../monitor/metrics.js';
import { createClientOptions } from './client-options.js';
import type { CreateBotOptions } from './create-bot.js';
import { observeCalls } from './observe-calls.js';
import type { InboxRunner } from './run-inbox.js';
import { createNotifier } from './send-alert.js';
import { softenCalls } from './soften-calls.js';

/** After a fault of the store. */
const RESTART_MS = 5000;
/** Answers under way are waited for, in steps, for so long at most. */
const REPLIES = { stepMs: 50, mostSteps: 100 } as const;

/** Delivers until the signal aborts; never rejects. */
export async function startDelivery(
  options: Pick<CreateBotOptions, 'app' | 'token' | 'apiRoot' | 'logger' | 'clock'> & {
    /** The bot's username, for links to it. */
    readonly botName: string;
  },
  {
    turns,
    metrics,
    signal,
  }: {
    readonly turns: Pick<InboxRunner, 'size'>;
    readonly metrics: Metrics;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { app, token, apiRoot, logger, clock = systemClock } = options;
  const api = new Api(token, createClientOptions(apiRoot));
  api.config.use(observeCalls(metrics, clock), softenCalls(logger));
  while (!signal.aborted) {
    try {
      const { outbox, subscribers, topics, show, forget } = await app.openAlerts();
      await deliverAlerts(
        {
          outbox,
          subscribers,
          topics,
          show,
          forget,
          notifier: createNotifier(api, options.botName),
          clock,
          letRepliesGoFirst: async () => {
            for (let step = 0; turns.size > 0 && step < REPLIES.mostSteps; step += 1) {
              await clock.wait(REPLIES.stepMs, signal);
            }
          },
          onAttempt: (outcome, alerts) => {
            metrics.noteAlerts(outcome, alerts);
            if (outcome === 'sent') logger.debug({ outcome, alerts }, 'alert delivered');
            else logger.warn({ outcome, alerts }, 'alert not delivered');
          },
        },
        signal,
      );
    } catch (error) {
      logger.error({ err: error }, 'delivery of alerts stopped; starting it again');
      await clock.wait(RESTART_MS, signal);
    }
  }
}
