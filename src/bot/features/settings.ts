/** `/settings`: at once or as a digest, at which hour, quiet hours, time zone, sound. */
import { Composer } from 'grammy';
import type { Schedule } from '../../domain/topic.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { SettingsPress } from '../callback-data.js';
import { answerPress, editScreen, sendScreen } from '../deliver.js';
import { mayManageSubscriber } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress } from '../on-press.js';
import { openSubscriber } from '../open-subscriber.js';
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
  const { app, logger } = services;
  const composer = new Composer<BotContext>();

  onCommand(composer, 'settings', async (ctx, rest) => {
    ctx.outcome = 'settings';
    const opened = await openSubscriber(ctx, rest, services);
    if (opened === undefined) return;
    await sendScreen(ctx, buildSettingsScreen(opened.subscriber, ctx.texts), logger);
  });

  onPress(composer, 'settings', async (ctx, { what, subscriberId, value }) => {
    const { subscribers } = await app.openAlerts();
    const subscriber = await subscribers.get(subscriberId);
    if (!(await mayManageSubscriber(ctx, subscriber, logger)) || subscriber === undefined) return;
    await answerPress(ctx);
    if (what === 'askZone') return editScreen(ctx, buildZoneScreen(subscriber, ctx.texts), logger);
    const schedule = { ...subscriber.schedule, ...choose(subscriber.schedule, what, value) };
    await subscribers.update(subscriber.id, {
      schedule,
      ...(what === 'zone' ? { hasChosenZone: true } : {}),
    });
    await editScreen(ctx, buildSettingsScreen({ ...subscriber, schedule }, ctx.texts), logger);
  });
  return composer;
}

/** What a press changes. */
function choose(
  schedule: Schedule,
  what: Exclude<SettingsPress, 'askZone'>,
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
