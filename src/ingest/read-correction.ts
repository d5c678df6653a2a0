/** Reads how an article is to be mended, as a keeper writes it on the command line or in a chat. */
import type { CorrectionChange } from '../domain/correction.js';
import { AppError } from '../errors.js';
import { readEntryDate } from './read-entry-date.js';

/** @param verb `title`, `date`, `join` or `split` @throws AppError USAGE */
export function readCorrection(verb: string, value: string): CorrectionChange {
  const fail = (expected: string): never => {
    throw new AppError('USAGE', `expected ${expected}, got "${value}"`, {
      hint: 'see quoth fix --help',
    });
  };
  switch (verb) {
    case 'join':
      return { kind: 'join' };
    case 'split':
      return /^[1-9]\d{0,8}$/.test(value)
        ? { kind: 'split', line: Number(value) }
        : fail('the number of a line');
    case 'title': {
      const title = value.normalize('NFC').replace(/\s+/g, ' ').trim();
      return /[\p{L}\p{N}]/u.test(title) ? { kind: 'title', title } : fail('a title');
    }
    case 'date': {
      if (value === 'none') return { kind: 'date' };
      return { kind: 'date', ...(readEntryDate(value) ?? fail('a date such as 2025-03-08')) };
    }
    default:
      return fail('title, date, join or split');
  }
}
