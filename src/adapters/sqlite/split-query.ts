/** Long lists, in parts that one query takes. */

/** SQLite takes at most 32,766 parameters; fewer keep its parser quick. */
const VALUES_A_QUERY = 1000;

/** The values in order, in parts of `VALUES_A_QUERY`; none for no values. */
export function splitForQuery<T>(values: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < values.length; from += VALUES_A_QUERY) {
    parts.push(values.slice(from, from + VALUES_A_QUERY));
  }
  return parts;
}
