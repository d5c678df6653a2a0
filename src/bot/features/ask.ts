/**
 * A question → the library's words. Private messages, `/ask`, mentions and replies all end here; a follow-up is first made
 * whole.
 */
import { Composer } from 'grammy';
import { buildAnswerScreen, wantsRich } from '../answer-screen.js';
import { askLibrary, countQuotesPerPage } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { isSeenByOneOnly } from '../chat-place.js';
import { answerPress, sendScreen } from '../deliver.js';
import { buildGroupAnswerScreen } from '../group-answer.js';
import { onPress, openAnswer, sayStale } from '../on-press.js';
import { cutQuestion, MAX_QUESTION_LENGTH, readRequest } from '../read-question.js';
import { cleanLabel } from '../render/clean-label.js';
import { takeTurn } from '../take-turn.js';

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
    const understood = await services.memory.resolve(ctx, request.text);
    if (understood === undefined) await answerQuestion(ctx, request.text, services);
    else await answerQuestion(ctx, understood, services, { literal: request.text });
  });

  onPress(composer, 'literal', async (ctx, { answerId }) => {
    const stored = await openAnswer(ctx, answerId, services);
    if (stored === undefined) return;
    if (stored.literal === undefined) return sayStale(ctx);
    await answerPress(ctx);
    const notices = [ctx.texts.youAsked(cleanLabel(stored.literal, 300))];
    await answerQuestion(ctx, stored.literal, services, { notices });
  });
  return composer;
}

/**
 * Answers one question.
 *
 * @param options.notices lines of ours that stand over the answer
 * @param options.literal what the reader wrote, where the question was made of it
 */
export async function answerQuestion(
  ctx: BotContext,
  question: string,
  services: BotServices,
  options: { readonly notices?: readonly string[]; readonly literal?: string } = {},
): Promise<void> {
  const { app, answers, memory, clock, logger, metrics } = services;
  const { texts } = ctx;
  const { literal } = options;
  const { text, isCut } = cutQuestion(question);
  ctx.question = text;
  const askedAt = clock.now();
  const turn = await takeTurn(ctx, services, () => askLibrary(app, text));
  if (turn.kind === 'refused') return;
  metrics.noteStage('answer', clock.now() - askedAt);
  const answer = turn.result;
  if (answer === undefined) {
    ctx.outcome = 'emptyLibrary';
    await sendScreen(ctx, { content: texts.emptyLibrary }, logger);
    return;
  }
  ctx.outcome = answer.kind;
  memory.note(ctx, answer);
  const count = countQuotesPerPage(app, ctx.preferences);
  const notices = [...(options.notices ?? [])];
  if (isCut) notices.push(texts.questionTooLong(MAX_QUESTION_LENGTH));
  const isPrivate = ctx.chat?.type === 'private';
  const isKept = answer.kind !== 'notAQuestion';
  const hasButtons = isKept && ctx.from !== undefined;
  const shown = Math.min(count, answer.quotes.length);
  const kept = hasButtons
    ? {
        answerId: await answers.keep(
          { answer, notices },
          {
            readerId: ctx.from.id,
            shown,
            ...(!isPrivate && { isPublic: true }),
            ...(literal !== undefined && { literal }),
          },
        ),
      }
    : {};
  const about = { ...kept, notices, literal, username: ctx.me.username, texts };
  const screen = isPrivate
    ? buildAnswerScreen(answer, { ...about, from: 0, count, isRich: wantsRich(ctx) })
    : buildGroupAnswerScreen(answer, { ...about, hasPresses: !isSeenByOneOnly(ctx) });
  await sendScreen(ctx, screen, logger);
}
