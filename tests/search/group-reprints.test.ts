/** Reprints are one answer with several sources. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takePrint } from '../../src/search/compare-texts.js';
import { groupReprints } from '../../src/search/group-reprints.js';

const RICE = '今年全县早稻种植面积达到三十二万亩，比去年增加一万二千亩，目前已经全部插完。';
const REPRINT = `本报讯 ${RICE.replace('，目前已经全部插完', '')}`;
const BRIDGE = '跨江大桥于五月一日正式通车，全长六点五公里，两岸居民过江只需十分钟。';

describe('groupReprints', () => {
  it('puts nearly the same words together and leaves others apart', () => {
    expect(groupReprints([RICE, BRIDGE, REPRINT], takePrint)).toEqual([[RICE, REPRINT], [BRIDGE]]);
  });

  it('overlooks spaces, marks, width and Traditional characters', () => {
    const other = '今年全縣早稻種植面積達到三十二萬畝　比去年增加一萬二千畝：目前已經全部插完';
    expect(groupReprints([RICE, other], takePrint)).toHaveLength(1);
  });

  it('keeps two reports of one meeting apart', () => {
    const first = '县委常委会召开会议，研究部署防汛工作，要求各乡镇加强值班值守。';
    const second = '县委常委会召开会议，听取教育工作汇报，决定新建两所小学。';
    expect(groupReprints([first, second], takePrint)).toHaveLength(2);
  });

  it('keeps the same sentence of two years apart', () => {
    const first = '2024年全市常住人口为86.3万人，城镇化率为61.2%，比上年提高0.8个百分点。';
    const second = '2025年全市常住人口为87.1万人，城镇化率为62.0%，比上年提高0.9个百分点。';
    expect(groupReprints([first, second], takePrint)).toHaveLength(2);
    expect(groupReprints([first, `据统计，${first}`], takePrint)).toHaveLength(1);
  });

  it('puts every item in exactly one group, and keeps the order of best first', () => {
    const text = fc.oneof(fc.constantFrom(RICE, REPRINT, BRIDGE, '', '好'), fc.string());
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const items = texts.map((words, place) => ({ words, place }));
        const groups = groupReprints(items, ({ words }) => takePrint(words));
        const places = groups.map((group) => group.map(({ place }) => place));
        expect(places.flat().sort((a, b) => a - b)).toEqual(items.map(({ place }) => place));
        for (const group of places) expect(group).toEqual([...group].sort((a, b) => a - b));
        const firsts = places.map(([first]) => first ?? -1);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps texts too short to compare apart', () => {
    expect(groupReprints(['好', '好', '', ''], takePrint)).toHaveLength(4);
    expect(groupReprints([], takePrint)).toEqual([]);
  });
});
