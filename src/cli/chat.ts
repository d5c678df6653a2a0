/** `quoth chat`: one question after the other, in a terminal or from a pipe. */
import type { Command } from 'commander';
import { runChat } from './chat/run-chat.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { addSearchOptions, readSearchFlags, type SearchFlags } from './options.js';
import { requireIndex } from './require-index.js';
import { requireArticles, withSamplesIfEmpty } from './sample-library.js';

const EXAMPLES = `
In the chat: /more, /context 1, /open 1, /articles, /help, /quit. It speaks the
language of LANG, where it knows it. Lines of a pipe are answered one by one; with
--json as one JSON line each.

Examples:
  quoth chat
  quoth chat --json < questions.txt`;

type ChatFlags = GlobalFlags & SearchFlags;

/** Adds the command to the program. */
export function addChatCommand(program: Command, context: CliContext): void {
  addSearchOptions(program.command('chat').description('ask one question after the other'))
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<ChatFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        await withSamplesIfEmpty(app, context, { flags, config }, () => requireArticles(app));
        await runChat(app, context, { ...readSearchFlags(flags), json: flags.json === true });
      });
    });
}
