/** `/privacy` says what is kept, `/delete_me` removes it. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, sendScreen } from '../deliver.js';
import { button } from '../keyboards.js';
import { mayManage } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress } from '../on-press.js';

/** Creates the feature. */
export function createPrivacyFeature(services: BotServices): Composer<BotContext> {
  const { app, logger, memory, hashReader } = services;
  const composer = new Composer<BotContext>();

  onCommand(composer, 'privacy', async (ctx) => {
    ctx.outcome = 'privacy';
    await sendScreen(ctx, { content: ctx.texts.privacy(app.config.keepDays) }, logger);
  });

  onCommand(composer, 'delete_me', async (ctx) => {
    ctx.outcome = 'deleteMe';
    if (!(await mayManage(ctx, logger))) return;
    const keyboard = [
      [
        button(ctx.texts.keepButton, { action: 'forget', isSure: false }),
        button(ctx.texts.deleteButton, { action: 'forget', isSure: true }),
      ],
    ];
    const isPrivate = ctx.chat?.type === 'private';
    const content = isPrivate ? ctx.texts.sureToForgetMe : ctx.texts.sureToForget;
    await sendScreen(ctx, { content, keyboard }, logger);
  });

  /** The id of a private chat is the reader's. */
  const forgetReader = async (reader: string): Promise<void> => {
    await app.readers.remove(reader);
    await app.answers.removeOf(reader);
    await app.feedback.removeOf(reader);
  };

  onPress(composer, 'forget', async (ctx, { isSure }) => {
    if (!(await mayManage(ctx, logger)) || ctx.chat === undefined) return;
    await answerPress(ctx);
    if (!isSure)
      return editScreen(ctx, { content: ctx.texts.privacy(app.config.keepDays) }, logger);
    await (await app.openAlerts()).forget(ctx.chat.id);
    if (ctx.chat.type === 'private') {
      await forgetReader(hashReader(ctx.chat.id));
      memory.forget(ctx.chat.id);
    }
    await editScreen(ctx, { content: ctx.texts.forgotten }, logger);
  });
  return composer;
}
