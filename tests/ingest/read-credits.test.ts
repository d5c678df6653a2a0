/** Source lines and bylines. */
import { describe, expect, it } from 'vitest';
import { readByline } from '../../src/ingest/read-bylines.js';
import {
  isEditorialCredit,
  readBareSource,
  readSourceLine,
  readTrailingSource,
} from '../../src/ingest/read-source-lines.js';

describe('source lines', () => {
  it.each([
    ['（云州网）', '云州网'],
    ['（云州日报）', '云州日报'],
    ['（来源：《求是》2024/24）', '《求是》2024/24'],
    ['(来源：《求是》2025/01）', '《求是》2025/01'],
    ['来源：人民日报', '人民日报'],
    ['（以上均来源于人民网-人民日报）', '人民网-人民日报'],
    ['（《云州日报》2025年1月7日 第1版）', '《云州日报》'],
    ['（新华社北京3月5日电）', '新华社'],
    ['（转自云州发布微信公众号）', '云州发布微信公众号'],
    ['2025-03-05 10:22 来源：云州日报 作者：许言', '云州日报'],
    ['(Source: Mill Lane Gazette)', 'Mill Lane Gazette'],
    ['Source: Reuters', 'Reuters'],
  ])('reads %s', (text, publisher) => {
    expect(readSourceLine(text)?.publisher).toBe(publisher);
  });

  it.each([
    '（完）',
    '（全文完）',
    '（2025年1月17日）',
    '（云州市委书记、市人大常委会主任）',
    '（一）实施重大项目',
    '来源于生活的艺术总是动人的。它不需要解释。',
    'Sources of the river lie in the hills, where nobody lives.',
    '（二〇二五年一月八日第四次全体会议通过）',
  ])('leaves %s alone', (text) => {
    expect(readSourceLine(text)).toBeUndefined();
  });

  it('knows a line that speaks for all articles above', () => {
    expect(readSourceLine('（以上均来源于云州网）')?.coversAbove).toBe(true);
    expect(readSourceLine('（来源：云州网）')?.coversAbove).toBe(false);
  });

  it('reads a source behind the last sentence', () => {
    expect(readTrailingSource('活动圆满结束。（来源：云州网）')?.publisher).toBe('云州网');
    expect(readTrailingSource('活动（见第二版）圆满结束。')).toBeUndefined();
  });

  it('believes any short name in brackets where nothing but a source is usual', () => {
    expect(readBareSource('（云州政协）')?.publisher).toBe('云州政协');
    expect(readBareSource('（2025年修订）')).toBeUndefined();
  });

  it('knows the credits of an editorial office', () => {
    expect(isEditorialCredit('责任编辑：周小雨')).toBe(true);
    expect(isEditorialCredit('编辑部召开会议')).toBe(false);
  });
});

describe('bylines', () => {
  it.each([
    ['市人民政府市长 梁若川', '梁若川'],
    ['林 晓 峰', '林晓峰'],
    ['林晓峰', '林晓峰'],
    ['本报记者 何 静', '何静'],
    ['本报记者 张三丰 李四光', '张三丰、李四光'],
    ['作者：许言', '许言'],
    ['人民日报评论员', '人民日报评论员'],
    ['By Jane Doe', 'Jane Doe'],
    ['By Priya Shah and Tom Reed', 'Priya Shah and Tom Reed'],
    ['By Nora Whitcombe, 14 June 2025', 'Nora Whitcombe'],
  ])('reads %s', (text, author) => {
    expect(readByline(text)).toBe(author);
  });

  it.each([
    '时政要闻',
    '社论',
    '全市召开会议',
    'By the river',
    'By noon the tide had turned.',
    '（云州日报）',
  ])('does not take %s', (text) => expect(readByline(text)).toBeUndefined());
});
