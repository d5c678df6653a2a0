/** The samples that come with Quoth: what a fresh clone answers from, so that the first question just works. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { ingestAndReport } from './ingest.js';
import { isIndexNamed } from './require-index.js';

/** The folder of the samples. */
export function findSamples({ packageRoot }: { readonly packageRoot: string }): string {
  return path.join(packageRoot, 'samples');
}

/**
 * Runs `use`; when the library turns out to be empty and the user has named neither an index nor a corpus, fills it
 * with the samples and runs `use` again.
 *
 * @throws AppError INDEX_EMPTY when the user's own index is empty
 */
export async function withSamplesIfEmpty<T>(
  app: App,
  context: CliContext,
  { flags, config }: { readonly flags: GlobalFlags; readonly config: Config },
  use: () => Promise<T>,
): Promise<T> {
  try {
    return await use();
  } catch (thrown) {
    const isEmpty = thrown instanceof AppError && thrown.code === 'INDEX_EMPTY';
    const ownLibrary = isIndexNamed(flags, context.env) || config.corpus.length > 0;
    const samples = findSamples(context);
    if (!isEmpty || ownLibrary || !existsSync(samples)) throw thrown;
    context.note('The library is empty: indexing the samples that come with Quoth, once.');
    await ingestAndReport(app, context, { paths: [samples], lines: 'nowhere' });
    return await use();
  }
}

/** Makes sure that there is something to quote from. @throws AppError INDEX_EMPTY */
export async function requireArticles(app: App): Promise<void> {
  if ((await app.listArticles()).length > 0) return;
  throw new AppError('INDEX_EMPTY', `there are no articles in ${app.config.indexDir}`);
}
