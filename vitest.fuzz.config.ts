import process from 'node:process';
import { defineConfig } from 'vitest/config';

/** The readers' fuzzing for longer than in `npm test`; `FUZZ_RUNS` says how many files each, `FUZZ_SEED` which of them. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    env: { FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? '50000' },
    reporters: ['default', './test/summary-reporter.ts'],
  },
});
