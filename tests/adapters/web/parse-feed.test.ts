/** Feeds as they are really written: four formats, dates of every kind, HTML in titles, and what must be refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/adapters/web/parse-feed.js';
import { readEntryDate } from '../../../src/ingest/read-entry-date.js';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url), 'utf8');

describe('parseFeed', () => {
  it('reads RSS: full text over summary, headings and paragraphs kept, scripts left out', () => {
    const feed = parseFeed(read('rss.xml'), 'https://gazette.example/feed.xml');
    expect(feed.title).toBe('Saltmere & Merridew Gazette');
    expect(feed.entries).toHaveLength(3);
    expect(feed.entries[0]).toEqual({
      id: 'gazette-1042',
      title: 'Ferry fares frozen until May',
      link: 'https://gazette.example/2026/ferry?utm=a&b=1',
      date: '2026-11-24',
      datePrecision: 'day',
      author: 'Orla Penhallow',
      isTeaser: false,
      paragraphs: [
        { text: 'What changes', headingLevel: 2 },
        {
          text: 'The harbour board has frozen all ferry fares until the first of May. Children under six travel free.',
        },
        { text: 'Day tickets cost four crowns.' },
        { text: 'Season tickets cost ninety crowns.' },
        { text: 'What does not', headingLevel: 2 },
        { text: 'Bicycles still cost one crown' },
        { text: 'and dogs travel on a lead.' },
      ],
    });
  });

  it('knows a teaser, a relative link, an author with an address, and an entry without title', () => {
    const [, oysters, untitled] = parseFeed(
      read('rss.xml'),
      'https://gazette.example/feed.xml',
    ).entries;
    expect(oysters).toEqual({
      id: 'https://gazette.example/2026/oysters',
      title: 'Oyster beds reopen',
      link: 'https://gazette.example/2026/oysters',
      date: '2026-11-23',
      datePrecision: 'day',
      author: 'Tam Rook',
      isTeaser: true,
      paragraphs: [{ text: 'The beds off Merridew reopen on Monday — after two years. […]' }],
    });
    expect(untitled).toEqual({
      id: 'https://gazette.example/2026/untitled',
      link: 'https://gazette.example/2026/untitled',
      isTeaser: true,
      paragraphs: [{ text: 'A short note without a title.' }],
    });
  });

  it('reads Atom: the entry’s own day, the alternate link, XHTML and plain text', () => {
    const feed = parseFeed(read('atom.xml'), 'https://water.example/atom.xml');
    expect(feed.title).toBe('清河水务公告');
    expect(feed.entries).toEqual([
      {
        id: 'tag:water.example,2026:77',
        title: '城东片区 停水通知',
        link: 'https://water.example/notice/77',
        date: '2026-11-25',
        datePrecision: 'day',
        author: '清河水务局',
        isTeaser: false,
        paragraphs: [
          { text: '因管道检修，城东片区将于11月28日停水八小时。' },
          { text: '请居民提前储水。' },
        ],
      },
      {
        id: 'tag:water.example,2026:76',
        title: '水价调整听证会',
        link: 'https://water.example/notice/76',
        date: '2026-11-20',
        datePrecision: 'day',
        isTeaser: false,
        paragraphs: [{ text: '听证会定于十二月一日举行。' }, { text: '会议在市民中心二楼。' }],
      },
    ]);
  });

  it('reads RDF', () => {
    const feed = parseFeed(read('rdf.xml'), 'https://tides.example/rss');
    expect(feed).toEqual({
      title: 'Tide Tables',
      entries: [
        {
          id: 'https://tides.example/1',
          title: 'Spring tide',
          link: 'https://tides.example/1',
          date: '2026-03',
          datePrecision: 'month',
          author: 'Harbour Office',
          isTeaser: true,
          paragraphs: [{ text: 'The spring tide of March will be the highest in eleven years.' }],
        },
      ],
    });
  });

  it('reads JSON Feed', () => {
    const feed = parseFeed(read('feed.json'), 'https://library.example/feed.json');
    expect(feed.title).toBe('Merridew Library');
    expect(feed.entries).toEqual([
      {
        id: '42',
        title: 'New opening hours',
        link: 'https://library.example/news/42',
        date: '2026-11-01',
        datePrecision: 'day',
        author: 'Ida Crane, Jo Fell',
        isTeaser: false,
        paragraphs: [{ text: 'The library opens at ten.' }, { text: 'It closes at six.' }],
      },
      {
        id: '43',
        date: '2026',
        datePrecision: 'year',
        isTeaser: false,
        paragraphs: [{ text: 'Books may be kept for thirty days.' }],
      },
    ]);
  });

  it.each([
    ['a bomb of entities', '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'],
    ['an external entity', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a parameter entity', '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x;]>'],
    ['one hidden behind a comment', '<!-- <rss> --><!DOCTYPE rss [<!ENTITY a "ha">]>'],
    ['one hidden behind an instruction', '<?x <rss> ?><!doctype rss [<!entity a "ha">]>'],
  ])('refuses %s', (_, prolog) => {
    const text = `<?xml version="1.0"?>${prolog}<rss version="2.0"><channel><title>&a;</title></channel></rss>`;
    expect(() => parseFeed(text, 'https://a.example/')).toThrow(
      expect.objectContaining({ code: 'FEED_UNSAFE' }),
    );
  });

  it('takes hostile repetitions in its stride', () => {
    const hostile = [
      '<!--'.repeat(500_000),
      `<rss version="2.0"><channel><item><guid>1</guid><description>${'.'.repeat(1_000_000)}x</description></item></channel></rss>`,
      `<rss version="2.0"><channel><item><guid>1</guid><author>${'@'.repeat(500_000)}</author></item></channel></rss>`,
    ];
    for (const text of hostile) {
      try {
        parseFeed(text, 'https://a.example/');
      } catch (error) {
        expect(error).toMatchObject({ code: 'FEED_INVALID' });
      }
    }
  });

  it('lets a text about entities, and a document type without any, pass', () => {
    const text =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><item><title>How to</title><description><![CDATA[Write <code>&lt;!ENTITY a "b"></code> first.]]></description></item></channel></rss>';
    expect(parseFeed(text, 'https://a.example/').entries[0]?.paragraphs).toEqual([
      { text: 'Write <!ENTITY a "b"> first.' },
    ]);
  });

  it.each([
    '',
    '<html><body>no feed</body></html>',
    '{"items": 3}',
    '<rss version="2.0"><channel>',
    'plain words',
  ])('refuses %j', (text) => {
    expect(() => parseFeed(text, 'https://a.example/')).toThrow(
      expect.objectContaining({ code: 'FEED_INVALID' }),
    );
  });
});

describe('readEntryDate', () => {
  it.each([
    ['Tue, 24 Nov 2026 23:40:00 +0800', '2026-11-24'],
    ['2026-11-25T00:10:00+08:00', '2026-11-25'],
    ['1 Sept 2026 09:00 EST', '2026-09-01'],
    ['23 Nov 98', '1998-11-23'],
    ['2026-02', '2026-02'],
    ['2026', '2026'],
    ['2026-02-30', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    [undefined, undefined],
  ])('reads %s', (text, date) => {
    expect(readEntryDate(text)?.date).toBe(date);
  });
});
