/** Tells Telegram what to show before the first message: commands and descriptions, a language each. */
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { en } from '../texts/en.js';
import { LANGUAGES } from '../texts/languages.js';
import { pickTexts } from '../texts/pick-texts.js';

/** Telegram knows two-letter codes only, so traditional Chinese shares `zh`; without a code, English: everyone else. */
const CODES = [
  undefined,
  ...LANGUAGES.map(({ code }) => code).filter((code) => code !== 'zh-hant' && code !== 'en'),
];

type BotCommand = { readonly command: string; readonly description: string };

/** What is shown to people of one language. */
interface Profile {
  /** `undefined`: everyone else. */
  readonly language: (typeof CODES)[number];
  readonly commands: readonly {
    readonly scope: 'all_private_chats' | 'all_group_chats';
    readonly commands: readonly BotCommand[];
  }[];
  readonly description: string;
  readonly shortDescription: string;
}

/** What this version of the program tells Telegram, a language each. */
export function listProfiles(): readonly Profile[] {
  return CODES.map((language) => {
    const texts = language === undefined ? en : pickTexts(language);
    const ask = { command: 'ask', description: texts.askCommand };
    const reading = [
      { command: 'latest', description: texts.latestCommand },
      { command: 'library', description: texts.libraryCommand },
      { command: 'article', description: texts.articleCommand },
      { command: 'trace', description: texts.traceCommand },
    ];
    const following = [
      { command: 'follow', description: texts.followCommand },
      { command: 'topics', description: texts.topicsCommand },
      { command: 'settings', description: texts.settingsCommand },
      { command: 'language', description: texts.languageCommand },
      { command: 'privacy', description: texts.privacyCommand },
      { command: 'delete_me', description: texts.deleteMeCommand },
    ];
    const inPrivate = [
      ask,
      ...reading,
      ...following,
      { command: 'help', description: texts.helpCommand },
      { command: 'start', description: texts.startCommand },
    ];
    return {
      language,
      commands: [
        { scope: 'all_private_chats', commands: inPrivate },
        { scope: 'all_group_chats', commands: [ask, ...reading, ...following] },
      ],
      description: texts.botDescription,
      shortDescription: texts.botShortDescription,
    };
  });
}

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
  for (const { language, commands, description, shortDescription } of listProfiles()) {
    const other = language === undefined ? {} : { language_code: language };
    const calls = [
      ...commands.map(
        ({ scope, commands: list }) =>
          () =>
            api.setMyCommands(list, { ...other, scope: { type: scope } }),
      ),
      () => api.setMyDescription(description, other),
      () => api.setMyShortDescription(shortDescription, other),
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
