import { defineConfig } from 'vitest/config';

/** What a support desk's programs make of our output and of deploy/: Debian's own, where they can be had. */
export default defineConfig({
  test: {
    include: ['test/monitoring/**/*.test.ts'],
    globalSetup: ['test/monitoring/setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
