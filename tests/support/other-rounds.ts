/** Tool of the fault loops: two writers at once, a clock that is set back, a disk that is full. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demand, demandWhole, type FaultSite, startHashed } from './fault-site.js';

/** Runs a command to its end. */
async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly exitCode: unknown; readonly output: string }> {
  const { output, ended } = startHashed(args, env);
  const exitCode = await ended;
  return { exitCode, output: output.text };
}

async function demandAll(index: string, site: FaultSite): Promise<void> {
  const held = await demandWhole(index, site);
  demand(held.size === site.articles.size, `${held.size} of ${site.articles.size} documents`);
}

/** Two ingests, then an ingest beside a reindex: each ends well, or says that another one writes. */
export async function runWritersRound(site: FaultSite): Promise<void> {
  const index = site.copy('empty');
  const ingest = ['ingest', site.documents, '--index', index];
  const reindex = ['reindex', '--model', site.otherModel, '--index', index];
  for (const pair of [
    [ingest, ingest],
    [reindex, ingest],
    [reindex, reindex],
  ]) {
    const runs = await Promise.all(pair.map((args) => run(args)));
    for (const { exitCode, output } of runs) {
      const isBusy = exitCode === 1 && output.includes('error INDEX_BUSY');
      demand(exitCode === 0 || isBusy, `two writers: ${output.slice(-300)}`);
    }
    demand(
      runs.some(({ exitCode }) => exitCode === 0),
      'two writers: neither got through',
    );
    await demandAll(index, site);
  }
}

/** A year back: documents come and go, the index is made anew, copied and put back. */
export async function runClockRound(site: FaultSite): Promise<void> {
  const index = site.copy('whole');
  const [document = ''] = site.articles.keys();
  const copy = `${index}.backup`;
  for (const args of [
    ['remove', document],
    ['ingest', site.documents],
    ['reindex', '--model', site.otherModel],
    ['backup', copy],
    ['restore', copy],
    ['ask', 'Who counted boats?'],
  ]) {
    const { exitCode, output } = await run([...args, '--index', index], {
      QUOTH_CLOCK_DAYS: '-400',
    });
    demand(exitCode === 0, `clock set back, ${args[0]}: ${output.slice(-300)}`);
  }
  await demandAll(index, site);
}

/** Bytes left on the disk when a command starts. */
const LEFT_BYTES = [0, 40_000, 150_000, 500_000] as const;

/**
 * On a disk with hardly any room: each command does its work, or says that the disk is full; then the library is whole, and
 * once there is room the same command works.
 *
 * @param disk an empty folder on a small disk of its own
 */
export async function runFullDiskRound(site: FaultSite, disk: string): Promise<void> {
  const [document = ''] = site.articles.keys();
  const file = path.join(site.documents, document);
  const commands = [
    ['remove', document],
    ['ingest', file],
    ['reindex', '--model', site.otherModel],
    ['backup', path.join(disk, 'copy.sqlite'), '--force'],
    ['ask', 'Who counted boats?'],
    ['doctor', '--repair'],
  ];
  for (const left of LEFT_BYTES) {
    const index = path.join(disk, `index-${left}`);
    cpSync(site.whole, index, { recursive: true });
    for (const args of commands) {
      fillDisk(disk, left);
      const { exitCode, output } = await run([...args, '--index', index]);
      const isSaid = exitCode === 2 && output.includes('error DISK_FULL');
      // A diagnosis may itself find fault with the disk.
      const isFound = args[0] === 'doctor' && exitCode === 1 && output.includes('disk');
      const isDone = exitCode === 0;
      demand(isDone || isSaid || isFound, `${left} bytes left, ${args[0]}: ${output.slice(-400)}`);
      rmSync(path.join(disk, 'filler'));
      const held = await demandWhole(index, site);
      const isGone = site.articles.size - held.size === 1 && !held.has(document);
      demand(held.size === site.articles.size || isGone, `${left} bytes left: documents are gone`);
      if (isDone || args[0] === 'doctor') continue;
      const again = await run([...args, '--index', index]);
      demand(again.exitCode === 0, `with room again, ${args[0]}: ${again.output.slice(-300)}`);
    }
    await demandAll(index, site);
    rmSync(index, { recursive: true });
    rmSync(path.join(disk, 'copy.sqlite'), { force: true });
  }
}

function fillDisk(disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(path.join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

/**
 * Mounts a small disk, where this process may; take it away with `unmountDisk`.
 *
 * @returns its folder; `undefined` where it may not
 */
export function mountDisk(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    const options = ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder];
    execFileSync('mount', options, { stdio: 'pipe' });
    return folder;
  } catch {
    console.warn('full disk: skipped, a small disk can be mounted by root on Linux only');
    return undefined;
  }
}

/** Takes the disk away again. */
export function unmountDisk(folder: string): void {
  execFileSync('umount', [folder]);
}
