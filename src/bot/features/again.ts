/** *Answer again* under the note that an answer may not have arrived: the question that the note replies to is answered. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editKeyboard } from '../deliver.js';
import { onPress, sayStale } from '../on-press.js';
import { readRequest } from '../read-question.js';
import { answerQuestion } from './ask.js';

/** Creates the feature. */
export function createAgainFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onPress(composer, 'again', async (ctx) => {
    const note = ctx.callbackQuery?.message;
    const original = note !== undefined && 'reply_to_message' in note && note.reply_to_message;
    const request = original ? readRequest(original, ctx.me) : undefined;
    if (note === undefined || !original || request?.kind !== 'question') return sayStale(ctx);
    if (original.from?.id !== ctx.from?.id) {
      ctx.outcome = 'foreign';
      return answerPress(ctx, ctx.texts.notYourButton);
    }
    await answerPress(ctx);
    await answerQuestion(ctx, request.text, services);
    // The button has done its work.
    await editKeyboard(ctx, []);
  });
  return composer;
}
