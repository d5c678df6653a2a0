/** Says that an answer may not have arrived. What a button was to bring is not missed: it can be pressed again. */
import type { BotContext, BotServices } from './bot-context.js';
import { sendScreen } from './deliver.js';
import { buildAskAgainKeyboard } from './keyboards.js';
import { readRequest } from './read-question.js';
import type { Turn } from './turns.js';

/** A note that failed is tried again after so long. */
const RETRY_MS = 2000;

/** Leaves the note as a reply to the message, a question's with a button to answer it again. */
export async function leaveNote(
  ctx: BotContext,
  turn: Turn,
  { clock, logger }: Pick<BotServices, 'clock' | 'logger'>,
): Promise<void> {
  ctx.outcome = 'noted';
  turn.result = { kind: 'dead', reason: 'unsure' };
  const { message } = ctx;
  if (message === undefined) return;
  const isQuestion = readRequest(message, ctx.me)?.kind === 'question';
  const screen = {
    content: isQuestion ? ctx.texts.maybeUnanswered : ctx.texts.maybeUndone,
    ...(isQuestion && { keyboard: buildAskAgainKeyboard(ctx.texts) }),
    replyTo: message.message_id,
  };
  await sendScreen(ctx, screen, logger).catch((error: unknown) => {
    turn.result = { kind: 'again', at: clock.now() + RETRY_MS, isFree: false };
    // The error may hold the reader's words.
    const code = error instanceof Error ? error.name : typeof error;
    logger.warn({ updateId: ctx.update.update_id, code }, 'could not leave a note');
  });
}
