/** Where files that a keeper sends are kept, each delivery in a folder of its own. */
export interface DeliveryStore {
  /**
   * Keeps a file.
   * @param name as its sender called it; the file gets a name of its own that is as near to it as is safe
   * @returns its path
   * @throws AppError DOCUMENT_TOO_LARGE once more than `maxBytes` have come, DISK_FULL; nothing of it is left then
   */
  save(
    id: string,
    file: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> },
    maxBytes: number,
  ): Promise<string>;
  /** Whether a path lies in the folder of a delivery. */
  holds(id: string, path: string): boolean;
  /** Forgets the files of a delivery; of one that is unknown nothing happens. */
  discard(id: string): Promise<void>;
}
