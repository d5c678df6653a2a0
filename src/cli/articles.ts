/** `quoth articles`: what the library holds. */
import type { Command } from 'commander';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatCount } from './format/numbers.js';
import { formatArticleList, toArticleLine } from './format/print-articles.js';
import { requireIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

const EXAMPLES = `
With --json: one JSON line an article, in document order.

Examples:
  quoth articles
  quoth articles --json | grep 2025-01`;

/** Adds the command to the program. */
export function addArticlesCommand(program: Command, context: CliContext): void {
  program
    .command('articles')
    .description('list the articles in the library')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        const articles = await untilAborted(app.listArticles(), context.signal);
        if (flags.json) {
          for (const article of articles) context.print(toArticleLine(article));
          return;
        }
        if (articles.length === 0) {
          context.print('The library is empty. To fill it: quoth ingest PATH…');
          return;
        }
        const documents = new Set(articles.map((article) => article.document)).size;
        context.print(formatArticleList(articles, context));
        context.print(
          `\n${formatCount(articles.length, 'article')} in ${formatCount(documents, 'document')}`,
        );
      });
    });
}
