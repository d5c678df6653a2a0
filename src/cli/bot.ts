/** `quoth bot`: answers readers in Telegram until it is stopped. */
import type { Command } from 'commander';
import type { App } from '../app.js';
import { pickExamples } from '../bot/pick-examples.js';
import { systemClock } from '../clock.js';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import { checkHealth, type HealthProbe, type HealthReport } from '../health.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { pickExampleQuestions } from './example-questions.js';
import { findHealth } from './find-health.js';
import { formatHealth } from './format/print-health.js';
import { createIntakeLog } from './intake-log.js';
import { runBesideIntake, runBesideMonitor } from './run-beside.js';
import { requireArticles } from './sample-library.js';

const EXAMPLES = `
Needs BOT_TOKEN, from @BotFather. Ctrl-C stops it after the answers under way.

With --check nothing is started: token, webhook, commands, rights, model, index
and articles are looked at, and what to do is said. The exit code is 1 when
something is at fault. It may be run beside the bot.

Examples:
  BOT_TOKEN=123456:ABC… quoth bot --check
  BOT_TOKEN=123456:ABC… quoth bot`;

/** Adds the command to the program. */
export function addBotCommand(program: Command, context: CliContext): void {
  program
    .command('bot')
    .description('answer readers in Telegram (long polling)')
    .option('--check', 'check what the bot needs, and start nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags & { readonly check?: true }>();
      const config = context.readConfig(flags);
      if (flags.check) return checkBot(flags, { config, context });
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
  const { botToken, apiRoot, logLevel, webhook } = app.config;
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
        ...(webhook && { webhook }),
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

/** Prints what was found, Telegram first, then what `quoth doctor` looks at; fails when there is a fault. */
async function checkBot(
  flags: GlobalFlags,
  { config, context }: { readonly config: Config; readonly context: CliContext },
): Promise<void> {
  const { createBotProbes } = await import('../bot/check-bot.js');
  const { botToken: token, apiRoot, webhook } = config;
  const bot = await checkHealth(
    createBotProbes({ token, apiRoot, now: systemClock.now, webhookUrl: webhook?.url }),
  );
  const rest = await findHealth(config, context, checkLibrary);
  const report: HealthReport = {
    checks: [...bot.checks, ...rest.checks],
    healthy: bot.healthy && rest.healthy,
  };
  context.print(flags.json ? JSON.stringify(report) : formatHealth(report, context));
  if (!report.healthy) context.fail(1);
}

/** What the doctor finds, and whether there is anything to quote from. */
async function checkLibrary(app: App): Promise<HealthReport> {
  const found = await app.checkHealth();
  const articles: HealthProbe = {
    name: 'articles',
    run: async () => {
      const count = (await app.listArticles()).length;
      if (count > 0) return { state: 'ok', finding: `${count} to quote from` };
      if (!(await hasSources(app))) await requireArticles(app);
      return { state: 'warning', finding: 'none yet; they come while the bot runs' };
    },
  };
  const own = await checkHealth([articles]);
  return { checks: [...found.checks, ...own.checks], healthy: found.healthy && own.healthy };
}
