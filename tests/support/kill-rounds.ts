/** Tool of the fault loops: `kill -9` during an ingest, a removal, a reindex, and while a snapshot is written. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import {
  demand,
  demandWhole,
  type FaultSite,
  type HashedProcess,
  readReported,
  startHashed,
  withHashedApp,
} from './fault-site.js';

export const KILL_KINDS = ['ingest', 'delete', 'reindex', 'snapshot'] as const;
export type KillKind = (typeof KILL_KINDS)[number];

/** One round: a process, when it is killed, and what must hold then. */
interface Round {
  readonly site: FaultSite;
  readonly random: () => number;
}

/** @returns whether the process was killed before its end */
export async function runKillRound(kind: KillKind, round: Round): Promise<boolean> {
  return ROUNDS[kind](round);
}

const ROUNDS: Readonly<Record<KillKind, (round: Round) => Promise<boolean>>> = {
  async ingest({ site, random }) {
    const index = site.copy('empty');
    const run = startHashed(['ingest', site.documents, '--index', index]);
    await untilReported(run, 'added', random() * (site.articles.size + 1));
    const isKilled = await killAfter(run, random() * 20);
    const held = await demandWhole(index, site);
    demandAll(readReported(run.output.text, 'added'), held);
    await withHashedApp(index, (app) => app.ingest([site.documents]));
    demand((await demandWhole(index, site)).size === site.articles.size, 'the next ingest failed');
    return isKilled;
  },

  async delete({ site, random }) {
    const index = site.copy('whole');
    const documents = [...site.articles.keys()].filter(() => random() < 0.5);
    const run = startHashed(['remove', ...documents, '--index', index]);
    await untilReported(run, 'removed', random() * (documents.length + 1));
    const isKilled = await killAfter(run, random() * 10);
    const held = await demandWhole(index, site);
    for (const document of readReported(run.output.text, 'removed')) {
      demand(!held.has(document), `${document} came back`);
    }
    for (const document of site.articles.keys()) {
      demand(held.has(document) || documents.includes(document), `${document} is gone`);
    }
    for (const document of documents) {
      if (held.has(document)) await withHashedApp(index, (app) => app.upkeep.remove(document));
    }
    const left = site.articles.size - documents.length;
    demand((await demandWhole(index, site)).size === left, 'the next removal failed');
    return isKilled;
  },

  async reindex({ site, random }) {
    const index = site.copy('whole');
    const args = ['reindex', '--model', site.otherModel, '--index', index];
    const run = startHashed(args);
    // Every second one in the switch, or near it.
    const made = random() < 0.5 ? random() * site.articles.size : site.articles.size;
    await untilReported(run, 'indexed', made);
    const isKilled = await killAfter(run, random() * (made < site.articles.size ? 20 : 150));
    demand((await demandWhole(index, site)).size === site.articles.size, 'documents are gone');
    demand(readModels(index).length === 1, 'passages of two models');
    const isNew = readModels(index)[0]?.startsWith('other-model') === true;
    demand(isNew || !run.output.text.includes('switched'), 'the switch was reported, but is lost');
    await withHashedApp(index, (app) => app.upkeep.reindex({ model: site.otherModel }));
    demand((await demandWhole(index, site)).size === site.articles.size, 'the reindex lost some');
    demand(readModels(index)[0]?.startsWith('other-model') === true, 'the next reindex failed');
    return isKilled;
  },

  async snapshot({ site, random }) {
    const index = site.copy('whole');
    const [first = ''] = site.articles.keys();
    const before = new Set(readdirSync(index));
    const run = startHashed(['remove', first, '--index', index]);
    const isWriting = () =>
      readdirSync(index).some((name) => /^vectors/.test(name) && !before.has(name));
    await until(run, isWriting);
    const isKilled = await killAfter(run, random() * 4);
    const held = await demandWhole(index, site);
    demand(!held.has(first), `${first} came back`);
    await withHashedApp(index, (app) => app.ingest([site.documents]));
    demand((await demandWhole(index, site)).size === site.articles.size, 'the next ingest failed');
    return isKilled;
  },
};

function demandAll(reported: ReadonlySet<string>, held: ReadonlySet<string>): void {
  for (const document of reported) {
    demand(held.has(document), `${document} was reported as done, and is lost`);
  }
}

/** Waits until so many documents were reported; for none until anything was said. */
async function untilReported(run: HashedProcess, word: string, count: number): Promise<void> {
  const least = Math.floor(count);
  await until(
    run,
    () => run.output.text !== '' && readReported(run.output.text, word).size >= least,
  );
}

/** Waits until something is seen, or the process has ended. */
async function until(run: HashedProcess, isTime: () => boolean): Promise<void> {
  let hasEnded = false;
  void run.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && !isTime()) await sleep(1);
}

async function killAfter(run: HashedProcess, delayMs: number): Promise<boolean> {
  await sleep(delayMs);
  run.kill();
  return (await run.ended) === 'SIGKILL';
}

function readModels(index: string): string[] {
  const database = new SqliteDatabase(path.join(index, 'library.sqlite'), { readonly: true });
  try {
    return database.prepare('select distinct model from documents').pluck().all() as string[];
  } finally {
    database.close();
  }
}
