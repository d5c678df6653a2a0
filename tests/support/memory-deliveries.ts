/** Tool of the tests: what takes files and links, on a library in memory and files on the disk. */
import { createDeliveryFiles } from '../../src/adapters/documents/delivery-files.js';
import { createDeliveries, type Deliveries } from '../../src/intake/deliveries.js';
import { localWeb } from './memory-intake.js';
import { createIngestingLibrary, type IngestingLibrary } from './memory-library.js';

/** @param root folder of the deliveries, which is made when the first file comes */
export function createMemoryDeliveries(root = '/nonexistent/deliveries'): {
  readonly deliveries: Deliveries;
  readonly library: IngestingLibrary;
} {
  const library = createIngestingLibrary();
  let made = 0;
  const deliveries = createDeliveries({
    store: createDeliveryFiles(root),
    web: localWeb,
    ingest: library.ingest,
    openStore: async () => library.store,
    remove: (path) => library.store.removeDocument(path),
    createId: () => String(++made).padStart(8, '0'),
  });
  return { deliveries, library };
}
