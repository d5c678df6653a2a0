/** What is told of articles that arrive by themselves, and how they get into the library. */
import type { AppError } from '../errors.js';
import type { IngestOptions } from '../ingest/ingest-documents.js';
import type {
  DocumentFailure,
  DocumentReport,
  IngestHooks,
  IngestReport,
} from '../ingest/ingest-report.js';
import type { TextDocument } from '../ingest/text-document.js';
import type { PullReport } from './pull-report.js';

/** Called while articles arrive; a hook that throws is a fault of the caller. */
export interface IntakeHooks {
  /** A document was ingested, or was there already. */
  onDocument?(report: DocumentReport): void;
  /** A document could not be ingested; it is tried again only when it changes. */
  onFailure?(failure: DocumentFailure): void;
  /** A feed was pulled, or could not be. */
  onPull?(report: PullReport): void;
  /** Something that concerns no single document, told once until something else goes wrong. It is tried again. */
  onFault?(source: 'files' | 'feeds' | 'posts', error: AppError): void;
}

/** The hooks of an ingest that tells of its documents what the intake tells. */
export function toIngestHooks(hooks: IntakeHooks): IngestHooks {
  return {
    onDocumentDone: (report) => hooks.onDocument?.(report),
    onDocumentFailed: (failure) => hooks.onFailure?.(failure),
  };
}

/** Brings documents into the library; waits for another writer as long as it takes. */
export type IngestIntake = (
  sources: readonly (string | TextDocument)[],
  options: Pick<IngestOptions, 'hooks' | 'signal'>,
) => Promise<IngestReport>;
