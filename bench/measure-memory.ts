/**
 * Memory of a process that answers from a library: started by the bench for each size, because the bench itself holds
 * far more than the product does. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import { createApp } from '../src/app.js';
import { createConfig } from './open-library.js';

export interface MemoryFigures {
  /** Resident, in bytes, with model and index loaded and the questions asked. */
  readonly rss: number;
  /** Of it what belongs to the process alone, without pages of files that SQLite maps. */
  readonly own: number;
}

const [dir = '', questionsPath = ''] = process.argv.slice(2);
const app = await createApp(createConfig(dir));
await app.warmUp();
for (const question of JSON.parse(readFileSync(questionsPath, 'utf8')) as string[]) {
  await app.ask(question);
}
globalThis.gc?.();
const status = readFileSync('/proc/self/status', 'utf8');
const readBytes = (field: string): number =>
  1024 * Number(status.match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))?.[1] ?? 0);
const figures: MemoryFigures = { rss: readBytes('VmRSS'), own: readBytes('RssAnon') };
process.stdout.write(JSON.stringify(figures));
await app.close();
