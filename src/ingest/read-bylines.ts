/** Reads who wrote or gave a text from its byline: `省长 张三`, `李 四 光`, `本报记者 张三`, `By Jane Doe`. */
import { unwrapBrackets } from './read-source-lines.js';

/** The hundred-odd commonest Chinese surnames (some 85 % of all people), simplified and traditional, and double ones. */
const SURNAME =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬鄔臧畅宫宮来來嵺苟全褚廉简簡娄婁盖蓋符奚木穆党燕郎邸冀谈談姬屠连連郜晏栾欒郁商蒙计計喻揭窦竇迟遲宇敖糜鄢冷卓花仇艾蓝藍都巩鞏稽井练練仲乐樂虞卞封竺冼原官衣楚佟栗匡宗应應台巫鞠僧桑荆荊谌銀揚明沙薄伏岑习習尧堯])/u;
/** Four characters are a name only behind a double surname; `时政要闻` begins with a surname too. */
const USUAL_LENGTH = /^(?:.{2,3}|(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯).{2})$/u;
const HAN_NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,6}·[\p{Script=Han}]{1,6}$/u;
/** How offices end that stand before a name. */
const OFFICE =
  /(?:主席|主任|书记|書記|部长|部長|省长|省長|市长|市長|县长|縣長|区长|區長|州长|盟长|旗长|局长|局長|厅长|廳長|院长|院長|会长|會長|校长|校長|处长|科长|社长|所长|秘书长|秘書長|总理|总统|委员|代表|教授|研究员|院士|董事长|总经理|总裁|总编辑|主编|理事长|组长|记者|記者|通讯员|评论员|特约撰稿人|作者|常委|发言人|大使|律师|医生|老师)$/;
const ENGLISH_NAMES = /^\p{Lu}[\p{L}.'’-]*(?:,? (?:and|&|de|van|von|\p{Lu}[\p{L}.'’-]*))*$/u;
/** How bodies end that stand before a name in place of an office. */
const BODY =
  /(?:委|部|局|厅|院|处|科|室|中心|公司|学校|大学|支部|政府|党组|协会|学会|办公室|镇|乡|街道)$/;
const NOT_A_NAME =
  /^(?:目录|前言|序言|后记|附则|总则|社论|全文|摘要|正文|结语|引言|通知|公告|公报|编者按|要闻|时政|社会|经济|文化|高度|关于|任务|方法|成绩|成效|白天|明天|金融|安全|文件|文章|温馨提示|万事如意|高质量|高水平|应急管理|成果展示|强军|强国|宁静|安排|计划|简介|简讯|简报|来信|来源|向前|温暖|全体|时间|史料|关注|管理|项目|解读|包容|方向|文艺|武装|花絮|连载|党建|原则|封面|商业|应用|明确|司法)$/;

function readHanName(text: string, isLoose: boolean): string | undefined {
  const name = text.replace(/\s/g, '');
  if (!HAN_NAME.test(name) || NOT_A_NAME.test(name)) return undefined;
  const hasSpacedLetters = /^\S(?:\s\S){1,3}$/u.test(text.trim());
  if (hasSpacedLetters || isLoose) return name;
  return SURNAME.test(name) && USUAL_LENGTH.test(name) ? name : undefined;
}

/**
 * Reads a paragraph as a byline.
 *
 * @param hasOfficeBelow the next paragraph is an office in brackets: then any short name is believed
 * @returns the names, parted by `、` in Chinese and as written in English; `undefined` when it is no byline
 */
export function readByline(text: string, hasOfficeBelow = false): string | undefined {
  const line = text.trim();
  if (line.length > 60) return undefined;
  const english = /^(?:By|by|BY|Written by)[\s:]+(?<names>\p{Lu}.*)$/u.exec(line)?.groups?.[
    'names'
  ];
  if (english !== undefined) {
    const names = english.split(/ \| |, (?=\d|[A-Z][a-z]+ \d|Staff|Special|Editor|The )/)[0] ?? '';
    return ENGLISH_NAMES.test(names) ? names : undefined;
  }
  const inner = unwrapBrackets(line);
  const keyed =
    /^(?:作者|文|撰文|撰稿|口述|整理|执笔|主讲人|报告人|讲话人)\s?[:：/／丨|]\s?(?<names>[\p{Script=Han}·\s、，]{2,24})/u.exec(
      inner ?? line,
    )?.groups?.['names'];
  if (keyed !== undefined) return joinNames(keyed.split(/[、，]|\s+(?=\p{Script=Han}{2})/u));
  const reporter =
    /^(?:[\p{Script=Han}《》]{0,10})(?:记者|記者|通讯员|评论员)\s(?<names>[\p{Script=Han}·\s、]{2,30})$/u.exec(
      inner ?? line,
    )?.groups?.['names'];
  if (reporter !== undefined)
    return joinNames(splitNames(reporter).filter((word) => !OFFICE.test(word)));
  if (inner !== undefined) return undefined;
  if (/^[\p{Script=Han}《》]{2,14}(?:评论员|特约评论员|编辑部|评论部|編輯部|評論員)$/u.test(line))
    return line;
  const alone = readHanName(line, hasOfficeBelow);
  if (alone !== undefined) return alone;
  const titled = /^(?<office>\S.*?)\s(?<name>[\p{Script=Han}·]{2,6}|\S\s\S(?:\s\S)?)$/u.exec(
    line,
  )?.groups;
  if (titled !== undefined && OFFICE.test(titled['office'] ?? '')) {
    return readHanName(titled['name'] ?? '', true);
  }
  if (titled !== undefined && BODY.test(titled['office'] ?? '')) {
    return readHanName(titled['name'] ?? '', false);
  }
  return undefined;
}

/** Splits at marks and spaces; a name of two characters may be set with a space in it. */
function splitNames(text: string): string[] {
  return text
    .replace(/(?<=(?:^|[\s、])\p{Script=Han})\s(?=\p{Script=Han}(?:[\s、]|$))/gu, '')
    .split(/[、\s]+/)
    .filter((name) => name !== '');
}

/** The author named in a line with other facts: `2025-03-05 来源：某报 作者：某某`. */
export function readInlineAuthor(text: string): string | undefined {
  const names = /(?:作者|记者|撰文)\s?[:：]\s?(?<names>[\p{Script=Han}·、]{2,20})/u.exec(text)
    ?.groups?.['names'];
  return names === undefined ? undefined : joinNames(splitNames(names));
}

function joinNames(names: readonly string[]): string | undefined {
  const list = names.map((name) => name.replace(/\s/g, '')).filter((name) => HAN_NAME.test(name));
  return list.length === 0 ? undefined : list.join('、');
}
