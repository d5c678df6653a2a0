/**
 * Inline mode: `@bot question` in any chat lists quotes while it is typed. Read-only, so nothing is queued or kept: only the
 * newest question of a reader is answered, and one that Telegram has given up is dropped.
 */
import { Composer } from 'grammy';
import type { InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton } from 'grammy/types';
import { describeError } from '../../logger.js';
import { guessLanguage, pickTexts } from '../../texts/pick-texts.js';
import type { Texts } from '../../texts/texts.js';
import { askLibrary } from '../ask-library.js';
import type { BotContext, BotServices } from '../bot-context.js';
import type { LatestOnly } from '../latest-only.js';
import { readReaderKey } from '../reader-key.js';
import { buildInlineResult, buildNothingResult } from '../render/render-inline.js';
import { readRefusal } from '../telegram-errors.js';

const INLINE = {
  /** Results of one page; the next one is asked for when a reader scrolls on. */
  perPage: 10,
  /** Results of all pages. Telegram takes 50 in a page. */
  most: 30,
  /** Telegram gives a query up after 30 s (server's source: Client.cpp). */
  lifetimeMs: 28_000,
  /** The library may hold more a minute later. */
  cacheSeconds: 60,
  /** What never changes may be kept for long. */
  hintCacheSeconds: 3600,
} as const;

type Asked = BotContext & { readonly inlineQuery: InlineQuery };

/** What a query is answered with. */
interface InlinePage {
  readonly outcome: string;
  readonly results: readonly InlineQueryResultArticle[];
  readonly nextOffset?: string;
  /** Stands over the results and leads to the chat with the bot. */
  readonly button?: string;
  readonly cacheSeconds: number;
}

/** Creates the feature. It stands before the readers' queue, and does not wait for the answer. */
export function createInlineFeature(
  services: BotServices,
  latest: Pick<LatestOnly, 'run'>,
): Composer<BotContext> {
  const { clock, gate, logger, metrics } = services;
  const composer = new Composer<BotContext>();
  composer.on('inline_query', (ctx) => {
    const arrivedAt = clock.now();
    const note = (outcome: string): void => {
      const tookMs = clock.now() - arrivedAt;
      const { update_id: updateId } = ctx.update;
      logger.info({ updateId, type: 'inline', outcome, tookMs }, 'update handled');
      metrics.noteUpdate({ type: 'inline', outcome });
    };
    const started = latest.run(String(ctx.from.id), async (signal) => {
      try {
        const place = gate.enter(readReaderKey(ctx), async () =>
          signal.aborted ? undefined : buildPage(ctx, services),
        );
        if (place === undefined) return note('refused');
        const page = await place.done;
        const isLate = clock.now() - arrivedAt > INLINE.lifetimeMs;
        if (isLate) return note('expired');
        if (page === undefined || signal.aborted) return note('overtaken');
        await sendPage(ctx, page);
        note(page.outcome);
      } catch (error) {
        const refusal = readRefusal(error);
        if (refusal !== undefined) return note('expired');
        const failure = describeError(error, listSecrets(ctx));
        logger.error({ updateId: ctx.update.update_id, failure }, 'inline query failed');
      }
    });
    if (started === 'refused') note('refused');
  });
  return composer;
}

/** What an error's message must not repeat: the reader's words, one by one too, and names. */
function listSecrets({ inlineQuery: { query, from } }: Asked): readonly string[] {
  const words = query.split(/\s+/).filter((word) => word.length > 3);
  return [query, from.username ?? '', from.first_name, ...words].filter(({ length }) => length > 1);
}

async function buildPage(ctx: Asked, { app, hashReader }: BotServices): Promise<InlinePage> {
  const { query, offset, from: reader } = ctx.inlineQuery;
  const { language } = await app.readers.get(hashReader(reader.id));
  const texts = pickTexts(language ?? reader.language_code ?? guessLanguage(query));
  const question = query.trim();
  if (question === '') return buildHint('hint', texts.inlineHint, INLINE.hintCacheSeconds);
  const answer = await askLibrary(app, question, INLINE.most);
  if (answer === undefined) {
    return buildHint('emptyLibrary', texts.emptyLibrary, INLINE.cacheSeconds);
  }
  const { kind, quotes } = answer;
  if (kind === 'notAQuestion') return buildHint(kind, texts.inlineHint, INLINE.cacheSeconds);
  if (quotes.length === 0) return buildNothing(question, texts);
  const from = readOffset(offset);
  const next = from + INLINE.perPage;
  const { username } = ctx.me;
  return {
    outcome: kind,
    results: quotes.slice(from, next).map((quote) => buildInlineResult(quote, { username, texts })),
    ...(next < quotes.length && { nextOffset: String(next) }),
    ...(kind === 'related' && {
      button: quotes.length === 1 ? texts.nearestPassage : texts.related,
    }),
    cacheSeconds: INLINE.cacheSeconds,
  };
}

function buildHint(outcome: string, button: string, cacheSeconds: number): InlinePage {
  return { outcome, results: [], button, cacheSeconds };
}

function buildNothing(question: string, texts: Texts): InlinePage {
  return {
    outcome: 'notFound',
    results: [buildNothingResult(question, texts)],
    button: texts.inlineAskThere,
    cacheSeconds: INLINE.cacheSeconds,
  };
}

async function sendPage(ctx: BotContext, page: InlinePage): Promise<void> {
  const { results, nextOffset = '', button, cacheSeconds } = page;
  const over: InlineQueryResultsButton | undefined =
    button === undefined ? undefined : { text: button, start_parameter: 'inline' };
  await ctx.answerInlineQuery([...results], {
    cache_time: cacheSeconds,
    // In the reader's language.
    is_personal: true,
    next_offset: nextOffset,
    ...(over && { button: over }),
  });
}

/** What we have given Telegram for the next page, or 0. */
function readOffset(offset: string): number {
  return /^\d{1,2}$/.test(offset) ? Number(offset) : 0;
}
