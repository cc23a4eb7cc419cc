import { defineConfig } from 'vitest/config';

/** Our PowerShell scripts in a real PowerShell, where the .NET SDK and its registry are at hand. */
export default defineConfig({
  test: {
    include: ['test/powershell/**/*.test.ts'],
    globalSetup: ['test/powershell/setup.ts', 'test/powershell/checker/setup.ts'],
    // Limits for tests and hooks, by what a bare start takes here and now.
    setupFiles: ['test/pace/limits.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
  },
});
