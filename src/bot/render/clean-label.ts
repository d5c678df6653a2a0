/** Makes a title, name or heading fit to stand in a line of ours. Quotes never pass through here. */
import { clipText } from './text-boundaries.js';

/** Control characters, and the marks that turn the writing direction of all that follows. */
const UNWANTED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Cleans a label: one line, no control characters, no overrides of the writing direction.
 *
 * @param maxLength in UTF-16 code units; longer labels end in `…`
 */
export function cleanLabel(label: string, maxLength = 160): string {
  const line = label.replace(/\s+/g, ' ').replace(UNWANTED, '').trim();
  return clipText(line, maxLength);
}
