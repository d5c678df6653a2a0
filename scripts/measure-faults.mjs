// Kills Quoth and damages its files, again and again, and says what was lost: node --import tsx scripts/measure-faults.mjs [KILLS] [CORRUPTIONS] [SEED].
// Hashes stand for the model's vectors; everything else is the program itself. The same loops run small in tests/faults/loops.test.ts.
import { rmSync } from 'node:fs';
import { runCorruptRound } from '../tests/support/corrupt-rounds.ts';
import { createFaultSite } from '../tests/support/fault-site.ts';
import { KILL_KINDS, runKillRound } from '../tests/support/kill-rounds.ts';
import { createRandom } from '../tests/support/random.ts';

const [kills = 200, corruptions = 50, seed = 1] = process.argv.slice(2).map(Number);
const random = createRandom(seed);
const site = await createFaultSite(12);
const findings = [];
const note = (what, error) => {
  findings.push(what);
  console.log(`FOUND  ${what}: ${error.code ?? ''} ${error.stack ?? error}`);
};

const killed = Object.fromEntries(KILL_KINDS.map((kind) => [kind, [0, 0]]));
for (let round = 0; round < kills; round += 1) {
  const kind = KILL_KINDS[round % KILL_KINDS.length];
  try {
    const isKilled = await runKillRound(kind, { site, random });
    killed[kind][isKilled ? 0 : 1] += 1;
  } catch (error) {
    note(`kill ${round + 1}, ${kind}`, error);
  }
  if (round % 20 === 19) console.log(`${round + 1} kills, ${findings.length} findings`);
}
const outcomes = {};
for (let round = 0; round < corruptions; round += 1) {
  try {
    const { what, outcome } = await runCorruptRound(round + seed * corruptions, { site, random });
    const [file] = what.split(',');
    outcomes[file] ??= {};
    outcomes[file][outcome] = (outcomes[file][outcome] ?? 0) + 1;
  } catch (error) {
    note(`corruption ${round + 1}`, error);
  }
}
console.log('killed before the end / ended before the kill:', killed);
console.log('corruptions:', outcomes);
console.log(findings.length === 0 ? 'nothing was lost' : `${findings.length} findings`);
rmSync(site.home, { recursive: true });
process.exitCode = findings.length === 0 ? 0 : 1;
