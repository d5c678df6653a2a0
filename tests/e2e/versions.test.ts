/** An article that arrives again with changes is a version: the older text is kept, the newest one comes first and says so. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import { createHashed } from '../support/hashed-embedder.js';
import { askReal, runHashed } from '../support/real-app.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('versions');
const QUESTION = 'How much does a boat pay at the quay?';

/** Rules of a harbour; what a boat pays changes from version to version. */
const writeRules = (
  fee: string,
  { date = '5 January 2025', publisher = 'Harbour Letter', more = '' } = {},
) =>
  `# Rules of the quay

*By the harbour master, ${date}*

Boats moor on the north side, where the water is deep enough at every tide. The keeper of the quay writes the name of each boat and its home port into the book.

A boat pays ${fee} at the quay for each night. Fishing boats of the town pay half of it, and nothing in winter. Whoever leaves without paying is not let in again.

Nets are dried on the meadow behind the chapel and nowhere else. Lamps burn from dusk to dawn, and the bell is rung in fog.
${more}
*Source: ${publisher}*
`;

const ask = async (index: string, question = QUESTION) =>
  (await askReal(question, index, runHashed)) as Answer;

async function ingest(index: string, folder: string, name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  expect(await runHashed(['ingest', file], index)).toMatchObject({ exitCode: 0 });
}

const readArticle = async (index: string, id: string) =>
  JSON.parse((await runHashed(['article', id, '--json'], index)).stdout);

describe('the same title and publisher with nearly the same text', () => {
  test('are versions: the newest comes first, whichever arrived first, and says so', async () => {
    const index = createFolder('index');
    const folder = createFolder('documents');
    await ingest(index, folder, 'new.md', writeRules('eight crowns', { date: '1 March 2025' }));
    await ingest(index, folder, 'old.md', writeRules('five crowns', { date: '1 June 2024' }));
    await ingest(index, folder, 'middle.md', writeRules('six crowns'));
    const { quotes } = await ask(index);
    expect(quotes[0]?.text).toContain('eight crowns');
    const newest = quotes[0]?.citation;
    expect(newest).toMatchObject({
      document: 'new.md',
      version: { number: 3, of: 3, newest: { id: newest?.articleId, date: '2025-03-01' } },
    });
    const { stdout } = await runHashed(['ask', QUESTION, '--top', '1'], index);
    expect(stdout.replace(/\s+/g, ' ')).toContain('2025-03-01 · newest version of 3 ·');
    const { versions } = await readArticle(index, newest?.articleId ?? '');
    expect(versions.map(({ document }: { document: string }) => document)).toEqual([
      'old.md',
      'middle.md',
      'new.md',
    ]);
    const shown = await runHashed(['article', versions[0].id], index);
    expect(shown.stdout).toContain('five crowns');
    expect(shown.stdout).toMatch(
      /version 1 of 3, the newest is of 2025-03-01\n› 1 {2}2024-06-01 · old\.md/,
    );
  });

  test('a passage that the newest version no longer has is quoted, and said to be of an older one', async () => {
    const index = createFolder('index');
    const folder = createFolder('documents');
    const more =
      '\nThe giraffe of the travelling circus may cross the bridge on the first Sunday of May.\n';
    await ingest(index, folder, 'old.md', writeRules('five crowns', { date: '1 June 2024', more }));
    await ingest(index, folder, 'new.md', writeRules('eight crowns', { date: '1 March 2025' }));
    const { quotes } = await ask(
      index,
      'When may the giraffe of the travelling circus cross the bridge?',
    );
    expect(quotes[0]?.text).toContain('giraffe');
    expect(quotes[0]?.citation.version).toMatchObject({
      number: 1,
      of: 2,
      newest: { date: '2025-03-01' },
    });
  });

  test('another publisher, the very same words, or another text of that title are none', async () => {
    const index = createFolder('index');
    const folder = createFolder('documents');
    await ingest(index, folder, 'a.md', writeRules('five crowns'));
    await ingest(index, folder, 'b.md', writeRules('eight crowns', { publisher: 'Gazette' }));
    await ingest(index, folder, 'c.md', `${writeRules('five crowns')}\n\n`);
    await ingest(
      index,
      folder,
      'd.md',
      '# Rules of the quay\n\n*By the harbour master, 5 January 2025*\n\nThis year the choir sings at Easter, and the school gives a play about the storm of 1903. Everybody is welcome.\n\n*Source: Harbour Letter*\n',
    );
    const { quotes } = await ask(index);
    expect(quotes.map(({ citation }) => citation.version)).toEqual(quotes.map(() => undefined));
    expect(quotes.length).toBeGreaterThan(1);
  });
});

