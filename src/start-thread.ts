/** Starts threads from the build, or, when run from the sources (tests, `npm run dev`), through tsx. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread.
 *
 * @param importer `import.meta.url` of the caller
 * @param name of a module beside the caller, without its extension
 */
export function startThread(importer: string, name: string, options: WorkerOptions): Worker {
  if (!importer.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, importer), options);
  const source = new URL(`./${name}.ts`, importer).href;
  const start = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(source)})))`;
  return new Worker(start, { ...options, eval: true });
}
