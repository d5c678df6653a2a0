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

/** The hour and the weekday (0 Sunday) in a time zone; an unknown zone counts as UTC. */
export function readLocalTime(at: number, timeZone: string): { hour: number; weekday: number } {
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
  const days = schedule.timing === 'daily' ? 1 : 7;
  if (now - oldestAt >= days * 24 * HOUR_MS) return true;
  // Full hours since the alert was raised, the hour it was raised in left out.
  const first = Math.floor(oldestAt / HOUR_MS) + 1;
  for (let hour = first; hour * HOUR_MS <= now; hour += 1) {
    const local = readLocalTime(hour * HOUR_MS, schedule.timeZone);
    const isDay = schedule.timing === 'daily' || local.weekday === schedule.weekday;
    if (local.hour === schedule.hour && isDay) return true;
  }
  return false;
}
