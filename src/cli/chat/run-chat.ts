/** A conversation in the terminal: a line in, quotes out. Works the same with lines from a pipe. */
import type { App } from '../../app.js';
import { AppError, formatError, toAppError } from '../../errors.js';
import type { SearchSwitches } from '../../search/search-passages.js';
import { pickTexts } from '../../texts/pick-texts.js';
import type { CliContext } from '../cli-context.js';
import type { AnswerLayout } from '../format/print-answer.js';
import { readLocale } from '../locale.js';
import { untilAborted } from '../until-aborted.js';
import { parseChatLine } from './chat-command.js';
import { readHistory, writeHistory } from './chat-history.js';
import { type ChatTurn, createChatTurns, type TurnResult } from './chat-turns.js';
import { createLineReader } from './line-reader.js';
import { cutPages } from './page-article.js';
import { showSignOfLife } from './sign-of-life.js';

/** How questions of a chat are answered. */
export interface ChatOptions {
  readonly top?: number;
  readonly switches?: SearchSwitches;
  /** One line of JSON a question, and nothing else on stdout. @default false */
  readonly json?: boolean;
}

/**
 * Talks with a reader until Ctrl-D, /quit or the end of the input. An error in one turn does not end the chat.
 *
 * Ctrl-C stops a running question, else clears the line; on an empty line, twice in a row, it leaves.
 *
 * @throws AppError INTERRUPTED when lines of a pipe were left unread
 */
export async function runChat(
  app: App,
  context: CliContext,
  options: ChatOptions = {},
): Promise<void> {
  const isTerminal = context.stdin.isTTY === true && context.stdout.isTTY === true;
  const { indexDir } = app.config;
  const texts = pickTexts(readLocale(context.env));
  const layout: AnswerLayout = {
    // The window may change its size.
    get width() {
      return context.width;
    },
    style: context.style,
    texts,
  };
  const turns = createChatTurns(app, { ...options, layout });
  let running: AbortController | undefined;
  let wasInterrupted = false;

  const reader = createLineReader({
    input: context.stdin,
    output: context.stdout,
    isTerminal,
    history: isTerminal ? readHistory(indexDir) : [],
    onHistory: (history) => writeHistory(indexDir, history),
    onInterrupt({ lineWasEmpty }) {
      if (running) {
        running.abort();
      } else if (lineWasEmpty && wasInterrupted) {
        reader.close();
      } else {
        wasInterrupted = lineWasEmpty;
        if (lineWasEmpty) context.stdout.write(`\n${texts.terminalLeave}\n`);
        reader.refresh();
      }
    },
  });

  /** Does one turn; what goes wrong in it is said, and the chat goes on. */
  async function take(turn: ChatTurn): Promise<TurnResult | undefined> {
    const controller = new AbortController();
    running = controller;
    const hideSign = showSignOfLife(context, isTerminal);
    try {
      return await untilAborted(
        turns.take(turn),
        AbortSignal.any([controller.signal, context.signal]),
      );
    } catch (thrown) {
      if (context.signal.aborted) throw thrown;
      if (controller.signal.aborted) context.note(texts.terminalStopped);
      else context.note(context.errorStyle.red(formatError(toAppError(thrown))));
      return undefined;
    } finally {
      hideSign();
      running = undefined;
    }
  }

  async function show(result: TurnResult): Promise<void> {
    if (result.kind === 'text') {
      context.print(options.json ? result.text : `${result.text}\n`);
      return;
    }
    const rows = isTerminal ? Math.max(5, (context.stdout.rows || 24) - 2) : result.lines.length;
    const pages = cutPages(result.lines, rows);
    for (const [index, page] of pages.entries()) {
      context.print(page.join('\n'));
      if (index === pages.length - 1) break;
      const prompt = `${texts.terminalPager(index + 1, pages.length)} `;
      const reply = await reader.next(prompt, { remember: false });
      if (reply === undefined || /^q/i.test(reply.trim())) break;
    }
    context.print('');
  }

  const leave = () => reader.close();
  context.signal.addEventListener('abort', leave, { once: true });
  try {
    if (isTerminal) {
      context.print(`${texts.terminalWelcome((await app.listArticles()).length)}\n`);
      // While the reader types. A failure shows again at the first question.
      app.warmUp().catch(() => {});
    }
    for (;;) {
      const line = await reader.next('> ');
      if (line === undefined) break;
      wasInterrupted = false;
      const parsed = parseChatLine(line);
      if (parsed.kind === 'quit') break;
      if (parsed.kind === 'empty') continue;
      const isJsonTurn = parsed.kind === 'question' || parsed.kind === 'more';
      const result = await take(parsed);
      if (result === undefined) continue;
      // With --json nothing but answers may stand on stdout.
      if (options.json && !isJsonTurn) context.note('with --json only questions, /more and /quit');
      else await show(result);
    }
    if (context.signal.aborted && !isTerminal) {
      throw new AppError('INTERRUPTED', 'stopped before the end of the input');
    }
  } finally {
    context.signal.removeEventListener('abort', leave);
    reader.close();
  }
}
