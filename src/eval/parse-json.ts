/** JSON that people hand in, checked: what is wrong with it is said in their words. */
import type { z } from 'zod';
import { AppError, type ErrorCode } from '../errors.js';

/** Faults that are named; who mends them sees the next ones. */
const MOST_FAULTS = 3;

/**
 * Parses and checks a text.
 *
 * @param options.place where it stands, for messages: a file, a line of one
 * @param options.expected what should stand there, in front of the faults
 * @param options.whole what a fault of no part of it is a fault of: `the file`
 * @throws AppError `options.code`
 */
export function parseJson<T>(
  text: string,
  schema: z.ZodType<T>,
  options: {
    readonly code: ErrorCode;
    readonly place: string;
    readonly expected: string;
    readonly whole: string;
  },
): T {
  const { code, place, expected, whole } = options;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError(code, `expected JSON in ${place}, got something else`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, MOST_FAULTS)
    .map((issue) => `${issue.path.join('.') || whole}: ${issue.message}`);
  throw new AppError(code, `${expected}: ${faults.join('; ')}`);
}
