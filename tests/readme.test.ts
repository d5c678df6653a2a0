/** The README tells the truth: commands, options, variables, scripts, links and sample questions all exist. */
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { CONFIG_VARIABLES } from '../src/config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readText = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const readme = readText('README.md');
const scripts: Record<string, string> = JSON.parse(readText('package.json')).scripts;

/** The part between a heading and the next one of the same depth. */
function readSection(heading: string): string {
  const depth = heading.match(/^#+/)?.[0] ?? '';
  const start = readme.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`expected the heading “${heading}” in README.md`);
  const body = readme.slice(start + heading.length + 2);
  return body.split(new RegExp(`^${depth} `, 'm'))[0] ?? '';
}

/** The rows of the first table of a section, cells trimmed, head left out. */
function readTable(heading: string): string[][] {
  const lines = readSection(heading).split('\n');
  const start = lines.findIndex((line) => line.startsWith('| ---'));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What `quoth … --help` prints. Nothing of the program is loaded for it. */
async function readHelp(...words: string[]): Promise<string> {
  const unused = () => Promise.reject(new Error('help must not start the program'));
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const exitCode = await runCli(
    [...words, '--help'],
    {
      stdin: new PassThrough(),
      stdout,
      stderr,
      env: {},
      loadEnvFile: () => {},
      packageRoot: root,
      signal: new AbortController().signal,
      isOutputClosed: () => false,
    },
    { createApp: unused, runBot: unused, pullModel: unused, listModels: unused },
  );
  stdout.end();
  stderr.end();
  const output = (await readAll(stdout)) + (await readAll(stderr));
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/** The flags of the lines that describe options, without those in examples. */
const findFlags = (text: string) =>
  new Set(
    text
      .split('\n')
      .filter((line) => /^ {2,}-/.test(line))
      .flatMap((line) => line.match(/--[a-z][a-z0-9-]*/)?.[0] ?? []),
  );

/** The commands that a help lists, with those below them: `ask`, `model pull`. */
async function listCommands(...parents: string[]): Promise<string[]> {
  const help = await readHelp(...parents);
  const body = help.split(/^Commands:$/m)[1]?.split(/^\S/m)[0] ?? '';
  const names = [...body.matchAll(/^ {2}([a-z][a-z-]*)/gm)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'help');
  const nested = await Promise.all(names.map((name) => listCommands(...parents, name)));
  return names.flatMap((name, index) => {
    const below = nested[index] ?? [];
    return below.length > 0 ? below : [[...parents, name].join(' ')];
  });
}

const GLOBAL_FLAGS = ['--index', '--json', '--help', '--version'];
const commandRows = readTable('## Commands').map(([usage = '', , flags = '']) => ({
  /** Lower-case words after `quoth`: the rest are arguments. */
  name: (usage.match(/`quoth ((?:[a-z]+ ?)+)/)?.[1] ?? '').trim(),
  flags: new Set([...flags.matchAll(/`(--[a-z0-9-]+)/g)].map((match) => match[1] ?? '')),
}));

describe('the command table', () => {
  let commands: string[] = [];
  beforeAll(async () => {
    commands = await listCommands();
  });

  test('names every command of the program and no other', () => {
    expect(commandRows.map((row) => row.name).sort()).toEqual([...commands].sort());
  });

  test.each(commandRows)('gives every option of quoth $name', async ({ name, flags }) => {
    const offered = findFlags(await readHelp(...name.split(' ')));
    const own = [...offered].filter((flag) => !GLOBAL_FLAGS.includes(flag));
    expect([...flags].sort()).toEqual(own.sort());
  });

  test('is followed by the options of all commands', async () => {
    expect([...findFlags(await readHelp())].sort()).toEqual([...GLOBAL_FLAGS].sort());
    for (const flag of GLOBAL_FLAGS) expect(readSection('## Commands')).toContain(flag);
  });
});

describe('commands and options elsewhere in the README', () => {
  test('exist', async () => {
    const commands = new Set(await listCommands());
    const groups = new Set([...commands].map((name) => name.split(' ')[0]));
    const named = [...readme.matchAll(/(?:`quoth|npx quoth|npm run quoth --) ([a-z]+)/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const match of named) expect(groups).toContain(match[1]);

    const known = new Set([...GLOBAL_FLAGS, ...commandRows.flatMap((row) => [...row.flags])]);
    const flags = [...readme.matchAll(/`[^`\n]*?(--[a-z][a-z0-9-]+)/g)].map((match) => match[1]);
    for (const flag of flags) expect(known).toContain(flag);
  });

  test('in the chat are those that the chat knows', () => {
    const row = readme.split('\n').find((line) => line.startsWith('| `quoth chat`')) ?? '';
    const chat = readText('src/texts/locales/en.ftl');
    const named = [...row.matchAll(/`(\/[a-z]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const command of named) expect(chat).toContain(command);
  });
});

test('the configuration table is that of the schema, defaults and all', () => {
  const expected = Object.entries(CONFIG_VARIABLES).map(([name, variable]) => {
    const value = String(variable.parse(undefined));
    return [`\`${name}\``, value === '' ? '–' : `\`${value}\``, variable.description];
  });
  expect(readTable('## Configuration')).toEqual(expected);
});

test('variables named anywhere exist', () => {
  const named = readme.match(/\b(?:QUOTH_[A-Z_]+|BOT_TOKEN)\b/g) ?? [];
  for (const name of named) expect(Object.keys(CONFIG_VARIABLES)).toContain(name);
});

test('npm scripts named anywhere exist', () => {
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
  if (/npm start/.test(readme)) named.push('start');
  if (/npm test/.test(readme)) named.push('test');
  expect(named.length).toBeGreaterThan(8);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

test('relative links lead somewhere', () => {
  const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(https?:|#)/.test(target));
  expect(targets.length).toBeGreaterThan(8);
  for (const target of targets)
    expect([target, existsSync(`${root}${target}`)]).toEqual([target, true]);
});

describe('sample questions', () => {
  const questions: { text: string; answerable: boolean }[] = JSON.parse(
    readText('samples/questions.json'),
  );
  const answerable = new Set(questions.filter((q) => q.answerable).map((q) => q.text));
  const asked = [...readme.matchAll(/npm run ask -- "([^"]+)"/g)].map((match) => match[1] ?? '');

  test('are among those whose answers are tested', () => {
    expect(asked.length).toBeGreaterThan(3);
    for (const question of asked) expect(answerable).toContain(question);
  });

  test('the example of the question file is one of them', () => {
    const example = JSON.parse(
      readSection('### `quoth eval`').match(/```json\n([\s\S]*?)```/)?.[1] ?? '',
    );
    const real = questions.find((question) => question.text === example.text) as
      | { id: string; gold: { quote: string }[] }
      | undefined;
    expect(real?.id).toBe(example.id);
    expect(real?.gold[0]?.quote).toContain(example.gold[0].quote);
  });
});

describe('the answer shown at the top', () => {
  const shown = readme.match(/```\n\$ npm run ask[\s\S]*?```/)?.[0] ?? '';

  test('quotes the samples and cites lines that hold the quote', () => {
    const [, file = '', start = '', end = ''] =
      shown.replace(/\s+/g, ' ').match(/(\S+\.(?:txt|md)), lines? (\d+)(?:–(\d+))?/) ?? [];
    const lines = readText(`samples/${file}`).split('\n');
    const cited = lines.slice(Number(start) - 1, Number(end || start)).join('');
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    const quoted = shown.split('\n').filter((line) => line.startsWith('│'));
    expect(quoted.length).toBeGreaterThan(0);
    for (const line of quoted) {
      const part = squeeze(line.slice(1));
      if (part !== '…') expect(squeeze(cited)).toContain(part);
    }
  });
});
