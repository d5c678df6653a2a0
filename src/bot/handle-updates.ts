/**
 * The outermost middleware: lets in what is meant for the bot, gives it the reader's language, catches what goes wrong,
 * decides whether the update's turn comes again, and writes its one log line.
 */

import type { MiddlewareFn } from 'grammy';
import { AppError } from '../errors.js';
import { describeError } from '../logger.js';
import { guessLanguage, pickTexts } from '../texts/pick-texts.js';
import type { BotContext, BotServices } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';
import type { RichSupport } from './deliver-rich.js';
import { isKeeper } from './is-keeper.js';
import { leaveNote } from './leave-note.js';
import { noteReach } from './note-reach.js';
import { createReaderPace, PACE } from './pace-readers.js';
import { readRequest } from './read-question.js';
import { readReaderKey } from './reader-key.js';
import { readFloodMs, wasNeverSent } from './telegram-errors.js';
import type { Turn, Turns } from './turns.js';
import { watchSends } from './watch-sends.js';

/** Words of a message that are struck from errors: shorter ones tell nothing, and an address is one word. */
const MIN_WORD_LENGTH = 4;
const MAX_WORDS = 200;

type Services = Pick<BotServices, 'logger' | 'clock' | 'app' | 'hashReader' | 'metrics'>;

/** The update's turn comes again after so long: Telegram could not be reached, or the library was held by somebody else. */
const AGAIN_MS = { unreached: 10_000, busy: 2000 } as const;

export function handleUpdates(services: Services, turns: Turns): MiddlewareFn<BotContext> {
  const pace = createReaderPace(services.clock.now);
  const rich: RichSupport = { isRefused: false };
  return async (ctx, next) => {
    if (!isForUs(ctx)) return;
    const startedAt = services.clock.now();
    prepareContext(ctx, rich);
    const turn = turns.of(ctx.update);
    ctx.api.config.use(watchSends(turn));
    if (turn.task === 'note') await leaveNote(ctx, turn, services);
    else {
      const cost = ctx.callbackQuery === undefined ? PACE.messageCost : PACE.pressCost;
      // Keepers add many feeds and files one after the other.
      const isPaced = isByReader(ctx) && !isKeeper(ctx.from, services.app);
      const verdict = isPaced ? pace.take(readReaderKey(ctx), cost) : undefined;
      if (verdict?.kind === 'tooFast') await refuse(ctx, { ...verdict, turn }, services);
      else await giveTurn(ctx, next, { turn, services });
    }
    report(ctx, { turn, startedAt }, services);
  };
}

/** Whether a person wants something; what Telegram tells of a chat by itself is never too much. */
function isByReader(ctx: BotContext): boolean {
  const { message, guestMessage } = ctx;
  if (message === undefined) return (ctx.callbackQuery ?? guestMessage) !== undefined;
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  return to === undefined && from === undefined;
}

function isForUs(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined) return !ctx.callbackQuery.from.is_bot;
  if (ctx.myChatMember !== undefined) return true;
  if (ctx.guestMessage !== undefined) return true;
  const message = ctx.message ?? ctx.channelPost;
  if (message?.migrate_to_chat_id !== undefined) return true;
  if (message?.migrate_from_chat_id !== undefined) return true;
  return message !== undefined && readRequest(message, ctx.me) !== undefined;
}

function prepareContext(ctx: BotContext, rich: RichSupport): void {
  const text = ctx.msg?.text ?? '';
  // Some clients tell no language, and posts of channels none; then the text does.
  ctx.texts = pickTexts(ctx.from?.language_code ?? guessLanguage(text));
  ctx.preferences = {};
  ctx.rich = rich;
  ctx.outcome = 'ignored';
  ctx.isPressAnswered = false;
}

/** Only for what is not refused: it reads from the library. */
async function applyPreferences(ctx: BotContext, { app, hashReader }: Services): Promise<void> {
  if (ctx.from === undefined) return;
  ctx.preferences = await app.readers.get(hashReader(ctx.from.id));
  const { language } = ctx.preferences;
  if (language !== undefined) ctx.texts = pickTexts(language);
}

async function giveTurn(
  ctx: BotContext,
  next: () => Promise<void>,
  { turn, services }: { readonly turn: Turn; readonly services: Services },
): Promise<void> {
  const { app, logger, clock, metrics } = services;
  const now = clock.now();
  metrics.noteStage('queue', now - (turn.receivedAt ?? now));
  try {
    await applyPreferences(ctx, services);
    await next();
  } catch (error) {
    await explainFailure(ctx, error, { turn, services });
  }
  await noteReach(ctx, app).catch((error: unknown) => {
    logger.warn({ err: error }, 'could not note that a chat has gone or moved');
  });
}

