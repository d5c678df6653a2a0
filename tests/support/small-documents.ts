/** Tool of the tests: small documents that are all different, quick to embed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PLACES = ['harbour', 'mill', 'orchard', 'lighthouse', 'quarry', 'ferry', 'meadow', 'library'];
const THINGS = ['nets', 'lamps', 'ledgers', 'apples', 'boats', 'bells', 'stones', 'kites'];
const PEOPLE = ['the keeper', 'a visitor', 'the council', 'the baker', 'two pupils', 'the miller'];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function writeParagraph(seed: number): string {
  return Array.from({ length: 5 }, (_, at) => {
    const n = seed * 5 + at;
    return `In ${1900 + (n % 97)} ${pick(PEOPLE, n)} counted ${n + 3} ${pick(THINGS, n * 3 + at)} at the ${pick(PLACES, n + seed)}, and wrote number ${n} into the book.`;
  }).join(' ');
}

/** Text of a document with two articles in Markdown; `revision` changes some of its words. */
export function writeSmallDocument(number: number, revision = 0): string {
  return [0, 1]
    .map((part) => {
      const seed = number * 20 + part * 10 + revision * 1000;
      const title = `${part === 0 ? 'Report' : 'Letter'} ${number} from the ${pick(PLACES, number + part)}`;
      return `# ${title}\n\n${writeParagraph(seed)}\n\n${writeParagraph(seed + 1)}\n`;
    })
    .join('\n');
}

/** Writes `count` documents into a folder and returns their paths. */
export function writeSmallDocuments(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, `small-${index + 1}.md`);
    writeFileSync(file, writeSmallDocument(index + 1));
    return file;
  });
}
