/** A moment as keepers read it. */

/** `2026-11-25 08:30 UTC`. @param at milliseconds since 1970 */
export function formatMoment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
