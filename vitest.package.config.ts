import { defineConfig } from 'vitest/config';

/** The whole zip for Windows, made twice. Needs Windows' Node from the npm registry, or from the cache. */
export default defineConfig({
  test: {
    include: ['test/package/whole-zip.test.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 900_000,
  },
});
