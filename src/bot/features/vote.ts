/** 👍 and 👎 under answers: one vote a reader and answer, taken back by a second press. */
import { Composer } from 'grammy';
import type { Vote } from '../../domain/feedback.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { VotePress } from '../callback-data.js';
import { answerPress } from '../deliver.js';
import { onPress, openAnswer } from '../on-press.js';
import { readRefusal } from '../telegram-errors.js';
import { buildVoteRows, replaceVoteRows, type VoteState } from '../vote-buttons.js';

/** Creates the feature. */
export function createVoteFeature(services: BotServices): Composer<BotContext> {
  const { app, metrics } = services;
  const composer = new Composer<BotContext>();
  onPress(composer, 'vote', async (ctx, { what, answerId }) => {
    const stored = await openAnswer(ctx, answerId, services);
    if (stored === undefined) return;
    const key = { answerId, reader: stored.owner };
    const hasQuotes = stored.quotes.length > 0;
    const old = await app.feedback.find(key);
    const vote = readVote(what);
    const isTakenBack = old !== undefined && isSameButton(old, what, hasQuotes);
    if (isTakenBack) await app.feedback.remove(key);
    else {
      await app.feedback.put(key, vote);
      if (old?.verdict !== vote.verdict) {
        metrics.noteFeedback({ on: 'answer', verdict: vote.verdict });
      }
    }
    await answerPress(ctx, isTakenBack ? ctx.texts.voteTakenBack : ctx.texts.voteThanks);
    const state: VoteState = isTakenBack ? 'open' : what === 'bad' ? 'asking' : vote;
    await showRows(ctx, buildVoteRows(answerId, { state, hasQuotes, texts: ctx.texts }));
  });
  return composer;
}

function readVote(what: VotePress): Vote {
  if (what === 'good' || what === 'bad') return { verdict: what };
  return { verdict: 'bad', reason: what };
}

/** Whether a press is on the button that shows the vote; a reason is chosen on its own screen. */
function isSameButton({ verdict }: Vote, what: VotePress, hasQuotes: boolean): boolean {
  return what === verdict || (!hasQuotes && what === 'missing' && verdict === 'bad');
}

async function showRows(ctx: BotContext, rows: ReturnType<typeof buildVoteRows>): Promise<void> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined || !('reply_markup' in message)) return;
  const keyboard = replaceVoteRows(message.reply_markup?.inline_keyboard ?? [], rows);
  try {
    await ctx.api.editMessageReplyMarkup(message.chat.id, message.message_id, {
      reply_markup: { inline_keyboard: keyboard },
    });
  } catch (error) {
    if (readRefusal(error) === undefined) throw error;
  }
}
