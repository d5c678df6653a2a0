// Measures delivery at scale and under fire: node --import tsx scripts/measure-delivery.ts [READERS] [SPEED] [KILLS] [SEED].
// 10,000 readers at a speed of 4 take some ten minutes on a busy machine. What it does stands in tests/support/delivery-trial.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDeliveryTrial } from '../tests/support/delivery-trial.js';

const [readers = 10_000, speed = 4, killsAStep = 3, seed = 1] = process.argv.slice(2).map(Number);
const indexDir = mkdtempSync(join(tmpdir(), 'quoth-delivery-'));
try {
  const onProgress = (line: string): void => console.error(line);
  const options = { indexDir, readers, speed, killsAStep, seed, onProgress };
  console.log(JSON.stringify(await runDeliveryTrial(options), null, 2));
} finally {
  rmSync(indexDir, { recursive: true });
}
