import { defineConfig } from 'vitest/config';

/** What somebody could plant, forge or take away, through the built program: `npm run test:attack`. Needs a build. */
export default defineConfig({
  test: {
    include: ['test/attack/**/*.test.ts'],
    reporters: ['default', './test/attack/table-reporter.ts', './test/summary-reporter.ts'],
    // Most of the time is waiting for programs that were started.
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
