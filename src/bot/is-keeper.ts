/** Who keeps the library: they add feeds and files, mend articles, see how things stand, and are not paced. */
import type { User } from 'grammy/types';
import type { BotApp } from './bot-app.js';

/** Whether somebody is on the list of keepers; nobody at all is not. */
export function isKeeper(from: Pick<User, 'id'> | undefined, app: Pick<BotApp, 'config'>): boolean {
  return from !== undefined && app.config.keepers.includes(from.id);
}
