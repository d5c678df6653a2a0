/** What readers have chosen, kept beside the library. */
import type { ReaderPreferences } from '../domain/reader.js';

/** Readers are known by a hash of their id, never by the id itself. */
export interface ReaderStore {
  /** Empty when the reader has chosen nothing. Counts as a sign of life, once a day. */
  get(reader: string): Promise<ReaderPreferences>;
  /** Puts preferences in the place of the old ones. */
  put(reader: string, preferences: ReaderPreferences): Promise<void>;
  /** Forgets a reader; an unknown one is no fault. */
  remove(reader: string): Promise<void>;
  /** Forgets readers without a sign of life since a moment, in ms since 1970. @returns how many */
  forgetBefore(before: number): Promise<number>;
}
