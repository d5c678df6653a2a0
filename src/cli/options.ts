/** Options that several commands share: their help text, and how their values are read. */
import { type Command, InvalidArgumentError } from 'commander';
import type { SearchSwitches } from '../search/search-passages.js';

/** Values of the search options, as commander gives them. */
export interface SearchFlags {
  readonly top?: number;
  readonly vector: boolean;
  readonly lexical: boolean;
  readonly late: boolean;
  readonly place: boolean;
  readonly date: boolean;
  readonly shift: boolean;
  readonly lexicon: boolean;
}

/** Adds `--top` and the switches for the parts of the search. */
export function addSearchOptions(
  command: Command,
  topHelp = 'quotes at most, 1 to 50 (default: QUOTH_TOP, or 3)',
): Command {
  return command
    .option('--top <k>', topHelp, parseTop)
    .option('--no-vector', 'leave out the search by meaning')
    .option('--no-lexical', 'leave out the search by words')
    .option('--no-late', 'leave out the comparison token by token')
    .option('--no-place', 'leave out the 条 that a question names')
    .option('--no-date', 'leave out the year or publisher that a question names')
    .option('--no-shift', 'leave out what sets the language of a question apart')
    .option('--no-lexicon', 'leave out what the lexicon knows of a question in another language');
}

/** Turns the search options into what the program takes. */
export function readSearchFlags(flags: SearchFlags): {
  readonly top?: number;
  readonly switches?: SearchSwitches;
} {
  const switches: SearchSwitches = {
    ...(flags.vector ? {} : { noVector: true }),
    ...(flags.lexical ? {} : { noLexical: true }),
    ...(flags.late ? {} : { noLate: true }),
    ...(flags.place ? {} : { noPlace: true }),
    ...(flags.date ? {} : { noDate: true }),
    ...(flags.shift ? {} : { noShift: true }),
    ...(flags.lexicon ? {} : { noLexicon: true }),
  };
  return {
    ...(flags.top === undefined ? {} : { top: flags.top }),
    ...(Object.keys(switches).length === 0 ? {} : { switches }),
  };
}

/** Reads the value of `--top`. @throws InvalidArgumentError */
function parseTop(value: string): number {
  const top = Number(value);
  if (/^\d+$/.test(value) && top >= 1 && top <= 50) return top;
  throw new InvalidArgumentError('expected an integer from 1 to 50');
}

/** Reads a share from 0 to 1. @throws InvalidArgumentError */
export function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('expected a number from 0 to 1');
}
