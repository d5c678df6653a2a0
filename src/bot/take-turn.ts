/**
 * Heavy work for a reader, in its turn. While it waits long, the reader is told so, and the note goes when the turn comes;
 * where too much waits already, that is said instead.
 */
import type { BotContext, BotServices } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';
import type { GatePlace } from './question-gate.js';
import { readReaderKey } from './reader-key.js';
import { withTyping } from './typing.js';

/** Shorter waits show “typing” and nothing else: a note that comes and goes at once only startles. */
const NOTE_AFTER_MS = 2500;

type Turn<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** The reader has been told to wait. */
  | { readonly kind: 'refused' };

/** Does the work when its turn has come. @throws what the work throws */
export async function takeTurn<Result>(
  ctx: BotContext,
  services: Pick<BotServices, 'api' | 'clock' | 'gate' | 'logger'>,
  work: () => Promise<Result>,
): Promise<Turn<Result>> {
  const { clock, gate, logger } = services;
  const place = gate.enter(readReaderKey(ctx), work);
  if (place === undefined) {
    ctx.outcome = 'busy';
    if (ctx.callbackQuery !== undefined && !ctx.isPressAnswered) {
      await answerPress(ctx, ctx.texts.busy);
    } else await sendScreen(ctx, { content: ctx.texts.busy }, logger);
    return { kind: 'refused' };
  }
  const takeNoteAway = leaveNote(ctx, place, services);
  try {
    return { kind: 'done', result: await withTyping(ctx, clock, () => place.done) };
  } finally {
    takeNoteAway();
  }
}

/**
 * Leaves the note, if the turn is long in coming. In groups there is none: it would be noise to all others.
 *
 * @returns takes the note away; nobody has to wait for that
 */
function leaveNote(
  ctx: BotContext,
  place: Pick<GatePlace<unknown>, 'ahead' | 'started'>,
  { api, clock, logger }: Pick<BotServices, 'api' | 'clock' | 'logger'>,
): () => void {
  const { chat } = ctx;
  if (chat?.type !== 'private') return () => {};
  const over = new AbortController();
  void place.started.then(() => over.abort());
  const send = async (): Promise<number | undefined> => {
    await clock.wait(NOTE_AFTER_MS, over.signal);
    if (over.signal.aborted) return undefined;
    // Not by the update's own api: a note is no answer.
    const note = await api.sendMessage(chat.id, ctx.texts.oneMoment(place.ahead));
    return note.message_id;
  };
  const sent = send().catch((error: unknown) => {
    logger.info({ err: error }, 'could not leave a note that the answer takes time');
    return undefined;
  });
  return () => {
    over.abort();
    void sent
      .then((messageId) => messageId !== undefined && api.deleteMessage(chat.id, messageId))
      .catch((error: unknown) => logger.info({ err: error }, 'could not take a note away'));
  };
}
