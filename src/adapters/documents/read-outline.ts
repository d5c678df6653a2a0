/** The outline of a PDF, what its readers show as bookmarks → its entries with the places that they lead to. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RefProxy } from 'pdfjs-dist/types/src/display/api.js';
import { tellAlive } from '../../answer-jobs.js';

/** An entry that leads to a place of the document. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  /** Where on the page, in points from its foot; none when it leads to the whole page. */
  readonly top?: number;
  readonly children: readonly OutlineEntry[];
}

/** Entries that are looked at, in the order of the outline, and how deep. */
const OUTLINE_LIMITS = { entries: 3000, depth: 4 } as const;

type PdfEntry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** Entries that lead nowhere are left out, and those below them. Empty when the document has no outline. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  let left: number = OUTLINE_LIMITS.entries;
  const read = async (entries: readonly PdfEntry[], depth: number): Promise<OutlineEntry[]> => {
    const found: OutlineEntry[] = [];
    for (const { title, dest, items } of entries) {
      left -= 1;
      if (left < 0) break;
      tellAlive();
      const place = await findPlace(pdf, dest).catch(() => undefined);
      if (place === undefined || title.trim() === '') continue;
      const children = depth < OUTLINE_LIMITS.depth ? await read(items, depth + 1) : [];
      found.push({ title: title.normalize('NFC').trim(), ...place, children });
    }
    return found;
  };
  // An outline that is damaged keeps nothing from being read.
  const outline = await pdf.getOutline().catch(() => null);
  return read(outline ?? [], 1);
}

async function findPlace(
  pdf: PDFDocumentProxy,
  destination: PdfEntry['dest'],
): Promise<Pick<OutlineEntry, 'page' | 'top'> | undefined> {
  const target: readonly unknown[] | null =
    typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  const [page, kind, ...numbers] = target ?? [];
  const index = typeof page === 'number' ? page : await pdf.getPageIndex(page as RefProxy);
  if (!(index >= 0 && index < pdf.numPages)) return undefined;
  const name = (kind as { readonly name?: string } | undefined)?.name ?? '';
  const top = name === 'XYZ' ? numbers[1] : /^FitB?H$/.test(name) ? numbers[0] : undefined;
  return { page: index + 1, ...(typeof top === 'number' ? { top } : {}) };
}
