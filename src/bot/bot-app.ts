/** The part of the program that the bot needs. */
import type { App } from '../app.js';
import type { Config } from '../config.js';

export type BotApp = Pick<
  App,
  | 'ask'
  | 'getArticle'
  | 'getContext'
  | 'findQuote'
  | 'answers'
  | 'readers'
  | 'feedback'
  | 'openAlerts'
  | 'listArticles'
> & {
  readonly config: Pick<Config, 'top' | 'keepers'>;
  readonly intake: Pick<App['intake'], 'feeds' | 'posts'>;
};
