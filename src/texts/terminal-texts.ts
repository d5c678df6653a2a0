/** What the chat in the terminal says beside the answers, which it shares with the bot. */
import { fixed } from './fill.js';

/** See `texts.ts`. */
export const TERMINAL_TEXTS = {
  /** The first line of a chat. */
  terminalWelcome: (articles: number) => ({ articles }),
  /** The commands, one a line, as `cli/chat/chat-command.ts` knows them. */
  terminalHelp: fixed,
  /** For commands about quotes before there are any. */
  terminalNoQuotes: fixed,
  terminalNoMore: fixed,
  /** For a number that no quote has; `shown` of them have one. */
  terminalNoSuchQuote: (given: string, shown: number) => ({ given, shown }),
  terminalNoSuchArticle: (id: string) => ({ id }),
  terminalUnknown: (command: string) => ({ command }),
  /** After Ctrl-C during a question, and on an empty line. */
  terminalStopped: fixed,
  terminalLeave: fixed,
  /** At the foot of a page of an article; a space follows. */
  terminalPager: (page: number, pages: number) => ({ page, pages }),
} as const;
