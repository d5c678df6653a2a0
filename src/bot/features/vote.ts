/**
 * 👍 and 👎 under answers: one vote a reader and answer, taken back by a press on the button that shows it. What a press means
 * is read from the message that was pressed, so a double tap, or a turn that comes again, does not undo the vote.
 */
import { Composer } from 'grammy';
import type { Vote } from '../../domain/feedback.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { VotePress } from '../callback-data.js';
import { answerPress, editKeyboard } from '../deliver.js';
import type { Keyboard } from '../keyboards.js';
import { onPress, openAnswer } from '../on-press.js';
import { buildVoteRows, isChosen, replaceVoteRows, type VoteState } from '../vote-buttons.js';

/** Creates the feature. */
export function createVoteFeature(services: BotServices): Composer<BotContext> {
  const { app, metrics } = services;
  const composer = new Composer<BotContext>();
  onPress(composer, 'vote', async (ctx, { what, answerId }) => {
    const stored = await openAnswer(ctx, answerId, services);
    if (stored === undefined) return;
    const key = { answerId, reader: stored.owner };
    const hasQuotes = stored.quotes.length > 0;
    const vote = readVote(what);
    const keyboard = readKeyboard(ctx);
    const isTakenBack = isChosen(keyboard ?? [], ctx.callbackQuery?.data);
    if (isTakenBack) await app.feedback.remove(key);
    else {
      const old = await app.feedback.find(key);
      await app.feedback.put(key, vote);
      if (old?.verdict !== vote.verdict) {
        metrics.noteFeedback({ on: 'answer', verdict: vote.verdict });
      }
    }
    await answerPress(ctx, isTakenBack ? ctx.texts.voteTakenBack : ctx.texts.voteThanks);
    const state: VoteState = isTakenBack ? 'open' : what === 'bad' ? 'asking' : vote;
    if (keyboard === undefined) return;
    const rows = buildVoteRows(answerId, { state, hasQuotes, texts: ctx.texts });
    await editKeyboard(ctx, replaceVoteRows(keyboard, rows));
  });
  return composer;
}

function readVote(what: VotePress): Vote {
  if (what === 'good' || what === 'bad') return { verdict: what };
  return { verdict: 'bad', reason: what };
}

/** The buttons of the message, as they were when one was pressed; `undefined` when Telegram no longer tells. */
function readKeyboard({ callbackQuery }: BotContext): Keyboard | undefined {
  const message = callbackQuery?.message;
  if (message === undefined || !('reply_markup' in message)) return undefined;
  return message.reply_markup?.inline_keyboard ?? [];
}
