/** What every handler works with: grammY's context with the reader's language, and the services of the bot. */
import type { Api, Context } from 'grammy';
import type { Logger } from 'pino';
import type { ReaderPreferences } from '../domain/reader.js';
import type { Metrics } from '../monitor/metrics.js';
import type { Clock } from '../ports/clock.js';
import type { Texts } from '../texts/texts.js';
import type { AnswerKeeper } from './answer-keeper.js';
import type { BotApp } from './bot-app.js';
import type { FetchFile } from './fetch-file.js';
import type { QuestionGate } from './question-gate.js';
import type { QuestionMemory } from './recall-question.js';
import type { Unreachable } from './telegram-errors.js';

/** grammY's context, with what `prepareContext` puts on it. */
export type BotContext = Context & {
  /** In the reader's language. */
  texts: Texts;
  /** What the reader has chosen. */
  preferences: ReaderPreferences;
  /** One word for the log, such as `answered` or `stale`. */
  outcome: string;
  /** The question at hand, once known; kept out of the log. */
  question?: string;
  /** Whether the button press was answered, so that no spinner is left. */
  isPressAnswered: boolean;
  /** What a reply has taught: the chat cannot be reached, or has another id now. */
  lost?: Unreachable;
  movedTo?: number;
};

/** What features share. */
export interface BotServices {
  readonly app: BotApp;
  /** For what is no part of an update's answer. */
  readonly api: Api;
  /** In front of the library: for whatever takes long. */
  readonly gate: QuestionGate;
  readonly answers: AnswerKeeper;
  readonly memory: QuestionMemory;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** 8 characters `[0-9a-z]`, never the same twice. */
  readonly createId: () => string;
  /** The name of a reader in the log and in the store. */
  readonly hashReader: (readerId: number | string) => string;
  /** Fetches a file that somebody has sent. */
  readonly fetchFile: FetchFile;
  /** Questions that `/start` offers as buttons. */
  readonly examples: readonly string[];
}
