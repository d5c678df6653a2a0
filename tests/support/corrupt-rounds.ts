/** Tool of the fault loops: files that are cut short or have a bit turned over; what follows must mend it, or name what does. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../src/errors.js';
import { demand, demandTrueQuotes, type FaultSite, withHashedApp } from './fault-site.js';

/** The file that is damaged. */
const DAMAGED_FILES = ['vectors', 'vectors head', 'manifest', 'journal', 'library'] as const;
type DamagedFile = (typeof DAMAGED_FILES)[number];
const DAMAGES = ['cut short', 'one bit', 'a page of zeros', 'emptied'] as const;

/** What became of a damage. */
export type CorruptOutcome =
  /** The next question was answered as if nothing had been. */
  | 'answered'
  /** The next question named a command, and that command mended it. */
  | 'named and mended'
  /** Only looking over the library (`quoth doctor`) showed it; the command that it named mended it. */
  | 'found by doctor and mended';

/** Damages a copy of the library and goes on as an operator would. */
export async function runCorruptRound(
  round: number,
  { site, random }: { readonly site: FaultSite; readonly random: () => number },
): Promise<{ readonly what: string; readonly outcome: CorruptOutcome }> {
  const file = DAMAGED_FILES[round % DAMAGED_FILES.length] as DamagedFile;
  const damage = DAMAGES[Math.floor(round / DAMAGED_FILES.length) % DAMAGES.length] ?? 'one bit';
  const index = site.copy('whole');
  if (file === 'journal') await growJournal(index, site);
  const target = findFile(index, file);
  damageFile(target, damage, random);
  const what = `${file}, ${damage}`;
  const outcome = await goOn(index, site);
  // Whatever was lost comes back with its documents.
  await withHashedApp(index, (app) => app.ingest([site.documents]));
  const held = await withHashedApp(index, async (app) => {
    await demandTrueQuotes(app, site);
    return new Set((await app.listArticles()).map(({ document }) => document));
  });
  for (const document of site.articles.keys()) {
    demand(held.has(document), `${document} did not come back`);
  }
  rmSync(index, { recursive: true });
  return { what, outcome };
}

async function goOn(index: string, site: FaultSite): Promise<CorruptOutcome> {
  try {
    await withHashedApp(index, (app) => demandTrueQuotes(app, site));
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    await followHint(index, thrown.hint);
    return 'named and mended';
  }
  const { checks } = await withHashedApp(index, (app) => app.checkHealth());
  const faults = checks.filter(({ state }) => state === 'fault');
  if (faults.length === 0) return 'answered';
  await followHint(index, faults.map(({ mend }) => mend).join(' '));
  return 'found by doctor and mended';
}

/** Runs the command that a message has named. */
async function followHint(index: string, hint: string): Promise<void> {
  demand(/quoth (?:doctor --repair|restore|ingest)/.test(hint), `no command is named: ${hint}`);
  try {
    await withHashedApp(index, (app) => app.upkeep.repair());
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    // Nothing can be read any more: what is left is a backup, or the documents.
    demand(/quoth restore/.test(thrown.hint), `no command is named: ${thrown.hint}`);
    for (const name of readdirSync(index)) rmSync(path.join(index, name), { recursive: true });
    return;
  }
  const { checks } = await withHashedApp(index, (app) => app.checkHealth());
  const left = checks.filter(({ state }) => state === 'fault');
  demand(left.length === 0, `still at fault: ${left.map(({ finding }) => finding).join('; ')}`);
}

/** Leaves a document in the journal, as a killed program may: it is taken out and comes back under the eyes of a reader. */
async function growJournal(index: string, site: FaultSite): Promise<void> {
  const library = path.join(index, 'library.sqlite');
  const [document = ''] = site.articles.keys();
  const copies = new Map<string, Buffer>();
  const reader = new SqliteDatabase(library, { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from articles').get();
  await withHashedApp(index, async (app) => {
    await app.upkeep.remove(document);
    await app.ingest([path.join(site.documents, document)]);
    for (const suffix of ['', '-wal']) copies.set(suffix, readFileSync(`${library}${suffix}`));
  });
  reader.exec('rollback');
  reader.close();
  for (const [suffix, bytes] of copies) writeFileSync(`${library}${suffix}`, bytes);
  rmSync(`${library}-shm`, { force: true });
}

function findFile(index: string, file: DamagedFile): string {
  const names = {
    vectors: readdirSync(index).find((name) => name.endsWith('.hnsw')) ?? '',
    'vectors head': 'vectors.json',
    manifest: 'manifest.json',
    journal: 'library.sqlite-wal',
    library: 'library.sqlite',
  };
  return path.join(index, names[file]);
}

function damageFile(target: string, damage: (typeof DAMAGES)[number], random: () => number): void {
  const bytes = readFileSync(target);
  const at = Math.floor(random() * bytes.length);
  if (damage === 'cut short' || damage === 'emptied') {
    truncateSync(target, damage === 'emptied' ? 0 : at);
    return;
  }
  const page = at - (at % 4096);
  if (damage === 'one bit') bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  else bytes.fill(0, page, Math.min(bytes.length, page + 4096));
  writeFileSync(target, bytes);
}
