/** The buttons under an alert: its context, its article, a vote that moves the topic's threshold, and the way out. */
import { Composer } from 'grammy';
import type { Alert, AlertView, Topic } from '../../domain/topic.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editKeyboard, editScreen, sendScreen } from '../deliver.js';
import { moveStrictness } from '../follow-topic.js';
import { buildPageKeyboard } from '../keyboards.js';
import { mayManage } from '../may-manage.js';
import { onPress, sayStale } from '../on-press.js';
import { buildAlertKeyboard } from '../render/render-alert.js';
import { renderArticlePage } from '../render/render-article.js';
import { renderContext } from '../render/render-context.js';
import { buildAskDeleteScreen } from '../render/render-topics.js';

/** Steps of strictness that a vote moves a topic by: a wrong alert says more than a right one. */
const VOTES = { good: -0.25, bad: 0.5 } as const;

/** Creates the feature. */
export function createAlertsFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();

  // The button under an alert in a channel, where anybody may read it.
  composer.chatType('private').command('start', async (ctx, next) => {
    const alertId = Number(/^alert_(\d{1,15})$/.exec(ctx.match)?.[1]);
    if (Number.isNaN(alertId)) return next();
    const alerts = await app.openAlerts();
    const alert = await alerts.outbox.get(alertId);
    const subscriber = alert && (await alerts.subscribers.get(alert.subscriberId));
    const view = subscriber?.kind === 'channel' ? await alerts.show(alert as Alert) : undefined;
    ctx.outcome = 'alert';
    if (view === undefined) {
      return sendScreen(ctx, { content: ctx.texts.articleGone }, logger);
    }
    await showArticle(ctx, view, undefined);
  });

  onPress(composer, 'alert', async (ctx, { what, alertId, page }) => {
    const alerts = await app.openAlerts();
    const alert = await alerts.outbox.get(alertId);
    const subscriber = alert && (await alerts.subscribers.get(alert.subscriberId));
    const topic = alert && (await alerts.topics.get(alert.topicId));
    const isHere = subscriber !== undefined && subscriber.chatId === ctx.chat?.id;
    // Pages of an article are turned in private, where the button under a channel's alert has led to.
    const isFromChannel = subscriber?.kind === 'channel' && what === 'article';
    if (alert === undefined || topic === undefined || !(isHere || isFromChannel)) {
      return sayStale(ctx);
    }
    if (what === 'unfollow') {
      if (!(await mayManage(ctx, logger))) return;
      await answerPress(ctx);
      return sendScreen(ctx, buildAskDeleteScreen(topic, ctx.texts), logger);
    }
    const view = await alerts.show(alert);
    if (view === undefined) {
      await answerPress(ctx);
      return sendScreen(ctx, { content: ctx.texts.articleGone }, logger);
    }
    if (what === 'good' || what === 'bad') {
      if (await mayManage(ctx, logger)) await vote(ctx, view, { topic, what });
      return;
    }
    await answerPress(ctx);
    if (what === 'context') await showContext(ctx, view);
    else await showArticle(ctx, view, page);
  });

  const vote = async (
    ctx: BotContext,
    view: AlertView,
    { topic, what }: { readonly topic: Topic; readonly what: 'good' | 'bad' },
  ): Promise<void> => {
    const { topics } = await app.openAlerts();
    // Before the threshold moves: a press that cannot be answered now comes again.
    await answerPress(ctx, what === 'good' ? ctx.texts.moreLikeThis : ctx.texts.lessLikeThis);
    services.metrics.noteFeedback({ on: 'alert', verdict: what });
    await topics.put({ ...topic, strictness: moveStrictness(topic, VOTES[what]) });
    await editKeyboard(ctx, buildAlertKeyboard({ alerts: [view] }, ctx.texts, { vote: what }));
  };

  const showContext = async (ctx: BotContext, { citation }: AlertView): Promise<void> => {
    const context = await app.getContext(citation.articleId, citation.start, citation.end);
    const content =
      context === undefined
        ? ctx.texts.articleGone
        : renderContext(context, citation, { number: 1, texts: ctx.texts });
    await sendScreen(ctx, { content }, logger);
  };

  /** The article comes as a message of its own, whose pages are then turned in place. */
  const showArticle = async (
    ctx: BotContext,
    { alert, citation }: AlertView,
    page: number | undefined,
  ): Promise<void> => {
    const article = await app.getArticle(citation.articleId);
    if (article === undefined) return;
    const shown = renderArticlePage(article, { quote: citation, page, texts: ctx.texts });
    const keyboard = buildPageKeyboard(shown, (to) => ({
      action: 'alert',
      what: 'article',
      alertId: alert.id,
      page: to,
    }));
    const screen = { content: shown.content, keyboard };
    if (page === undefined) await sendScreen(ctx, screen, logger);
    else await editScreen(ctx, screen, logger);
  };
  return composer;
}
