import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/seed-properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // The model's threads already use every core.
    maxWorkers: 2,
  },
});
