/** What people have filled into the fields of a form, or written over a page: PDF keeps it apart from what the page draws. */
import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextPiece } from './page-text.js';

/** As much of an annotation of PDF.js as is looked at. */
export interface PdfAnnotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  /** Of text fields and choices; a button has the name of its state. */
  readonly fieldValue?: unknown;
  readonly fieldType?: string;
  readonly password?: boolean;
  readonly contentsObj?: { readonly str?: string };
  readonly defaultAppearanceData?: { readonly fontSize?: number };
}

/** Hidden, or not shown on a screen: flags 2 and 6 of the PDF standard, table 167. */
const UNSEEN = 2 + 32;

/** Fields are set with type of at most so many points, and of a share of their height. */
const TYPE = { most: 12, share: 0.8, leading: 1.2, fontWidth: 0.5 } as const;

/** The pieces of text that a page's annotations show. */
export function readFields(
  annotations: readonly PdfAnnotation[],
  viewport: PageViewport,
): TextPiece[] {
  return annotations.flatMap((annotation) => {
    const { rect, annotationFlags = 0 } = annotation;
    const text = findText(annotation);
    if (text === '' || rect === undefined || (annotationFlags & UNSEEN) !== 0) return [];
    const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([...rect]) as number[];
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
    const left = Math.min(x1, x2);
    const top = viewport.height - Math.min(y1, y2);
    const stated = annotation.defaultAppearanceData?.fontSize ?? 0;
    const size = stated > 0 ? stated : Math.min(TYPE.most, Math.abs(y2 - y1) * TYPE.share);
    return text.split(/\r\n?|\n/).map((line, index) => ({
      text: line,
      left,
      right: left + Math.min(Math.abs(x2 - x1), line.length * size * TYPE.fontWidth),
      baseline: top - size * (1 + index * TYPE.leading),
      size,
      font: 'field',
      isRightToLeft: false,
    }));
  });
}

function findText(annotation: PdfAnnotation): string {
  const { subtype, fieldType, fieldValue, password, contentsObj } = annotation;
  if (subtype === 'FreeText') return (contentsObj?.str ?? '').trim();
  if (subtype !== 'Widget' || password || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
  const values: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .filter((value) => typeof value === 'string')
    .join(', ')
    .trim();
}
