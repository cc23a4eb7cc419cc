import { defineConfig } from 'vitest/config';
import { longTests } from './vitest.config.ts';

/** What takes half a minute a file: random input by the thousand, the whole day, every picture of the manual made again. */
export default defineConfig({
  test: {
    include: [...longTests],
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
