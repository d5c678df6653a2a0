/** `/privacy` says what is kept, `/delete_me` removes it, `/status` tells the keeper how things stand. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, sendScreen } from '../deliver.js';
import { button } from '../keyboards.js';
import { mayManage } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress } from '../on-press.js';

/** Creates the feature. */
export function createPrivacyFeature(services: BotServices): Composer<BotContext> {
  const { app, clock, logger, memory, hashReader } = services;
  const composer = new Composer<BotContext>();

  onCommand(composer, 'privacy', async (ctx) => {
    ctx.outcome = 'privacy';
    await sendScreen(ctx, { content: ctx.texts.privacy }, logger);
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

  onCommand(composer, 'status', async (ctx, _, next) => {
    const isKeeper = ctx.from !== undefined && app.config.keepers.includes(ctx.from.id);
    if (!isKeeper || ctx.chat?.type !== 'private') return next();
    ctx.outcome = 'status';
    await sendScreen(ctx, { content: await describeStatus(ctx) }, logger);
  });

  const describeStatus = async (ctx: BotContext): Promise<string> => {
    const { topics, outbox } = await app.openAlerts();
    const [all, counts, articles, votes] = await Promise.all([
      topics.listAll(),
      outbox.count(),
      app.listArticles(),
      app.feedback.count(),
    ]);
    const { waiting, sent, dead, unknown, oldestAt } = counts;
    const oldestMinutes =
      oldestAt === undefined ? 0 : Math.max(0, Math.round((clock.now() - oldestAt) / 60_000));
    const lines = ctx.texts.status({
      articles: articles.length,
      topics: all.length,
      waiting,
      oldestMinutes,
      sent,
      dead,
      unknown,
    });
    return `${lines}\n${ctx.texts.statusVotes(votes.good, votes.bad)}`;
  };

  /** The id of a private chat is the reader's. */
  const forgetReader = async (reader: string): Promise<void> => {
    await app.readers.remove(reader);
    await app.answers.removeOf(reader);
    await app.feedback.removeOf(reader);
  };

  onPress(composer, 'forget', async (ctx, { isSure }) => {
    if (!(await mayManage(ctx, logger)) || ctx.chat === undefined) return;
    await answerPress(ctx);
    if (!isSure) return editScreen(ctx, { content: ctx.texts.privacy }, logger);
    await (await app.openAlerts()).forget(ctx.chat.id);
    if (ctx.chat.type === 'private') {
      await forgetReader(hashReader(ctx.chat.id));
      memory.forget(ctx.chat.id);
    }
    await editScreen(ctx, { content: ctx.texts.forgotten }, logger);
  });
  return composer;
}
