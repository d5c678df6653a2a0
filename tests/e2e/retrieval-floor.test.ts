/**
 * Retrieval quality as a test: floors a little under what is reached. Raise them when it gets better. The readers of
 * `../shared` are not part of this repository: where they lie beside it, they are measured too.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import { type EvalReport, evaluate } from '../../src/eval/evaluate.js';
import { parseQuestions } from '../../src/eval/questions.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { openRealApp } from '../support/real-app.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('floor');
const shared = path.resolve(PACKAGE_ROOT, '../shared');
const READERS = ['000_4e3ec80c6fe38783.txt', '002_521fd31469be868d.txt'];

/** Quotes an answer is judged by, as in `quoth eval`. */
const TOP = 5;

interface Measured {
  readonly app: App;
  readonly report: EvalReport;
  /** Shown when a floor is missed. */
  readonly figures: string;
}

async function measure(paths: readonly string[], questionsFile: string): Promise<Measured> {
  const app = await openRealApp(createFolder('index'));
  await app.ingest(paths);
  const report = await evaluate(
    parseQuestions(readFileSync(questionsFile, 'utf8'), questionsFile),
    { ...app, ask: (question) => app.ask(question, { top: TOP }) },
  );
  const { all, byLanguage, byType, results, exactQuotes, medianMs } = report;
  const missed = results.filter(({ rank, type }) => rank !== 1 && !/^unans|chit|garb/.test(type));
  const groups = { ...byLanguage, ...byType };
  const figures = [
    JSON.stringify(all),
    `exact quotes ${exactQuotes}, median ${medianMs} ms`,
    ...Object.entries(groups).map(
      ([name, { answerable, hit1, hit3, rightlyRefused }]) =>
        `${name}: ${answerable > 0 ? `hit@1 ${hit1.toFixed(3)}, hit@3 ${hit3.toFixed(3)}` : `no quotes ${rightlyRefused}`}`,
    ),
    `not first: ${missed.map(({ id, rank, kind }) => `${id} ${rank ?? '–'} ${kind}`).join('; ')}`,
  ].join('\n');
  return { app, report, figures };
}

describe('on the samples', () => {
  let measured: Measured;
  beforeAll(async () => {
    const samples = path.join(PACKAGE_ROOT, 'samples');
    measured = await measure([samples], path.join(samples, 'questions.json'));
  });
  afterAll(() => measured?.app.close());

  test('the right passage comes first, or among the first three', () => {
    const { report, figures } = measured;
    expect(report.all.hit1, figures).toBeGreaterThanOrEqual(0.67);
    expect(report.all.hit3, figures).toBeGreaterThanOrEqual(0.82);
    expect(report.byLanguage['zh']?.hit1, figures).toBeGreaterThanOrEqual(0.75);
    expect(report.byLanguage['zh']?.hit3, figures).toBeGreaterThanOrEqual(0.93);
  });

  test('every quote is word for word', () => {
    expect(measured.report.exactQuotes).toBe(1);
    expect(measured.report.quotes).toBeGreaterThan(200);
  });

  test('greetings and garbage get no quotes, and far-off questions no answer', () => {
    const { report, figures } = measured;
    const quiet = (type: string) => report.byType[type]?.rightlyRefused;
    expect(quiet('chitchat'), figures).toBe(1);
    expect(quiet('garbage'), figures).toBe(1);
    // A far-off question may be shown what comes nearest, said to be no answer; it is never answered.
    expect(report.byType['unanswerable-far']?.wronglyAnswered, figures).toBe(0);
    expect(quiet('unanswerable-far'), figures).toBeGreaterThanOrEqual(0.3);
    expect(report.all.refused, figures).toBeLessThanOrEqual(0.1);
  });
});

const hasShared =
  READERS.every((name) => existsSync(path.join(shared, 'corpus', name))) &&
  existsSync(path.join(shared, 'gold/visible-questions.json'));
if (!hasShared) console.info('retrieval floor: ../shared is not here, its readers are skipped');

describe.skipIf(!hasShared)('on the two readers', () => {
  let measured: Measured;
  beforeAll(async () => {
    const paths = READERS.map((name) => path.join(shared, 'corpus', name));
    measured = await measure(paths, path.join(shared, 'gold/visible-questions.json'));
  });
  afterAll(() => measured?.app.close());

  test('there are 28 and 15 articles', async () => {
    const articles = await measured.app.listArticles();
    const counts = READERS.map((name) => articles.filter((one) => one.document === name).length);
    expect(counts).toEqual([28, 15]);
  });

  test('the right passage comes first, or among the first three', () => {
    const { report, figures } = measured;
    expect(report.all.hit1, figures).toBeGreaterThanOrEqual(0.62);
    expect(report.all.hit3, figures).toBeGreaterThanOrEqual(0.75);
    expect(report.exactQuotes, figures).toBe(1);
  });
});
