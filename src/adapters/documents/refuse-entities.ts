/** Refuses XML that defines entities: they name other files, or blow up to gigabytes. */
import { AppError } from '../../errors.js';

/** @throws AppError DOCUMENT_UNSAFE */
export function refuseEntities(xml: string, name: string): void {
  if (!/<!(?:DOCTYPE[^>[]*\[|ENTITY)/i.test(xml)) return;
  throw new AppError(
    'DOCUMENT_UNSAFE',
    `expected a document without definitions of entities, got one with some: ${name}`,
  );
}
