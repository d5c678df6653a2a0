/** What keepers have mended, by the path of the document. */
import type { Correction } from '../domain/correction.js';

export interface CorrectionStore {
  /** In the order in which they were made; empty when there are none. */
  list(path: string): Promise<readonly Correction[]>;
  /** Adds one behind the others of its document. */
  add(path: string, correction: Correction): Promise<void>;
}
