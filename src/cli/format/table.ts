/** Small tables in plain text, aligned by display width. */
import { displayWidth, padToWidth } from './display-width.js';

/**
 * Lays out rows in columns two spaces apart. The last column is not filled up; numbers stand to the right when
 * `rightAligned` names their column.
 *
 * @param rows cells of each row; missing cells count as empty
 */
export function formatTable(
  rows: readonly (readonly string[])[],
  options: { readonly rightAligned?: readonly number[] } = {},
): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return options.rightAligned?.includes(column)
          ? ' '.repeat(width - displayWidth(cell)) + cell
          : padToWidth(cell, width);
      })
      .join('  ')
      .trimEnd(),
  );
}
