/**
 * The outermost middleware: lets in what is meant for the bot, puts it in the reader's queue, gives it the reader's
 * language, catches what goes wrong and writes the one log line of the update.
 */
import type { MiddlewareFn } from 'grammy';
import { describeError } from '../logger.js';
import { guessLanguage, pickTexts } from '../texts/pick-texts.js';
import type { BotContext, BotServices } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';
import { createReaderPace, PACE } from './pace-readers.js';
import { readRequest } from './read-question.js';
import { readReaderKey } from './reader-key.js';
import type { ReaderQueue } from './reader-queue.js';

/** Words of a message that are struck from errors: shorter ones tell nothing, and an address is one word. */
const MIN_WORD_LENGTH = 4;
const MAX_WORDS = 200;

type Services = Pick<BotServices, 'logger' | 'clock' | 'app' | 'hashReader' | 'metrics'>;

/** @param options.isStopping from then on updates are left to Telegram, which brings them again at the next start */
export function queueUpdates(
  services: Services,
  options: { readonly queue: ReaderQueue; readonly isStopping: () => boolean },
): MiddlewareFn<BotContext> {
  const { queue, isStopping } = options;
  const warned = new Set<string>();
  const pace = createReaderPace(services.clock.now);
  return async (ctx, next) => {
    if (isStopping() || !isForUs(ctx)) return;
    const arrivedAt = services.clock.now();
    prepareContext(ctx);
    const readerKey = readReaderKey(ctx);
    const cost = ctx.callbackQuery === undefined ? PACE.messageCost : PACE.pressCost;
    const verdict = isByReader(ctx) ? pace.take(readerKey, cost) : undefined;
    if (verdict?.kind === 'tooFast') {
      const text = ctx.texts.tooFast(Math.ceil(verdict.waitMs / 1000));
      return refuse(ctx, { text, isNews: verdict.isNews }, services);
    }
    await queue.waitForRoom();
    const taken = queue.add(readerKey, () => {
      services.metrics.noteStage('queue', services.clock.now() - arrivedAt);
      return handleUpdate(ctx, next, { ...services, arrivedAt });
    });
    if (taken === 'taken') {
      warned.delete(readerKey);
      return;
    }
    // Said once; until the reader's queue has room again the rest is dropped in silence.
    const isNews = !warned.has(readerKey);
    warned.add(readerKey);
    refuse(ctx, { text: ctx.texts.busy, isNews }, services);
  };
}

/** Whether a person wants something; what Telegram tells of a chat by itself is never too much. */
function isByReader(ctx: BotContext): boolean {
  const { message } = ctx;
  if (message === undefined) return ctx.callbackQuery !== undefined;
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  return to === undefined && from === undefined;
}

function isForUs(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined) return !ctx.callbackQuery.from.is_bot;
  if (ctx.myChatMember !== undefined) return true;
  const message = ctx.message ?? ctx.channelPost;
  if (message?.migrate_to_chat_id !== undefined) return true;
  if (message?.migrate_from_chat_id !== undefined) return true;
  return message !== undefined && readRequest(message, ctx.me) !== undefined;
}

function prepareContext(ctx: BotContext): void {
  const text = ctx.msg?.text ?? '';
  // Some clients tell no language, and posts of channels none; then the text does.
  ctx.texts = pickTexts(ctx.from?.language_code ?? guessLanguage(text));
  ctx.preferences = {};
  ctx.outcome = 'ignored';
  ctx.isPressAnswered = false;
}

/** Only here, not before the queue: it reads from the library. */
async function applyPreferences(ctx: BotContext, { app, hashReader }: Services): Promise<void> {
  if (ctx.from === undefined) return;
  ctx.preferences = await app.readers.get(hashReader(ctx.from.id));
  const { language } = ctx.preferences;
  if (language !== undefined) ctx.texts = pickTexts(language);
}

async function handleUpdate(
  ctx: BotContext,
  next: () => Promise<void>,
  services: Services & { readonly arrivedAt: number },
): Promise<void> {
  const { logger, clock, metrics, arrivedAt } = services;
  const startedAt = clock.now();
  try {
    await applyPreferences(ctx, services);
    await next();
  } catch (error) {
    ctx.outcome = 'failed';
    logger.error(
      { ...nameUpdate(ctx, services), failure: describeError(error, listSecrets(ctx)) },
      'update failed',
    );
    await apologise(ctx, services).catch((second: unknown) => {
      logger.warn({ failure: describeError(second, listSecrets(ctx)) }, 'could not apologise');
    });
  }
  const tookMs = clock.now() - startedAt;
  const type = ctx.callbackQuery === undefined ? 'message' : 'press';
  const { outcome } = ctx;
  metrics.noteStage('handling', tookMs);
  metrics.noteUpdate({ type, outcome, ...readLag(ctx, arrivedAt) });
  logger.info({ ...nameUpdate(ctx, services), type, outcome, tookMs }, 'update handled');
}

/** What the log may say of an update: which one, in what kind of chat, and by whom, under another name. */
function nameUpdate(ctx: BotContext, { hashReader }: Services) {
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
function refuse(
  ctx: BotContext,
  { text, isNews }: { readonly text: string; readonly isNews: boolean },
  services: Services,
): void {
  const { logger, metrics } = services;
  const isPress = ctx.callbackQuery !== undefined;
  logger.warn(nameUpdate(ctx, services), 'reader sends too fast');
  metrics.noteUpdate({ type: isPress ? 'press' : 'message', outcome: 'tooFast' });
  const say = async () => {
    if (isPress) await answerPress(ctx, text);
    else if (isNews) await sendScreen(ctx, { content: text }, logger);
  };
  void say().catch((error: unknown) => {
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
