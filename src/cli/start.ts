/** `quoth start`: what `npm start` runs. Fills the library, then runs the bot or opens a chat. */
import type { Command } from 'commander';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { startBot } from './bot.js';
import { runChat } from './chat/run-chat.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { ingestAndReport } from './ingest.js';
import { createIntakeLog } from './intake-log.js';
import { runBesideIntake } from './run-beside.js';
import { findSamples, requireArticles } from './sample-library.js';

const EXAMPLES = `
Indexes the files and folders named in QUOTH_CORPUS, or else the samples that
come with Quoth; what is in the library already is skipped. Then, with
BOT_TOKEN, runs the bot; without it opens a chat, where there is a terminal.

Examples:
  quoth start
  QUOTH_CORPUS=readers/ BOT_TOKEN=123456:ABC… quoth start`;

const NEXT_STEPS = `Next:
  npm run ask -- "your question"    ask from the command line (in a terminal, npm start opens a chat)
  BOT_TOKEN=… npm start             answer in Telegram; get a token from @BotFather
  QUOTH_CORPUS=folder npm start     quote from your own documents`;

/** Adds the command to the program. */
export function addStartCommand(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('index the corpus or the samples, then run the bot or open a chat')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      const config = context.readConfig(flags);
      await context.withApp(config, (app) => start(app, context, { flags, config }));
    });
}

async function start(
  app: App,
  context: CliContext,
  { flags, config }: { readonly flags: GlobalFlags; readonly config: Config },
): Promise<void> {
  const json = flags.json === true;
  const tell = (text: string) => (json ? context.note(text) : context.print(text));
  const hasCorpus = config.corpus.length > 0;
  const paths = hasCorpus ? config.corpus : [findSamples(context)];
  tell(
    hasCorpus
      ? `Indexing ${paths.join(', ')} into ${config.indexDir} …`
      : `Indexing the samples into ${config.indexDir} (QUOTH_CORPUS names other files) …`,
  );
  const report = await ingestAndReport(app, context, { paths, lines: json ? 'stderr' : 'stdout' });
  if (json) context.print(JSON.stringify(report));
  await requireArticles(app);
  if (config.botToken !== '') {
    tell('Starting the bot. Ctrl-C stops it.');
    await startBot(app, context);
  } else if (!json && context.stdin.isTTY && context.stdout.isTTY) {
    tell('No BOT_TOKEN: opening a chat here.\n');
    const { createLogger } = await import('../logger.js');
    // Nothing but trouble may come between the lines of a chat.
    const hooks = createIntakeLog(createLogger({ level: 'warn' }));
    await runBesideIntake(app, { hooks, only: ['files', 'feeds'] }, () => runChat(app, context));
  } else {
    tell(`\n${NEXT_STEPS}`);
  }
}
