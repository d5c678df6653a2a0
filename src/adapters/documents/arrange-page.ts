/**
 * Puts the text of a page into lines in reading order. Pieces on one baseline are a row; where the rows leave a gutter free
 * all the way down, they are columns, and what crosses the gutter (a title over both) parts what is above from below.
 */
import type { PageLine, PdfPage, TextPiece } from './page-text.js';

const PAGE_RULES = {
  /** Pieces on a row that are further apart than this many heights of their font belong to different columns or cells. */
  maxGap: 1.2,
  /** Two pieces stand on one row when their baselines differ by at most this share of the smaller font. */
  baselineShare: 0.5,
  /** A gap of this share of the font parts two words; text of Chinese has none. */
  wordGap: 0.17,
  /** Lines on each side of a gutter at least. */
  minColumnLines: 4,
  /** Share of the smaller side's lines that have something beside them … */
  minBesideShare: 0.6,
  /** … and lines across the gutter for each line beside it at most. */
  maxCrossingShare: 0.5,
  /** A column's middle line is at least so many heights of its font wide; cells of tables are narrower. */
  minColumnWidth: 9,
  /** Width of a gutter in heights of the font. */
  minGutter: 0.9,
} as const;

/** Pieces that follow each other on a row without a wide gap. */
interface Fragment {
  readonly pieces: readonly TextPiece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Lines of a page. @param firstColumn number that its first column gets */
export function arrangePage(page: PdfPage, firstColumn: number): readonly PageLine[] {
  const columns = orderFragments(findFragments(page.pieces));
  return columns.flatMap((fragments, index) =>
    joinRows(fragments, { page: page.number, column: firstColumn + index }),
  );
}

function findRows<T extends { readonly baseline: number; readonly size: number }>(
  parts: readonly T[],
): T[][] {
  const rows: T[][] = [];
  const sorted = [...parts].sort((a, b) => b.baseline - a.baseline);
  for (const part of sorted) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    const isSame =
      first !== undefined &&
      first.baseline - part.baseline <= Math.min(first.size, part.size) * PAGE_RULES.baselineShare;
    if (isSame) row?.push(part);
    else rows.push([part]);
  }
  return rows;
}

function findFragments(pieces: readonly TextPiece[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const row of findRows(pieces.filter(({ text }) => text.trim() !== ''))) {
    row.sort((a, b) => a.left - b.left);
    let current: TextPiece[] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const piece of row) {
      const isApart = piece.left - right > piece.size * PAGE_RULES.maxGap;
      if (isApart && current.length > 0) {
        fragments.push(makeFragment(current));
        current = [];
      }
      current.push(piece);
      right = Math.max(isApart ? Number.NEGATIVE_INFINITY : right, piece.right);
    }
    if (current.length > 0) fragments.push(makeFragment(current));
  }
  return fragments;
}

function makeFragment(pieces: readonly TextPiece[]): Fragment {
  const widest = pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    pieces,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: widest.baseline,
    size: widest.size,
  };
}

/** Groups fragments into columns, in the order in which they are read. */
function orderFragments(fragments: readonly Fragment[]): Fragment[][] {
  const gutter = findGutter(fragments);
  if (gutter === undefined) return fragments.length === 0 ? [] : [[...fragments]];
  const sorted = [...fragments].sort((a, b) => b.baseline - a.baseline);
  const columns: Fragment[][] = [];
  let across: Fragment[] = [];
  let beside: Fragment[] = [];
  const closeBeside = (): void => {
    const left = beside.filter(({ right }) => right <= gutter);
    const right = beside.filter((fragment) => fragment.right > gutter);
    columns.push(...orderFragments(left), ...orderFragments(right));
    beside = [];
  };
  for (const fragment of sorted) {
    if (fragment.left < gutter && fragment.right > gutter) {
      closeBeside();
      across.push(fragment);
      continue;
    }
    if (across.length > 0) columns.push(across);
    across = [];
    beside.push(fragment);
  }
  closeBeside();
  if (across.length > 0) columns.push(across);
  return columns;
}

