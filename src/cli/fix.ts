/** `quoth fix`: mends how a document was split. */
import type { Command } from 'commander';
import { readCorrection } from '../ingest/read-correction.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { replaceControls } from './format/style.js';
import { requireIndex } from './require-index.js';

const EXAMPLES = `
Articles are named by their ids: see quoth articles. What is mended stays so when
the document is ingested again.

Examples:
  quoth fix title 0a1b2c3d4e5f "Ferry Timetable"
  quoth fix date 0a1b2c3d4e5f 2025-03-08     also 2025-03 or 2025; none takes it off
  quoth fix join 0a1b2c3d4e5f                with the article before it
  quoth fix split 0a1b2c3d4e5f 120           a new article begins at line 120`;

/** Adds the command to the program. */
export function addFixCommand(program: Command, context: CliContext): void {
  const fix = program
    .command('fix')
    .description('mend titles, dates and boundaries of articles')
    .addHelpText('after', EXAMPLES);
  const run = async (verb: string, id: string, value: string, command: Command): Promise<void> => {
    const change = readCorrection(verb, value);
    const flags = command.optsWithGlobals<GlobalFlags>();
    const config = requireIndex(flags, context.readConfig(flags), context.env);
    await context.withApp(config, async (app) => {
      const articles = await app.upkeep.fix(id, change);
      for (const { title, date, startLine, endLine } of articles) {
        if (flags.json) context.print(JSON.stringify({ title, date, startLine, endLine }));
        else context.print(replaceControls([title, date ?? ''].filter(Boolean).join(' · ')));
      }
    });
  };
  const add = (usage: string, description: string) => fix.command(usage).description(description);
  add('title <id> <title...>', 'correct a title').action((id, words: string[], _, command) =>
    run('title', id, words.join(' '), command),
  );
  add('date <id> <date>', 'correct a date, or take it off').action((id, date, _, command) =>
    run('date', id, date, command),
  );
  add('join <id>', 'join an article with the one before it').action((id, _, command) =>
    run('join', id, '', command),
  );
  add('split <id> <line>', 'begin a new article at a line').action((id, line, _, command) =>
    run('split', id, line, command),
  );
}
