import { defineConfig } from 'vitest/config';

/** The bench of the packaged program in a Windows of Wine: `npm run bench:windows`. */
export default defineConfig({
  test: {
    include: ['scripts/bench/under-wine.ts'],
    globalSetup: ['test/windows/setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    disableConsoleIntercept: true,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
  },
});
