/** Questions with the quotes that answer them, in the form of `samples/questions.json`. */
import { z } from 'zod';
import { parseJson } from './parse-json.js';

const goldSchema = z.object({
  /** File name of the document. */
  file: z.string(),
  /** Ordinal of the article in the document, from 1. */
  articleN: z.number().int().positive(),
  /** Words of the article; white space does not count. */
  quote: z.string(),
  /** With `goldMode: each-group`: each group must be quoted. */
  group: z.number().int().optional(),
});

const questionSchema = z.object({
  id: z.string(),
  lang: z.string(),
  type: z.string(),
  text: z.string(),
  answerable: z.boolean(),
  gold: z.array(goldSchema),
  goldMode: z.enum(['any', 'each-group']).default('any'),
  /** `article`, `document`: any passage of it will do, whatever its words. */
  level: z.enum(['passage', 'article', 'document']).default('passage'),
});

export type EvalQuestion = z.infer<typeof questionSchema>;

/**
 * Reads questions.
 *
 * @param json text of the file: an array of questions
 * @throws AppError QUESTIONS_INVALID that names the first faults
 */
export function parseQuestions(json: string, name: string): EvalQuestion[] {
  return parseJson(json, z.array(questionSchema).min(1), {
    code: 'QUESTIONS_INVALID',
    place: name,
    expected: `expected an array of questions in ${name}`,
    whole: 'the file',
  });
}

/** Takes `count` of the questions, evenly spread; all of them when there are no more. The same ones every time. */
export function sampleQuestions<T>(questions: readonly T[], count: number): readonly T[] {
  if (count >= questions.length) return questions;
  return questions.filter(
    (_, at) =>
      Math.floor((at * count) / questions.length) !==
      Math.floor(((at - 1) * count) / questions.length),
  );
}
