/** `/start`: what a link leads to, or else who the bot is, and two questions to press. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { hashExample } from '../callback-data.js';
import { readLinkTarget } from '../deep-links.js';
import { answerPress, sendScreen } from '../deliver.js';
import { buildExampleKeyboard } from '../keyboards.js';
import { onPress, sayStale } from '../on-press.js';
import { cleanLabel } from '../render/clean-label.js';
import { answerQuestion } from './ask.js';
import { openLinkedAnswer } from './linked-answer.js';
import { openLinkedQuote } from './linked-quote.js';

/** Examples on the first screen. */
const MAX_EXAMPLES = 2;

/** Creates the feature. */
export function createStartFeature(services: BotServices): Composer<BotContext> {
  const examples = services.examples.slice(0, MAX_EXAMPLES);
  const composer = new Composer<BotContext>();
  composer.chatType('private').command('start', async (ctx) => {
    const target = readLinkTarget(ctx.match);
    if (target?.kind === 'quote') return openLinkedQuote(ctx, target.key, services);
    if (target?.kind === 'answer') return openLinkedAnswer(ctx, target.answerId, services);
    ctx.outcome = 'start';
    const { start, tryExample } = ctx.texts;
    const content = examples.length === 0 ? start : `${start}\n\n${tryExample}`;
    const keyboard = buildExampleKeyboard(examples);
    await sendScreen(ctx, { content, keyboard }, services.logger);
  });
  onPress(composer, 'example', async (ctx, press) => {
    const example = examples.find((candidate) => hashExample(candidate) === press.key);
    if (example === undefined) return sayStale(ctx);
    await answerPress(ctx);
    const notices = [ctx.texts.youAsked(cleanLabel(example))];
    await answerQuestion(ctx, example, services, { notices });
  });
  return composer;
}
