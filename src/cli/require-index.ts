/** A library that the user names must be there, for the commands that only read: a slip of the pen makes no new one. */
import { existsSync } from 'node:fs';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import type { CliSurroundings, GlobalFlags } from './cli-context.js';

/** Whether the index was named with `--index` or `QUOTH_INDEX`, rather than being the default. */
export function isIndexNamed(flags: GlobalFlags, env: CliSurroundings['env']): boolean {
  return flags.index !== undefined || (env['QUOTH_INDEX'] ?? '') !== '';
}

/** What is wrong with the named index; `undefined` when its folder is there, or none was named. */
export function findMissingIndex(
  flags: GlobalFlags,
  { indexDir }: Config,
  env: CliSurroundings['env'],
): AppError | undefined {
  if (!isIndexNamed(flags, env) || existsSync(indexDir)) return undefined;
  return new AppError('INDEX_EMPTY', `expected a library in ${indexDir}, found no such folder`, {
    hint: 'check the spelling, or make it with: quoth ingest PATH…',
  });
}

/** @throws AppError INDEX_EMPTY when the named index has no folder */
export function requireIndex(
  flags: GlobalFlags,
  config: Config,
  env: CliSurroundings['env'],
): Config {
  const fault = findMissingIndex(flags, config, env);
  if (fault !== undefined) throw fault;
  return config;
}
