/** `/fix title|date|join|split`, for keepers in a private chat; for everyone else there is no such command. */

import { Composer } from 'grammy';
import { toAppError } from '../../errors.js';
import { readCorrection } from '../../ingest/read-correction.js';
import type { Texts } from '../../texts/texts.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { sendScreen } from '../deliver.js';
import { isKeeper } from '../is-keeper.js';
import { cleanLabel } from '../render/clean-label.js';
import { withTyping } from '../typing.js';

/** Articles of the document that are shown afterwards. */
const SHOWN_ARTICLES = 20;

/** Creates the feature. */
export function createFixFeature(services: BotServices): Composer<BotContext> {
  const { app, logger, clock } = services;
  const composer = new Composer<BotContext>();
  composer.chatType('private').command('fix', async (ctx, next) => {
    if (!isKeeper(ctx.from, app)) return next();
    ctx.outcome = 'fix';
    const content = await withTyping(ctx, clock, () => runFix(ctx.match, ctx.texts, services));
    await sendScreen(ctx, { content }, logger);
  });
  return composer;
}

async function runFix(words: string, texts: Texts, { app }: BotServices): Promise<string> {
  const [, verb = '', id = '', value = ''] =
    /^(\w+)\s+([0-9a-f]{12})(?:\s+([\s\S]+))?$/.exec(words.trim()) ?? [];
  if (id === '') return texts.fixHelp;
  try {
    const articles = await app.upkeep.fix(id, readCorrection(verb, value));
    const lines = articles
      .slice(0, SHOWN_ARTICLES)
      .map(
        ({ title, date }) => `• ${cleanLabel(title, 120)}${date === undefined ? '' : ` · ${date}`}`,
      );
    return [texts.fixDone, ...lines, ...(articles.length > SHOWN_ARTICLES ? ['…'] : [])].join('\n');
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (code === 'ARTICLE_NOT_FOUND' || code === 'USAGE')
      return `${texts.fixFailed}\n\n${texts.fixHelp}`;
    throw thrown;
  }
}
