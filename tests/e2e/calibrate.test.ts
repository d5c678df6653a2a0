/** `quoth calibrate` on the samples, from the questions to the answers that change. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { runReal } from '../support/real-app.js';
import { createTemporaryFolders } from '../support/temporary.js';

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUESTIONS = path.join(PACKAGE_ROOT, 'samples/questions.json');
const createFolder = createTemporaryFolders('calibrate');

/** A public set on quite another subject: planets, thirty-six questions. */
function writePlanets(): string {
  const folder = path.join(createFolder('sets'), 'planets');
  mkdirSync(folder);
  const planets = ['Mercury', 'Venus', 'Mars', 'Jupiter', 'Saturn', 'Neptune'];
  const facts = [
    ['diameter', 'How wide is the planet'],
    ['moons', 'How many moons circle the planet'],
    ['orbit', 'How many days does one orbit take on the planet'],
    ['wind', 'How fast are the winds on the planet'],
    ['ice', 'Is there any ice on the planet'],
    ['probe', 'Which probe flew past the planet'],
  ];
  const toLines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  const corpus = planets.map((planet, at) => ({
    id: planet,
    title: `The planet ${planet}`,
    text: `The diameter of ${planet} is ${at + 3} thousand kilometres. It has ${at} moons. One orbit takes ${90 * (at + 1)} days. Winds blow at ${at * 70} kilometres an hour. Some ice was found near its poles. The probe Wanderer ${at + 1} flew past it.`,
  }));
  const queries = planets.flatMap((planet) =>
    facts.map(([id, words]) => ({
      id: `${planet}-${id}`,
      lang: 'en',
      text: `${words} ${planet}?`,
      gold: [planet],
    })),
  );
  writeFileSync(path.join(folder, 'corpus.jsonl'), toLines(corpus));
  writeFileSync(path.join(folder, 'queries.jsonl'), toLines(queries));
  return folder;
}

describe('quoth calibrate', () => {
  let index: string;
  beforeAll(async () => {
    index = createFolder('index');
    await runReal(['ingest', path.join(PACKAGE_ROOT, 'samples')], index);
  });

  const ask = async (): Promise<string> => {
    const run = await runReal(['ask', '清河大桥全长多少米？', '--json'], index);
    return JSON.parse(run.stdout).kind;
  };

  test('fits, stores and puts back', async () => {
    expect(await ask()).toBe('answered');
    const sets = [QUESTIONS, writePlanets()];
    // Nearly all may be called related, so that the difference can be seen.
    const strict = ['--most-related', '0.97', '--most-refused', '0'];
    const dry = await runReal(['calibrate', ...sets, ...strict, '--dry-run', '--json'], index);
    expect(dry).toMatchObject({ exitCode: 0 });
    const found = JSON.parse(dry.stdout);
    expect(found).toMatchObject({ isStored: false });
    for (const place of ['own', 'foreign']) {
      expect(found.before[place].examples).toBeGreaterThan(30);
      expect(found.after[place].examples).toBe(found.before[place].examples);
    }
    expect(await ask()).toBe('answered');

    const run = await runReal(['calibrate', ...sets, ...strict, '--force'], index);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('stored');
    expect(await ask()).toBe('related');

    expect((await runReal(['calibrate', '--reset'], index)).exitCode).toBe(0);
    expect(await ask()).toBe('answered');
  }, 300_000);

  test('says what is missing', async () => {
    expect((await runReal(['calibrate'], index)).stderr).toContain(
      'expected questions, or --reset',
    );
    const few = path.join(createFolder('few'), 'few.json');
    writeFileSync(few, JSON.stringify(JSON.parse(readFileSync(QUESTIONS, 'utf8')).slice(0, 5)));
    const run = await runReal(['calibrate', few], index);
    expect(run.stderr).toMatch(/^error CALIBRATION_TOO_FEW: .+give more sets of questions/m);
  });
});
