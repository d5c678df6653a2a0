/** Tells Telegram what to show before the first message: commands and descriptions, a language each. */
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { en } from '../texts/en.js';
import { pickTexts } from '../texts/pick-texts.js';

/** Telegram knows two-letter codes only, so traditional Chinese shares `zh`; without a code: everyone else. */
const LANGUAGES = [undefined, 'zh'] as const;

/**
 * Sets commands and descriptions; the same at every start. Failures are logged, never thrown.
 *
 * @param options.signal ends it before the next call
 */
export async function setProfile(
  api: Api,
  options: { readonly logger: Logger; readonly signal?: AbortSignal },
): Promise<void> {
  const { logger, signal } = options;
  for (const language of LANGUAGES) {
    const texts = language === undefined ? en : pickTexts(language);
    const other = language === undefined ? {} : { language_code: language };
    const ask = { command: 'ask', description: texts.askCommand };
    const following = [
      { command: 'follow', description: texts.followCommand },
      { command: 'topics', description: texts.topicsCommand },
      { command: 'trace', description: texts.traceCommand },
      { command: 'settings', description: texts.settingsCommand },
      { command: 'privacy', description: texts.privacyCommand },
      { command: 'delete_me', description: texts.deleteMeCommand },
    ];
    const inPrivate = [
      ask,
      ...following,
      { command: 'help', description: texts.helpCommand },
      { command: 'start', description: texts.startCommand },
    ];
    const calls = [
      () => api.setMyCommands(inPrivate, { ...other, scope: { type: 'all_private_chats' } }),
      () =>
        api.setMyCommands([ask, ...following], { ...other, scope: { type: 'all_group_chats' } }),
      () => api.setMyDescription(texts.botDescription, other),
      () => api.setMyShortDescription(texts.botShortDescription, other),
    ];
    for (const call of calls) {
      if (signal?.aborted === true) return;
      try {
        await call();
      } catch (error) {
        logger.warn({ err: error, language }, 'could not set the bot’s profile');
      }
    }
  }
}
