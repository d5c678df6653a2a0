/** `/settings`: language, layout and quotes in an answer, for a reader; when alerts are sent, for a chat. */
import { Composer } from 'grammy';
import { MAX_CHOSEN_QUOTES } from '../../domain/reader.js';
import type { Schedule } from '../../domain/topic.js';
import { countQuotesPerPage } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { SettingsPress } from '../callback-data.js';
import { answerPress, editScreen, type Screen, sendScreen } from '../deliver.js';
import { ensureSubscriber } from '../follow-topic.js';
import { mayManage } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress } from '../on-press.js';
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

  const buildScreen = (ctx: BotContext, schedule: Schedule): Screen => {
    const { preferences, texts } = ctx;
    const quotes = countQuotesPerPage(app, preferences);
    const isPrivate = ctx.chat?.type === 'private';
    return buildSettingsScreen(schedule, texts, isPrivate ? { preferences, quotes } : undefined);
  };

  /** One more, and from the last one on again from one. */
  const chooseQuotes = async (ctx: BotContext, readerId: number): Promise<void> => {
    const quotes = (countQuotesPerPage(app, ctx.preferences) % MAX_CHOSEN_QUOTES) + 1;
    ctx.preferences = { ...ctx.preferences, quotes };
    await app.readers.put(hashReader(readerId), ctx.preferences);
  };

  const chooseLayout = async (ctx: BotContext, readerId: number): Promise<void> => {
    const { layout, ...others } = ctx.preferences;
    ctx.preferences = layout === 'rich' ? others : { ...others, layout: 'rich' };
    await app.readers.put(hashReader(readerId), ctx.preferences);
  };

  onCommand(composer, 'settings', async (ctx) => {
    ctx.outcome = 'settings';
    if (!(await mayManage(ctx, logger))) return;
    const subscriber = await ensureSubscriber(ctx, await app.openAlerts());
    if (subscriber === undefined) return;
    await sendScreen(ctx, buildScreen(ctx, subscriber.schedule), logger);
  });

  onPress(composer, 'settings', async (ctx, { what, value }) => {
    if (!(await mayManage(ctx, logger))) return;
    await answerPress(ctx);
    const alerts = await app.openAlerts();
    const subscriber = await ensureSubscriber(ctx, alerts);
    if (subscriber === undefined) return;
    if (what === 'quotes' && ctx.from !== undefined) await chooseQuotes(ctx, ctx.from.id);
    if (what === 'layout' && ctx.from !== undefined) await chooseLayout(ctx, ctx.from.id);
    if (what === 'open' || what === 'quotes' || what === 'layout') {
      return editScreen(ctx, buildScreen(ctx, subscriber.schedule), logger);
    }
    if (what === 'askZone') return editScreen(ctx, buildZoneScreen(ctx.texts), logger);
    const schedule = { ...subscriber.schedule, ...choose(subscriber.schedule, what, value) };
    await alerts.subscribers.update(subscriber.id, {
      schedule,
      ...(what === 'zone' ? { hasChosenZone: true } : {}),
    });
    await editScreen(ctx, buildScreen(ctx, schedule), logger);
  });
  return composer;
}

/** What a press changes. */
function choose(
  schedule: Schedule,
  what: Exclude<SettingsPress, 'askZone' | 'open' | 'quotes' | 'layout'>,
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
