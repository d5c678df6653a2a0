/** Tool of the tests, part of the fake Bot API server: inline queries, and what is taken for an answer to one. */
import type { InlineQueryResultArticle } from 'grammy/types';
import { checkMarkup } from './check-markup.js';
import { checkText } from './check-text.js';
import type { Payload } from './methods.js';
import { badRequest } from './refusal.js';
import type { World } from './world.js';

/** Telegram waits so long for an answer. */
const QUERY_LIFETIME_SECONDS = 30;

/** What a reader sees over the text field. */
export interface SeenInlineResults {
  readonly results: readonly InlineQueryResultArticle[];
  /** Label of the button over them. */
  readonly button: string | undefined;
  readonly startParameter: string | undefined;
  readonly nextOffset: string;
  readonly cacheSeconds: number;
  readonly isPersonal: boolean;
}

/** A query that waits for its answer. */
export interface OpenInlineQuery {
  readonly askedAt: number;
  answered: SeenInlineResults | undefined;
}

/** Takes the answer to an inline query. @throws BotApiRefusal in Telegram's words */
export function answerInlineQuery(world: World, payload: Payload): true {
  const query = world.inlineQueries.get(String(payload['inline_query_id']));
  if (query === undefined || query.askedAt + QUERY_LIFETIME_SECONDS < world.now()) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const results = payload['results'] as readonly InlineQueryResultArticle[];
  if (!Array.isArray(results)) throw badRequest('RESULTS_INVALID');
  if (results.length > 50) throw badRequest('RESULTS_TOO_MUCH');
  const seen = results.map((result) => checkResult(result));
  if (new Set(seen.map(({ id }) => id)).size < seen.length) throw badRequest('RESULT_ID_DUPLICATE');
  const nextOffset = String(payload['next_offset'] ?? '');
  if (Buffer.byteLength(nextOffset) > 64) throw badRequest('NEXT_OFFSET_INVALID');
  const button = payload['button'] as { text?: string; start_parameter?: string } | undefined;
  if (button !== undefined) {
    if (!button.text) throw badRequest('BUTTON_TEXT_EMPTY');
    if (!/^[\w-]{1,64}$/.test(button.start_parameter ?? ''))
      throw badRequest('START_PARAM_INVALID');
  }
  query.answered = {
    results: seen,
    button: button?.text,
    startParameter: button?.start_parameter,
    nextOffset,
    cacheSeconds: Number(payload['cache_time'] ?? 300),
    isPersonal: payload['is_personal'] === true,
  };
  return true;
}

/** Takes the one answer to a guest query. @throws BotApiRefusal in Telegram's words */
export function answerGuestQuery(world: World, payload: Payload): { inline_message_id: string } {
  const id = String(payload['guest_query_id']);
  if (!world.guestQueries.has(id) || world.guestQueries.get(id) !== undefined) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  world.guestQueries.set(id, checkResult(payload['result'] as InlineQueryResultArticle));
  return { inline_message_id: `guest ${id}` };
}

/** Takes one result, as a message that could be sent. @throws BotApiRefusal in Telegram's words */
function checkResult(result: InlineQueryResultArticle): InlineQueryResultArticle {
  const bytes = Buffer.byteLength(String(result.id ?? ''));
  if (bytes < 1 || bytes > 64) throw badRequest('RESULT_ID_INVALID');
  if (result.type !== 'article') throw badRequest('fake server: only articles are known here');
  if (!result.title) throw badRequest('ARTICLE_TITLE_EMPTY');
  const content = result.input_message_content;
  if (!('message_text' in content)) throw badRequest('MESSAGE_EMPTY');
  const { text, entities } = checkText({
    text: content.message_text,
    entities: content.entities,
    parse_mode: content.parse_mode,
  });
  checkMarkup(result.reply_markup);
  return {
    ...result,
    input_message_content: { ...content, message_text: text, entities: [...entities] },
  };
}
