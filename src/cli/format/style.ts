/** Bold, dim and colour, only where a terminal shows them; and no control characters from documents. */

/** Wraps a text in a style, or leaves it as it is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  /** For what went wrong. */
  red(text: string): string;
  /** For what wants attention. */
  yellow(text: string): string;
  green(text: string): string;
}

const plain = (text: string) => text;
const ansi = (open: number, close: number) => (text: string) =>
  text === '' ? text : `\u001B[${open}m${text}\u001B[${close}m`;

/** No style at all. */
export const PLAIN_STYLE: Style = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  green: plain,
};

const ANSI_STYLE: Style = {
  bold: ansi(1, 22),
  dim: ansi(2, 22),
  red: ansi(31, 39),
  yellow: ansi(33, 39),
  green: ansi(32, 39),
};

/**
 * Chooses the style of an output: ANSI on a terminal, unless `NO_COLOR` (https://no-color.org) or `TERM=dumb` says no.
 */
export function chooseStyle(
  isTty: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return isTty && !refused ? ANSI_STYLE : PLAIN_STYLE;
}

/**
 * Replaces control characters one by one, so that a document cannot steer the terminal and offsets stay right:
 * a tab becomes a space, any other but the line feed `\uFFFD`.
 */
export function replaceControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  return text.replaceAll('\t', ' ').replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');
}
