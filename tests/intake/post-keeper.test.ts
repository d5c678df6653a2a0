/** Channel posts: who is let in, what belongs together, what an edit changes, and that none is lost. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryFeedStore } from '../../src/adapters/memory/feed-store.js';
import type { ChannelPost } from '../../src/domain/feed.js';
import { AppError } from '../../src/errors.js';
import { makePostDocument } from '../../src/intake/post-document.js';
import { createPostKeeper, type PostKeeper } from '../../src/intake/post-keeper.js';
import type { FeedStore } from '../../src/ports/feed-store.js';
import { createIngestingLibrary, type IngestingLibrary } from '../support/memory-library.js';

const CHANNEL = { chatId: -1001234567890, title: 'Harbour News', username: 'Harbour_News' };
const toDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

let store: FeedStore;
let library: IngestingLibrary;
let posts: PostKeeper;
beforeEach(() => {
  store = createMemoryFeedStore();
  library = createIngestingLibrary();
  posts = createPostKeeper({ store, ingest: library.ingest, toDate });
});

function post(messageId: number, text: string, more: Partial<ChannelPost> = {}): ChannelPost {
  return { ...CHANNEL, messageId, text, date: 1_795_000_000, ...more };
}

describe('a channel', () => {
  it('is let in by its id, and its posts become articles with their links', async () => {
    expect(await posts.takePost(post(7, 'Not yet.'))).toBe(false);
    expect(await posts.allowChannel(CHANNEL)).toBe(true);
    expect(await posts.allowChannel(CHANNEL)).toBe(false);
    const words = 'Ferry fares\n\nThe board has frozen all fares until May.';
    expect(await posts.takePost(post(8, words, { author: 'Ann' }))).toBe(true);
    await posts.ingestPending();
    expect(await library.readArticles()).toMatchObject([
      {
        title: 'Ferry fares',
        text: 'The board has frozen all fares until May.',
        document: 'Harbour News',
        publisher: 'Harbour News',
        author: 'Ann',
        date: '2026-11-18',
        link: 'https://t.me/Harbour_News/8',
      },
    ]);
    expect(await library.listPaths()).toEqual(['https://t.me/c/1234567890/8']);
  });

  it('may be named before it is known, and is then held to its id', async () => {
    await store.addFeed({ kind: 'channel', address: 'https://t.me/harbour_news' });
    expect(await posts.takePost(post(1, 'The first post of the channel.'))).toBe(true);
    expect((await store.listFeeds())[0]).toMatchObject({
      chatId: CHANNEL.chatId,
      title: 'Harbour News',
    });
    const impostor = post(2, 'Someone else took the name.', { chatId: -1009 });
    expect(await posts.takePost(impostor)).toBe(false);
    const { username: _, ...renamed } = post(3, 'The name is gone, the channel is the same.');
    expect(await posts.takePost(renamed)).toBe(true);
  });

  it('is forgotten with its posts to come, not with its articles', async () => {
    await posts.allowChannel(CHANNEL);
    await posts.takePost(post(1, 'The ferry sails at nine.'));
    await posts.ingestPending();
    expect(await posts.forgetChannel(CHANNEL.chatId)).toBe(true);
    expect(await posts.forgetChannel(CHANNEL.chatId)).toBe(false);
    expect(await posts.takePost(post(2, 'The ferry sails at ten.'))).toBe(false);
    expect(await library.readArticles()).toHaveLength(1);
  });
});

describe('a post', () => {
  beforeEach(() => posts.allowChannel(CHANNEL));

  it('that was cut by the client is joined, sentences made whole', async () => {
    const first = `${'The board met on Tuesday. '.repeat(150)}It decided that the`;
    await posts.takePost(post(1, first));
    await posts.takePost(post(2, 'fares are frozen.', { date: 1_795_000_003 }));
    await posts.takePost(post(3, 'Something else.', { date: 1_795_000_060 }));
    await posts.ingestPending();
    const articles = await library.readArticles();
    expect(articles).toHaveLength(2);
    expect(articles[0]?.text).toMatch(/It decided that the fares are frozen\.$/);
  });

  it('that is short is not joined with the next one', async () => {
    await posts.takePost(post(1, 'The ferry sails at nine.'));
    await posts.takePost(post(2, 'The museum opens at ten.'));
    await posts.ingestPending();
    expect(await library.readArticles()).toHaveLength(2);
  });

  it('with an album is one article, whichever picture has the words', async () => {
    await posts.takePost(post(1, '', { mediaGroupId: 'g' }));
    await posts.takePost(post(2, 'The new ferry arrived.', { mediaGroupId: 'g' }));
    await posts.takePost(post(3, 'It carries forty cars.', { mediaGroupId: 'g' }));
    await posts.ingestPending();
    expect((await library.readArticles()).map(({ text }) => text)).toEqual([
      'The new ferry arrived.\nIt carries forty cars.',
    ]);
  });

  it('that is edited replaces its article, also when one part of several changes', async () => {
    const first = 'The board met on Tuesday. '.repeat(150).trim();
    await posts.takePost(post(1, first));
    await posts.takePost(post(2, 'Fares stay as they are.'));
    await posts.ingestPending();
    await posts.takePost(post(2, 'Fares fall by a crown.', { date: 1_795_000_000 }));
    await posts.ingestPending();
    const texts = (await library.readArticles()).map(({ text }) => text);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/Tuesday\.\nFares fall by a crown\.$/);
  });

  it('stays kept when the library fails, and is ingested later', async () => {
    await posts.takePost(post(1, 'The ferry sails at nine.'));
    const full = createPostKeeper({
      store,
      toDate,
      ingest: () => Promise.reject(new AppError('DISK_FULL', 'no space')),
    });
    await expect(full.ingestPending()).rejects.toMatchObject({ code: 'DISK_FULL' });
    await posts.ingestPending();
    expect(await library.readArticles()).toHaveLength(1);
    await posts.ingestPending();
    expect(library.calls).toHaveLength(1);
  });
});

describe('makePostDocument', () => {
  const make = (text: string) => makePostDocument([{ ...post(5, text), firstId: 5 }], toDate);

  it.each([
    ['Tides\nThe tide was high.', 'Tides', ['The tide was high.']],
    ['The tide was high. It fell.', 'The tide was high', ['The tide was high. It fell.']],
    [
      '今日潮汐\n\n上午九时涨潮。\n下午三时退潮。',
      '今日潮汐',
      ['上午九时涨潮。', '下午三时退潮。'],
    ],
    ['停水通知，请注意。\n明天停水。', '停水通知，请注意', ['停水通知，请注意。', '明天停水。']],
  ])('makes of %j the title %j', (text, title, paragraphs) => {
    expect(make(text)).toMatchObject({
      title,
      paragraphs: paragraphs.map((paragraph) => ({ text: paragraph })),
    });
  });

  it('makes nothing of a post without words', () => {
    expect(make('🎉🎉🎉')).toBeUndefined();
    expect(make(' \n ')).toBeUndefined();
  });

  it('links to a private channel by its number', () => {
    const { username: _, ...hidden } = post(5, 'The tide was high.');
    const document = makePostDocument([{ ...hidden, firstId: 5 }], toDate);
    expect(document?.link).toBe('https://t.me/c/1234567890/5');
  });
});
