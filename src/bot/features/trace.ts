/** `/trace WORDS`: where a wording first stands, how often by month as a picture, and how the wording around it changed. */
import { Composer, GrammyError, InputFile } from 'grammy';
import type { Trace } from '../../domain/trace.js';
import { AppError } from '../../errors.js';
import { drawTrace } from '../../trace/draw-trace.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { findChatPlace } from '../chat-place.js';
import { sendScreen } from '../deliver.js';
import { onCommand } from '../on-command.js';
import { renderTrace } from '../render/render-trace.js';
import { withTyping } from '../typing.js';

/** Creates the feature. */
export function createTraceFeature(services: BotServices): Composer<BotContext> {
  const { app, clock, logger } = services;
  const composer = new Composer<BotContext>();
  onCommand(composer, 'trace', async (ctx, rest) => {
    const say = (content: string) => sendScreen(ctx, { content }, logger);
    ctx.outcome = 'howToTrace';
    if (rest === '') return say(ctx.texts.howToTrace);
    let trace: Trace;
    try {
      trace = await withTyping(ctx, clock, () => app.trace(rest));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'USAGE') return say(ctx.texts.howToTrace);
      if (error.code !== 'INDEX_EMPTY') throw error;
      ctx.outcome = 'emptyLibrary';
      return say(ctx.texts.emptyLibrary);
    }
    ctx.outcome = 'trace';
    await sendPicture(ctx, trace, services);
    await sendScreen(ctx, { content: renderTrace(trace, ctx.texts) }, logger);
  });
  return composer;
}

/** The words say the same: where pictures are not allowed, the reader gets these alone. */
async function sendPicture(ctx: BotContext, trace: Trace, { logger }: BotServices): Promise<void> {
  const picture = drawTrace(trace);
  const place = findChatPlace(ctx);
  if (picture === undefined || place === undefined) return;
  const { chatId, threadId } = place;
  try {
    await ctx.api.sendPhoto(
      chatId,
      new InputFile(picture, 'trace.png'),
      threadId === undefined ? {} : { message_thread_id: threadId },
    );
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    logger.warn({ code: error.error_code }, 'Telegram did not take a picture');
  }
}
