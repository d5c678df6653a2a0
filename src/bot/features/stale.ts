/** The last feature: a button that no other one knows is from another time, and is told so. */
import { Composer } from 'grammy';
import type { BotContext } from '../bot-context.js';
import { sayStale } from '../on-press.js';

/** Creates the feature. It stands last. */
export function createStaleFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query', (ctx) => sayStale(ctx));
  return composer;
}
