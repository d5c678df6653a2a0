/** `.env.example` names every variable, with its description and its default. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, loadConfig } from '../src/config.js';

const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
const lines = text.split('\n');
const assignments = lines.filter((line) => /^#? ?[A-Z_]+=/.test(line));

describe('.env.example', () => {
  test('names every variable once, in the order of the schema', () => {
    const names = assignments.map((line) => line.replace(/^# /, '').split('=')[0]);
    expect(names).toEqual(Object.keys(CONFIG_VARIABLES));
  });

  test('changes nothing when it is copied as it is', () => {
    expect(parseEnv(text)).toEqual({});
  });

  test('shows the defaults: with every line switched on, the settings are the same', () => {
    const switchedOn = parseEnv(assignments.map((line) => line.replace(/^# /, '')).join('\n'));
    expect(loadConfig(switchedOn as Record<string, string>)).toEqual(loadConfig({}));
  });

  test.each(Object.entries(CONFIG_VARIABLES))(
    'describes %s on the line above',
    (name, variable) => {
      const at = lines.findIndex((line) => line.startsWith(`# ${name}=`));
      expect(lines[at - 1]).toBe(`# ${variable.description}`);
    },
  );
});
