/** How texts get their variables. */
import { FluentDateTime, FluentNumber } from '@fluent/bundle';

/** Words that need nothing from the caller. */
export const fixed = 'fixed';

/** A number that names something, such as a line: 1234, not 1,234. */
export function ungrouped(value: number): FluentNumber {
  return new FluentNumber(value, { useGrouping: false });
}

/** A time of day as the language writes it: 6:00 PM, 18:00. @param hour from 0 to 23 */
export function onTheHour(hour: number): FluentDateTime {
  const options = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return new FluentDateTime(Date.UTC(2000, 0, 1, hour), options);
}
