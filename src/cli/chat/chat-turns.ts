/** What a chat answers to each line: it keeps the last question and the quotes that were shown of it. */
import type { App } from '../../app.js';
import type { Quote } from '../../domain/answer.js';
import type { SearchSwitches } from '../../search/search-passages.js';
import { toAnswerLine } from '../format/answer-json.js';
import {
  type AnswerLayout,
  formatAnswer,
  formatMarked,
  formatQuotes,
} from '../format/print-answer.js';
import { formatArticleList } from '../format/print-articles.js';
import type { ChatLine } from './chat-command.js';
import { formatArticle } from './page-article.js';

/** A turn that is over at once, or lines for the pager. */
export type TurnResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pages'; readonly lines: readonly string[] };

/** How a chat looks and searches. */
export interface ChatTurnsOptions {
  readonly layout: AnswerLayout;
  readonly top?: number;
  readonly switches?: SearchSwitches;
  /** Answers as lines of JSON; commands other than `/more` are unknown. */
  readonly json?: boolean;
}

/** Lines of a chat, except the empty one and `/quit`. */
export type ChatTurn = Exclude<ChatLine, { readonly kind: 'empty' | 'quit' }>;

/** Most quotes that a question can bring. */
const MOST_QUOTES = 50;

/** Creates the turns of one chat. */
export function createChatTurns(app: App, options: ChatTurnsOptions) {
  const { layout, switches, json = false } = options;
  const { texts } = layout;
  const top = options.top ?? app.config.top;
  let question: string | undefined;
  let shown: readonly Quote[] = [];

  async function ask(text: string): Promise<TurnResult> {
    const answer = await app.ask(text, { top, ...(switches ? { switches } : {}) });
    question = text;
    shown = answer.quotes;
    return say(json ? toAnswerLine(answer) : formatAnswer(answer, layout));
  }

  async function showMore(): Promise<TurnResult> {
    if (question === undefined) return say(texts.terminalNoQuotes);
    if (shown.length === 0) return say(texts.terminalNoMore);
    const wanted = Math.min(MOST_QUOTES, shown.length + top);
    const answer = await app.ask(question, { top: wanted, ...(switches ? { switches } : {}) });
    const known = new Set(shown.map(keyOf));
    const quotes = answer.quotes.filter((quote) => !known.has(keyOf(quote)));
    const firstNumber = shown.length + 1;
    shown = [...shown, ...quotes];
    if (json) return say(toAnswerLine({ ...answer, quotes }));
    if (quotes.length === 0) return say(texts.terminalNoMore);
    return say(formatQuotes(quotes, { ...layout, firstNumber }).join('\n\n'));
  }

  async function showContext(target: string): Promise<TurnResult> {
    const quote = findQuote(target);
    if (quote === undefined) return say(explainNumber(target));
    const { articleId, start, end } = quote.citation;
    const context = await app.getContext(articleId, start, end);
    if (!context) return say(texts.articleGone);
    const from = Math.min(context.before.start, start);
    const to = Math.max(context.after.end, end);
    const text = context.article.text.slice(from, to);
    return say(formatMarked(text, [[start - from, end - from]], layout).join('\n'));
  }

  async function openArticle(target: string): Promise<TurnResult> {
    const quote = findQuote(target);
    const isNumber = /^\d{1,2}$/.test(target);
    if (quote === undefined && isNumber) return say(explainNumber(target));
    const article = await app.getArticle(quote?.citation.articleId ?? target);
    if (!article) return say(quote ? texts.articleGone : texts.terminalNoSuchArticle(target));
    const marked = quote ? [[quote.citation.start, quote.citation.end] as const] : [];
    return { kind: 'pages', lines: formatArticle(article, marked, layout) };
  }

  function findQuote(target: string): Quote | undefined {
    return /^\d{1,2}$/.test(target) ? shown[Number(target) - 1] : undefined;
  }

  function explainNumber(target: string): string {
    return shown.length === 0
      ? texts.terminalNoQuotes
      : texts.terminalNoSuchQuote(target, shown.length);
  }

  return {
    /** Does what a line asks for. @throws AppError of the program */
    async take(turn: ChatTurn): Promise<TurnResult> {
      if (turn.kind === 'question') return ask(turn.text);
      if (turn.kind === 'more') return showMore();
      if (turn.kind === 'unknown') return say(texts.terminalUnknown(turn.command));
      if (turn.kind === 'help') return say(texts.terminalHelp);
      if (turn.kind === 'context') return showContext(turn.target);
      if (turn.kind === 'open') return openArticle(turn.target);
      return {
        kind: 'pages',
        lines: formatArticleList(await app.listArticles(), layout).split('\n'),
      };
    },
  };
}

function say(text: string): TurnResult {
  return { kind: 'text', text };
}

function keyOf({ citation }: Quote): string {
  return `${citation.articleId}:${citation.start}:${citation.end}`;
}
