/** The rest of an answer that was given in a group: everybody there may open it, alone with the bot, as an answer of their own. */

import { buildAnswerScreen } from '../answer-screen.js';
import { countQuotesPerPage } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { sendScreen } from '../deliver.js';
import { cleanLabel } from '../render/clean-label.js';
import { withTyping } from '../typing.js';

/** Shows the answer of a link to whoever has followed it. */
export async function openLinkedAnswer(
  ctx: BotContext,
  answerId: string,
  services: BotServices,
): Promise<void> {
  const { app, answers, clock, logger } = services;
  const { texts, from } = ctx;
  if (from === undefined) return;
  ctx.outcome = 'link';
  const stored = await answers.find(answerId);
  const isOpen = stored?.isPublic === true;
  const recalled = isOpen ? await withTyping(ctx, clock, () => answers.recall(stored)) : undefined;
  if (stored === undefined || recalled === undefined || recalled.answer.quotes.length === 0) {
    ctx.outcome = 'linkGone';
    return sendScreen(ctx, { content: texts.answerGone }, logger);
  }
  const { answer } = recalled;
  ctx.question = stored.question;
  const notices = [texts.youAsked(cleanLabel(stored.question))];
  const count = countQuotesPerPage(app, ctx.preferences);
  const shown = Math.min(count, answer.quotes.length);
  const own = await answers.keep({ answer, notices }, { readerId: from.id, shown });
  const { username } = ctx.me;
  const screen = buildAnswerScreen(answer, {
    answerId: own,
    from: 0,
    count,
    notices,
    username,
    texts,
  });
  await sendScreen(ctx, screen, logger);
}