/** Decides whether the turn comes again, and says what is to be said. */
async function explainFailure(
  ctx: BotContext,
  error: unknown,
  { turn, services }: { readonly turn: Turn; readonly services: Services },
): Promise<void> {
  const { logger, clock } = services;
  const failure = describeError(error, listSecrets(ctx));
  const update = nameUpdate(ctx, services);
  const isBusy = error instanceof AppError && error.code === 'INDEX_BUSY';
  const waitMs = readWaitMs(error, isBusy);
  if (turn.isUnsure || (turn.sent > 0 && waitMs !== undefined)) {
    // Sent again, it might be there twice; what is cut off cannot be told from what has arrived either.
    ctx.outcome = 'unsure';
    turn.result = { kind: 'unsure' };
    logger.warn({ ...update, failure }, 'an answer may not have arrived');
  } else if (waitMs !== undefined) {
    ctx.outcome = 'postponed';
    turn.result = { kind: 'again', at: clock.now() + waitMs, isFree: !isBusy };
    logger.warn({ ...update, waitMs, failure }, 'update postponed');
  } else {
    ctx.outcome = 'failed';
    turn.result = { kind: 'dead', reason: 'failed' };
    logger.error({ ...update, failure }, 'update failed');
    await apologise(ctx, services).catch((second: unknown) => {
      logger.warn({ failure: describeError(second, listSecrets(ctx)) }, 'could not apologise');
    });
  }
}

/** When to try again what has certainly not been done; `undefined` when that is of no use. */
function readWaitMs(error: unknown, isBusy: boolean): number | undefined {
  if (isBusy) return AGAIN_MS.busy;
  return wasNeverSent(error) ? AGAIN_MS.unreached : readFloodMs(error);
}

/** The one log line of the update, and its figures. */
function report(
  ctx: BotContext,
  { turn, startedAt }: { readonly turn: Turn; readonly startedAt: number },
  services: Services,
): void {
  const { logger, clock, metrics } = services;
  const tookMs = clock.now() - startedAt;
  const type = readType(ctx);
  const { outcome } = ctx;
  if (outcome !== 'tooFast') metrics.noteStage('handling', tookMs);
  metrics.noteUpdate({ type, outcome, ...readLag(ctx, turn.receivedAt ?? startedAt) });
  logger.info({ ...nameUpdate(ctx, services), type, outcome, tookMs }, 'update handled');
}

/** What kind of update it is, for log and metrics. */
function readType(ctx: BotContext): 'message' | 'press' | 'guest' {
  if (ctx.callbackQuery !== undefined) return 'press';
  return ctx.guestMessage === undefined ? 'message' : 'guest';
}

/** What the log may say of an update: which one, in what kind of chat, and by whom, under another name. */
function nameUpdate(ctx: BotContext, { hashReader }: Pick<Services, 'hashReader'>) {
  const reader = hashReader(readReaderKey(ctx));
  return { updateId: ctx.update.update_id, chatType: ctx.chat?.type, reader };
}

/** Telegram says when a message was sent, in seconds; of presses it says nothing. */
function readLag(ctx: BotContext, arrivedAt: number): { readonly lagMs?: number } {
  return ctx.message === undefined ? {} : { lagMs: arrivedAt - ctx.message.date * 1000 };
}

async function apologise(ctx: BotContext, services: Pick<BotServices, 'logger'>): Promise<void> {
  if (ctx.callbackQuery !== undefined && !ctx.isPressAnswered) {
    await answerPress(ctx, ctx.texts.trouble);
  } else await sendScreen(ctx, { content: ctx.texts.trouble }, services.logger);
}

/** Says that it is too much, the first time; a press is always answered, or it would go on turning. */
async function refuse(
  ctx: BotContext,
  { waitMs, isNews, turn }: { waitMs: number; isNews: boolean; readonly turn: Turn },
  { logger }: Pick<BotServices, 'logger'>,
): Promise<void> {
  ctx.outcome = 'tooFast';
  turn.result = { kind: 'dead', reason: 'refused' };
  const text = ctx.texts.tooFast(Math.ceil(waitMs / 1000));
  const say = async () => {
    if (ctx.callbackQuery !== undefined) await answerPress(ctx, text);
    else if (isNews) await sendScreen(ctx, { content: text }, logger);
  };
  await say().catch((error: unknown) => {
    logger.warn({ err: error }, 'could not say that it is too much');
  });
}

/** What an error's message must not repeat: the reader's words, one by one too, and names. */
function listSecrets(ctx: BotContext): readonly string[] {
  const { from, chat } = ctx;
  const text = ctx.msg?.text ?? '';
  const words = text.split(/\s+/).filter((word) => word.length >= MIN_WORD_LENGTH);
  const names = [from?.username, from?.first_name, from?.last_name, chat?.title, chat?.username];
  return [ctx.question, text, ...names, ...words.slice(0, MAX_WORDS)]
    .filter((secret) => secret !== undefined)
    .filter((secret) => secret.length > 1);
}
