/** Takes texts from the web apart in a thread of its own: see `src/job-thread.ts`. */
import { createJobThread, type JobLimits } from '../../job-thread.js';
import type { ParseJob, ParseResults } from './parse-jobs.js';

/** A feed of 5 MB takes some 100 ms. */
const PARSER_LIMITS: JobLimits = {
  timeoutMs: 20_000,
  maxMemoryMb: 512,
  maxGrowthMb: 1024,
  idleMs: 30_000,
};

export interface Parser {
  /**
   * Takes a text apart.
   * @throws AppError of the parser; INTERNAL when the text was too much for it
   */
  parse<Kind extends ParseJob['kind']>(
    job: ParseJob & { readonly kind: Kind },
  ): Promise<ParseResults[Kind]>;
}

/** Creates a parser; its thread starts with the first text and never keeps the process alive. */
export function createParser(limits: Partial<JobLimits> = {}): Parser {
  const thread = createJobThread<ParseJob>(import.meta.url, 'parse-thread', {
    ...PARSER_LIMITS,
    ...limits,
  });
  return { parse: (job) => thread.run(job) as Promise<never> };
}
