/** What an ingest tells, while it runs and at its end. */

/** What happened to one document. */
export interface DocumentReport {
  readonly document: string;
  readonly path: string;
  /** `skipped`: already there, by content hash. */
  readonly outcome: 'added' | 'replaced' | 'skipped';
  readonly articles: number;
  readonly passages: number;
  readonly characters: number;
  readonly encoding: string;
  /** What could not be understood, with line numbers. */
  readonly warnings: readonly string[];
}

export interface DocumentFailure {
  readonly document: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export interface IngestReport {
  readonly documents: readonly DocumentReport[];
  readonly failures: readonly DocumentFailure[];
  readonly tookMs: number;
}

/** Called while an ingest runs; a hook that throws is a fault of the caller. */
export interface IngestHooks {
  onDocumentStart?(event: {
    document: string;
    index: number;
    total: number;
    articles: number;
    passages: number;
  }): void;
  /** Passages of the current document embedded so far. */
  onPassages?(event: { document: string; done: number; total: number }): void;
  /** The document is stored; it survives a crash from now on. */
  onDocumentDone?(report: DocumentReport): void;
  onDocumentFailed?(failure: DocumentFailure): void;
  /** The vector index is being rebuilt from the store. */
  onIndexRebuild?(event: { done: number; total: number }): void;
}
