/**
 * `kill -9` in the middle of an ingest, at random moments over the whole run and right at the interesting ones: the next
 * command works, what was reported as done is there, no article is half, and an ingest afterwards ends as if nothing
 * had happened. `QUOTH_KILL_SEED` gives other moments.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { runQuoth, startQuoth } from '../support/quoth-process.js';
import { createRandom } from '../support/random.js';
import { writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const KILLS = { randomly: 7, atEvents: 6, atBirth: 5, whileRebuilding: 4 } as const;
const DOCUMENTS = 6;
const seed = Number(process.env['QUOTH_KILL_SEED'] ?? 1);
const createFolder = createTemporaryFolders('kill');
const library = createFolder('documents');
const random = createRandom(seed);

/** When to kill: so long after the start, or after a line that stderr or stdout shows, or after a file appears. */
interface Moment {
  readonly afterMs: number;
  readonly line?: RegExp;
  readonly file?: string;
}

/** Runs an ingest until it is killed or done. @returns the documents it has reported as stored */
async function ingestAndKill(index: string, { afterMs, line, file }: Moment, flags: string[] = []) {
  const run = startQuoth(['ingest', library, '--index', index, ...flags]);
  const isTime = () =>
    (line === undefined || line.test(run.written.stdout + run.written.stderr)) &&
    (file === undefined || existsSync(path.join(index, file)));
  while (!isTime() && run.child.exitCode === null) await sleep(1);
  await sleep(afterMs);
  run.child.kill('SIGKILL');
  const ended = await run.ended;
  const reported = [...run.written.stdout.matchAll(/^(?:added|replaced|skipped) +(\S+):.*\n/gm)];
  return { ended, reported: new Set(reported.map((match) => match[1] as string)) };
}

/** The lines of `quoth articles --json` by document. */
async function listArticles(index: string): Promise<Map<string, string[]>> {
  const { exitCode, stdout, stderr } = await runQuoth(['articles', '--json', '--index', index]);
  expect([exitCode, stderr]).toEqual([0, '']);
  const byDocument = new Map<string, string[]>();
  for (const line of stdout.split('\n').filter(Boolean)) {
    const { document } = JSON.parse(line) as { document: string };
    byDocument.set(document, [...(byDocument.get(document) ?? []), line]);
  }
  return byDocument;
}

async function expectHealthy(index: string): Promise<void> {
  const { exitCode, stdout, stderr } = await runQuoth(['doctor', '--json', '--index', index]);
  const { checks } = JSON.parse(stdout) as { checks: { name: string; state: string }[] };
  expect(checks.filter(({ state, name }) => state === 'fault' && name !== 'disk')).toEqual([]);
  expect([exitCode, stderr]).toEqual([0, '']);
}

/** Everything that is derived from the articles, without row numbers: passages, vectors, token vectors, terms. */
function readDerived(index: string): unknown {
  const database = new SqliteDatabase(path.join(index, 'library.sqlite'), { readonly: true });
  try {
    const passages = database
      .prepare(
        `select articles.key, passages.ordinal, start_offset, end_offset, headings, sentences,
          hex(vector) as vector, lead_tokens, sentence_tokens, hex(codes) as codes
        from passages join articles on articles.id = article_id
        join token_vectors on passage_id = passages.id order by articles.key, passages.ordinal`,
      )
      .all();
    const terms = database.prepare('select * from passage_vocabulary order by term').all();
    const entries = database.prepare('select count(*) from passage_terms').pluck().get();
    return { passages, terms, entries };
  } finally {
    database.close();
  }
}

async function ask(index: string): Promise<unknown> {
  const args = ['ask', 'Who counted apples in the orchard?', '--json', '--index', index];
  const { tookMs: _, ...answer } = JSON.parse((await runQuoth(args)).stdout);
  return answer;
}

const clean = { index: '', tookMs: 0, articles: new Map<string, string[]>() };

