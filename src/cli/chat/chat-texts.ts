/** What the chat in the terminal says beside the texts that it shares with the bot (`src/texts/`). */

/** Texts of one language. */
export interface ChatTexts {
  /** First line of a chat. */
  readonly welcome: (articles: number) => string;
  readonly help: string;
  /** For commands about quotes before there are any. */
  readonly noQuotesYet: string;
  readonly noMoreQuotes: string;
  readonly noSuchQuote: (given: string, shown: number) => string;
  readonly noSuchArticle: (id: string) => string;
  readonly unknownCommand: (given: string) => string;
  readonly stopped: string;
  readonly ctrlCAgain: string;
  /** At the foot of a page of an article. */
  readonly pagerPrompt: (page: number, pages: number) => string;
}

const en: ChatTexts = {
  welcome: (articles) =>
    `${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'} to quote from. Type a question, /help for commands, Ctrl-D to leave.`,
  help: [
    'Type a question: the answer is quoted word for word from the library.',
    '  /more        more quotes on the last question',
    '  /context 1   quote 1 with the text around it',
    '  /open 1      the article of quote 1 (Enter: next page, q: back); /open ID works too',
    '  /articles    what is in the library',
    '  /help        this list',
    '  /quit        leave (also Ctrl-D)',
  ].join('\n'),
  noQuotesYet: 'No quotes yet: ask a question first.',
  noMoreQuotes: 'No more quotes on this question.',
  noSuchQuote: (given, shown) =>
    shown === 1
      ? `There is only quote 1, not “${given}”.`
      : `Give a number from 1 to ${shown}, not “${given}”.`,
  noSuchArticle: (id) => `There is no article ${id}. /articles lists them.`,
  unknownCommand: (given) => `There is no command ${given}. /help lists the commands.`,
  stopped: 'Stopped.',
  ctrlCAgain: 'Press Ctrl-C again or Ctrl-D to leave.',
  pagerPrompt: (page, pages) => `— ${page}/${pages} — Enter: next page, q: back `,
};

const zh: ChatTexts = {
  welcome: (articles) =>
    `共有 ${articles} 篇文章可引用。直接输入问题，/help 查看命令，Ctrl-D 退出。`,
  help: [
    '直接输入问题，回答一字不改地引自文库。',
    '  /more        再看这个问题的几段引文',
    '  /context 1   引文 1 和它的上下文',
    '  /open 1      引文 1 所在的全文（回车：下一页，q：返回），也可以用 /open 编号',
    '  /articles    文库里有哪些文章',
    '  /help        看这份说明',
    '  /quit        退出（或按 Ctrl-D）',
  ].join('\n'),
  noQuotesYet: '还没有引文，请先提一个问题。',
  noMoreQuotes: '这个问题没有更多引文了。',
  noSuchQuote: (given, shown) =>
    shown === 1
      ? `只有引文 1，没有“${given}”。`
      : `请输入 1 到 ${shown} 的编号，而不是“${given}”。`,
  noSuchArticle: (id) => `没有编号为 ${id} 的文章，/articles 列出全部文章。`,
  unknownCommand: (given) => `没有 ${given} 这个命令，/help 列出全部命令。`,
  stopped: '已停止。',
  ctrlCAgain: '再按一次 Ctrl-C 或按 Ctrl-D 退出。',
  pagerPrompt: (page, pages) => `— ${page}/${pages} — 回车：下一页，q：返回 `,
};

/** The texts for a locale such as `zh_CN.UTF-8`: Chinese for Chinese, English for all others. */
export function pickChatTexts(locale: string): ChatTexts {
  return /^zh(?![a-z])/i.test(locale) ? zh : en;
}
