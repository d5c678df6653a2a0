/** Runs one command line and turns whatever happens into an exit code: the one catch of the CLI. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { strike } from '../describe-error.js';
import { AppError, formatError, toAppError } from '../errors.js';
import { addArticleCommand } from './article.js';
import { addArticlesCommand } from './articles.js';
import { addAskCommand } from './ask.js';
import { addBackupCommand } from './backup.js';
import { addBotCommand } from './bot.js';
import { addCalibrateCommand } from './calibrate.js';
import { addChatCommand } from './chat.js';
import {
  type CliContext,
  type CliSurroundings,
  createCliContext,
  OutputClosedError,
} from './cli-context.js';
import type { CliParts } from './cli-parts.js';
import { addDoctorCommand } from './doctor.js';
import { addEvalCommand } from './eval.js';
import { addExportCommand } from './export.js';
import { addFeedCommand } from './feed.js';
import { addFeedbackCommand } from './feedback.js';
import { replaceControls } from './format/style.js';
import { addIngestCommand } from './ingest.js';
import { addModelCommand } from './model.js';
import { addReindexCommand } from './reindex.js';
import { addRemoveCommand } from './remove.js';
import { addRestoreCommand } from './restore.js';
import { addStartCommand } from './start.js';
import { addTopicsCommand } from './topics.js';
import { addTraceCommand } from './trace.js';
import { addWatchCommand } from './watch.js';

const EXAMPLES = `
Examples:
  quoth ingest library/              index the documents of a folder
  quoth ask "When does it apply?"    be quoted, with citations
  quoth chat                         ask one question after the other

Settings come from environment variables or a .env file: see .env.example.`;

/**
 * Runs the CLI.
 *
 * @param args without `node` and the script
 * @returns exit code: 0 fine, 1 the caller's fault, 2 ours
 */
export async function runCli(
  args: readonly string[],
  surroundings: CliSurroundings,
  parts: CliParts,
): Promise<0 | 1 | 2> {
  const context = createCliContext(surroundings, parts);
  try {
    await createProgram(context).parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof OutputClosedError) return context.readExitCode();
    // Asked for with --help or --version: printed already.
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    reportError(thrown, context);
  }
  return context.readExitCode();
}

function createProgram(context: CliContext): Command {
  const program = new Command('quoth')
    .description('Answers questions with quotes: word for word from your articles, or “not found”.')
    .version(readVersion(context.packageRoot), '--version', 'print the version')
    .option('--index <dir>', "folder of the library's data (default: QUOTH_INDEX, or index)")
    .option('--json', 'print JSON on stdout and nothing else')
    .helpOption('--help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
      // Usage errors are reported by `reportError`, in the form of all others.
      outputError: () => {},
      getOutHelpWidth: () => context.width,
      getErrHelpWidth: () => context.width,
    })
    .addHelpText('after', EXAMPLES);
  addStartCommand(program, context);
  addIngestCommand(program, context);
  addWatchCommand(program, context);
  addFeedCommand(program, context);
  addArticlesCommand(program, context);
  addArticleCommand(program, context);
  addRemoveCommand(program, context);
  addAskCommand(program, context);
  addChatCommand(program, context);
  addTraceCommand(program, context);
  addEvalCommand(program, context);
  addCalibrateCommand(program, context);
  addBackupCommand(program, context);
  addRestoreCommand(program, context);
  addExportCommand(program, context);
  addReindexCommand(program, context);
  addDoctorCommand(program, context);
  addModelCommand(program, context);
  addTopicsCommand(program, context);
  addBotCommand(program, context);
  addFeedbackCommand(program, context);
  throwUsageErrors(program);
  return program;
}

/** Makes commander throw; its complaints become USAGE errors that name the command's own help. */
function throwUsageErrors(command: Command, parentName = ''): void {
  const name = `${parentName}${command.name()}`;
  command.exitOverride((error) => {
    // 'commander.help': the help was shown already, because nothing was asked for.
    if (error.exitCode === 0 || error.code === 'commander.help') throw error;
    throw new AppError('USAGE', rephrase(error.message), { hint: `see ${name} --help` });
  });
  for (const child of command.commands) throwUsageErrors(child, `${name} `);
}

/** Commander's complaint in the manner of our errors: one line, expected X, got Y, no full stop. */
function rephrase(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^option '(.+?)' argument '(.*)' is invalid\. (expected .*)$/s, '$1: $3, got "$2"')
    .replace(/ \(Did you mean (.+)\?\)$/, ', did you mean $1?')
    .replace(/\. Expected (.+) but got (.+?)\.?$/, ': expected $1, got $2');
}

function reportError(thrown: unknown, context: CliContext): void {
  if (thrown instanceof CommanderError) {
    context.fail(1);
    return;
  }
  const error = toAppError(thrown);
  context.note(context.errorStyle.red(replaceControls(formatError(error))));
  const level = context.env['QUOTH_LOG_LEVEL'];
  // An error of the network names the address that was called, and the token is part of it.
  const note = (text: string) => context.note(strike(text, [context.env['BOT_TOKEN'] ?? '']));
  if (level === 'debug' || level === 'trace') note(String(error.stack ?? ''));
  if ((level === 'debug' || level === 'trace') && error.cause instanceof Error) {
    note(`cause: ${error.cause.stack ?? error.cause.message}`);
  }
  context.fail(error.exitCode);
}

function readVersion(packageRoot: string): string {
  const facts: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  const version = typeof facts === 'object' && facts !== null && 'version' in facts;
  return version ? String((facts as { version: unknown }).version) : 'unknown';
}
