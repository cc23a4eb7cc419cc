import { defineConfig } from 'vitest/config';

/** Our PowerShell scripts press the buttons of a real window under Wine, where all that it takes is at hand. */
export default defineConfig({
  test: {
    include: ['test/automation/**/*.test.ts'],
    globalSetup: ['test/automation/setup.ts'],
    // Limits for tests and hooks, by what a bare start takes here and now.
    setupFiles: ['test/pace/limits.ts'],
    reporters: ['default', './test/automation/table-reporter.ts', './test/summary-reporter.ts'],
    // They share one machine: a window that comes late may be another file's doing.
    fileParallelism: false,
  },
});
