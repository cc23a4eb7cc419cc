import { defineConfig } from 'vitest/config';

/** The packaged program in a Windows of Wine, where that can be had. One file at a time: they share that Windows. */
export default defineConfig({
  test: {
    include: ['test/windows/**/*.test.ts'],
    globalSetup: ['test/windows/setup.ts'],
    // Limits for tests and hooks, by what a bare start takes here and now.
    setupFiles: ['test/pace/limits.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    fileParallelism: false,
    teardownTimeout: 60_000,
  },
});
