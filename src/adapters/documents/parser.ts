/** Takes documents apart in a thread of its own: see `src/job-thread.ts`. */
import { AppError } from '../../errors.js';
import { createJobThread, type JobLimits } from '../../job-thread.js';
import type { DocumentJob, ParsedDocument } from './parse-jobs.js';

/** A page of a PDF takes some 20 ms and tells that it is done; 2,000 pages grow the process by some 300 MB. */
const PARSER_LIMITS: JobLimits = {
  timeoutMs: 30_000,
  maxMemoryMb: 1024,
  maxGrowthMb: 1024,
  idleMs: 10_000,
};

/**
 * Takes a document apart; its bytes go with it.
 * @throws AppError of the parser; DOCUMENT_TOO_COMPLEX when the document was too much for it
 */
export type ParseDocument = (job: DocumentJob) => Promise<ParsedDocument>;

/** Creates a parser; its thread starts with the first document and never keeps the process alive. */
export function createDocumentParser(limits: Partial<JobLimits> = {}): ParseDocument {
  const thread = createJobThread<DocumentJob>(import.meta.url, 'parse-thread', {
    ...PARSER_LIMITS,
    ...limits,
  });
  return async (job) => {
    try {
      return (await thread.run(job, [job.bytes.buffer as ArrayBuffer])) as ParsedDocument;
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.code !== 'INTERNAL') throw cause;
      const message = `expected a document that can be read in bounds of time and memory, got one that cannot: ${job.name}`;
      throw new AppError('DOCUMENT_TOO_COMPLEX', message, { cause });
    }
  };
}
