/** The parsing thread of documents: whatever a file does to its parser, readers are answered meanwhile. */
import { answerJobs } from '../../answer-jobs.js';
import type { DocumentJob, ParsedDocument } from './parse-jobs.js';
import { readPdf } from './read-pdf.js';

answerJobs((job: DocumentJob): Promise<ParsedDocument> => {
  switch (job.kind) {
    case 'pdf':
      return readPdf(job.bytes, job.name);
  }
});
