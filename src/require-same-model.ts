/** A library is asked and added to with the model that made it, never with another: the vectors would mean nothing. */
import { AppError } from './errors.js';

/**
 * @param models that the library's vectors are of
 * @param modelKey of the model at hand
 * @throws AppError INDEX_OTHER_MODEL
 */
export function requireSameModel(
  indexDir: string,
  models: readonly string[],
  modelKey: string,
): void {
  const other = models.find((name) => name !== modelKey);
  if (other === undefined) return;
  throw new AppError(
    'INDEX_OTHER_MODEL',
    `the library in ${indexDir} was made with the model ${other}, the model at hand is ${modelKey}`,
  );
}
