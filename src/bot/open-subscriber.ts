/**
 * For whom a command is meant: the chat and forum topic that it was sent in, or a channel that one of its admins names in
 * private: `/follow @channel marine economy`.
 */
import { GrammyError } from 'grammy';
import type { ChatFullInfo } from 'grammy/types';
import type { Alerts } from '../alerts/alerts.js';
import type { Subscriber } from '../domain/topic.js';
import type { BotContext, BotServices } from './bot-context.js';
import { findChatPlace } from './chat-place.js';
import { sendScreen } from './deliver.js';
import { isAdmin, mayManage } from './may-manage.js';

const CHANNEL_NAME = /^(?:@|(?:https?:\/\/)?t\.me\/)([a-z]\w{3,31})(?:\s+|$)/i;

/** What a command is about. */
interface OpenedSubscriber {
  readonly alerts: Alerts;
  readonly subscriber: Subscriber;
  /** What stands behind the command, and behind the channel's name. */
  readonly rest: string;
}

/** @returns `undefined` when the person may not, or there is no such channel; they were told so */
export async function openSubscriber(
  ctx: BotContext,
  rest: string,
  { app, logger }: Pick<BotServices, 'app' | 'logger'>,
): Promise<OpenedSubscriber | undefined> {
  const named = ctx.chat?.type === 'private' ? CHANNEL_NAME.exec(rest) : null;
  if (named === null) {
    if (!(await mayManage(ctx, logger))) return undefined;
    const alerts = await app.openAlerts();
    const subscriber = await ensureSubscriber(ctx, alerts);
    return subscriber && { alerts, subscriber, rest };
  }
  const [whole, name = ''] = named;
  const channel = await findChannel(ctx, name);
  if (channel === undefined || !(await isAdmin(ctx, channel.id, ctx.me.id))) {
    ctx.outcome = 'noChannel';
    await sendScreen(ctx, { content: ctx.texts.channelUnknown(`@${name}`) }, logger);
    return undefined;
  }
  if (!(await mayManage(ctx, logger, channel.id))) return undefined;
  const alerts = await app.openAlerts();
  const language = ctx.texts.language;
  const subscriber = await alerts.subscribers.ensure({
    chatId: channel.id,
    kind: 'channel',
    language,
  });
  return { alerts, subscriber, rest: rest.slice(whole.length) };
}

async function findChannel(ctx: BotContext, name: string): Promise<ChatFullInfo | undefined> {
  try {
    const chat = await ctx.api.getChat(`@${name}`);
    return chat.type === 'channel' ? chat : undefined;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 429) return undefined;
    throw error;
  }
}

/** The subscriber of the chat and forum topic that an update came from, made when there is none. */
export async function ensureSubscriber(
  ctx: BotContext,
  alerts: Alerts,
): Promise<Subscriber | undefined> {
  const place = findChatPlace(ctx);
  if (place === undefined || ctx.chat === undefined) return undefined;
  const { type } = ctx.chat;
  const kind = type === 'private' || type === 'channel' ? type : 'group';
  return alerts.subscribers.ensure({ ...place, kind, language: ctx.texts.language });
}