/** Where the gutter between two columns lies; `undefined` when there is one column. */
function findGutter(fragments: readonly Fragment[]): number | undefined {
  if (fragments.length < PAGE_RULES.minColumnLines * 2) return undefined;
  const size = median(fragments.map((fragment) => fragment.size));
  const candidates = new Set(fragments.map(({ left }) => Math.round(left)));
  let best: { readonly gutter: number; readonly crossing: number } | undefined;
  for (const edge of candidates) {
    // Just before the edge at which a right column begins.
    const gutter = edge - size * 0.2;
    const left = fragments.filter(({ right }) => right <= gutter);
    const right = fragments.filter((fragment) => fragment.left >= gutter);
    const crossing = fragments.length - left.length - right.length;
    if (Math.min(left.length, right.length) < PAGE_RULES.minColumnLines) continue;
    if (crossing > Math.min(left.length, right.length) * PAGE_RULES.maxCrossingShare) continue;
    const reach = Math.max(...left.map((fragment) => fragment.right));
    if (edge - reach < size * PAGE_RULES.minGutter) continue;
    const isWide = (side: readonly Fragment[]): boolean =>
      median(side.map((fragment) => fragment.right - fragment.left)) >=
      size * PAGE_RULES.minColumnWidth;
    if (!isWide(left) || !isWide(right) || !standBeside(left, right)) continue;
    if (best === undefined || crossing < best.crossing) best = { gutter, crossing };
  }
  return best?.gutter;
}

/** Whether most lines of the shorter side have a line of the other at their height, or between two of it. */
function standBeside(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const top = Math.max(...many.map(({ baseline }) => baseline));
  const foot = Math.min(...many.map(({ baseline }) => baseline));
  const beside = few.filter(
    ({ baseline, size }) => baseline <= top + size && baseline >= foot - size,
  );
  return beside.length >= few.length * PAGE_RULES.minBesideShare;
}

function joinRows(
  fragments: readonly Fragment[],
  place: { readonly page: number; readonly column: number },
): PageLine[] {
  return findRows(fragments).map((row) => {
    const pieces = row.flatMap((fragment) => fragment.pieces);
    const isRightToLeft = pieces.filter((piece) => piece.isRightToLeft).length > pieces.length / 2;
    pieces.sort((a, b) => (isRightToLeft ? b.right - a.right : a.left - b.left));
    const { baseline, size } = makeFragment(pieces);
    const fonts = new Set(pieces.map(({ font }) => font));
    return {
      ...place,
      text: joinPieces(pieces, isRightToLeft),
      left: Math.min(...pieces.map(({ left }) => left)),
      right: Math.max(...pieces.map(({ right }) => right)),
      baseline,
      size,
      font: fonts.size === 1 ? (pieces[0]?.font ?? '') : '',
    };
  });
}

function joinPieces(pieces: readonly TextPiece[], isRightToLeft: boolean): string {
  let text = '';
  let before: TextPiece | undefined;
  for (const piece of pieces) {
    const gap =
      before === undefined
        ? 0
        : isRightToLeft
          ? before.left - piece.right
          : piece.left - before.right;
    // Bold type is sometimes the same text drawn twice, a hair apart.
    const isRepeat =
      before !== undefined &&
      before.text === piece.text &&
      Math.abs(before.left - piece.left) < piece.size * 0.1;
    if (isRepeat) continue;
    const share = /\p{Script=Han}$/u.test(text) && /^\p{Script=Han}/u.test(piece.text) ? 0.6 : 1;
    const isParted = gap * share > piece.size * PAGE_RULES.wordGap;
    text += (isParted && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ' ' : '') + piece.text;
    before = piece;
  }
  return text.trim();
}

/** The middle one; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
