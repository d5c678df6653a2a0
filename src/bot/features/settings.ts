/** `/settings`: quotes in an answer and language, for a reader; when alerts are sent, for a chat. */
import { Composer } from 'grammy';
import { MAX_CHOSEN_QUOTES } from '../../domain/reader.js';
import type { Schedule, Subscriber } from '../../domain/topic.js';
import { countQuotesPerPage } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { SettingsPress } from '../callback-data.js';
import { answerPress, editScreen, type Screen, sendScreen } from '../deliver.js';
import { mayManageSubscriber } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress } from '../on-press.js';
import { ensureSubscriber, openSubscriber } from '../open-subscriber.js';
import {
  buildSettingsScreen,
  buildZoneScreen,
  QUIET_HOURS,
  ZONES,
} from '../render/render-settings.js';

const TIMINGS = ['instant', 'daily', 'weekly'] as const;
/** The hour of a digest moves by so many. */
const HOUR_STEP = 2;

/** Creates the feature. */
export function createSettingsFeature(services: BotServices): Composer<BotContext> {
  const { app, logger, hashReader } = services;
  const composer = new Composer<BotContext>();

  const buildScreen = (ctx: BotContext, subscriber: Subscriber): Screen => {
    const { preferences, texts } = ctx;
    const quotes = countQuotesPerPage(app, preferences);
    // A channel's settings, shown to its admin in private, say nothing of how that one is answered.
    const isOwn = ctx.chat?.type === 'private' && subscriber.chatId === ctx.chat.id;
    return buildSettingsScreen(subscriber, texts, isOwn ? { preferences, quotes } : undefined);
  };

  /** One more, and from the last one on again from one. */
  const chooseQuotes = async (ctx: BotContext, readerId: number): Promise<void> => {
    const quotes = (countQuotesPerPage(app, ctx.preferences) % MAX_CHOSEN_QUOTES) + 1;
    ctx.preferences = { ...ctx.preferences, quotes };
    await app.readers.put(hashReader(readerId), ctx.preferences);
  };

  onCommand(composer, 'settings', async (ctx, rest) => {
    ctx.outcome = 'settings';
    const opened = await openSubscriber(ctx, rest, services);
    if (opened === undefined) return;
    await sendScreen(ctx, buildScreen(ctx, opened.subscriber), logger);
  });

  onPress(composer, 'settings', async (ctx, { what, subscriberId, value }) => {
    const alerts = await app.openAlerts();
    const { subscribers } = alerts;
    const subscriber =
      subscriberId === undefined
        ? await ensureSubscriber(ctx, alerts)
        : await subscribers.get(subscriberId);
    if (!(await mayManageSubscriber(ctx, subscriber, logger)) || subscriber === undefined) return;
    await answerPress(ctx);
    if (what === 'quotes' && ctx.from !== undefined) await chooseQuotes(ctx, ctx.from.id);
    if (what === 'open' || what === 'quotes') {
      return editScreen(ctx, buildScreen(ctx, subscriber), logger);
    }
    if (what === 'askZone') return editScreen(ctx, buildZoneScreen(subscriber, ctx.texts), logger);
    const schedule = { ...subscriber.schedule, ...choose(subscriber.schedule, what, value) };
    await subscribers.update(subscriber.id, {
      schedule,
      ...(what === 'zone' ? { hasChosenZone: true } : {}),
    });
    await editScreen(ctx, buildScreen(ctx, { ...subscriber, schedule }), logger);
  });
  return composer;
}

/** What a press changes. */
function choose(
  schedule: Schedule,
  what: Exclude<SettingsPress, 'askZone' | 'open' | 'quotes'>,
  value: number | undefined,
): Partial<Schedule> {
  switch (what) {
    case 'timing':
      return {
        timing: TIMINGS[(TIMINGS.indexOf(schedule.timing) + 1) % TIMINGS.length] ?? 'instant',
      };
    case 'hour':
      return { hour: (schedule.hour + HOUR_STEP) % 24 };
    case 'quiet': {
      const at = QUIET_HOURS.findIndex(
        ([from, to]) => from === schedule.quietFrom && to === schedule.quietTo,
      );
      const [quietFrom, quietTo] = QUIET_HOURS[(at + 1) % QUIET_HOURS.length] ?? [0, 0];
      return { quietFrom, quietTo };
    }
    case 'zone':
      return { timeZone: ZONES[value ?? 0] ?? schedule.timeZone };
    case 'sound':
      return { isSilent: !schedule.isSilent };
  }
}
