/** `quoth bot`: answers readers in Telegram until it is stopped. */
import type { Command } from 'commander';
import type { App } from '../app.js';
import { pickExamples } from '../bot/pick-examples.js';
import { systemClock } from '../clock.js';
import { AppError } from '../errors.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { pickExampleQuestions } from './example-questions.js';
import { createIntakeLog } from './intake-log.js';
import { runBesideIntake, runBesideMonitor } from './run-beside.js';
import { requireArticles } from './sample-library.js';

const EXAMPLES = `
Needs BOT_TOKEN, from @BotFather. Ctrl-C stops it after the answers under way.

Example:
  BOT_TOKEN=123456:ABC… quoth bot`;

/** Adds the command to the program. */
export function addBotCommand(program: Command, context: CliContext): void {
  program
    .command('bot')
    .description('answer readers in Telegram (long polling)')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const config = context.readConfig(command.optsWithGlobals<GlobalFlags>());
      if (config.botToken === '') {
        throw new AppError('BOT_TOKEN_MISSING', 'expected a token in BOT_TOKEN, got none');
      }
      await context.withApp(config, async (app) => {
        if (!(await hasSources(app))) await requireArticles(app);
        await startBot(app, context);
      });
    });
}

/** Runs the bot until Ctrl-C. @throws AppError BOT_TOKEN_INVALID, BOT_CONFLICT, PORT_UNAVAILABLE */
export async function startBot(app: App, context: CliContext): Promise<void> {
  const { botToken, apiRoot, logLevel } = app.config;
  const { createLogger } = await import('../logger.js');
  const articles = await app.listArticles();
  const questions = pickExampleQuestions(
    context,
    new Set(articles.map((article) => article.document)),
  );
  const logger = createLogger({ level: logLevel, token: botToken });
  const { createMetrics } = await import('../monitor/metrics.js');
  const metrics = createMetrics({ ...systemClock, withProcess: true });
  await runBesideMonitor(app, { metrics, logger }, () =>
    runBesideIntake(app, { hooks: createIntakeLog(logger) }, () =>
      context.parts.runBot({
        app,
        token: botToken,
        apiRoot,
        logger,
        metrics,
        examples: questions.length > 0 ? questions : pickExamples(articles),
        signal: context.signal,
        onReady: (username) => context.note(`The bot listens: https://t.me/${username}`),
      }),
    ),
  );
}

/** Whether articles can arrive while the bot runs: then it may begin with an empty library. */
async function hasSources(app: App): Promise<boolean> {
  const { watch, keepers } = app.config;
  return watch.length > 0 || keepers.length > 0 || (await app.intake.feeds.list()).length > 0;
}
