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

  followHow:
    '把想追蹤的主題寫在指令後面就可以，用哪種語言都行，例如：/follow 海洋經濟\n\n加引號的「詞語」必須出現，前面加減號的 -詞語 不能出現。',
  topicTooShort: '這個主題太短了，至少寫一個詞吧。',
  topicTooLong: (limit) => `這個主題太長了，請控制在 ${limit} 個字以內。`,
  topicTooWide: (fired, articles) =>
    `這個主題幾乎什麼都符合：${articles} 篇文章裡有 ${fired} 篇。請說得具體一點。`,
  tooManyTopics: (limit) => `已經追蹤了 ${limit} 個主題，不能再多了。請先用 /topics 刪掉一個。`,
  alreadyFollowed: (name) => `已經在追蹤了：${name}`,
  adminsOnly: '群組裡只有管理員可以這樣做',
  backTest: (words, fired, articles) =>
    `「${words}」：現有的 ${articles} 篇文章裡，會提醒 ${fired} 篇。`,
  nothingNear: '目前還沒有。一有相關的文章，我就告訴你。',
  bestSoFar: '其中最切題的：',
  nowFollowing: (name) =>
    `開始追蹤：${name}\n有了新文章，我就把原文傳給你。/topics 查看全部主題，/settings 設定什麼時候傳。`,
  noTopics: '還沒有追蹤任何主題。傳送 /follow 加主題就可以開始。',
  yourTopics: (count) => `追蹤的主題（${count}）：`,
  topicFacts: ({ name, words, isPaused, isMuted, strictness }) =>
    [
      name,
      name === words ? '' : `原話：${words}`,
      isPaused ? '已暫停' : '追蹤中',
      isMuted ? '靜音' : '',
      `嚴格程度：${strictness}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  askName: (name) => `請回覆這則訊息，寫上新名稱：${name}`,
  renamed: (name) => `已改名：${name}`,
  sureToDelete: (name) => `確定不再追蹤「${name}」嗎？`,
  deleted: (name) => `已取消追蹤：${name}`,
  alertOn: (topic) => `新消息：${topic}`,
  digestOf: (count) => `${count} 段新內容`,
  floodOf: (count) => `一下子來了很多：這 ${count} 段合成一則訊息，免得一直響。`,
  moreLikeThis: '謝謝，這個主題以後會放寬一點',
  lessLikeThis: '謝謝，這個主題以後會收緊一點',
  settings: ({ timing, zone, quiet, sound }) =>
    ['什麼時候傳提醒', timing, `勿擾：${quiet}`, `時區：${zone}`, sound].join('\n'),
  timingInstant: '隨時',
  timingDaily: (hour) => `每天一次，${hour} 點`,
  timingWeekly: (hour) => `每週一次，星期一 ${hour} 點`,
  noQuiet: '無',
  soundOn: '有聲音',
  soundOff: '靜音',
  askZone: '你在哪個時區？勿擾和彙整都按它來算。',
  privacy: [
    '我保存的內容：',
    '• 如果你追蹤了主題：這個聊天的編號和你的語言',
    '• 追蹤的主題，以及什麼時候可以傳訊息',
    '• 為這些主題找到並傳出過哪些提醒',
    '• 答案上還有按鈕的提問，保存 30 天，只有打亂的編號，沒有名字',
    '',
    '不保存名字和聊天內容。除了傳給你的訊息，什麼都不會離開這台機器。/delete_me 會刪掉這裡追蹤的一切。',
  ].join('\n'),
  sureToForget: '要刪掉這裡的全部主題、設定和提醒嗎？刪了就找不回來了。',
  forgotten: '好了，這裡的一切都已刪除。',
  status: ({ articles, topics, waiting, oldestMinutes, sent, dead, unknown }) =>
    [
      `文章：${articles}`,
      `主題：${topics}`,
      `等待傳送：${waiting}（最久 ${oldestMinutes} 分鐘）`,
      `已傳送：${sent}，放棄：${dead}，不確定：${unknown}`,
    ].join('\n'),
  followButton: '追蹤這個主題',
  startButton: '開始追蹤',
  cancelButton: '取消',
  stricterButton: '嚴一點',
  looserButton: '寬一點',
  pauseButton: '暫停',
  resumeButton: '恢復',
  muteButton: '靜音',
  unmuteButton: '取消靜音',
  renameButton: '改名',
  deleteButton: '刪除',
  keepButton: '保留',
  unfollowButton: '取消追蹤',
  goodButton: '👍 有用',
  badButton: '👎 不相關',
  contextPlainButton: '上下文',
  timingButton: '多久一次',
  hourButton: '幾點',
  quietButton: '勿擾',
  zoneButton: '時區',
  soundButton: '聲音',
  followCommand: '追蹤一個主題，例如：/follow 海洋經濟',
  topicsCommand: '查看追蹤的主題',
  settingsCommand: '什麼時候傳提醒',
  privacyCommand: '保存了哪些內容',
  deleteMeCommand: '刪除我的全部內容',
};
