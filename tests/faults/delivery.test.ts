/**
 * Delivery under fire as real processes do it: some readers have blocked the bot, groups have moved, the server asks to
 * wait and loses answers, and the process is killed at every step; `CHAOS_SEED` says when. `scripts/measure-delivery.ts`
 * does it for ten thousand.
 */
import { expect, test } from 'vitest';
import { SEED } from '../support/chaos.js';
import { runDeliveryTrial } from '../support/delivery-trial.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('delivery');

test('nobody misses an alert or gets one twice, but after an attempt of which nobody knows what became', async () => {
  const report = await runDeliveryTrial({
    indexDir: createFolder(),
    readers: 400,
    speed: 20,
    killsAStep: 1,
    seed: SEED,
  });
  expect(report).toMatchObject({
    blocked: 8,
    migrated: 4,
    alerts: 840,
    kills: 9,
    twiceWithoutCause: 0,
    missedWithoutCause: 0,
    arrivedAtBlocked: 0,
    callsWhileFlooded: 0,
    rates: { mostInASecondToAPerson: 1 },
  });
  // One alert of each is dead, the other one waits for the reader to come back; where a kill came right after it was written down
  // that the reader has blocked the bot, both wait.
  expect(report.dead + report.waitingForBlocked).toBe(16);
  expect(report.dead).toBeLessThanOrEqual(8);
  expect(report.arrivedOnce + report.arrivedTwice + report.missed).toBe(840 - 16);
  // An answer that was lost means a message that came twice; two lost in a row are given up, and counted.
  expect(report.arrivedTwice).toBeGreaterThan(0);
  expect(report.ambiguousAttempts).toBeGreaterThanOrEqual(report.arrivedTwice);
  expect(report.missed).toBeLessThanOrEqual(report.unknown);
  // A message may be a moment longer on its way than the next one.
  expect(report.rates.mostInASecond).toBeLessThanOrEqual(30);
  expect(report.rates.mostInAMinuteToAGroup).toBeLessThanOrEqual(20);
}, 300_000);
