/** `quoth watch`: ingests files as they come and change, until it is stopped. */
import type { Command } from 'commander';
import { AppError, formatError } from '../errors.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatDocumentReport } from './format/ingest-report.js';
import { replaceControls } from './format/style.js';
import { formatFailure } from './ingest-reporter.js';

const EXAMPLES = `
What is there already is ingested first; later, every document that is
new or has changed, once nobody writes to it any more. A file that is removed
stays in the library. Ctrl-C ends it. quoth bot and quoth start watch
QUOTH_WATCH by themselves.

Examples:
  quoth watch inbox/
  QUOTH_WATCH=inbox/,notes.md quoth watch
  quoth watch inbox/ --json          one JSON line a document`;

/** Adds the command to the program. */
export function addWatchCommand(program: Command, context: CliContext): void {
  program
    .command('watch')
    .description('ingest new and changed files until it is stopped')
    .argument('[path...]', 'files or folders (default: QUOTH_WATCH)')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      const config = context.readConfig(flags);
      const watch = paths.length > 0 ? paths : config.watch;
      if (watch.length === 0) {
        throw new AppError('USAGE', 'expected files or folders, got none', {
          hint: 'name some, or set QUOTH_WATCH; see quoth watch --help',
        });
      }
      const json = flags.json === true;
      await context.withApp({ ...config, watch }, async (app) => {
        context.note(`Watching ${watch.join(', ')}. Ctrl-C stops it.`);
        await app.intake.run({
          signal: context.signal,
          only: ['files'],
          hooks: {
            onDocument(report) {
              if (json) context.print(JSON.stringify(report));
              else if (report.outcome !== 'skipped') context.print(formatDocumentReport(report));
            },
            onFailure(failure) {
              if (json) context.print(JSON.stringify(failure));
              else context.note(formatFailure(failure));
            },
            onFault: (_source, error) => context.note(replaceControls(formatError(error))),
          },
        });
      });
    });
}
