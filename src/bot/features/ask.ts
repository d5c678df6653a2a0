/** A question → the library's words. Private messages, `/ask`, mentions and replies all end here. */
import { Composer } from 'grammy';
import { EVERYBODY } from '../answer-keeper.js';
import { buildAnswerScreen } from '../answer-screen.js';
import { askLibrary, countQuotesPerPage } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { sendScreen } from '../deliver.js';
import { buildGroupAnswerScreen } from '../group-answer.js';
import { cutQuestion, MAX_QUESTION_LENGTH, readRequest } from '../read-question.js';
import { withTyping } from '../typing.js';

/** Creates the feature. */
export function createAskFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('message:text', async (ctx, next) => {
    const request = readRequest(ctx.message, ctx.me);
    if (request?.kind !== 'question') return next();
    if (request.text === '') {
      ctx.outcome = 'howToAsk';
      await sendScreen(ctx, { content: ctx.texts.howToAsk }, services.logger);
      return;
    }
    await answerQuestion(ctx, request.text, services);
  });
  return composer;
}

/**
 * Answers one question.
 *
 * @param options.notices lines of ours that stand over the answer
 */
export async function answerQuestion(
  ctx: BotContext,
  question: string,
  services: BotServices,
  options: { readonly notices?: readonly string[] } = {},
): Promise<void> {
  const { app, answers, clock, logger } = services;
  const { texts } = ctx;
  const { text, isCut } = cutQuestion(question);
  ctx.question = text;
  const answer = await withTyping(ctx, clock, () => askLibrary(app, text));
  if (answer === undefined) {
    ctx.outcome = 'emptyLibrary';
    await sendScreen(ctx, { content: texts.emptyLibrary }, logger);
    return;
  }
  ctx.outcome = answer.kind;
  const count = countQuotesPerPage(app);
  const notices = [...(options.notices ?? [])];
  if (isCut) notices.push(texts.questionTooLong(MAX_QUESTION_LENGTH));
  const isPrivate = ctx.chat?.type === 'private';
  const readerId = isPrivate ? ctx.from?.id : EVERYBODY;
  const hasButtons = answer.quotes.length > 0 && readerId !== undefined;
  const shown = Math.min(count, answer.quotes.length);
  const kept = hasButtons
    ? { answerId: await answers.keep({ answer, notices }, { readerId, shown }) }
    : {};
  const { username } = ctx.me;
  const screen = isPrivate
    ? buildAnswerScreen(answer, { ...kept, from: 0, count, notices, username, texts })
    : buildGroupAnswerScreen(answer, { ...kept, notices, username, texts });
  await sendScreen(ctx, screen, logger);
}
