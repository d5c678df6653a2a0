/** `quoth trace`: where a wording first occurs, how often by month, and how the wording around it changed. */
import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Trace } from '../domain/trace.js';
import { AppError } from '../errors.js';
import { pickTexts } from '../texts/pick-texts.js';
import { drawTrace } from '../trace/draw-trace.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatTrace } from './format/print-trace.js';
import { readLocale } from './locale.js';
import { requireIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

const EXAMPLES = `
Traditional and Simplified characters, capitals and small letters are the same.
Articles without a month count in no month; a span of more than four years is
counted by year. The picture holds the same bars.

Examples:
  quoth trace 高质量发展
  quoth trace "opening hours" --png hours.png`;

type TraceFlags = GlobalFlags & { readonly png?: string; readonly force?: true };

/** Adds the command to the program. */
export function addTraceCommand(program: Command, context: CliContext): void {
  program
    .command('trace')
    .description('show where a wording first stands, how often by month, and how it changed')
    .argument('<wording...>', 'a word or a phrase, as it stands in the articles')
    .option('--png <file>', 'write the bars as a picture too')
    .option('--force', 'write over a picture that is there')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<TraceFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      if (flags.png !== undefined && existsSync(flags.png) && !flags.force) {
        throw new AppError('FILE_EXISTS', `there is something at ${flags.png} already`);
      }
      await context.withApp(config, async (app) => {
        const trace = await untilAborted(app.trace(words.join(' ')), context.signal);
        const isDrawn = flags.png !== undefined && writePicture(trace, flags.png);
        if (flags.json) context.print(JSON.stringify(trace));
        else {
          const { width, style, env } = context;
          const texts = pickTexts(readLocale(env));
          context.print(formatTrace(trace, { width, style, texts }));
        }
        if (flags.png !== undefined && !isDrawn) {
          context.note('no picture: the wording stands in no article with a month');
        }
      });
    });
}

/** @returns whether there was anything to draw */
function writePicture(trace: Trace, file: string): boolean {
  const picture = drawTrace(trace);
  if (picture === undefined) return false;
  try {
    writeFileSync(file, picture);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('PATH_UNREADABLE', `could not write ${file}: ${why}`, { cause });
  }
  return true;
}
