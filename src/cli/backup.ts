/** `quoth backup`: the whole library in one file, also while the bot runs. */
import type { Command } from 'commander';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatBackupFacts } from './format/backup-facts.js';
import { requireIndex } from './require-index.js';

const EXAMPLES = `
The copy is the library as it was at one moment: articles, vectors, topics,
alerts, feeds, settings. The bot and an ingest may go on meanwhile. The vector
index is not in it; it is made anew from what is. The model is not in it either.

Examples:
  quoth backup /backups/quoth-monday.sqlite
  quoth backup /backups/quoth.sqlite --force`;

/** Adds the command to the program. */
export function addBackupCommand(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description('copy the whole library into one file, also while the bot runs')
    .argument('<file>', 'where the copy goes')
    .option('--force', 'write over a file that is there already')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags & { readonly force?: true }>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        const facts = await app.upkeep.backup(file, { overwrite: flags.force === true });
        if (flags.json) context.print(JSON.stringify(facts));
        else context.print(`${facts.file}: ${formatBackupFacts(facts)}`);
      });
    });
}
