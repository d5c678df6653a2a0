/**
 * Guest mode: somebody mentions the bot in a chat that it is not in, and it may answer once. The chat's number can be that of
 * another chat of ours, so nothing is ever sent to it, kept under it, or shown there beside the one answer.
 */
import { Composer } from 'grammy';
import { askLibrary, type LibraryAnswer } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { Screen } from '../deliver.js';
import { buildGroupAnswerScreen } from '../group-answer.js';
import { cutQuestion, MAX_QUESTION_LENGTH, readGuestQuestion } from '../read-question.js';
import { readReaderKey } from '../reader-key.js';
import { buildScreenResult } from '../render/render-inline.js';
import { readRefusal } from '../telegram-errors.js';

/** Creates the feature. It stands first: no other one is meant for guests. */
export function createGuestFeature(services: BotServices): Composer<BotContext> {
  const { app, gate, clock, metrics } = services;
  const composer = new Composer<BotContext>();

  composer.on('guest_message', async (ctx) => {
    const asked = readGuestQuestion(ctx.guestMessage, ctx.me);
    if (asked === undefined) return;
    if (asked === '') {
      ctx.outcome = 'howToAsk';
      return sendAnswer(ctx, { content: ctx.texts.howToMention(ctx.me.username) });
    }
    const { text, isCut } = cutQuestion(asked);
    ctx.question = text;
    const askedAt = clock.now();
    const place = gate.enter(readReaderKey(ctx), () => askLibrary(app, text));
    if (place === undefined) {
      ctx.outcome = 'busy';
      return sendAnswer(ctx, { content: ctx.texts.busy });
    }
    const answer = await place.done;
    metrics.noteStage('answer', clock.now() - askedAt);
    const notices = isCut ? [ctx.texts.questionTooLong(MAX_QUESTION_LENGTH)] : [];
    await sendAnswer(ctx, await buildScreen(ctx, answer, notices));
  });

  const buildScreen = async (
    ctx: BotContext,
    answer: LibraryAnswer,
    notices: readonly string[],
  ): Promise<Screen> => {
    const { texts, me, from } = ctx;
    if (answer === undefined) {
      ctx.outcome = 'emptyLibrary';
      return { content: texts.emptyLibrary };
    }
    ctx.outcome = answer.kind;
    const about = { notices, hasPresses: false, username: me.username, texts };
    if (answer.quotes.length < 2 || from === undefined) {
      return buildGroupAnswerScreen(answer, about);
    }
    const place = { readerId: from.id, shown: 1, isPublic: true };
    const answerId = await services.answers.keep({ answer, notices }, place);
    return buildGroupAnswerScreen(answer, { ...about, answerId });
  };
  return composer;
}

async function sendAnswer(ctx: BotContext, screen: Screen): Promise<void> {
  try {
    await ctx.answerGuestQuery(buildScreenResult(screen));
  } catch (error) {
    if (readRefusal(error) === undefined) throw error;
    ctx.outcome = 'expired';
  }
}
