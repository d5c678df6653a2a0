/** What `quoth doctor` makes of its probes. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.js';
import { checkHealth, type HealthProbe } from '../src/health.js';

const fine: HealthProbe = {
  name: 'disk',
  run: async () => ({ state: 'ok', finding: '9 GB free' }),
};
const doubtful: HealthProbe = {
  name: 'library',
  run: async () => ({ state: 'warning', finding: 'empty', mend: 'quoth ingest PATH…' }),
};

describe('checkHealth', () => {
  it('gives each finding under the name of its probe, in order', async () => {
    expect(await checkHealth([doubtful, fine])).toEqual({
      checks: [
        { name: 'library', state: 'warning', finding: 'empty', mend: 'quoth ingest PATH…' },
        { name: 'disk', state: 'ok', finding: '9 GB free' },
      ],
      healthy: true,
    });
  });

  it('takes what a probe throws for a fault, with the hint that mends it, and goes on', async () => {
    const failing: HealthProbe = {
      name: 'model',
      run: () => Promise.reject(new AppError('MODEL_DAMAGED', 'the wrong sha256')),
    };
    const { checks, healthy } = await checkHealth([failing, fine]);
    expect(checks[0]).toEqual({
      name: 'model',
      state: 'fault',
      finding: 'the wrong sha256',
      mend: 'restore the model files (git checkout models, or quoth model pull)',
    });
    expect(checks[1]?.state).toBe('ok');
    expect(healthy).toBe(false);
  });

  it('is not healthy with a fault, and says nothing of what it never looked at', async () => {
    const fault: HealthProbe = {
      name: 'disk',
      run: async () => ({ state: 'fault', finding: 'full' }),
    };
    expect((await checkHealth([fine, fault])).healthy).toBe(false);
    expect(await checkHealth([])).toEqual({ checks: [], healthy: true });
  });

  it('runs one probe after the other', async () => {
    const events: string[] = [];
    const slow = (name: string): HealthProbe => ({
      name,
      run: async () => {
        events.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        events.push(`${name} ends`);
        return { state: 'ok', finding: '' };
      },
    });
    await checkHealth([slow('a'), slow('b')]);
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
