/** Chinese, traditional characters, in words that are at home in both Taiwan and Hong Kong. */
import type { Texts } from './texts.js';

/** Traditional Chinese. */
export const zhHant: Texts = {
  foundPassages: (count) => `找到 ${count} 段原文`,
  related: '沒有哪一段直接回答這個問題，以下是最接近的原文',
  notFound: '文庫裡沒有找到這方面的內容。換個說法，或者問得更具體一點，再試試看。',
  notAQuestion: '你好！我只用文庫裡的原文回答問題。想了解哪件事、哪條規定，直接問我就好。',
  emptyLibrary: '文庫還是空的，等放進文章以後再來問吧。',
  alsoIn: '另見',
  lines: (startLine, endLine) =>
    startLine === endLine ? `第 ${startLine} 行` : `第 ${startLine}–${endLine} 行`,
  colon: '：',

  youAsked: (question) => `問：${question}`,
  questionTooLong: (limit) => `問題有點長，我只看了前 ${limit} 個字。`,
  restInArticle: '這一段太長，這裡放不下，完整內容請看全文。',
  articleGone: '這篇文章已經更新，或者不在文庫裡了。請再問一次。',

  start: [
    '你好，我是 Quoth：只引用、不編造的問答機器人。',
    '用哪種語言問都可以，我會從文庫裡找出能回答的段落，一字不改，並註明出處。',
    '文庫裡沒有的，我會直說沒有。',
  ].join('\n'),
  tryExample: '可以先試試：',
  help: [
    '直接把問題傳給我就可以。在群組裡請用 /ask 加問題，或者 @我，或者回覆我的訊息。',
    '',
    '• 引文一字不差，粗體是最切題的句子',
    '• 「上下文」看前後文，「全文」看整篇文章',
    '• 「再看幾段」給出其餘的段落',
  ].join('\n'),
  howToAsk: '把問題寫在指令後面就可以，例如：/ask 這項規定從什麼時候起施行？',
  onlyText: '我只看得懂文字。請把想問的打成一句話傳給我。',

  trouble: '抱歉，剛才出了點問題，沒能回答。請過一會兒再問一次。',
  busy: '問得太快了，我正在一個一個回答。請稍等一下再問。',

  feedHelp: [
    '新文章可以來自訂閱來源和頻道：',
    '',
    '/feed add https://…　新增 RSS、Atom 或 JSON 訂閱來源',
    '/feed add @頻道名　新增頻道（我須是該頻道的管理員）',
    '/feed list　查看全部',
    '/feed remove 3　移除第 3 號，已入庫的文章保留',
  ].join('\n'),
  feedNone: '目前沒有訂閱來源。',
  feedAdded: (title, entries) => `已新增：${title}。目前有 ${entries} 篇，正在讀入文庫。`,
  feedAlreadyThere: (title) => `已經新增過了：${title}`,
  channelAdded: (name) => `已新增：${name}。請把我設為該頻道的管理員，之後的貼文會自動收入文庫。`,
  channelAllowed: (title) => `從現在起，頻道「${title}」的貼文會收入文庫。`,
  channelForgotten: (title) => `我已不在頻道「${title}」裡。已入庫的文章保留，不再收錄新貼文。`,
  feedRemoved: (title) => `已移除：${title}。已入庫的文章保留。`,
  feedUnknown: '沒有這個訂閱來源。用 /feed list 可以查看全部。',
  feedWell: (when) => `${when} 讀取`,
  feedNotPulled: '尚未讀取',
  feedFailing: (times) => `連續失敗 ${times} 次`,
  feedIsChannel: '頻道',
  feedBadAddress: '這不是可以讀取的網址，應以 https:// 或 http:// 起首。',
  feedForbidden: '我只讀取公開網際網路上的網址，這個網址指向內部網路。',
  feedUnreachable: '伺服器沒有正常回應。請檢查網址，或者稍後再試。',
  feedRefused: '這個網址上沒有內容，或者伺服器不允許讀取。',
  feedRedirects: '這個網址一直在轉址。請直接傳給我最終的網址。',
  feedTooLarge: '內容太大，不像訂閱來源。看看有沒有只含最新文章的訂閱來源。',
  feedInvalid: '這個網址上沒有 RSS、Atom 或 JSON 訂閱來源。',
  feedUnsafe: '這個訂閱來源自帶實體宣告，讀取不安全。',
  feedSuggestion: (address) => `網頁自己給出了這個訂閱來源：${address}`,

  staleButton: '這個按鈕已過期，請再問一次',
  notYourButton: '這是別人的提問，你也可以自己問我',
  alreadyShown: '已經傳在下面了',

  moreButton: (count) => `再看 ${count} 段`,
  contextButton: (number) => `上下文 ${number}`,
  articleButton: (number) => `全文 ${number}`,
  wholeArticleButton: '全文',
  backButton: '返回',

  askCommand: '提問，例如：/ask 什麼時候開始施行？',
  helpCommand: '怎麼用',
  startCommand: '從頭開始',
  botDescription:
    '問我一個問題，我從文庫裡找出能回答的原文，一字不改，並註明標題、日期和位置。不編造，不改寫；文庫裡沒有的，就直說沒有。',
  botShortDescription: '只引用、不編造的問答機器人：原文回答，註明出處。',
};
