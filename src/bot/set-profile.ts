/**
 * Tells Telegram what to show before the first message: commands a scope and language, descriptions a language, the menu
 * button. What Telegram shows already is left alone: it allows few such changes a day.
 */
import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import type { Logger } from 'pino';
import { LANGUAGES } from '../texts/languages.js';
import { pickTexts } from '../texts/pick-texts.js';
import type { Texts } from '../texts/texts.js';

type Scope = 'all_private_chats' | 'all_group_chats';
type BotCommand = {
  readonly command: string;
  readonly description: string;
  /** In groups nobody else sees the command and its answer, where the client can do that. */
  readonly is_ephemeral?: boolean;
};

/** One thing that Telegram shows, and how it is read and changed. */
export interface ProfilePart {
  /** For the log and the check: two letters, or `default` for everyone else. */
  readonly language: string;
  /** What this version of the program wants to be shown. */
  readonly wanted: unknown;
  /** In the form of `wanted`. */
  read(api: Api): Promise<unknown>;
  write(api: Api): Promise<unknown>;
}

/** Everything that this version tells Telegram, in the order in which it is set. */
export function listProfileParts(): readonly ProfilePart[] {
  const menu = { type: 'commands' } as const;
  return [
    ...listLanguages().flatMap(listLanguageParts),
    {
      language: 'default',
      wanted: menu.type,
      read: async (api) => (await api.getChatMenuButton()).type,
      write: (api) => api.setChatMenuButton({ menu_button: menu }),
    },
  ];
}

/** Whether Telegram shows a part as it is wanted. */
export async function isShown(part: ProfilePart, api: Api): Promise<boolean> {
  return JSON.stringify(await part.read(api)) === JSON.stringify(part.wanted);
}

/**
 * Brings what Telegram shows in step with this version; where it is already, nothing is sent. Failures are logged, never
 * thrown.
 *
 * @param options.signal ends it before the next call
 */
export async function setProfile(
  api: Api,
  options: { readonly logger: Logger; readonly signal?: AbortSignal },
): Promise<void> {
  const { logger, signal } = options;
  let changes = 0;
  for (const part of listProfileParts()) {
    if (signal?.aborted === true) return;
    try {
      if (await isShown(part, api)) continue;
      await part.write(api);
      changes += 1;
    } catch (error) {
      const { language } = part;
      logger.warn({ err: error, language }, 'could not set the bot’s profile');
    }
  }
  if (changes > 0) logger.info({ changes }, 'the bot’s profile was brought up to date');
}

/** Telegram knows two-letter codes only, so traditional Chinese shares `zh`; English is what everyone else gets. */
function listLanguages(): readonly (LanguageCode | undefined)[] {
  // Every tag of ours begins with a code of ISO 639-1.
  const codes = new Set(LANGUAGES.map(({ code }) => code.slice(0, 2) as LanguageCode));
  codes.delete('en');
  return [undefined, ...codes];
}

function listLanguageParts(language: LanguageCode | undefined): readonly ProfilePart[] {
  const texts = pickTexts(language ?? 'en');
  const other = language === undefined ? {} : { language_code: language };
  const name = language ?? 'default';
  const commands = (['all_private_chats', 'all_group_chats'] as const).map((type): ProfilePart => {
    const wanted = listCommands(type, texts);
    const scope = { ...other, scope: { type } };
    return {
      language: name,
      wanted,
      read: async (api) =>
        (await api.getMyCommands(scope)).map(
          ({ command, description, is_ephemeral }: BotCommand): BotCommand => ({
            command,
            description,
            ...(is_ephemeral === true && { is_ephemeral }),
          }),
        ),
      write: (api) => api.setMyCommands(wanted, scope),
    };
  });
  return [
    ...commands,
    {
      language: name,
      wanted: texts.botDescription,
      read: async (api) => (await api.getMyDescription(other)).description,
      write: (api) => api.setMyDescription(texts.botDescription, other),
    },
    {
      language: name,
      wanted: texts.botShortDescription,
      read: async (api) => (await api.getMyShortDescription(other)).short_description,
      write: (api) => api.setMyShortDescription(texts.botShortDescription, other),
    },
  ];
}

/** The commands of a menu, the ones that readers need most first. */
function listCommands(scope: Scope, texts: Texts): readonly BotCommand[] {
  const everywhere = [
    {
      command: 'ask',
      description: texts.askCommand,
      ...(scope === 'all_group_chats' && { is_ephemeral: true }),
    },
    { command: 'latest', description: texts.latestCommand },
    { command: 'library', description: texts.libraryCommand },
    { command: 'article', description: texts.articleCommand },
    { command: 'trace', description: texts.traceCommand },
    { command: 'follow', description: texts.followCommand },
    { command: 'topics', description: texts.topicsCommand },
    { command: 'settings', description: texts.settingsCommand },
    { command: 'language', description: texts.languageCommand },
    { command: 'privacy', description: texts.privacyCommand },
    { command: 'delete_me', description: texts.deleteMeCommand },
  ];
  if (scope === 'all_group_chats') return everywhere;
  return [
    ...everywhere,
    { command: 'help', description: texts.helpCommand },
    { command: 'start', description: texts.startCommand },
  ];
}
