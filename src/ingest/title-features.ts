/**
 * What speaks for and against a short line being an article's title. Each feature is one observation with a weight;
 * a title is a line whose weights sum up to `TITLE_THRESHOLD`. One observation alone seldom suffices, so that a
 * heading inside an article is not taken for a title: splitting too little does less harm than splitting too much.
 */

/** Weight and reason of each feature. Set by hand on both readers and on dumps of other shapes (tests/fixtures/dumps). */
const TITLE_FEATURES = {
  documentStart: [4, 'the first line with text of the document'],
  kicker: [1.5, 'a kicker stands above'],
  titleField: [8, 'named as a title: 标题：…'],
  inContents: [6, 'listed in the table of contents'],
  afterSource: [4, 'a source line or an editorial credit closes the article above'],
  afterSeparator: [3, 'a line of dashes or asterisks stands above'],
  afterSignature: [2, 'a signature, date or note closes the article above'],
  afterShortPage: [3, 'the page above was left before it was full'],
  pageStart: [1.5, 'the first line of a page'],
  wideGap: [1.5, 'more blank lines above than between paragraphs'],
  dashSubtitle: [3, 'a subtitle with a dash follows'],
  dateLine: [2.5, 'a line with a date alone or a note with a date follows'],
  byline: [2, 'a byline follows'],
  sourceBelow: [3, 'a source line without brackets follows'],
  salutation: [2, 'a salutation or an addressee follows'],
  announcement: [2, 'the text below announces a full text'],
  leadDate: [2.5, 'the text below begins with a date or a dateline, as news do'],
  leadRepeats: [2.5, 'the text below repeats most of its words'],
  leadRepeatsPart: [1.5, 'the text below repeats many of its words'],
  newTopic: [1, 'alone between sentences; the text below repeats its words, that above does not'],
  occasion: [3, 'names the occasion of a speech: 在…会上的讲话'],
  genre: [1.5, 'ends with a kind of document: 公报, 通知, 讲话, Report'],
  numberingAnew: [2, 'the numbering of chapters or headings starts anew below'],
  bracketed: [2, 'stands in 【】'],
  brokenTitle: [1, 'broken over lines that are shorter than those of the text'],
  unindented: [1.5, 'begins at the margin while paragraphs are indented'],
  centred: [1, 'set off to the right while paragraphs are not'],
  capitals: [1, 'in capitals or title case'],
  houseStyle: [2, 'set like the titles that are sure'],
  announced: [-8, 'announced by the article above: its inner title'],
  repeatsTitle: [-8, 'repeats the title of the article it stands in'],
  speakerBelow: [-4, 'a turn of an interview follows: a heading'],
  colonEnd: [-4, 'ends with a colon'],
  short: [-1.5, 'too short for a title'],
  callsOut: [-2, 'ends with an exclamation or a question'],
  amongMany: [-3, 'one of many short lines: a list'],
  afterOpenLine: [-3, 'the line above is a heading or is unfinished'],
  sameAsOthers: [-1, 'the same line stands elsewhere in the document'],
} as const satisfies Record<string, readonly [weight: number, reason: string]>;

/** Name of an observation about a line. */
export type TitleFeature = keyof typeof TITLE_FEATURES;

/** A line with at least this sum of weights is a title. */
export const TITLE_THRESHOLD = 4;

/** Sums up the weights of the features that were observed. */
export function scoreTitle(features: readonly TitleFeature[]): number {
  return features.reduce((sum, feature) => sum + TITLE_FEATURES[feature][0], 0);
}

const SPEECH =
  /在.{2,50}(?:会|会议|大会|仪式|典礼|式|班|活动|论坛|时|上).{0,6}的?(?:重要)?(?:讲话|致辞|发言|报告|演讲|总结讲话|讲话稿|致詞|講話)(?:[（(].{1,12}[）)])?$/;
const GENRE =
  /(?:讲话|致辞|报告|公报|通知|意见|决定|决议|公告|通报|倡议书|贺词|贺信|贺电|规定|条例|办法|细则|章程|纲要|方案|规划|社论|评论员文章|答记者问|建议书|声明|宣言|公开信|慰问信|一封信|启事|侧记|综述|纪实|講話|條例|辦法|報告|通告)(?:[（(].{1,12}[）)]|》)?$|\b(?:Report|Speech|Statement|Notice|Announcement|Letter|Minutes)$/;

/** Observations about the words of the line alone. */
export function observeWords(title: string): readonly TitleFeature[] {
  const features: TitleFeature[] = [];
  const squeezed = title.replace(/\s/g, '');
  if (SPEECH.test(squeezed)) features.push('occasion');
  if (GENRE.test(squeezed) && squeezed.length >= 8) features.push('genre');
  if (/^[【［[].+[】］\]]$/.test(squeezed)) features.push('bracketed');
  if (/[：:]$/.test(squeezed)) features.push('colonEnd');
  if (/[!?！？][”’」』]?$/.test(squeezed)) features.push('callsOut');
  const words = title.split(/\s+/).filter((word) => /\p{Lu}|\p{Ll}/u.test(word));
  const isLatin = words.length > 0 && !/\p{Script=Han}/u.test(title);
  if (isLatin ? squeezed.length < 8 : squeezed.length < 7) features.push('short');
  if (isLatin && words.length >= 2) {
    const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
    const long = words.filter((word) => word.length > 3).length;
    if (capital >= Math.max(long, words.length * 0.6)) features.push('capitals');
  }
  return features;
}

function collectTerms(text: string): Set<string> {
  const terms = new Set<string>();
  for (const run of text.toLowerCase().match(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu) ?? []) {
    if (/\p{Script=Han}/u.test(run)) {
      for (let index = 0; index + 1 < run.length; index += 1)
        terms.add(run.slice(index, index + 2));
    } else if (run.length > 3) terms.add(run.slice(0, 7));
  }
  return terms;
}

/** Share of the title's words (character pairs in Chinese) that the text repeats, 0 to 1. */
export function measureRepetition(title: string, text: string): number {
  const terms = collectTerms(title);
  if (terms.size < 3) return 0;
  const others = collectTerms(text);
  let shared = 0;
  for (const term of terms) if (others.has(term)) shared += 1;
  return shared / terms.size;
}
