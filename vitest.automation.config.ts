import { defineConfig } from 'vitest/config';

/** Our PowerShell scripts press the buttons of a real window under Wine, where all that it takes is at hand. */
export default defineConfig({
  test: {
    include: ['test/automation/**/*.test.ts'],
    globalSetup: ['test/automation/setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
