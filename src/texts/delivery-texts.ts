/** What keepers are told of files and links that they send, and of articles that they mend; part of `texts.ts`. */
import { fixed } from './fill.js';

export const DELIVERY_TEXTS = {
  deliveryReading: (name: string) => ({ name }),
  deliveryProgress: (name: string, done: number, total: number) => ({ name, done, total }),
  deliveryDone: (name: string, count: number) => ({ name, count }),
  /** Documents that are in the library already. */
  deliveryKnown: (count: number) => ({ count }),
  /** The reason follows. */
  deliveryFailed: (name: string) => ({ name }),
  deliveryTooLarge: (megabytes: number) => ({ megabytes }),
  deliveryUndone: (count: number) => ({ count }),
  undoButton: fixed,
  detailsButton: fixed,
  /** Where a document was split into several. */
  wholeButton: fixed,
  fixHelp: fixed,
  /** The articles of the document follow. */
  fixDone: fixed,
  fixFailed: fixed,
} as const;
