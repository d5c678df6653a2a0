import { describe, expect, test } from 'vitest';
import { AppError, ERROR_CODES, type ErrorCode, formatError, toAppError } from '../src/errors.js';

const codes = Object.entries(ERROR_CODES) as [ErrorCode, { exitCode: number; hint: string }][];

describe('the table of codes', () => {
  test.each(codes)(
    '%s has an exit code and a hint that ends without a full stop',
    (code, facts) => {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect([1, 2]).toContain(facts.exitCode);
      expect(facts.hint).toMatch(/\S[^.\n]$/);
      expect(facts.hint).not.toContain('\n');
    },
  );
});

describe('an AppError', () => {
  test('takes exit code and hint from the table', () => {
    const error = new AppError('INDEX_EMPTY', 'the library holds no article');
    expect(error).toMatchObject({
      name: 'AppError',
      code: 'INDEX_EMPTY',
      exitCode: 1,
      hint: 'run: quoth ingest PATH…',
    });
  });

  test('prefers a hint of its own and keeps its cause', () => {
    const cause = new Error('beneath');
    const error = new AppError('PATH_NOT_FOUND', 'no such file: a.txt', {
      hint: 'try b.txt',
      cause,
    });
    expect(error.hint).toBe('try b.txt');
    expect(error.cause).toBe(cause);
  });

  test('is formatted as one line with code, message and hint', () => {
    const error = new AppError('USAGE', 'expected a number, got "x"', {
      hint: 'see quoth ask --help',
    });
    expect(formatError(error)).toBe(
      'error USAGE: expected a number, got "x" (see quoth ask --help)',
    );
  });
});

describe('turning what was thrown into an AppError', () => {
  test('leaves an AppError as it is', () => {
    const error = new AppError('INDEX_BUSY', 'in use');
    expect(toAppError(error)).toBe(error);
  });

  test.each(['ENOSPC', 'SQLITE_FULL'])('calls %s a full disk', (code) => {
    const thrown = Object.assign(new Error('write failed'), { code });
    expect(toAppError(thrown)).toMatchObject({ code: 'DISK_FULL', exitCode: 2, cause: thrown });
  });

  test('calls everything else a fault of ours', () => {
    expect(toAppError(new TypeError('x is undefined'))).toMatchObject({
      code: 'INTERNAL',
      exitCode: 2,
      message: 'x is undefined',
    });
    expect(toAppError('just a string')).toMatchObject({
      code: 'INTERNAL',
      message: 'just a string',
    });
  });
});
