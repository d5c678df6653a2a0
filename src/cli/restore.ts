/** `quoth restore`: a backup in the place of the library. */
import type { Command } from 'commander';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatBackupFacts } from './format/backup-facts.js';

const EXAMPLES = `
The copy is looked over first; what is no whole library replaces nothing. The
library that was there is kept beside the new one. Stop the bot before.
Alerts that waited when the copy was made are sent once the bot runs again.

Example:
  quoth restore /backups/quoth-monday.sqlite`;

/** Adds the command to the program. */
export function addRestoreCommand(program: Command, context: CliContext): void {
  program
    .command('restore')
    .description('put a backup in the place of the library')
    .argument('<file>', 'what quoth backup has made')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      await context.withApp(context.readConfig(flags), async (app) => {
        const report = await app.upkeep.restore(file);
        if (flags.json) return context.print(JSON.stringify(report));
        context.print(`restored: ${formatBackupFacts(report.restored)}`);
        if (report.keptAside !== undefined) {
          context.print(`the library that was there is kept: ${report.keptAside}`);
        }
      });
    });
}
