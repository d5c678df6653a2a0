/** Reads the header that tells how long to stay away: seconds, or a date. */

/**
 * @param value of `Retry-After`
 * @param now milliseconds since 1970
 * @returns milliseconds from now, 0 or more; `undefined` when nothing sensible is stated
 */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
