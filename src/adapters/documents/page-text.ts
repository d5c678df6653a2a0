/** What the steps of reading a PDF hand to each other: pieces of text as they are drawn, then lines in reading order. */

/** A run of text as a page draws it. Coordinates in points, `y` upwards from the foot of the page. */
export interface TextPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line that the letters stand on. */
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
}

/** A page, pieces in the order in which they are drawn. */
export interface PdfPage {
  /** From 1, as readers of PDF count. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
}

/** A line of one column. */
export interface PageLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** The font of all of it; empty where it has several. */
  readonly font: string;
  /** Counts columns through the document: lines of one column stand below each other. */
  readonly column: number;
}
