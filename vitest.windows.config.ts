import { defineConfig } from 'vitest/config';

/** The packaged program in a Windows of Wine, where that can be had. One file at a time: they share that Windows. */
export default defineConfig({
  test: {
    include: ['test/windows/**/*.test.ts'],
    globalSetup: ['test/windows/setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
  },
});
