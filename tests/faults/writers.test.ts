/** Two writers at once, readers beside a writer, and a disk that is full. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runQuoth, startQuoth } from '../support/quoth-process.js';
import { checkReal, runReal } from '../support/real-app.js';
import { writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('writers');
const documents = createFolder('documents');

const countArticles = async (index: string) =>
  (await runReal(['articles', '--json'], index)).stdout.split('\n').filter(Boolean).length;

beforeAll(() => void writeSmallDocuments(documents, 12));

describe('a second writer', () => {
  test('is refused and told who writes, while readers go on', async () => {
    const index = createFolder('index');
    const first = startQuoth(['ingest', documents, '--index', index]);
    await new Promise<void>((resolve) => {
      first.child.stdout.on('data', () => void (/^added/m.test(first.written.stdout) && resolve()));
    });
    // Held while it writes, however quick the machine is.
    first.child.kill('SIGSTOP');
    const [second, reader] = await Promise.all([
      runQuoth(['ingest', documents, '--index', index]),
      runReal(['ask', 'Who counted apples?', '--json'], index),
    ]);
    first.child.kill('SIGCONT');
    expect(second).toMatchObject({ exitCode: 1, stdout: '' });
    expect(second.stderr).toContain(
      `error INDEX_BUSY: another quoth (process ${first.child.pid}) is writing to ${index} (wait`,
    );
    expect(reader).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await first.ended).toBe(0);
    expect(await countArticles(index)).toBe(24);
    // The lock went with its process.
    expect(await runReal(['ingest', documents], index)).toMatchObject({ exitCode: 0 });
  });

  test('that comes right at the birth of a library disturbs nobody', async () => {
    const index = createFolder('index');
    const first = runQuoth(['ingest', documents, '--index', index]);
    // Readers make no library: they come when the file is there, its tables perhaps not yet.
    while (!existsSync(path.join(index, 'library.sqlite'))) await sleep(1);
    const readers = Array.from({ length: 3 }, () => runQuoth(['articles', '--index', index]));
    const runs = await Promise.all(readers);
    expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(runs.map(() => [0, '']));
    expect(await first).toMatchObject({ exitCode: 0 });
  });
});

/** A small disk of its own, where this process may mount one. */
function mountDisk(): string | undefined {
  const place = createFolder('disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', place], { stdio: 'pipe' });
    return place;
  } catch {
    console.warn('full disk: skipped, a small disk can be mounted by root on Linux only');
    return undefined;
  }
}

const disk = mountDisk();

describe.skipIf(disk === undefined)('a full disk', () => {
  afterAll(() => void execFileSync('umount', ['--lazy', disk as string]));

  test('stops the ingest, keeps what was stored, and is no trouble once there is space again', async () => {
    const index = path.join(disk as string, 'index');
    mkdirSync(index);
    const { exitCode, stdout, stderr } = await runReal(['ingest', documents], index);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error DISK_FULL: no space left on the disk.+ \(free some space; .+\)$/m,
    );
    const added = [...stdout.matchAll(/^added/gm)].length;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(12);
    expect(await countArticles(index)).toBe(added * 2);
    const asked = await runReal(['ask', 'Who counted boats at the harbour?', '--json'], index);
    expect([asked.exitCode, asked.stderr]).toEqual([0, '']);
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', disk: 'fault' });
    expect(readFileSync(path.join(documents, 'small-1.md'), 'utf8')).toContain('# Report 1');

    execFileSync('mount', ['-o', 'remount,size=40m', disk as string]);
    const again = await runReal(['ingest', documents], index);
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('12 documents') });
    expect(await countArticles(index)).toBe(24);
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
  });
});
