/** The parts that the CLI puts to work. `main.ts` gives the real ones, each loaded when it is first needed. */
import type { App, ListedModel, PullModelOptions, PullModelResult } from '../app.js';
import type { RunBotOptions } from '../bot/run-bot.js';
import type { Config } from '../config.js';

/** What to download, from where, to where; all of it is said. */
type PullRequest = Required<Omit<PullModelOptions, 'fetch' | 'retryDelaysMs'>>;

/** The program and the tools around it, as the CLI sees them. */
export interface CliParts {
  createApp(config: Config): Promise<App>;
  /** Runs the Telegram bot until its `signal` aborts. @throws AppError BOT_TOKEN_INVALID, BOT_CONFLICT */
  runBot(options: RunBotOptions): Promise<void>;
  /** @throws AppError MODEL_DOWNLOAD_FAILED, MODEL_NOT_FOUND, DISK_FULL, INTERRUPTED */
  pullModel(request: PullRequest): Promise<PullModelResult>;
  /** The model folders under `modelsDir`, by name. */
  listModels(modelsDir: string, inUse: string): Promise<readonly ListedModel[]>;
}
