/** Tells headings, numbered clauses, items and speaker labels by how they begin. */

const NUMERAL = '[一二三四五六七八九十百零〇○两\\d]';

/** The systems of numbering, outermost first: a heading's rank is its place here. */
const SYSTEMS = [
  {
    name: 'part',
    kind: 'heading',
    form: new RegExp(`^第\\s?${NUMERAL}+\\s?[编編篇卷部](?:\\s|　|$|[^分])`),
  },
  {
    name: 'part',
    kind: 'heading',
    form: /^(?:PART|Part|BOOK|Book|VOLUME|Volume)\s+(?:[IVXLC]+|\d+|[A-Z][a-z]+)\b/,
  },
  { name: 'chapter', kind: 'heading', form: new RegExp(`^第\\s?${NUMERAL}+\\s?[章回讲講]`) },
  {
    name: 'chapter',
    kind: 'heading',
    form: /^(?:CHAPTER|Chapter)\s+(?:[IVXLC]+|\d+|[A-Z][A-Za-z-]+)\b/,
  },
  { name: 'section', kind: 'heading', form: new RegExp(`^第\\s?${NUMERAL}+\\s?[节節]`) },
  {
    name: 'clause',
    kind: 'clause',
    form: new RegExp(`^第\\s?${NUMERAL}+\\s?[条條](?:之${NUMERAL}+)?(?![件款])`),
  },
  {
    name: 'clause',
    kind: 'clause',
    form: /^(?:Article|Section|ARTICLE|SECTION)\s+\d+[A-Za-z]?\b|^§+\s?\d+/,
  },
  { name: 'roman', kind: 'heading', form: /^[IVX]{1,5}[.、]\s/ },
  { name: 'han', kind: 'heading', form: /^[一二三四五六七八九十]{1,3}(?:、|[．.](?!\d))/ },
  { name: 'han-brackets', kind: 'item', form: /^[（(][一二三四五六七八九十]{1,3}[）)]/ },
  {
    name: 'arabic',
    kind: 'item',
    form: /^\d{1,2}(?:\.\d{1,2}){0,3}(?:[.、．]\s?(?!\d)|\s(?=[A-Z]))/,
  },
  { name: 'arabic-brackets', kind: 'item', form: /^(?:[（(]\d{1,2}[）)]|\d{1,2}[）)]|[①-⑳])/ },
  { name: 'letters', kind: 'item', form: /^[（(]?[a-z][）)]\s/ },
] as const;

/** What the beginning of a line says about it. */
export interface Numbering {
  /** Name of the numbering system; two spellings of one system share it. */
  readonly system: string;
  /** 0 is the outermost. */
  readonly rank: number;
  readonly kind: 'heading' | 'clause' | 'item';
  /** The number itself: `第十二条`, `（一）`, `1.`. */
  readonly mark: string;
}

/** Recognises a numbered heading, clause or item. */
export function recogniseNumbering(text: string): Numbering | undefined {
  for (const [rank, { name, kind, form }] of SYSTEMS.entries()) {
    const mark = form.exec(text)?.[0];
    if (mark !== undefined) return { system: name, rank, kind, mark: mark.trim() };
  }
  return undefined;
}

/**
 * Whether a line opens a part, chapter, section or clause of one text: `第一章 总则`, `Chapter 2`, `第三条 …`.
 * `第一篇` does not count: a collection numbers its articles so.
 */
export function isDivision(text: string): boolean {
  const numbering = recogniseNumbering(text);
  return (
    /^(?:part|chapter|section|clause)$/.test(numbering?.system ?? '') &&
    numbering?.mark.includes('篇') !== true
  );
}

/** Whether a paragraph usually begins here: a number, a speaker, a bullet, `一是`, `第一，`. */
export function beginsParagraph(text: string): boolean {
  return (
    recogniseNumbering(text) !== undefined ||
    recogniseSpeaker(text) !== undefined ||
    /^(?:[※▲●■◆★☆•▪◎○]|[-*+]\s|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,3}，|——)/.test(
      text,
    )
  );
}

const SPEAKER =
  /^((?:[问答問]|[\p{Script=Han}（）()]{2,24} [\p{Script=Han}·]{2,6}|[\p{Script=Han}·]{2,6}|Q|A|[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2})[：:])(?=.)/u;
/** Words before a colon that open a field or a list, not a speech. */
const NOT_A_SPEAKER =
  /^(?:来源|作者|标题|题目|时间|日期|地点|主题|编辑|责编|责任编辑|记者|电话|邮箱|网址|附件|附|注|其中|一是|例如|比如|Source|By|Date|Title|Author|Note|Contents|Subject|From|To)[：:]$/;

/** Labels that can be nothing but a turn of an interview. */
export function isInterviewLabel(label: string): boolean {
  return /^(?:问|答|問|記者|记者|主持人|Q|A)[：:]$/.test(label);
}

/** Finds the speaker's label a turn of an interview begins with: `问：`, `答：`, `记者：`, `张三：`, `Q:`. */
export function recogniseSpeaker(text: string): string | undefined {
  const label = SPEAKER.exec(text)?.[1];
  if (label === undefined) return undefined;
  if (isInterviewLabel(label)) return label;
  return NOT_A_SPEAKER.test(label) ? undefined : label;
}

/** A salutation or an addressee: a short line that ends in a colon, `各位代表：`, `Dear members:`. */
export function isSalutation(text: string): boolean {
  if (!/[：:！!,]$/.test(text) || text.length > 80) return false;
  if (
    /^(?:各|尊敬|亲爱|親愛|敬爱|同志|朋友|女士|先生|主席|代表|委员|Dear\b|Ladies\b|Fellow\b)/.test(
      text,
    )
  ) {
    return /[：:！!,]$/.test(text) && !/[。；]/.test(text);
  }
  return /(?:同志们|朋友们|委员会|各部门|各单位|代表|委员|各位|女士们|先生们|人民政府|办公室)[：:]$/.test(
    text,
  );
}

/** A sentence that announces that a text follows: `全文如下：`, `转载如下：`, `讲话全文如下——`. */
export function isAnnouncement(text: string): boolean {
  if (
    /(?:全文|原文|内容|內容|转载|轉載|摘编|刊发|刊登|发布|讲话|文章|如下).{0,12}如下[：:。—\s]*$/.test(
      text,
    )
  )
    return true;
  return (
    /(?:全文|转载|轉載|原文|摘登|刊载)(?:刊登|发布|转载)?如下[：:。—\s]*$/.test(text) ||
    /\b(?:full text|follows|reprinted below|in full)\s?[:.—]*$/i.test(text)
  );
}