beforeAll(async () => {
  writeSmallDocuments(library, DOCUMENTS);
  clean.index = createFolder('clean');
  const started = performance.now();
  expect(await runQuoth(['ingest', library, '--index', clean.index])).toMatchObject({
    exitCode: 0,
  });
  clean.tookMs = performance.now() - started;
  clean.articles = await listArticles(clean.index);
  expect(clean.articles.size).toBe(DOCUMENTS);
});

/** Checks what a killed ingest has left behind. @returns how many documents are stored */
async function expectWhole(index: string, reported: ReadonlySet<string>): Promise<number> {
  // Both at once: readers do not disturb each other, and each is a "next command".
  const [stored] = await Promise.all([listArticles(index), expectHealthy(index)]);
  for (const [document, lines] of stored) {
    expect([document, lines]).toEqual([document, clean.articles.get(document)]);
  }
  expect([...reported].filter((document) => !stored.has(document))).toEqual([]);
  return stored.size;
}

async function expectAsClean(index: string): Promise<void> {
  const { exitCode } = await runQuoth(['ingest', library, '--index', index]);
  expect(exitCode).toBe(0);
  expect([...(await listArticles(index))].sort()).toEqual([...clean.articles].sort());
  expect(readDerived(index)).toEqual(readDerived(clean.index));
  await expectHealthy(index);
  expect(await ask(index)).toEqual(await ask(clean.index));
}

describe(`an ingest that is killed (QUOTH_KILL_SEED=${seed})`, () => {
  test(`at ${KILLS.randomly} random moments`, async () => {
    let index = createFolder('index');
    let before = 0;
    for (let round = 0; round < KILLS.randomly; round += 1) {
      // One moment in each tenth of the run.
      const afterMs = ((round + random()) / KILLS.randomly) * clean.tookMs;
      const { reported } = await ingestAndKill(index, { afterMs });
      const stored = await expectWhole(index, reported);
      expect(stored).toBeGreaterThanOrEqual(before);
      if (round === KILLS.randomly - 1) break;
      // A complete library has nothing left to interrupt.
      if (stored === DOCUMENTS) index = createFolder('index');
      before = stored === DOCUMENTS ? 0 : stored;
    }
    await expectAsClean(index);
  });

  test(`at ${KILLS.atEvents} moments right after something was stored or begun`, async () => {
    const index = createFolder('index');
    const lines = [/^reading/m, /^added/m, /^added/m, /^added/m, /^reading/m, /^building/m];
    for (const line of lines.slice(0, KILLS.atEvents)) {
      const { reported, ended } = await ingestAndKill(index, { afterMs: random() * 30, line });
      expect(ended).toBe('SIGKILL');
      await expectWhole(index, reported);
    }
    await expectAsClean(index);
  });

  test(`at ${KILLS.atBirth} moments while the library is made`, async () => {
    let index = '';
    for (let round = 0; round < KILLS.atBirth; round += 1) {
      index = createFolder('index');
      const afterMs = ((round + random()) / KILLS.atBirth) * 40;
      const { ended } = await ingestAndKill(index, { afterMs, file: 'library.sqlite' });
      expect(ended).toBe('SIGKILL');
      expect(await listArticles(index)).toEqual(new Map());
    }
    await expectAsClean(index);
  });

  test(`at ${KILLS.whileRebuilding} moments of a rebuild`, async () => {
    const index = createFolder('index');
    expect(await runQuoth(['ingest', library, '--index', index])).toMatchObject({ exitCode: 0 });
    for (let round = 0; round < KILLS.whileRebuilding; round += 1) {
      const afterMs = ((round + random()) / KILLS.whileRebuilding) * clean.tookMs;
      const { reported } = await ingestAndKill(index, { afterMs }, ['--rebuild']);
      // Each document is there all the time, the old one or the new one.
      expect(await expectWhole(index, reported)).toBe(DOCUMENTS);
    }
    await expectAsClean(index);
  });
}, 170_000);
