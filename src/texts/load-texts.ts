/** Makes the texts of a language from its Fluent file: strings, and functions that fill in what the caller gives. */
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type Message } from '@fluent/bundle';
import { AppError } from '../errors.js';
import type { Language } from './languages.js';
import { TEXTS, type Texts } from './texts.js';

const loaded = new Map<Language, Texts>();

/**
 * Reads the texts of a language, once.
 *
 * @returns the same object at every call
 * @throws AppError `INTERNAL` when the file lacks a text
 */
export function loadTexts(language: Language): Texts {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const texts = readTexts(language);
  loaded.set(language, texts);
  return texts;
}

function readTexts(language: Language): Texts {
  const source = readFileSync(new URL(`./locales/${language}.ftl`, import.meta.url), 'utf8');
  // Fluent would put invisible direction marks around every variable. Readers copy names, commands and addresses out of
  // messages, and a mark that comes along makes a search or a link fail.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  const entries = Object.entries(TEXTS).map(([key, fill]) => {
    const pattern = bundle.getMessage(key)?.value ?? undefined;
    if (pattern === undefined) {
      throw new AppError('INTERNAL', `expected a text “${key}” in ${language}.ftl, found none`);
    }
    return [key, fill === 'fixed' ? bundle.formatPattern(pattern) : fillIn(bundle, pattern, fill)];
  });
  if (errors[0] !== undefined) throw new AppError('INTERNAL', errors[0].message);
  // Built from the table of which `Texts` is the type; the compiler cannot follow that through entries.
  return Object.fromEntries(entries) as unknown as Texts;
}

function fillIn(
  bundle: FluentBundle,
  pattern: NonNullable<Message['value']>,
  fill: (...given: never[]) => Parameters<FluentBundle['formatPattern']>[1],
) {
  return (...given: never[]) => bundle.formatPattern(pattern, fill(...given));
}
