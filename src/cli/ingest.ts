/** `quoth ingest`: files and folders into the library. */
import type { Command } from 'commander';
import type { App } from '../app.js';
import { AppError } from '../errors.js';
import type { IngestReport } from '../ingest/ingest-report.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { createIngestReporter } from './ingest-reporter.js';

const EXAMPLES = `
A document that is in the library already is skipped; a changed one replaces
its articles. Where one fails, the others are still ingested. Ctrl-C keeps what
is stored: run the same command again to go on.

Examples:
  quoth ingest readers/ notes.md
  quoth ingest --rebuild             read and embed everything again
  quoth ingest readers/ --json       the report as JSON`;

interface IngestFlags extends GlobalFlags {
  readonly rebuild?: true;
}

/** Adds the command to the program. */
export function addIngestCommand(program: Command, context: CliContext): void {
  program
    .command('ingest')
    .description('put documents into the library')
    .argument('[path...]', 'documents, or folders that hold some')
    .option('--rebuild', 'embed everything in the library again; no path needed')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<IngestFlags>();
      if (paths.length === 0 && !flags.rebuild) {
        throw new AppError('USAGE', 'expected files or folders, got none', {
          hint: 'see quoth ingest --help',
        });
      }
      await context.withApp(context.readConfig(flags), async (app) => {
        const report = await ingestAndReport(app, context, {
          paths,
          rebuild: flags.rebuild === true,
          lines: flags.json ? 'stderr' : 'stdout',
        });
        if (flags.json) context.print(JSON.stringify(report));
      });
    });
}

/**
 * Ingests and shows how it goes; the run fails when a document did.
 *
 * @throws AppError of the ingest as a whole
 */
export async function ingestAndReport(
  app: App,
  context: CliContext,
  options: {
    readonly paths: readonly string[];
    readonly rebuild?: boolean;
    readonly lines: 'stdout' | 'stderr' | 'nowhere';
  },
): Promise<IngestReport> {
  const reporter = createIngestReporter(context, options.lines);
  try {
    const report = await app.ingest(options.paths, {
      rebuild: options.rebuild === true,
      hooks: reporter.hooks,
      signal: context.signal,
    });
    reporter.finish(report);
    return report;
  } finally {
    reporter.stop();
  }
}
