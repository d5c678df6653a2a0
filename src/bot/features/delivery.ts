/** Files and links that a keeper sends in a private chat; for everyone else they are no more than before. */

import { Composer } from 'grammy';
import { type AppError, toAppError } from '../../errors.js';
import type { IngestHooks } from '../../ingest/ingest-report.js';
import { type Delivery, MAX_DELIVERY_BYTES } from '../../intake/deliveries.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, sendScreen } from '../deliver.js';
import { isKeeper } from '../is-keeper.js';
import { button, type Keyboard } from '../keyboards.js';
import { onPress, sayStale } from '../on-press.js';
import { cleanLabel } from '../render/clean-label.js';
import { renderDelivered, renderReport } from '../render/render-delivery.js';

/** Telegram lets a message be edited about once a second; people read slower. */
const EDIT_EVERY_MS = 2500;

/** Creates the feature. */
export function createDeliveryFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();

  composer.chatType('private').on('message:document', async (ctx, next) => {
    if (!isKeeper(ctx.from, app)) return next();
    const { file_id, file_name, file_size = 0 } = ctx.message.document;
    const name = file_name ?? 'document.txt';
    ctx.outcome = 'delivery';
    if (file_size > MAX_DELIVERY_BYTES) {
      const content = ctx.texts.deliveryTooLarge(Math.floor(MAX_DELIVERY_BYTES / 1_000_000));
      return sendScreen(ctx, { content }, logger);
    }
    await take(ctx, name, (hooks) =>
      app.deliveries.takeFile({ name, chunks: services.fetchFile(file_id) }, { hooks }),
    );
  });

  composer.chatType('private').hears(/^https?:\/\/\S+$/i, async (ctx, next) => {
    if (!isKeeper(ctx.from, app)) return next();
    ctx.outcome = 'delivery';
    await take(ctx, ctx.message?.text ?? '', (hooks) =>
      app.deliveries.takePage(ctx.message?.text ?? '', { hooks }),
    );
  });

  onPress(composer, 'delivery', async (ctx, { what, deliveryId }) => {
    if (!isKeeper(ctx.from, app)) {
      ctx.outcome = 'foreign';
      return answerPress(ctx, ctx.texts.notYourButton);
    }
    ctx.outcome = `delivery ${what}`;
    if (what !== 'whole') await answerPress(ctx);
    if (what === 'details') {
      const content = renderDelivered(await app.deliveries.list(deliveryId), ctx.texts);
      return sendScreen(ctx, { content }, logger);
    }
    if (what === 'whole') {
      const [first] = await app.deliveries.list(deliveryId);
      if (first === undefined) return sayStale(ctx);
      await answerPress(ctx);
      const [whole] = await app.upkeep.fix(first.id, { kind: 'whole' });
      const content = `${ctx.texts.fixDone}\n• ${cleanLabel(whole?.title ?? first.title, 120)}`;
      return editScreen(ctx, { content, keyboard: buildKeyboard(deliveryId, 1, ctx) }, logger);
    }
    const count = await app.deliveries.undo(deliveryId);
    await editScreen(ctx, { content: ctx.texts.deliveryUndone(count) }, logger);
  });

  /** Shows how it goes in one message, which becomes the report. */
  const take = async (
    ctx: BotContext,
    name: string,
    work: (hooks: IngestHooks) => Promise<Delivery>,
  ): Promise<void> => {
    const label = cleanLabel(name, 80);
    const { chat } = ctx;
    if (chat === undefined) return;
    const sent = await ctx.api.sendMessage(chat.id, ctx.texts.deliveryReading(label));
    const edit = async (text: string, keyboard: Keyboard = []): Promise<void> => {
      await ctx.api.editMessageText(chat.id, sent.message_id, text, {
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: keyboard },
      });
    };
    let last = services.clock.now();
    // An edit that is still under way must not come after the report.
    let progress = Promise.resolve();
    const hooks: IngestHooks = {
      onPassages: ({ done, total }) => {
        if (services.clock.now() - last < EDIT_EVERY_MS) return;
        last = services.clock.now();
        // The report comes all the same.
        progress = edit(ctx.texts.deliveryProgress(label, done, total)).catch(() => undefined);
      },
    };
    try {
      const delivery = await work(hooks);
      await progress;
      await edit(
        renderReport(label, delivery, ctx.texts),
        buildKeyboard(
          delivery.id,
          delivery.articles.length,
          ctx,
          delivery.report.documents.length === 1,
        ),
      );
    } catch (thrown) {
      const error = toAppError(thrown);
      await progress;
      if (error.code === 'INTERNAL') throw error;
      await edit(describe(label, error, ctx));
    }
  };
  return composer;
}

function describe(label: string, error: AppError, { texts }: BotContext): string {
  return `${texts.deliveryFailed(label)}\n${error.code}${texts.colon}${error.hint}`;
}

/** @param isOne the articles are of one document, which may be taken as one article */
function buildKeyboard(
  deliveryId: string,
  articles: number,
  { texts }: BotContext,
  isOne = false,
): Keyboard {
  if (articles === 0) return [];
  const press = { action: 'delivery', deliveryId } as const;
  const buttons = [
    button(texts.undoButton, { ...press, what: 'undo' }),
    button(texts.detailsButton, { ...press, what: 'details' }),
  ];
  if (isOne && articles > 1) buttons.push(button(texts.wholeButton, { ...press, what: 'whole' }));
  return [buttons];
}
