/** `/feed add|list|remove`, for keepers in a private chat; for everyone else there is no such command. */

import { Composer } from 'grammy';
import type { Feed } from '../../domain/feed.js';
import { type AppError, type ErrorCode, toAppError } from '../../errors.js';
import { formatMoment } from '../../format-moment.js';
import type { Texts } from '../../texts/texts.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { sendScreen } from '../deliver.js';
import { isKeeper } from '../is-keeper.js';
import { cleanLabel } from '../render/clean-label.js';
import { withTyping } from '../typing.js';

/** What a keeper is told of an error, by its code; any other one is a fault of ours. */
const FAULT_TEXTS = {
  ADDRESS_INVALID: 'feedBadAddress',
  ADDRESS_FORBIDDEN: 'feedForbidden',
  FETCH_FAILED: 'feedUnreachable',
  FETCH_REFUSED: 'feedRefused',
  FETCH_REDIRECTS: 'feedRedirects',
  FETCH_TOO_LARGE: 'feedTooLarge',
  FEED_INVALID: 'feedInvalid',
  FEED_UNSAFE: 'feedUnsafe',
} as const satisfies Partial<Record<ErrorCode, keyof Texts>>;

/** Creates the feature. */
export function createFeedFeature(services: BotServices): Composer<BotContext> {
  const { app, logger, clock } = services;
  const composer = new Composer<BotContext>();
  composer.chatType('private').command('feed', async (ctx, next) => {
    if (!isKeeper(ctx.from, app)) return next();
    const [verb = '', reference = ''] = ctx.match.trim().split(/\s+/);
    ctx.outcome = `feed ${/^(?:add|list|remove)$/.test(verb) ? verb : 'help'}`;
    const content = await withTyping(ctx, clock, () =>
      runFeedCommand({ verb, reference }, ctx.texts, services),
    );
    await sendScreen(ctx, { content }, logger);
  });
  return composer;
}

async function runFeedCommand(
  { verb, reference }: { readonly verb: string; readonly reference: string },
  texts: Texts,
  { app }: BotServices,
): Promise<string> {
  const { feeds } = app.intake;
  if (verb === 'add' && reference !== '') return addFeed(reference, texts, app);
  if (verb === 'remove' && reference !== '') {
    const removed = await feeds.remove(reference);
    return removed === undefined ? texts.feedUnknown : texts.feedRemoved(nameFeed(removed));
  }
  if (verb !== 'list') return texts.feedHelp;
  const listed = await feeds.list();
  if (listed.length === 0) return `${texts.feedNone}\n\n${texts.feedHelp}`;
  return listed.map((feed) => describeFeed(feed, texts)).join('\n\n');
}

async function addFeed(reference: string, texts: Texts, app: BotServices['app']): Promise<string> {
  try {
    const { feed, isNew, entries = 0 } = await app.intake.feeds.add(reference);
    if (!isNew) return texts.feedAlreadyThere(nameFeed(feed));
    if (feed.kind === 'channel') return texts.channelAdded(nameFeed(feed));
    return texts.feedAdded(nameFeed(feed), entries);
  } catch (thrown) {
    const error = toAppError(thrown);
    const fault = explainFault(error.code, texts);
    if (fault === undefined) throw error;
    const suggestion = findSuggestion(error);
    return suggestion === undefined ? fault : `${fault}\n${texts.feedSuggestion(suggestion)}`;
  }
}

/** The address of a feed in a hint, where a page has named one. */
function findSuggestion({ code, hint }: AppError): string | undefined {
  return code === 'FEED_INVALID' ? /https?:\/\/\S+$/.exec(hint)?.[0] : undefined;
}

function explainFault(code: string, texts: Texts): string | undefined {
  return code in FAULT_TEXTS ? texts[FAULT_TEXTS[code as keyof typeof FAULT_TEXTS]] : undefined;
}

function describeFeed(feed: Feed, texts: Texts): string {
  const head = `${feed.id} · ${texts.isolate(nameFeed(feed))}`;
  return `${head}\n${feed.address} · ${describeState(feed, texts)}`;
}

/** How a feed fares, in a few words. */
export function describeState(feed: Feed, texts: Texts): string {
  if (feed.kind === 'channel') return texts.feedIsChannel;
  if (feed.fault !== undefined) {
    const reason = explainFault(feed.fault.code, texts) ?? feed.fault.code;
    return `${texts.feedFailing(feed.failures)}${texts.colon}${reason}`;
  }
  if (feed.pulledAt === undefined) return texts.feedNotPulled;
  return texts.feedWell(formatMoment(feed.pulledAt));
}

/** What a feed calls itself, else its address. */
export function nameFeed({ title, address }: Feed): string {
  return cleanLabel(title ?? address);
}
