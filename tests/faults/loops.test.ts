/**
 * The fault loops, small: `kill -9` during an ingest, a removal, a reindex and a snapshot, damaged files, two writers, a full
 * disk, a clock set back. `scripts/measure-faults.mjs` goes round hundreds of times.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCorruptRound } from '../support/corrupt-rounds.js';
import { createFaultSite, type FaultSite } from '../support/fault-site.js';
import { KILL_KINDS, runKillRound } from '../support/kill-rounds.js';
import {
  mountDisk,
  runClockRound,
  runFullDiskRound,
  runWritersRound,
  unmountDisk,
} from '../support/other-rounds.js';
import { createRandom } from '../support/random.js';

const PATIENCE_MS = 170_000;
const random = createRandom(Number(process.env['QUOTH_KILL_SEED'] ?? 1));
let site: FaultSite;

beforeAll(async () => {
  site = await createFaultSite(6);
});
afterAll(() => rmSync(site.home, { recursive: true }));

test.each(KILL_KINDS)(
  'killed: %s',
  async (kind) => {
    const kills = [await runKillRound(kind, { site, random })];
    kills.push(await runKillRound(kind, { site, random }));
    expect(kills).toHaveLength(2);
  },
  PATIENCE_MS,
);

test(
  'damaged: files are mended by themselves, or by the command that is named',
  async () => {
    const outcomes: string[] = [];
    // Each file in some way, the library itself in every one.
    for (const round of [0, 4, 6, 9, 12, 14, 18, 19]) {
      outcomes.push((await runCorruptRound(round, { site, random })).outcome);
    }
    expect(outcomes).toContain('answered');
    expect(outcomes).toContain('named and mended');
  },
  PATIENCE_MS,
);

test('two writers at once', () => runWritersRound(site), PATIENCE_MS);

test('a clock that is set back', () => runClockRound(site), PATIENCE_MS);

test(
  'a full disk',
  async ({ skip }) => {
    const disk = mountDisk(path.join(site.home, 'disk'));
    if (disk === undefined) return skip();
    await runFullDiskRound(site, disk).finally(() => unmountDisk(disk));
  },
  PATIENCE_MS,
);
