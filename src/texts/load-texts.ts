/** Makes the texts of a language from its Fluent file: strings, and functions that fill in what the caller gives. */
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable, type Message } from '@fluent/bundle';
import { AppError } from '../errors.js';
import { type Direction, isolate } from './isolate.js';
import type { Language } from './languages.js';
import { type FillText, TEXTS, type Texts } from './texts.js';

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
  const direction: Direction = language === 'ar' ? 'rtl' : 'ltr';
  const source = readFileSync(new URL(`./locales/${language}.ftl`, import.meta.url), 'utf8');
  // Fluent would put invisible direction marks around every variable. Readers copy names, commands and addresses out of
  // messages, and a mark that comes along makes a search or a link fail; so they stand only where `isolate` needs them.
  const bundle = new FluentBundle(tagFor(language), { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  const entries = Object.entries(TEXTS).map(([key, fill]) => {
    const pattern = bundle.getMessage(key)?.value ?? undefined;
    if (pattern === undefined) {
      throw new AppError('INTERNAL', `expected a text “${key}” in ${language}.ftl, found none`);
    }
    if (fill === 'fixed') return [key, bundle.formatPattern(pattern)];
    return [key, fillIn(bundle, { pattern, fill, direction })];
  });
  if (errors[0] !== undefined) throw new AppError('INTERNAL', errors[0].message);
  // Built from the table of which `Texts` is the type; the compiler cannot follow that through entries.
  return {
    ...(Object.fromEntries(entries) as unknown as Omit<Texts, 'language' | 'isolate'>),
    language,
    isolate: (label: string) => isolate(label, direction),
  } as Texts;
}

/** Arabic with the digits of citations and dates, 0123, so that one line does not mix two kinds. */
function tagFor(language: Language): string {
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

function fillIn(
  bundle: FluentBundle,
  options: {
    readonly pattern: NonNullable<Message['value']>;
    readonly fill: FillText;
    readonly direction: Direction;
  },
) {
  const { pattern, fill, direction } = options;
  const place = (value: FluentVariable) =>
    typeof value === 'string' ? isolate(value, direction) : value;
  return (...given: never[]) => {
    const variables = Object.entries(fill(...given)).map(([name, value]) => [name, place(value)]);
    return bundle.formatPattern(pattern, Object.fromEntries(variables));
  };
}
