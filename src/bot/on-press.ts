/** Routes button presses to their features, and opens the answer that a button belongs to. */
import type { Composer } from 'grammy';
import type { StoredAnswer } from '../ports/answer-store.js';
import type { BotContext, BotServices } from './bot-context.js';
import { decodePress, type Press } from './callback-data.js';
import { answerPress } from './deliver.js';

type PressOf<Action extends Press['action']> = Extract<Press, { readonly action: Action }>;

/** Registers a handler for one kind of press; others go on to the next feature. */
export function onPress<Action extends Press['action']>(
  composer: Composer<BotContext>,
  action: Action,
  handle: (ctx: BotContext, press: PressOf<Action>) => Promise<void>,
): void {
  composer.on('callback_query:data', async (ctx, next) => {
    const press = decodePress(ctx.callbackQuery.data);
    if (!isAction(press, action)) return next();
    ctx.outcome = action;
    await handle(ctx, press);
  });
}

/**
 * Finds the answer that a button belongs to and answers the press at once.
 *
 * @returns `undefined` when the answer is too old or someone else's; the reader was told so
 */
export async function openAnswer(
  ctx: BotContext,
  answerId: string,
  services: BotServices,
): Promise<StoredAnswer | undefined> {
  const stored = await services.answers.find(answerId);
  if (stored === undefined) {
    await sayStale(ctx);
    return undefined;
  }
  if (ctx.from === undefined || !services.answers.isOwner(stored, ctx.from.id)) {
    ctx.outcome = 'foreign';
    await answerPress(ctx, ctx.texts.notYourButton);
    return undefined;
  }
  ctx.question = stored.question;
  return stored;
}

/** Says that a button has had its day. */
export async function sayStale(ctx: BotContext): Promise<void> {
  ctx.outcome = 'stale';
  await answerPress(ctx, ctx.texts.staleButton);
}

/**
 * In groups a screen is turned by the one whose command it answers; others are told so. Whose it was is told by Telegram,
 * not remembered.
 *
 * @returns whether the press was refused
 */
export async function refuseForeign(ctx: BotContext): Promise<boolean> {
  const asker = ctx.callbackQuery?.message?.reply_to_message?.from;
  if (asker === undefined || asker.is_bot || asker.id === ctx.from?.id) return false;
  ctx.outcome = 'foreign';
  await answerPress(ctx, ctx.texts.notYourButton);
  return true;
}

function isAction<Action extends Press['action']>(
  press: Press | undefined,
  action: Action,
): press is PressOf<Action> {
  return press?.action === action;
}
