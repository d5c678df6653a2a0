import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/seed-properties.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // The model's threads already use every core.
    maxWorkers: 2,
  },
});
