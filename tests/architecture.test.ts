/** Who may import whom. The folders of `src/` are the steps of the flow; the arrows between them go one way. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src', import.meta.url));
const MAX_LINES = 300;
const MAX_DEPTH = 2;
const CORE = ['ingest', 'intake', 'search', 'answer', 'eval'];
/** Pure libraries that the core may use: they read and write nothing. */
const CORE_PACKAGES = ['franc', 'opencc-js', 'stemmer', 'zod'];

interface SourceFile {
  /** Relative to `src`, with `/`. */
  readonly name: string;
  readonly text: string;
  /** Other source files, relative to `src`. */
  readonly imports: readonly string[];
  /** Package names and `node:` modules. */
  readonly packages: readonly string[];
}

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

function readSource(name: string): SourceFile {
  const text = readFileSync(path.join(root, name), 'utf8');
  const specifiers = [...text.matchAll(IMPORT)].map((match) => match[1] ?? '');
  return {
    name,
    text,
    imports: specifiers
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => path.posix.join(path.posix.dirname(name), specifier))
      .map((target) => target.replace(/\.js$/, '.ts')),
    packages: specifiers
      .filter((specifier) => !specifier.startsWith('.'))
      .map((specifier) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? specifier),
  };
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  .map((name) => name.split(path.sep).join('/'))
  .sort()
  .map(readSource);

/** The folder that a file counts to: `adapters/sqlite`, `search`; a file right under `src` stands for itself. */
function unitOf(name: string): string {
  const parts = name.split('/');
  return parts.slice(0, parts[0] === 'adapters' ? 2 : 1).join('/');
}

const isIn = (folder: string) => (name: string) => name.startsWith(`${folder}/`);

/** `importer → imported` for every import of `from` that `isAllowed` refuses. */
function findForbidden(
  from: (name: string) => boolean,
  isAllowed: (target: string, importer: string) => boolean,
): string[] {
  return files
    .filter((file) => from(file.name))
    .flatMap((file) =>
      file.imports
        .filter((target) => !isAllowed(target, file.name))
        .map((target) => `${file.name} → ${target}`),
    );
}

describe('imports', () => {
  test('are found at all', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(20);
  });

  test('of adapters stand in app.ts only', () => {
    const forbidden = findForbidden(
      (name) => name !== 'app.ts' && !isIn('adapters')(name),
      (target) => !isIn('adapters')(target),
    );
    expect(forbidden).toEqual([]);
  });

  test('of one adapter never reach into another', () => {
    // Files right under adapters/ put several technologies together; they are part of the root.
    const forbidden = findForbidden(
      (name) => isIn('adapters')(name) && name.split('/').length > 2,
      (target, importer) => !isIn('adapters')(target) || unitOf(target) === unitOf(importer),
    );
    expect(forbidden).toEqual([]);
  });

  test('of adapters know nothing of the edges', () => {
    const forbidden = findForbidden(
      isIn('adapters'),
      (target) => !['cli', 'bot', 'texts', 'app.ts', 'main.ts'].includes(unitOf(target)),
    );
    expect(forbidden).toEqual([]);
  });

  test('of domain/ stay in domain/', () => {
    expect(findForbidden(isIn('domain'), isIn('domain'))).toEqual([]);
    expect(files.filter((file) => isIn('domain')(file.name)).flatMap((f) => f.packages)).toEqual(
      [],
    );
  });

  test('of ports/ stay in ports/ and domain/', () => {
    const isAllowed = (target: string) => isIn('domain')(target) || isIn('ports')(target);
    expect(findForbidden(isIn('ports'), isAllowed)).toEqual([]);
    expect(files.filter((file) => isIn('ports')(file.name)).flatMap((f) => f.packages)).toEqual([]);
  });

  test('of the core stay in the core, the ports, the domain and the errors', () => {
    const allowed = ['domain', 'ports', 'errors.ts', ...CORE];
    const forbidden = findForbidden(
      (name) => CORE.includes(unitOf(name)),
      (target) => allowed.includes(unitOf(target)),
    );
    expect(forbidden).toEqual([]);
  });

  test('of the core do no I/O', () => {
    const builtins = new Set(builtinModules);
    const forbidden = files
      .filter((file) => CORE.includes(unitOf(file.name)))
      .flatMap((file) => file.packages.map((name) => ({ importer: file.name, name })))
      .filter(({ name }) => name !== 'node:crypto' && !CORE_PACKAGES.includes(name))
      .map(({ importer, name }) =>
        builtins.has(name) ? `${importer} → ${name} (write node:)` : `${importer} → ${name}`,
      );
    expect(forbidden).toEqual([]);
  });

  test('go one way between folders: there is no circle', () => {
    const arrows = new Map<string, Set<string>>();
    for (const file of files) {
      const from = unitOf(file.name);
      const targets = arrows.get(from) ?? new Set();
      for (const target of file.imports) if (unitOf(target) !== from) targets.add(unitOf(target));
      arrows.set(from, targets);
    }
    expect(findCircle(arrows)).toEqual([]);
  });
});

/** A chain of units that ends where it began, or an empty list. */
function findCircle(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const walk = (unit: string, chain: readonly string[]): string[] => {
    const seenAt = chain.indexOf(unit);
    if (seenAt >= 0) return [...chain.slice(seenAt), unit];
    if (done.has(unit)) return [];
    for (const next of arrows.get(unit) ?? []) {
      const circle = walk(next, [...chain, unit]);
      if (circle.length > 0) return circle;
    }
    done.add(unit);
    return [];
  };
  for (const unit of arrows.keys()) {
    const circle = walk(unit, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the tree', () => {
  test(`has folders at most ${MAX_DEPTH} deep`, () => {
    const tooDeep = files.filter((file) => file.name.split('/').length - 1 > MAX_DEPTH);
    expect(tooDeep.map((file) => file.name)).toEqual([]);
  });

  test(`has files of at most ${MAX_LINES} lines`, () => {
    const tooLong = files
      .map((file) => ({ name: file.name, lines: file.text.trimEnd().split('\n').length }))
      .filter((file) => file.lines > MAX_LINES);
    expect(tooLong).toEqual([]);
  });

  test('has names in kebab-case', () => {
    const odd = files.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.d)?\.ts$/.test(file.name));
    expect(odd.map((file) => file.name)).toEqual([]);
  });

  test('opens every file with a comment that says what it does', () => {
    const bare = files.filter((file) => !/^(#!.*\n)?\/(\*\*|\/)/.test(file.text));
    expect(bare.map((file) => file.name)).toEqual([]);
  });
});
