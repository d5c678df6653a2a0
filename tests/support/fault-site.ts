/** Tool of the fault loops: documents, a whole library of them, and what must hold of a library after any fault. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { createHashed, makeModelFolder } from './hashed-embedder.js';
import { isBuilt, TYPESCRIPT } from './quoth-process.js';
import { writeSmallDocuments } from './small-documents.js';

const PROGRAM = fileURLToPath(new URL('./quoth-hashed.mjs', import.meta.url));
/** Arguments of node that start it. */
const program = isBuilt() ? [PROGRAM, 'dist'] : [...TYPESCRIPT, PROGRAM, 'src'];
const QUESTION = 'Who counted 303 boats at the harbour?';

/** Where the loops work. */
export interface FaultSite {
  readonly home: string;
  /** Folder of the documents. */
  readonly documents: string;
  /** Library that holds all of them. */
  readonly whole: string;
  /** Lines of `quoth articles` of that library, by document. */
  readonly articles: ReadonlyMap<string, readonly string[]>;
  /** A model folder of other dimensions. */
  readonly otherModel: string;
  /** Copies the whole library, or makes an empty folder. */
  copy(what: 'whole' | 'empty'): string;
}

/** A finding: what does not hold. Empty when all is well. */
class FaultFound extends Error {}

export function demand(holds: boolean, what: string): void {
  if (!holds) throw new FaultFound(what);
}

/** Makes the documents and the whole library. */
export async function createFaultSite(documents: number): Promise<FaultSite> {
  const home = mkdtempSync(path.join(tmpdir(), 'quoth-faults-'));
  const folder = path.join(home, 'documents');
  writeSmallDocuments(folder, documents);
  const otherModel = path.join(home, 'models/other-model');
  makeModelFolder(otherModel, 64);
  const whole = path.join(home, 'whole');
  await withHashedApp(whole, (app) => app.ingest([folder]));
  let copies = 0;
  return {
    home,
    documents: folder,
    whole,
    articles: await withHashedApp(whole, listByDocument),
    otherModel,
    copy(what) {
      copies += 1;
      const index = path.join(home, `index-${copies}`);
      mkdirSync(index);
      if (what === 'whole') cpSync(whole, index, { recursive: true });
      return index;
    },
  };
}

/** Runs `use` with the program in this process. */
export async function withHashedApp<T>(index: string, use: (app: App) => Promise<T>): Promise<T> {
  const config = loadConfig({ QUOTH_LOG_LEVEL: 'silent', QUOTH_INDEX: index });
  const app = await createApp(config, { createEmbedder: createHashed });
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

/** Articles as JSON, by document. */
async function listByDocument(app: App): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const article of await app.listArticles()) {
    found.set(article.document, [...(found.get(article.document) ?? []), JSON.stringify(article)]);
  }
  return found;
}

/** A process under way. */
export interface HashedProcess {
  /** Both streams so far. */
  readonly output: { text: string };
  kill(): void;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts the program, with hashes, as a process of its own. */
export function startHashed(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): HashedProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...program, ...args], {
    env: { PATH, HOME, QUOTH_LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.text += text;
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { output, ended, kill: () => void child.kill('SIGKILL') };
}

/** Documents that a run has reported, by a word such as `added`. */
export function readReported(output: string, words: string): Set<string> {
  const lines = output.matchAll(new RegExp(`^(?:${words}) +(\\S+?):`, 'gm'));
  return new Set([...lines].map((match) => match[1] as string));
}

/**
 * What must hold of a library at every moment: it can be asked, nothing is at fault, documents are whole, and what it quotes
 * are words of the documents.
 *
 * @returns the documents that it holds
 */
export async function demandWhole(index: string, site: FaultSite): Promise<Set<string>> {
  return withHashedApp(index, async (app) => {
    const held = await listByDocument(app);
    for (const [document, lines] of held) {
      demand(
        JSON.stringify(lines) === JSON.stringify(site.articles.get(document)),
        `${document} is not whole`,
      );
    }
    if (held.size > 0) await demandTrueQuotes(app, site);
    const { checks } = await app.checkHealth();
    const faults = checks.filter(({ state, name }) => state === 'fault' && name !== 'disk');
    demand(faults.length === 0, `at fault: ${faults.map(({ finding }) => finding).join('; ')}`);
    return new Set(held.keys());
  });
}

/** Asks, and looks for every quote in the documents themselves. */
export async function demandTrueQuotes(app: App, site: FaultSite): Promise<void> {
  const { quotes } = await app.ask(QUESTION);
  for (const { text, citation } of quotes) {
    const words = readFileSync(path.join(site.documents, citation.document), 'utf8');
    for (const line of text.split('\n')) {
      demand(words.includes(line), `a quote that does not stand in ${citation.document}`);
    }
  }
}
