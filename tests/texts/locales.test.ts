/** The Fluent files agree with each other, with the table of texts and with the code that uses them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Entry,
  Identifier,
  Message,
  parse,
  type SelectExpression,
  type VariableReference,
  Visitor,
} from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/texts/languages.js';
import { TEXTS } from '../../src/texts/texts.js';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

function readEntries(language: Language): Entry[] {
  return parse(readFileSync(`${SOURCES}/texts/locales/${language}.ftl`, 'utf8'), {}).body;
}

function readMessages(language: Language): Message[] {
  return readEntries(language).filter((entry) => entry instanceof Message);
}

/** The variables that a text uses, to choose or to show. */
function listVariables(message: Message): string[] {
  const names = new Set<string>();
  class Names extends Visitor {
    override visitVariableReference(node: VariableReference) {
      names.add(node.id.name);
    }
  }
  new Names().visit(message);
  return [...names].sort();
}

/** For each choice of a text, the names that its variants go by. */
function listChoices(message: Message): string[][] {
  const choices: string[][] = [];
  class Choices extends Visitor {
    override visitSelectExpression(node: SelectExpression) {
      choices.push(
        node.variants.map(({ key }) => (key instanceof Identifier ? key.name : key.value)),
      );
      this.genericVisit(node);
    }
  }
  new Choices().visit(message);
  return choices;
}

const english = new Map(
  readMessages('en').map((message) => [message.id.name, listVariables(message)]),
);

it('every file of locales/ is a language', () => {
  const files = readdirSync(`${SOURCES}/texts/locales`).sort();
  expect(files).toEqual(LANGUAGES.map(({ code }) => `${code}.ftl`).sort());
});

describe.each(LANGUAGES)('locales/$code.ftl', ({ code: language }) => {
  it('can be read from the first to the last line', () => {
    const junk = readEntries(language).filter(({ type }) => type === 'Junk');
    expect(junk).toEqual([]);
  });

  it('has each text once, and no other', () => {
    const keys = readMessages(language).map(({ id }) => id.name);
    expect(keys.sort()).toEqual(Object.keys(TEXTS).sort());
  });

  it('has the variables that English has', () => {
    for (const message of readMessages(language)) {
      const key = message.id.name;
      expect([key, ...listVariables(message)]).toEqual([key, ...(english.get(key) ?? [])]);
    }
  });

  it('has the plural forms of its language, all of them and no others', () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
    const known: string[] = rules.resolvedOptions().pluralCategories;
    for (const message of readMessages(language)) {
      for (const variants of listChoices(message)) {
        const plurals = variants.filter((name) => CATEGORIES.includes(name));
        if (plurals.every((name) => name === 'other')) continue;
        const where = `${message.id.name}: ${plurals.join(', ')}`;
        expect(plurals, where).toEqual(expect.arrayContaining([...needed]));
        expect(known, where).toEqual(expect.arrayContaining(plurals));
      }
    }
  });
});

it('every text is used', () => {
  const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('texts'))
    .map((name) => readFileSync(`${SOURCES}/${name}`, 'utf8'))
    .join('\n');
  const used = new Set([
    ...[...code.matchAll(/\btexts\.(\w+)|'(\w+)'/g)].map((match) => match[1] ?? match[2] ?? ''),
    ...[...code.matchAll(/\{([\w\s,]+)\} = (?:\w+\.)*texts;/g)].flatMap(([, names = '']) =>
      names.split(/[\s,]+/),
    ),
  ]);
  expect(Object.keys(TEXTS).filter((key) => !used.has(key))).toEqual([]);
});
