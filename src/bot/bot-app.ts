/** The part of the program that the bot needs. */
import type { App } from '../app.js';
import type { Config } from '../config.js';

export type BotApp = Pick<
  App,
  | 'ask'
  | 'trace'
  | 'readReaderKey'
  | 'warmUp'
  | 'countLibrary'
  | 'forgetOld'
  | 'getArticle'
  | 'getContext'
  | 'answers'
  | 'readers'
  | 'feedback'
  | 'openAlerts'
  | 'openInbox'
  | 'listArticles'
  | 'deliveries'
> & {
  readonly config: Pick<Config, 'top' | 'keepers' | 'keepDays'>;
  readonly intake: Pick<App['intake'], 'feeds' | 'posts'>;
};
