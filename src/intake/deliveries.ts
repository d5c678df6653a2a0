/** What a keeper sends by hand: a file, or the address of a page. It can be looked at again, and taken back. */
import type { ArticleFacts, LibraryDocument } from '../domain/article.js';
import type { IngestHooks, IngestReport } from '../ingest/ingest-report.js';
import type { ArticleStore } from '../ports/article-store.js';
import type { DeliveryStore } from '../ports/delivery-store.js';
import type { WebReader } from '../ports/web-reader.js';
import type { IngestIntake } from './intake-hooks.js';

/** What Telegram lets a bot fetch. */
export const MAX_DELIVERY_BYTES = 20_000_000;

/** An article that a delivery has brought. */
export type DeliveredArticle = Pick<ArticleFacts, 'date'> & {
  readonly title: string;
  readonly characters: number;
};

export interface Delivery {
  /** 8 characters `[0-9a-z]`. */
  readonly id: string;
  readonly report: IngestReport;
  readonly articles: readonly DeliveredArticle[];
}

interface DeliveryOptions {
  readonly hooks?: IngestHooks;
}

export interface Deliveries {
  /** @throws AppError DOCUMENT_TOO_LARGE, DISK_FULL; what fails later is among the failures of the report */
  takeFile(
    file: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> },
    options?: DeliveryOptions,
  ): Promise<Delivery>;
  /** @throws AppError of the web reader */
  takePage(address: string, options?: DeliveryOptions): Promise<Delivery>;
  /** The articles of a delivery that are in the library now. */
  list(id: string): Promise<readonly DeliveredArticle[]>;
  /** Takes a delivery out of the library. @returns how many articles went */
  undo(id: string): Promise<number>;
}

export interface DeliveryPorts {
  readonly store: DeliveryStore;
  readonly web: Pick<WebReader, 'fetchPage'>;
  readonly ingest: IngestIntake;
  readonly openStore: () => Promise<Pick<ArticleStore, 'listDocuments' | 'listDrafts'>>;
  /** Takes the document at a path out. */
  readonly remove: (path: string) => Promise<unknown>;
  /** 8 characters `[0-9a-z]`, never the same twice. */
  readonly createId: () => string;
}

export function createDeliveries(ports: DeliveryPorts): Deliveries {
  const { store, ingest } = ports;

  const findDocuments = async (id: string): Promise<readonly LibraryDocument[]> => {
    const documents = await (await ports.openStore()).listDocuments();
    return documents.filter(({ path }) => store.holds(id, path));
  };

  const list = async (id: string): Promise<readonly DeliveredArticle[]> => {
    const store = await ports.openStore();
    const found: DeliveredArticle[] = [];
    for (const { path } of await findDocuments(id)) {
      for (const { title, date, text } of await store.listDrafts(path)) {
        found.push({ title, ...(date === undefined ? {} : { date }), characters: text.length });
      }
    }
    return found;
  };

  const takeFile: Deliveries['takeFile'] = async (file, { hooks } = {}) => {
    const id = ports.createId();
    const path = await store.save(id, file, MAX_DELIVERY_BYTES);
    const report = await ingest([path], hooks === undefined ? {} : { hooks });
    const articles = await list(id);
    // What was there already, or could not be read, need not be kept.
    if (articles.length === 0) await store.discard(id);
    return { id, report, articles };
  };

  return {
    takeFile,
    async takePage(address, options) {
      const { name, bytes } = await ports.web.fetchPage(address);
      return takeFile({ name, chunks: once(bytes) }, options);
    },
    list,
    async undo(id) {
      const { length } = await list(id);
      for (const { path } of await findDocuments(id)) await ports.remove(path);
      await store.discard(id);
      return length;
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
