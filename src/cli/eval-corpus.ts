/** `quoth eval FOLDER`: a library of a public set's entries, for as long as its questions are asked. */
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { type CorpusDocument, type CorpusSet, parseCorpusSet } from '../eval/corpus.js';
import type { EvalQuestion } from '../eval/questions.js';
import type { CliContext } from './cli-context.js';
import { formatCount } from './format/numbers.js';
import { createProgressBar } from './format/progress.js';
import { readInputFile } from './read-input-file.js';

/** Whether a path leads to a folder; what is not there at all is none. */
export async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

/**
 * Makes a library of the entries in `folder/corpus.jsonl` in a temporary folder, runs `use`, and takes both away.
 *
 * @param use gets the questions of `folder/queries.jsonl`
 * @throws AppError PATH_NOT_FOUND, QUESTIONS_INVALID, INTERRUPTED
 */
export async function withCorpusLibrary<T>(
  folder: string,
  { config, context }: { readonly config: Config; readonly context: CliContext },
  use: (app: App, questions: readonly EvalQuestion[]) => Promise<T>,
): Promise<T> {
  const { documents, questions } = await readCorpusSet(folder);
  const home = await mkdtemp(path.join(tmpdir(), 'quoth-eval-'));
  try {
    const texts = path.join(home, 'texts');
    await mkdir(texts);
    for (const { name, text } of documents) await writeFile(path.join(texts, name), text);
    return await context.withApp({ ...config, indexDir: path.join(home, 'index') }, async (app) => {
      await ingestEntries(app, texts, { documents, context });
      return use(app, questions);
    });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @throws AppError PATH_NOT_FOUND, QUESTIONS_INVALID */
export async function readCorpusSet(folder: string): Promise<CorpusSet> {
  return parseCorpusSet(
    await readInputFile(path.join(folder, 'corpus.jsonl')),
    await readInputFile(path.join(folder, 'queries.jsonl')),
  );
}

async function ingestEntries(
  app: App,
  texts: string,
  options: { readonly documents: readonly CorpusDocument[]; readonly context: CliContext },
): Promise<void> {
  const { documents, context } = options;
  const entries = formatCount(documents.length, 'entry', 'entries');
  if (context.stderr.isTTY !== true) context.note(`making a library of ${entries}, for this once`);
  const bar = createProgressBar({
    stream: context.stderr,
    label: 'making a library',
    formatValue: (value) => formatCount(value, 'entry', 'entries'),
  });
  let done = 0;
  const count = () => bar.update(++done, documents.length);
  const warn = (affected: number, singular: string, plural: string, what: string) => {
    if (affected === 0) return;
    const subject = `${affected} of ${entries} ${affected === 1 ? singular : plural}`;
    context.note(context.errorStyle.yellow(`${subject} ${what}`));
  };
  try {
    const { failures } = await app.ingest([texts], {
      hooks: { onDocumentDone: count, onDocumentFailed: count },
      signal: context.signal,
    });
    bar.stop();
    const failed = new Set(failures.map(({ document }) => document));
    const [first] = failures;
    const why = `${first?.code}: ${first?.message}`;
    warn(failed.size, 'is', 'are', `not in the library, so not found either: ${why}`);
    const parted = documents.filter(({ name, isWhole }) => !isWhole && !failed.has(name));
    warn(parted.length, 'was', 'were', 'parted or lost words at ingest');
  } finally {
    bar.stop();
  }
}
