/** The settings as screens: how a reader is answered, and when alerts are sent. Buttons step through the choices. */
import type { ReaderPreferences } from '../../domain/reader.js';
import type { Subscriber } from '../../domain/topic.js';
import { LANGUAGES } from '../../texts/languages.js';
import type { Texts } from '../../texts/texts.js';
import type { Screen } from '../deliver.js';
import { button, inRows, type Keyboard } from '../keyboards.js';

/** Time zones that are offered; the offset of each is shown by its cities. */
export const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Taipei',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Asia/Ho_Chi_Minh',
  'Asia/Dubai',
  'Europe/Moscow',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
] as const;

/** Quiet hours that are stepped through: from, to. */
export const QUIET_HOURS = [
  [0, 0],
  [22, 8],
  [23, 7],
  [0, 8],
] as const;

/** Whose settings they are. */
type SettingsOwner = Pick<Subscriber, 'id' | 'schedule'>;

/** What a reader has chosen, as the settings show it. */
export interface ReaderSettings {
  readonly preferences: ReaderPreferences;
  /** Quotes in one message as things stand. */
  readonly quotes: number;
}

/** The settings of a chat: when alerts are sent and, in private, how the reader is answered. */
export function buildSettingsScreen(
  owner: SettingsOwner,
  texts: Texts,
  reader?: ReaderSettings,
): Screen {
  const alerts = buildScheduleScreen(owner, texts);
  if (reader === undefined) return alerts;
  const { preferences, quotes } = reader;
  const isRich = preferences.layout === 'rich';
  const layout = isRich ? texts.layoutRich : texts.layoutPlain;
  const own = [
    texts.answerSettings(nameLanguage(preferences, texts), quotes, layout),
    ...(isRich ? [texts.layoutNote] : []),
  ].join('\n');
  return {
    content: `${own}\n\n${alerts.content}`,
    keyboard: [
      [
        button(texts.languageButton, { action: 'language' }),
        button(texts.quotesButton(quotes), { action: 'settings', what: 'quotes' }),
      ],
      [button(texts.layoutButton, { action: 'settings', what: 'layout' })],
      ...alerts.keyboard,
    ],
  };
}

/** The language in its own words; who has chosen none is told so. */
function nameLanguage({ language }: ReaderPreferences, texts: Texts): string {
  return LANGUAGES.find(({ code }) => code === language)?.name ?? texts.languageAuto;
}

/** Asks for the language; the chosen one is marked. */
export function buildLanguageScreen(
  { language }: ReaderPreferences,
  options: { readonly isPrivate: boolean; readonly texts: Texts },
): Screen {
  const { isPrivate, texts } = options;
  const choices = [...LANGUAGES, { code: 'auto', name: texts.languageAuto }];
  const chosen = language ?? 'auto';
  const buttons = choices.map(({ code, name }) =>
    button(code === chosen ? `✓ ${name}` : name, { action: 'language', language: code }),
  );
  const keyboard = inRows(buttons, 2);
  const back = button(texts.settingsButton, { action: 'settings', what: 'open' });
  return { content: texts.askLanguage, keyboard: isPrivate ? [...keyboard, [back]] : keyboard };
}

function buildScheduleScreen(
  { id, schedule }: SettingsOwner,
  texts: Texts,
): { readonly content: string; readonly keyboard: Keyboard } {
  const { timing, hour, quietFrom, quietTo, timeZone, isSilent } = schedule;
  const timings = {
    instant: texts.timingInstant,
    daily: texts.timingDaily(hour),
    weekly: texts.timingWeekly(hour),
  };
  const press = (what: 'timing' | 'hour' | 'quiet' | 'askZone' | 'sound') =>
    ({ action: 'settings', what, subscriberId: id }) as const;
  return {
    content: texts.settings({
      timing: timings[timing],
      quiet: quietFrom === quietTo ? texts.noQuiet : texts.quietHours(quietFrom, quietTo),
      zone: timeZone,
      sound: isSilent ? texts.soundOff : texts.soundOn,
    }),
    keyboard: [
      [
        button(texts.timingButton, press('timing')),
        ...(timing === 'instant' ? [] : [button(texts.hourButton, press('hour'))]),
      ],
      [button(texts.quietButton, press('quiet')), button(texts.soundButton, press('sound'))],
      [button(texts.zoneButton, press('askZone'))],
    ],
  };
}

/** Asks for the time zone. */
export function buildZoneScreen({ id }: Pick<SettingsOwner, 'id'>, texts: Texts): Screen {
  const buttons = ZONES.map((zone, value) =>
    button(zone.replaceAll('_', ' ').replace(/^.*\//, ''), {
      action: 'settings',
      what: 'zone',
      subscriberId: id,
      value,
    }),
  );
  return { content: texts.askZone, keyboard: inRows(buttons, 3) };
}