describe('a document that has changed in its place', () => {
  test('keeps the older text as a version, which is shown but not quoted', async () => {
    const index = createFolder('index');
    const folder = createFolder('documents');
    for (const fee of ['five crowns', 'six crowns', 'eight crowns'])
      await ingest(index, folder, 'rules.md', writeRules(fee));
    const { quotes } = await ask(index);
    expect(quotes.map(({ text }) => /five|six/.test(text))).not.toContain(true);
    const { articleId = '', version } = quotes[0]?.citation ?? {};
    expect(version).toMatchObject({ number: 3, of: 3 });
    const { versions } = await readArticle(index, articleId);
    expect(versions).toHaveLength(3);
    for (const [at, fee] of ['five', 'six', 'eight'].entries()) {
      const old = await readArticle(index, versions[at].id);
      expect(old.text).toContain(`A boat pays ${fee} crowns`);
      expect(old.versions).toEqual(versions);
    }
    const { stdout } = await runHashed(['export'], index);
    const exported = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'version');
    expect(exported).toMatchObject([
      { id: versions[0].id, replacedBy: versions[1].id, text: expect.stringContaining('five') },
      { id: versions[1].id, replacedBy: articleId, text: expect.stringContaining('six') },
    ]);
    // What is made anew from the same text is no new version.
    expect(await runHashed(['ingest', '--rebuild'], index)).toMatchObject({ exitCode: 0 });
    expect((await readArticle(index, articleId)).versions).toEqual(versions);
    // A text that comes back is in force again.
    await ingest(index, folder, 'rules.md', writeRules('six crowns'));
    const back = await ask(index);
    expect(back.quotes[0]?.text).toContain('six crowns');
    expect(back.quotes[0]?.citation.version).toMatchObject({ of: 3, number: 3 });
    // Taken out, nothing of it is left.
    expect(await runHashed(['remove', 'rules.md'], index)).toMatchObject({ exitCode: 0 });
    for (const { id } of versions) {
      expect(await runHashed(['article', id], index)).toMatchObject({
        exitCode: 1,
        stderr: expect.stringMatching(/^error DOCUMENT_NOT_FOUND/),
      });
    }
  });

  test('at an address the entry is a version whatever its words', async () => {
    const config = loadConfig({ QUOTH_LOG_LEVEL: 'silent', QUOTH_INDEX: createFolder('index') });
    const app = await createApp(config, { createEmbedder: createHashed });
    const arrive = (title: string, text: string) =>
      app.ingest([
        {
          name: 'Gazette',
          path: 'https://gazette.example/1',
          link: 'https://gazette.example/1',
          title,
          paragraphs: [{ text }],
        },
      ]);
    await arrive('Storm ahead', 'A storm is expected on Friday night along the coast.');
    await arrive('All clear', 'The ships have left again and the market is open.');
    const [article] = await app.listArticles();
    expect((await app.listVersions(article?.id ?? '')).map(({ title }) => title)).toEqual([
      'Storm ahead',
      'All clear',
    ]);
    await app.close();
  });
});

test('a wording is traced over versions, old texts among them, and drawn', async () => {
  const index = createFolder('index');
  const folder = createFolder('documents');
  await ingest(index, folder, 'rules.md', writeRules('five crowns', { date: '1 June 2024' }));
  await ingest(index, folder, 'rules.md', writeRules('eight crowns', { date: '1 March 2025' }));
  const png = path.join(folder, 'crowns.png');
  const { exitCode, stdout } = await runHashed(['trace', 'crowns', '--png', png], index);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^“crowns”: 2 times in 2 articles\n\n {2}2024-06 {2}█+ 1\n {2}2024-07 {2}0\n/,
  );
  expect(stdout.indexOf('pays five crowns')).toBeLessThan(stdout.indexOf('pays eight crowns'));
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  expect((await runHashed(['trace', 'crowns', '--png', png], index)).stderr).toMatch(
    /^error FILE_EXISTS/,
  );
  const none = await runHashed(['trace', 'giraffe', '--png', png, '--force'], index);
  expect([none.exitCode, none.stdout]).toEqual([0, '“giraffe” stands nowhere in the library.\n']);
  const { first } = JSON.parse((await runHashed(['trace', 'FIVE crowns', '--json'], index)).stdout);
  expect(await readArticle(index, first.citation.articleId)).toMatchObject({
    text: expect.stringContaining(first.text),
  });
});
