/** `quoth export`: what the library holds, as JSON Lines that any program can read. */
import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import type { App } from '../app.js';
import { AppError, toAppError } from '../errors.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatCount } from './format/numbers.js';
import { requireIndex } from './require-index.js';

const EXAMPLES = `
One JSON object a line, with its kind: article (with its text), passage (behind
its article), version (a text that another has replaced, and when), topic (with
who follows it: keep the file to yourself).

Examples:
  quoth export > library.jsonl
  quoth export library.jsonl
  quoth export | grep '"kind":"article"'`;

type ExportFlags = GlobalFlags & { readonly force?: true };

/** Adds the command to the program. */
export function addExportCommand(program: Command, context: CliContext): void {
  program
    .command('export')
    .description('print articles, their earlier versions, passages and topics as JSON Lines')
    .argument('[file]', 'where the lines go (default: stdout)')
    .option('--force', 'write over a file that is there already')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, _options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<ExportFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        if (file === undefined) return printLines(app, context);
        if (existsSync(file) && !flags.force) {
          throw new AppError('FILE_EXISTS', `there is something at ${file} already`);
        }
        const lines = await writeLines(app, file, context.signal);
        if (flags.json) context.print(JSON.stringify({ file, lines }));
        else context.print(`${file}: ${formatCount(lines, 'line')}`);
      });
    });
}

async function printLines(app: App, context: CliContext): Promise<void> {
  for await (const line of app.upkeep.exportLines()) {
    requireRunning(context.signal);
    context.print(JSON.stringify(line));
    // What nobody has read yet is not heaped up in memory.
    if ('writableNeedDrain' in context.stdout && context.stdout.writableNeedDrain)
      await once(context.stdout, 'drain');
  }
}

function requireRunning(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('INTERRUPTED', 'the export was stopped before its end');
}

/** Writes the lines; the file appears under its name when it is whole. @returns how many */
async function writeLines(app: App, file: string, signal: AbortSignal): Promise<number> {
  const temporary = `${file}.${process.pid}.tmp`;
  const stream = createWriteStream(temporary, { flush: true });
  const done = finished(stream);
  done.catch(() => undefined);
  let lines = 0;
  try {
    for await (const line of app.upkeep.exportLines()) {
      requireRunning(signal);
      lines += 1;
      if (!stream.write(`${JSON.stringify(line)}\n`))
        await Promise.race([once(stream, 'drain'), done]);
    }
    stream.end();
    await done;
    renameSync(temporary, file);
    return lines;
  } catch (cause) {
    stream.destroy();
    rmSync(temporary, { force: true });
    const error = toAppError(cause);
    if (error.code !== 'INTERNAL') throw error;
    throw new AppError('PATH_UNREADABLE', `could not write ${file}: ${error.message}`, { cause });
  }
}
