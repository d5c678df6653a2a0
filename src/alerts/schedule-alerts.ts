/** When a reader's alerts may be sent: at once, at the hour of a digest, and never in quiet hours. */
import type { Schedule } from '../domain/topic.js';

const HOUR_MS = 60 * 60 * 1000;

/** Whether a time zone is one that this machine knows. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An hour, 0 to 23, and a weekday, 0 Sunday to 6 Saturday. */
interface LocalTime {
  readonly hour: number;
  readonly weekday: number;
}

/** Local times by zone and quarter of an hour: thousands of readers share them, and working one out costs microseconds. */
const localTimes = new Map<string, LocalTime>();
/** Remembered at most: a week of twelve zones, some megabytes. */
const MAX_LOCAL_TIMES = 10_000;
/** Clocks around the world differ by quarters of an hour. */
const QUARTER_MS = HOUR_MS / 4;

/** The hour and the weekday (0 Sunday) in a time zone; an unknown zone counts as UTC. */
export function readLocalTime(at: number, timeZone: string): LocalTime {
  const quarter = Math.floor(at / QUARTER_MS);
  const key = `${quarter} ${timeZone}`;
  const known = localTimes.get(key);
  if (known !== undefined) return known;
  if (localTimes.size >= MAX_LOCAL_TIMES) localTimes.clear();
  const local = computeLocalTime(quarter * QUARTER_MS, timeZone);
  localTimes.set(key, local);
  return local;
}

function computeLocalTime(at: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
      hour: 'numeric',
      hourCycle: 'h23',
      weekday: 'short',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    hour: Number(parts.get('hour') ?? 0),
    weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.get('weekday') ?? ''),
  };
}

/** Whether an hour lies in the quiet hours, which may run over midnight. */
export function isQuiet(schedule: Schedule, hour: number): boolean {
  const { quietFrom, quietTo } = schedule;
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo
    ? hour >= quietFrom && hour < quietTo
    : hour >= quietFrom || hour < quietTo;
}

/**
 * Whether alerts of which the oldest was raised at `oldestAt` may be sent at `now`. A digest is due once its hour has
 * struck since then: also when the bot was off at that hour, and after the clock was changed.
 */
export function isDue(schedule: Schedule, oldestAt: number, now: number): boolean {
  if (isQuiet(schedule, readLocalTime(now, schedule.timeZone).hour)) return false;
  if (schedule.timing === 'instant') return true;
  // Raised by a clock that has been set back since: the next time the hour strikes.
  if (oldestAt > now) return isStriking(schedule, now);
  const days = schedule.timing === 'daily' ? 1 : 7;
  if (now - oldestAt >= days * 24 * HOUR_MS) return true;
  // Full hours since the alert was raised, the hour it was raised in left out.
  const first = Math.floor(oldestAt / HOUR_MS) + 1;
  for (let hour = first; hour * HOUR_MS <= now; hour += 1) {
    if (isStriking(schedule, hour * HOUR_MS)) return true;
  }
  return false;
}

/** Whether it is the hour of the digest. */
function isStriking(schedule: Schedule, at: number): boolean {
  const { hour, weekday } = readLocalTime(at, schedule.timeZone);
  return hour === schedule.hour && (schedule.timing === 'daily' || weekday === schedule.weekday);
}
