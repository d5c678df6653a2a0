/**
 * The outermost middleware: lets in what is meant for the bot, gives it the reader's language, catches what goes wrong,
 * decides whether the update's turn comes again, and writes its one log line.
 */
import type { MiddlewareFn } from 'grammy';
import { describeError } from '../logger.js';
import { pickTexts } from '../texts/pick-texts.js';
import type { BotContext, BotServices } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';
import { buildAskAgainKeyboard } from './keyboards.js';
import { noteReach } from './note-reach.js';
import { readRequest } from './read-question.js';
import { readFloodMs, wasNeverSent } from './telegram-errors.js';
import type { Turn, Turns } from './turns.js';
import { watchSends } from './watch-sends.js';

/** Telegram could not be reached: the update's turn comes again after so long. */
const UNREACHED_MS = 10_000;
/** A note that failed is tried again after so long, times the attempts made. */
const NOTE_MS = 2000;

type Services = Pick<BotServices, 'app' | 'logger' | 'clock'>;

export function handleUpdates(services: Services, turns: Turns): MiddlewareFn<BotContext> {
  const { logger, clock } = services;
  const warned = new Set<number>();
  return async (ctx, next) => {
    if (!isForUs(ctx)) return;
    prepareContext(ctx);
    const turn = turns.of(ctx.update);
    ctx.api.config.use(watchSends(turn));
    const startedAt = clock.now();
    const readerId = ctx.from?.id ?? 0;
    if (turn.task === 'note') await note(ctx, turn, services);
    else if (turn.task === 'refuse') {
      // Said once; until it is the reader's turn again the rest is dropped in silence.
      await refuse(ctx, turn, { ...services, isNews: !warned.has(readerId) });
      warned.add(readerId);
    } else {
      warned.delete(readerId);
      await answer(ctx, next, { turn, services });
      await noteReach(ctx, services.app).catch((error: unknown) => {
        logger.warn({ err: error }, 'could not note that a chat has gone or moved');
      });
    }
    logger.info(
      {
        updateId: ctx.update.update_id,
        type: ctx.callbackQuery === undefined ? 'message' : 'press',
        chatType: ctx.chat?.type,
        outcome: ctx.outcome,
        tookMs: clock.now() - startedAt,
      },
      'update handled',
    );
  };
}

function isForUs(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined) return !ctx.callbackQuery.from.is_bot;
  if (ctx.myChatMember !== undefined) return true;
  const { message } = ctx;
  if (message?.migrate_to_chat_id !== undefined) return true;
  if (message?.migrate_from_chat_id !== undefined) return true;
  return message !== undefined && readRequest(message, ctx.me) !== undefined;
}

function prepareContext(ctx: BotContext): void {
  const text = ctx.message?.text ?? '';
  // Some clients tell no language; then the question does.
  const guess = /\p{Script=Han}/u.test(text) ? 'zh' : undefined;
  ctx.texts = pickTexts(ctx.from?.language_code ?? guess);
  ctx.outcome = 'ignored';
  ctx.isPressAnswered = false;
}

async function answer(
  ctx: BotContext,
  next: () => Promise<void>,
  { turn, services }: { readonly turn: Turn; readonly services: Services },
): Promise<void> {
  const { logger, clock } = services;
  try {
    await next();
  } catch (error) {
    const failure = describeError(error, listSecrets(ctx));
    const updateId = ctx.update.update_id;
    if (turn.isUnsure || (turn.sent > 0 && readWaitMs(error) !== undefined)) {
      // Sent again, it might be there twice; what is cut off cannot be told from what has arrived either.
      ctx.outcome = 'unsure';
      turn.result = { kind: 'unsure' };
      logger.warn({ updateId, failure }, 'an answer may not have arrived');
      return;
    }
    const waitMs = readWaitMs(error);
    if (waitMs !== undefined) {
      ctx.outcome = 'postponed';
      turn.result = { kind: 'again', at: clock.now() + waitMs, isFree: true };
      logger.warn({ updateId, waitMs, failure }, 'update postponed');
      return;
    }
    ctx.outcome = 'failed';
    turn.result = { kind: 'dead', reason: 'failed' };
    logger.error({ updateId, failure }, 'update failed');
    await apologise(ctx, services).catch((second: unknown) => {
      logger.warn({ failure: describeError(second, listSecrets(ctx)) }, 'could not apologise');
    });
  }
}

/** How long to wait when Telegram could not be reached or is flooded; `undefined` when something else went wrong. */
function readWaitMs(error: unknown): number | undefined {
  return wasNeverSent(error) ? UNREACHED_MS : readFloodMs(error);
}

/** Says that an answer may not have arrived. What a button was to bring is not missed: it can be pressed again. */
async function note(ctx: BotContext, turn: Turn, services: Services): Promise<void> {
  ctx.outcome = 'unsure';
  turn.result = { kind: 'dead', reason: 'unsure' };
  const { message } = ctx;
  if (message === undefined) return;
  const isQuestion = readRequest(message, ctx.me)?.kind === 'question';
  const screen = {
    content: isQuestion ? ctx.texts.maybeUnanswered : ctx.texts.maybeUndone,
    ...(isQuestion && { keyboard: buildAskAgainKeyboard(ctx.texts) }),
    replyTo: message.message_id,
  };
  await sendScreen(ctx, screen, services.logger).catch((error: unknown) => {
    turn.result = { kind: 'again', at: services.clock.now() + NOTE_MS, isFree: false };
    const failure = describeError(error, listSecrets(ctx));
    services.logger.warn({ updateId: ctx.update.update_id, failure }, 'could not leave a note');
  });
}

async function refuse(
  ctx: BotContext,
  turn: Turn,
  { logger, isNews }: Pick<Services, 'logger'> & { readonly isNews: boolean },
): Promise<void> {
  ctx.outcome = 'tooFast';
  turn.result = { kind: 'dead', reason: 'refused' };
  const say = async (): Promise<void> => {
    if (ctx.callbackQuery !== undefined) await answerPress(ctx, ctx.texts.busy);
    else if (isNews) await sendScreen(ctx, { content: ctx.texts.busy }, logger);
  };
  await say().catch((error: unknown) => {
    logger.warn({ err: error }, 'could not say that the reader sends too fast');
  });
}

async function apologise(ctx: BotContext, services: Pick<BotServices, 'logger'>): Promise<void> {
  if (ctx.callbackQuery !== undefined && !ctx.isPressAnswered) {
    await answerPress(ctx, ctx.texts.trouble);
  } else await sendScreen(ctx, { content: ctx.texts.trouble }, services.logger);
}

/** What an error's message must not repeat: the reader's words and name. */
function listSecrets(ctx: BotContext): readonly string[] {
  const secrets = [ctx.question, ctx.message?.text, ctx.from?.username];
  return secrets.filter((secret) => secret !== undefined).filter((secret) => secret.length > 1);
}
