/** Reads who published an article from the line below or above it: `（民进网）`, `来源：…`, `(Source: …)`. */
import { findDates, type WrittenDate } from './read-dates.js';

/** What a source line says. */
export interface SourceCredit {
  readonly publisher?: string;
  /** A date beside the publisher: of printing, not of the event. */
  readonly date?: WrittenDate;
  /** The line speaks for all articles above it: `以上均来源于…`. */
  readonly coversAbove: boolean;
  /** In brackets: such lines stand below an article, the others above or below. */
  readonly isBracketed: boolean;
}

const KEY =
  /^(?<above>以上|上述|前述)?[^：:，。]{0,6}?(?:均|皆|都)?(?:来源|來源|来自|转自|轉自|摘自|转载自|轉載自|选自|原载|原載|摘编自|刊载于|原文刊于)(?:于|於|自)?\s?[:：]?\s?(?<name>.+)$/u;
const ENGLISH_KEY =
  /^(?:Source|Sources|Originally published (?:in|by)|Reprinted from|Courtesy of)\s?[:–—-]?\s?(?<name>.+)$/i;
/** An agency's dateline in brackets: `新华社北京3月5日电`. */
const AGENCY =
  /^据?(?<name>[\p{Script=Han}]{1,8}?(?:社|报|网|台))[\p{Script=Han}]{0,8}?\s?(?:\d{1,2}月)?\d{1,2}日电$/u;
/** How names of media end; journals in 《》 count too. */
const MEDIUM =
  /(?:网|網|网站|日报|日報|晚报|晨报|早报|时报|学报|周报|报|報|通讯社|新华社|中新社|出版社|报社|杂志社|电视台|广播台|电台|总台|杂志|雜誌|周刊|月刊|期刊|学刊|客户端|公众号|微信|官微|官网|门户|在线|频道|《[^《》]+》[^，。]*)$/u;
const NOT_A_MEDIUM =
  /^(?:完|待续|略|节选|摘要|上|中|下|续|全文完|转载请注明.*|掌声.*|联网|互联网)$/;

/** Takes date, page and issue marks off a publisher's name, but leaves `《求是》2024/24`. */
function cleanPublisher(name: string): string {
  return name
    .replace(/\s?(?:作者|记者|编辑|责编|责任编辑|字号|浏览|阅读|时间|发布时间|日期)\s?[:：].*$/, '')
    .replace(/[\s,，]*(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日.*$/, '')
    .replace(/[\s,，]*(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}.*$/, '')
    .replace(/[\s,，]*第?\s?\d{1,2}\s?版$/, '')
    .replace(/[\s,，。.]+$/, '')
    .trim();
}

/** The text within brackets that enclose all of it, of whatever shape: `(…）` counts too. */
export function unwrapBrackets(text: string): string | undefined {
  const inner = /^[（(【[](.*)[）)】\]]$/u.exec(text.trim())?.[1];
  return inner === undefined ||
    /[（(【[][^）)】\]]*$/.test(inner) ||
    /^[^（(【[]*[）)】\]]/.test(inner)
    ? undefined
    : inner.trim();
}

/** Reads a paragraph as a source line; `undefined` when it is none. */
export function readSourceLine(text: string): SourceCredit | undefined {
  const inner = unwrapBrackets(text);
  const content = inner ?? text.trim();
  if (content.length > 80 || /[。！？]./u.test(content)) return undefined;
  const dated = /^(?<date>[\d\s年月日:：.\-/]{8,22})(?<rest>\s?来源[:：].+)$/.exec(content)?.groups;
  const body = dated?.['rest']?.trim() ?? content;
  // `2026年第2期` numbers an issue; only a day says when something was printed.
  const date = findDates(content).find((found) => found.day !== undefined);
  const credit = (name: string | undefined, coversAbove = false): SourceCredit => {
    const publisher = cleanPublisher(name ?? '');
    return {
      ...(publisher === '' ? {} : { publisher }),
      ...(date === undefined ? {} : { date }),
      coversAbove,
      isBracketed: inner !== undefined,
    };
  };
  const keyed = KEY.exec(body)?.groups;
  if (keyed !== undefined && (inner !== undefined || /[:：]/.test(body.slice(0, 12)))) {
    return credit(keyed['name'], keyed['above'] !== undefined);
  }
  const english = ENGLISH_KEY.exec(content)?.groups;
  if (english !== undefined && (inner !== undefined || /^[^:]{6,24}:/.test(content))) {
    return credit(english['name']);
  }
  if (inner === undefined) return undefined;
  const agency = AGENCY.exec(content)?.groups;
  if (agency !== undefined) return credit(agency['name']);
  if (content.length > 24 || /[，。；：！？]/u.test(content)) return undefined;
  const name = cleanPublisher(content);
  return MEDIUM.test(name) && !NOT_A_MEDIUM.test(name) ? credit(name) : undefined;
}

/**
 * Reads a short name in brackets as the source, whatever it is called: only for a line alone between the end of one
 * article and the title of the next, where nothing else is usual.
 */
export function readBareSource(text: string): SourceCredit | undefined {
  const inner = unwrapBrackets(text);
  if (inner === undefined || inner.length > 16 || NOT_A_MEDIUM.test(inner)) return undefined;
  if (
    !/^[\p{L}·\s\-—]{3,}$/u.test(inner) ||
    /^(?:作者|记者|编辑|责任|通过|讨论稿|草案|试行|暂行|节选|摘|图|表|附)/.test(inner)
  ) {
    return undefined;
  }
  return { publisher: inner, coversAbove: false, isBracketed: true };
}

/** Reads a source in brackets at the very end of a paragraph: `……圆满结束。（来源：人民网）`. */
export function readTrailingSource(text: string): SourceCredit | undefined {
  const bracket = /[。！？”.!?]\s?([（(][^（()）]{2,40}[）)])$/u.exec(text)?.[1];
  return bracket === undefined ? undefined : readSourceLine(bracket);
}

/** A line of the editorial office: `责任编辑：…`, `（编辑 …）`; it closes an article and names no source. */
export function isEditorialCredit(text: string): boolean {
  const content = unwrapBrackets(text) ?? text;
  return (
    content.length <= 60 &&
    /^(?:责任编辑|責任編輯|责编|编辑|編輯|校对|審校|审核|审签|监制|初审|复审|终审|供稿|摄影|图片|排版|编审)[：:\s丨|/]/.test(
      content,
    )
  );
}
