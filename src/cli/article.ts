/** `quoth article`: one article with its text, and its versions. */
import type { Command } from 'commander';
import type { ArticleVersion } from '../domain/version.js';
import { AppError } from '../errors.js';
import { placeVersion } from '../search/list-versions.js';
import { pickTexts } from '../texts/pick-texts.js';
import { sayVersion } from '../texts/say-version.js';
import { formatArticle } from './chat/page-article.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { replaceControls } from './format/style.js';
import { readLocale } from './locale.js';
import { requireIndex } from './require-index.js';

const EXAMPLES = `
An article that arrived again with changes has versions: under the same title from
the same publisher with nearly the same text, or in the same place of its document.
Older texts are kept and have ids of their own. Reprints are no versions.

Examples:
  quoth article 0a1b2c3d4e5f
  quoth article 0a1b2c3d4e5f --json`;

/** Adds the command to the program. */
export function addArticleCommand(program: Command, context: CliContext): void {
  program
    .command('article')
    .description('show an article, and its versions')
    .argument('<id>', 'id of an article; quoth articles lists them')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        const versions = await app.listVersions(id);
        const article = versions.find((version) => version.id === id);
        if (article === undefined) {
          const message = `expected the id of an article, got "${id}"`;
          throw new AppError('DOCUMENT_NOT_FOUND', message, { hint: 'quoth articles lists them' });
        }
        if (flags.json) printJson(article, versions, context);
        else printArticle(article, versions, context);
      });
    });
}

function printJson(
  article: ArticleVersion,
  versions: readonly ArticleVersion[],
  context: CliContext,
): void {
  const { lineStarts: _, ...facts } = article;
  const others = versions.map(({ id, document, date, arrivedAt, replacedAt, text }) => ({
    id,
    document,
    date,
    arrivedAt,
    replacedAt,
    characters: text.length,
  }));
  context.print(JSON.stringify({ ...facts, versions: others }));
}

function printArticle(
  article: ArticleVersion,
  versions: readonly ArticleVersion[],
  context: CliContext,
): void {
  const { style, width } = context;
  const texts = pickTexts(readLocale(context.env));
  context.print(formatArticle(article, [], { width, style, texts }).join('\n'));
  const place = placeVersion(article.id, versions);
  if (place === undefined) return;
  context.print(`\n${style.bold(sayVersion(place, texts))}`);
  for (const [index, { id, document, date, arrivedAt, replacedAt }] of versions.entries()) {
    const facts = [
      date ?? arrivedAt.slice(0, 10),
      replaceControls(document),
      replacedAt === undefined ? undefined : `replaced ${replacedAt.slice(0, 10)}`,
      id,
    ].filter((fact) => fact !== undefined);
    const mark = id === article.id ? '›' : ' ';
    context.print(`${mark} ${index + 1}  ${facts.join(' · ')}`);
  }
}
