/** Files that a command reads itself (questions, batches): what goes wrong with them, in our own words. */
import { readFile } from 'node:fs/promises';
import { AppError, toAppError } from '../errors.js';

/** Reads a UTF-8 file. @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE */
export async function readInputFile(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (thrown) {
    throw explainFileError(thrown, file);
  }
}

/** Turns an error of the file system into one of ours. */
export function explainFileError(thrown: unknown, file: string): AppError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('PATH_NOT_FOUND', `expected a file at ${file}, found none`, {
      cause: thrown,
    });
  }
  if (code === 'EISDIR') {
    return new AppError('PATH_UNREADABLE', `expected a file, got the folder ${file}`, {
      hint: 'name the file in it',
      cause: thrown,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('PATH_UNREADABLE', `expected a readable file at ${file}`, {
      cause: thrown,
    });
  }
  return toAppError(thrown);
}
