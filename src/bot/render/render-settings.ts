/** When alerts are sent, as a screen with buttons that step through the choices. */
import type { Subscriber } from '../../domain/topic.js';
import type { Texts } from '../../texts/texts.js';
import type { Screen } from '../deliver.js';
import { button } from '../keyboards.js';

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

/** The settings. */
export function buildSettingsScreen({ id, schedule }: SettingsOwner, texts: Texts): Screen {
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
      quiet: quietFrom === quietTo ? texts.noQuiet : `${quietFrom}:00–${quietTo}:00`,
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
    button(zone.replace('_', ' ').replace(/^.*\//, ''), {
      action: 'settings',
      what: 'zone',
      subscriberId: id,
      value,
    }),
  );
  const keyboard = [];
  for (let from = 0; from < buttons.length; from += 3) keyboard.push(buttons.slice(from, from + 3));
  return { content: texts.askZone, keyboard };
}
