/** The version of this program, as package.json states it. */
import { readFileSync } from 'node:fs';

/** @returns such as `0.1.0` */
export function readVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
