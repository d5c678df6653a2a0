/** *More* brings the quotes that are left, as a new message; *Back* puts the answer in the place of what covers it. */
import { Composer } from 'grammy';
import { buildAnswerScreen, wantsRich } from '../answer-screen.js';
import { countQuotesPerPage } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, sendScreen } from '../deliver.js';
import { onPress, openAnswer } from '../on-press.js';
import { withTyping } from '../typing.js';

/** Creates the feature. */
export function createMoreFeature(services: BotServices): Composer<BotContext> {
  const { app, answers, clock, logger } = services;
  const composer = new Composer<BotContext>();

  onPress(composer, 'more', async (ctx, { answerId, from }) => {
    const stored = await openAnswer(ctx, answerId, services);
    if (stored === undefined) return;
    if (stored.shown > from) return answerPress(ctx, ctx.texts.alreadyShown);
    await answerPress(ctx);
    const recalled = await withTyping(ctx, clock, () => answers.recall(stored));
    const count = countQuotesPerPage(app, ctx.preferences);
    const answer = recalled?.answer;
    if (answer === undefined || from >= answer.quotes.length) {
      return sendScreen(ctx, { content: ctx.texts.articleGone }, logger);
    }
    const screen = buildAnswerScreen(answer, {
      answerId,
      from,
      count,
      username: ctx.me.username,
      isRich: wantsRich(ctx),
      texts: ctx.texts,
    });
    await sendScreen(ctx, screen, logger);
    const current = (await answers.find(answerId)) ?? stored;
    await answers.setShown(current, Math.min(from + count, answer.quotes.length));
  });

  onPress(composer, 'back', async (ctx, { answerId, from }) => {
    const stored = await openAnswer(ctx, answerId, services);
    if (stored === undefined) return;
    await answerPress(ctx);
    const recalled = await withTyping(ctx, clock, () => answers.recall(stored));
    if (recalled === undefined) {
      return editScreen(ctx, { content: ctx.texts.emptyLibrary }, logger);
    }
    const { answer, notices } = recalled;
    const vote = await app.feedback.find({ answerId, reader: stored.owner });
    // The library may have changed so much that this page is no longer there.
    const first = from < answer.quotes.length ? from : 0;
    const count = countQuotesPerPage(app, ctx.preferences);
    const isMoreShown = stored.shown > first + count;
    const screen = buildAnswerScreen(answer, {
      answerId,
      from: first,
      count,
      isMoreShown,
      notices: first === 0 ? notices : [],
      username: ctx.me.username,
      literal: stored.literal,
      vote,
      isRich: wantsRich(ctx),
      texts: ctx.texts,
    });
    await editScreen(ctx, screen, logger);
  });
  return composer;
}
