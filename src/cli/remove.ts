/** `quoth remove`: takes documents or articles out of the library. */
import type { Command } from 'commander';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatCount } from './format/numbers.js';
import { requireIndex } from './require-index.js';

const EXAMPLES = `
The file itself stays where it is; a document whose file is ingested again comes
back. An article comes back when its document is made anew or has changed.

Examples:
  quoth remove gazette-1998.txt
  quoth remove texts/gazette-1998.txt    where several have that name
  quoth remove archive.zip               all documents that were in it
  quoth remove 0a1b2c3d4e5f              one article, by its id`;

/** Adds the command to the program. */
export function addRemoveCommand(program: Command, context: CliContext): void {
  program
    .command('remove')
    .description('take documents or articles out of the library')
    .argument('<what...>', 'name, path or address of a document or archive, or id of an article')
    .addHelpText('after', EXAMPLES)
    .action(async (references: string[], _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        for (const reference of references) {
          const { document, titles } = await app.upkeep.remove(reference);
          const { name, path } = document;
          if (flags.json) context.print(JSON.stringify({ document: name, path, titles }));
          else context.print(`removed  ${name}: ${formatCount(titles.length, 'article')}`);
        }
      });
    });
}
