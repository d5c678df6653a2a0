/**
 * The outermost middleware: lets in what is meant for the bot, puts it in the reader's queue, gives it the reader's
 * language, catches what goes wrong and writes the one log line of the update.
 */
import type { MiddlewareFn } from 'grammy';
import { describeError } from '../logger.js';
import { pickTexts } from '../texts/pick-texts.js';
import type { BotContext, BotServices } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';
import { guessLanguage } from './guess-language.js';
import { readRequest } from './read-question.js';
import type { ReaderQueue } from './reader-queue.js';

/** @param options.isStopping from then on updates are left to Telegram, which brings them again at the next start */
export function queueUpdates(
  services: Pick<BotServices, 'logger' | 'clock'>,
  options: { readonly queue: ReaderQueue; readonly isStopping: () => boolean },
): MiddlewareFn<BotContext> {
  const { queue, isStopping } = options;
  const warned = new Set<string>();
  return async (ctx, next) => {
    if (isStopping() || !isForUs(ctx)) return;
    await queue.waitForRoom();
    prepareContext(ctx);
    const readerKey = String(ctx.from?.id ?? ctx.chat?.id ?? 'none');
    const taken = queue.add(readerKey, () => handleUpdate(ctx, next, services));
    if (taken === 'taken') {
      warned.delete(readerKey);
      return;
    }
    // Said once; until the reader's queue has room again the rest is dropped in silence.
    const isNews = !warned.has(readerKey);
    warned.add(readerKey);
    services.logger.warn({ updateId: ctx.update.update_id }, 'reader sends too fast');
    void refuse(ctx, isNews, services).catch((error: unknown) => {
      services.logger.warn({ err: error }, 'could not say that the queue is full');
    });
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
  const guess = guessLanguage(ctx.message?.text ?? '');
  ctx.texts = pickTexts(ctx.from?.language_code ?? guess);
  ctx.outcome = 'ignored';
  ctx.isPressAnswered = false;
}

async function handleUpdate(
  ctx: BotContext,
  next: () => Promise<void>,
  services: Pick<BotServices, 'logger' | 'clock'>,
): Promise<void> {
  const { logger, clock } = services;
  const startedAt = clock.now();
  try {
    await next();
  } catch (error) {
    ctx.outcome = 'failed';
    logger.error(
      { updateId: ctx.update.update_id, failure: describeError(error, listSecrets(ctx)) },
      'update failed',
    );
    await apologise(ctx, services).catch((second: unknown) => {
      logger.warn({ failure: describeError(second, listSecrets(ctx)) }, 'could not apologise');
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
}

async function apologise(ctx: BotContext, services: Pick<BotServices, 'logger'>): Promise<void> {
  if (ctx.callbackQuery !== undefined && !ctx.isPressAnswered) {
    await answerPress(ctx, ctx.texts.trouble);
  } else await sendScreen(ctx, { content: ctx.texts.trouble }, services.logger);
}

async function refuse(
  ctx: BotContext,
  isNews: boolean,
  services: Pick<BotServices, 'logger'>,
): Promise<void> {
  if (ctx.callbackQuery !== undefined) await answerPress(ctx, ctx.texts.busy);
  else if (isNews) await sendScreen(ctx, { content: ctx.texts.busy }, services.logger);
}

/** What an error's message must not repeat: the reader's words and name. */
function listSecrets(ctx: BotContext): readonly string[] {
  const secrets = [ctx.question, ctx.message?.text, ctx.from?.username];
  return secrets.filter((secret) => secret !== undefined).filter((secret) => secret.length > 1);
}
