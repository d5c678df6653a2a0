/** Tells what is not a question at all: nothing readable, a greeting, thanks, a farewell. */
import { foldText } from '../search/fold-text.js';
import { SPACED_TALK, UNSPACED_TALK } from './small-talk.js';

/** Whole messages, folded, without punctuation and spaces. Short on purpose: what is not here is taken for a question. */
const CHAT = new Set(
  [
    '你好 您好 你好啊 你好呀 大家好 嗨 哈喽 哈啰 喂 在吗 在么 在不在 有人吗 早 早上好 上午好 中午好 下午好 晚上好 晚安 早安',
    '谢谢 谢谢你 谢谢您 多谢 感谢 非常感谢 辛苦了 辛苦 今天辛苦 今天辛苦了 你辛苦了 真不错 太好了 最近好吗 最近怎么样 你好吗 吃了吗 今天天气不错 好的 好 嗯 嗯嗯 哦 行 可以 没事 不用了 再见 拜拜 哈哈 哈哈哈 呵呵 你是谁 你叫什么 你叫什么名字 你是机器人吗 你会什么 你能做什么 你能干什么 帮助 怎么用 讲个笑话 测试',
    'hi hello hey hellothere howisitgoing howsitgoing howareyoudoingtoday howareyoutoday howdoyoudo nicetomeetyou hithere heythere goodmorning goodafternoon goodevening goodnight howareyou whatsup sup yo thanks thankyou thx ty thankyousomuch thanksalot ok okay cool great nice bye goodbye seeyou whoareyou whatareyou areyouabot whatcanyoudo howareyoudoing tellmeajoke lol test ping help helpme',
    'привет здравствуйте здравствуй добрыидень доброеутро добрыивечер спасибо пока досвидания кактыдела какдела ктоты',
    'こんにちは こんばんは おはよう おはようございます ありがとう ありがとうございます さようなら はじめまして お元気ですか 元気ですか',
    'hola buenosdias buenastardes buenasnoches gracias muchasgracias adios quetal comoestas quieneres',
    'bonjour salut bonsoir merci mercibeaucoup aurevoir cava commentcava quiestu quietesvous',
    'hallo gutentag gutenmorgen gutenabend danke dankeschon vielendank tschuss aufwiedersehen wiegehts wergehts werbistdu',
    '안녕 안녕하세요 감사합니다 고마워 고마워요 고맙습니다 안녕히가세요 잘지내세요',
    'xinchao chaoban camon camonban tambiet',
    'مرحبا السلامعليكم اهلا شكرا شكراجزيلا معالسلامه كيفحالك صباحالخير مساءالخير',
    'ola obrigado obrigada ciao grazie namaste merhaba tesekkurler',
  ]
    .flatMap((line) => line.split(' '))
    .map((phrase) => normalise(phrase)),
);

function normalise(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Particles that are added to a greeting without changing it: 你好啊, 谢谢啦, hello!!! */
const PARTICLES = /(?:[啊呀呢吗嘛啦哦哈吧了哟~]+|ne|desu|bot|quoth)$/u;

/**
 * Whether a message is small talk or holds nothing that could be searched for: each of its clauses is (“Thanks a lot,
 * good night!”), or no word of it is one (“zxcvb qqqq”).
 */
export function isChat(message: string): boolean {
  if (isGibberish(message)) return true;
  return (
    message
      .replace(/['’]/g, '')
      .split(/[\p{P}\p{S}\n]+/u)
      .map(normalise)
      .filter((clause) => clause !== '')
      .every(isChatClause) || isSmallTalk(message)
  );
}

/** Folded words with single spaces between them; of Arabic, letters that are written in several ways are one. */
function toWords(text: string): string {
  const folded = foldText(text.replace(/(?<=[a-z])['’](?=s\b|m\b)/gi, ''));
  const arabic = folded
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replace(/\p{M}+/gu, '');
  return arabic.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Any of some phrases, the longest first: as whole words, or wherever it stands. */
function matchAny(spaced: readonly string[], unspaced: readonly string[]): RegExp {
  const choose = (phrases: readonly string[]): string =>
    [...new Set(phrases.map(toWords))].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${choose(spaced)})(?![\\p{L}\\p{N}])|${choose(unspaced)}`,
    'gu',
  );
}

const PHRASES = matchAny(
  SPACED_TALK.flatMap(({ phrases }) => phrases.split('|')),
  UNSPACED_TALK.flatMap(({ phrases }) => phrases.split('|')),
);
const FILLERS = matchAny(
  SPACED_TALK.flatMap(({ fillers }) => fillers.split(' ')),
  UNSPACED_TALK.flatMap(({ fillers }) => fillers.split(' ')),
);

/** Whether a message is made of small talk alone: “Спасибо большое, ты мне очень помог!” */
function isSmallTalk(message: string): boolean {
  const words = toWords(message);
  const rest = words.replace(PHRASES, ' ');
  return rest !== words && rest.replace(FILLERS, ' ').trim() === '';
}

/** Latin letters that no word is made of: six consonants in a row, no vowel at all, one letter four times, a key row. */
const SENSELESS =
  /[bcdfghjklmnpqrstvwxz]{6}|^[bcdfghjklmnpqrstvwxz]{3,}$|(.)\1{3}|qwert|asdfg|zxcvb|q[^u]|^[a-z]$/;

/**
 * Whether most words of a message in small Latin letters are senseless (“zxcvb pwoei qqqq”), numbers aside. One alone may
 * be an abbreviation.
 */
function isGibberish(message: string): boolean {
  const words = message.match(/\p{L}+/gu) ?? [];
  const senseless = words.filter((word) => SENSELESS.test(word)).length;
  return (
    words.length > 1 && senseless * 2 > words.length && words.every((word) => /^[a-z]+$/.test(word))
  );
}

function isChatClause(clause: string): boolean {
  if (CHAT.has(clause)) return true;
  // A letter or digit again and again: “aaaa”, “111”, “哈哈哈哈”; a Han character alone may be a question (“稻”).
  if (/^(.)\1*$/u.test(clause)) return clause.length > 1 || !/\p{Script=Han}/u.test(clause);
  const stripped = clause.replace(PARTICLES, '');
  return stripped !== clause && CHAT.has(stripped);
}
