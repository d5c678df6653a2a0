/** A keeper sends files and links: one message shows how it goes and becomes the report; what came can be taken out again. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { createFakeApp, KEEPER_ID } from '../support/fake-app.js';
import { makePdf, setLines } from '../support/make-pdf.js';
import { createMemoryDeliveries } from '../support/memory-deliveries.js';
import type { IngestingLibrary } from '../support/memory-library.js';
import { type RunningBot, startRunningBotOn } from '../support/running-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';
import { startWebServer } from '../support/web-server.js';

const makeFolder = createTemporaryFolders('delivery');
const KEEPER = { ...ANN, id: KEEPER_ID };
const TEXT = '旧书交换日\n2025年3月8日\n清河市图书馆举办旧书交换日，三百多名市民带着书来到馆里。\n';

let bot: RunningBot;
let library: IngestingLibrary;
let root: string;

beforeEach(async () => {
  root = makeFolder();
  const made = createMemoryDeliveries(root);
  library = made.library;
  bot = await startRunningBotOn({ ...createFakeApp(), deliveries: made.deliveries });
});
afterEach(() => bot.close());

function send(name: string, bytes: Uint8Array | string, user = KEEPER, size?: number) {
  const place = bot.api.people.openPrivate(user);
  bot.api.people.sendFile(place, user, {
    name,
    bytes: Buffer.from(bytes),
    ...(size === undefined ? {} : { size }),
  });
  return place;
}
/** Waits until the message that says “reading” has become something else. */
async function seeReport(count = 1) {
  return bot.api.until(() => {
    const now = bot.api.world.see(KEEPER_ID).filter(({ from }) => from === 'bot')[count - 1];
    return now !== undefined && !now.text.startsWith('Reading') ? now : undefined;
  }, 15_000);
}
const titles = async (): Promise<string[]> =>
  (await library.readArticles()).map(({ title }) => title);

describe('a file of a keeper', () => {
  it('is reported with its articles, can be looked at, and taken out again', async () => {
    const place = send('../../旧书 🎉.txt', TEXT);
    const report = await seeReport();
    expect(report.text).toContain(en.deliveryDone('../../旧书 🎉.txt', 1));
    expect(report.text).toContain('• 旧书交换日 · 2025-03-08');
    expect(await titles()).toEqual(['旧书交换日']);
    const [path] = await library.listPaths();
    expect(path).toBe(`${root}/00000001/旧书 🎉.txt`);

    bot.api.people.press(place, KEEPER, en.detailsButton, report.messageId);
    expect((await bot.seeAnswer(KEEPER_ID, 2)).text).toMatch(
      /^1\. • 旧书交换日 · 2025-03-08 · \d+$/,
    );
    bot.api.people.press(place, KEEPER, en.undoButton, report.messageId);
    await bot.api.until(() =>
      bot.api.world.see(KEEPER_ID).some(({ text }) => text === en.deliveryUndone(1)),
    );
    expect(await titles()).toEqual([]);
    expect(readdirSync(root)).toEqual([]);
  });

  it('that is known already is said to be, and not kept', async () => {
    send('a.txt', TEXT);
    await seeReport();
    send('b.txt', TEXT);
    const report = await seeReport(2);
    expect(report.text).toContain(en.deliveryKnown(1));
    expect(report.buttons).toEqual([]);
    expect(readdirSync(root)).toEqual(['00000001']);
  });

  it('of pages names those without text', async () => {
    const text = '清河市图书馆举办旧书交换日，三百多名市民带着书来到馆里。'.repeat(6);
    send('a.pdf', makePdf([setLines(text, { x: 80, y: 700, width: 40 }), []]));
    expect((await seeReport()).text).toContain('pages without text, blank or pictures: 2');
  });

  it('that cannot be read is refused with the reason', async () => {
    send('a.pdf', '%PDF-1.4 broken');
    const report = await seeReport();
    expect(report.text).toContain(en.deliveryFailed('a.pdf'));
    expect(report.text).toContain('DOCUMENT_DAMAGED');
  });

  it('is refused when it is too large, whatever Telegram says of its size', async () => {
    send('large.txt', 'x', KEEPER, 21_000_000);
    expect((await bot.seeAnswer(KEEPER_ID)).text).toBe(en.deliveryTooLarge(20));
    expect(bot.api.calls.some(({ method }) => method === 'getFile')).toBe(false);
  });

  it('of anyone else is nothing to the library, nor are the buttons', async () => {
    const place = send('a.txt', TEXT);
    const report = await seeReport();
    const other = { ...ANN, id: 77 };
    const press = bot.api.people.press(place, other, en.undoButton, report.messageId);
    expect(await bot.seeToast(press)).toBe(en.notYourButton);
    send('b.txt', `${TEXT}别的话。`, other);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await titles()).toEqual(['旧书交换日']);
  });
});

describe('a link of a keeper', () => {
  it('is read, and leads back to its page', async () => {
    const web = await startWebServer();
    try {
      const text = '清河市图书馆举办旧书交换日，三百多名市民带着书来到馆里。'.repeat(9);
      web.pages.set('/books', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: `<html><head><title>旧书交换日</title></head><body><article><h1>旧书交换日</h1><p>${text}</p></article></body></html>`,
      });
      bot.api.people.post(bot.api.people.openPrivate(KEEPER), KEEPER, `${web.origin}/books`);
      const report = await seeReport();
      expect(report.text).toContain('• 旧书交换日');
      expect((await library.readArticles())[0]?.link).toBe(`${web.origin}/books`);
    } finally {
      await web.close();
    }
  });

  it('into a private network is refused', async () => {
    const place = bot.api.people.openPrivate(KEEPER);
    bot.api.people.post(place, KEEPER, 'http://169.254.169.254/latest/meta-data');
    expect((await seeReport()).text).toContain('ADDRESS_FORBIDDEN');
  });
});
