/** Chinese, simplified characters. */
import type { Texts } from './texts.js';

/** Simplified Chinese. */
export const zh: Texts = {
  foundPassages: (count) => `找到 ${count} 段原文`,
  related: '没有哪一段直接回答这个问题，下面是最接近的原文',
  notFound: '文库里没有找到这方面的内容。换个说法，或者问得更具体一点，再试试看。',
  notAQuestion: '你好！我只用文库里的原文回答问题。想了解哪件事、哪条规定，直接问我就好。',
  emptyLibrary: '文库还是空的，等放进文章以后再来问吧。',
  alsoIn: '另见',
  lines: (startLine, endLine) =>
    startLine === endLine ? `第 ${startLine} 行` : `第 ${startLine}–${endLine} 行`,
  colon: '：',

  youAsked: (question) => `问：${question}`,
  questionTooLong: (limit) => `问题有点长，我只看了前 ${limit} 个字。`,
  restInArticle: '这一段太长，这里放不下，完整内容请看全文。',
  articleGone: '这篇文章已经更新，或者不在文库里了。请再问一次。',

  start: [
    '你好，我是 Quoth：只引用、不编造的问答机器人。',
    '用哪种语言问都行，我会从文库里找出能回答的段落，一字不改，并注明出处。',
    '文库里没有的，我会直说没有。',
  ].join('\n'),
  tryExample: '可以先试试：',
  help: [
    '直接把问题发给我就行。在群里请用 /ask 加问题，或者 @我，或者回复我的消息。',
    '',
    '• 引文一字不差，加粗的是最切题的句子',
    '• “上下文”看前后文，“全文”看整篇文章',
    '• “再看几段”给出其余的段落',
  ].join('\n'),
  howToAsk: '把问题写在命令后面就行，例如：/ask 这项规定从什么时候起施行？',
  onlyText: '我只看得懂文字。请把想问的打成一句话发给我。',

  trouble: '抱歉，刚才出了点问题，没能回答。请过一会儿再问一次。',
  busy: '问得太快啦，我正在一个一个回答。请稍等一下再问。',

  feedHelp: [
    '新文章可以来自订阅源和频道：',
    '',
    '/feed add https://…　添加 RSS、Atom 或 JSON 订阅源',
    '/feed add @频道名　添加频道（我须是该频道的管理员）',
    '/feed list　查看全部',
    '/feed remove 3　移除第 3 号，已入库的文章保留',
  ].join('\n'),
  feedNone: '还没有订阅源。',
  feedAdded: (title, entries) => `已添加：${title}。目前有 ${entries} 篇，正在读入文库。`,
  feedAlreadyThere: (title) => `已经添加过了：${title}`,
  channelAdded: (name) => `已添加：${name}。请把我设为该频道的管理员，此后的帖子会自动收入文库。`,
  channelAllowed: (title) => `从现在起，频道“${title}”的帖子会收入文库。`,
  channelForgotten: (title) => `我已不在频道“${title}”里。已入库的文章保留，不再收录新帖子。`,
  feedRemoved: (title) => `已移除：${title}。已入库的文章保留。`,
  feedUnknown: '没有这个订阅源。用 /feed list 可以查看全部。',
  feedWell: (when) => `${when} 读取`,
  feedNotPulled: '尚未读取',
  feedFailing: (times) => `连续失败 ${times} 次`,
  feedIsChannel: '频道',
  feedBadAddress: '这不是可以读取的网址，应以 https:// 或 http:// 开头。',
  feedForbidden: '我只读取公开互联网上的网址，这个网址指向内部网络。',
  feedUnreachable: '服务器没有正常回应。请检查网址，或者稍后再试。',
  feedRefused: '这个网址上没有内容，或者服务器不允许读取。',
  feedRedirects: '这个网址一直在跳转。请直接发给我最终的网址。',
  feedTooLarge: '内容太大，不像订阅源。看看有没有只含最新文章的订阅源。',
  feedInvalid: '这个网址上没有 RSS、Atom 或 JSON 订阅源。',
  feedUnsafe: '这个订阅源自带实体声明，读取不安全。',
  feedSuggestion: (address) => `网页自己给出了这个订阅源：${address}`,

  staleButton: '这个按钮已过期，请再问一次',
  notYourButton: '这是别人的提问，你也可以自己问我',
  alreadyShown: '已经发在下面了',

  moreButton: (count) => `再看 ${count} 段`,
  contextButton: (number) => `上下文 ${number}`,
  articleButton: (number) => `全文 ${number}`,
  wholeArticleButton: '全文',
  backButton: '返回',

  askCommand: '提问，例如：/ask 什么时候开始施行？',
  helpCommand: '怎么用',
  startCommand: '从头开始',
  botDescription:
    '问我一个问题，我从文库里找出能回答的原文，一字不改，并注明标题、日期和位置。不编造，不改写；文库里没有的，就直说没有。',
  botShortDescription: '只引用、不编造的问答机器人：原文回答，注明出处。',
};
