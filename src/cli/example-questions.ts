/** Questions that the bot offers at `/start`: those of the samples, while their documents are in the library. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findSamples } from './sample-library.js';

const questionsSchema = z.array(
  z.object({
    lang: z.string(),
    text: z.string(),
    answerable: z.boolean(),
    gold: z.array(z.object({ file: z.string() })).default([]),
  }),
);

/**
 * Picks a Chinese and an English question that the library can answer.
 *
 * @param documents names of the documents in the library
 * @returns none for a library without the samples, or when they cannot be read
 */
export function pickExampleQuestions(
  surroundings: { readonly packageRoot: string },
  documents: ReadonlySet<string>,
): string[] {
  try {
    const file = path.join(findSamples(surroundings), 'questions.json');
    const questions = questionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const fitting = questions.filter(
      ({ answerable, gold }) => answerable && gold.some((place) => documents.has(place.file)),
    );
    const picked = ['zh', 'en'].map((lang) => fitting.find((question) => question.lang === lang));
    return picked.flatMap((question) => (question ? [question.text] : []));
  } catch {
    return [];
  }
}
