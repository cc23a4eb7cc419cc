import process from 'node:process';
import { defineConfig } from 'vitest/config';

/** The monkey for longer than in `npm run test:long`; `MONKEY_RUNS` says how long, `MONKEY_SEED` which of them. */
export default defineConfig({
  test: {
    include: ['test/e2e/monkey.test.ts', 'test/e2e/monkey-pty.test.ts'],
    env: { MONKEY_RUNS: process.env['MONKEY_RUNS'] ?? '20000' },
    testTimeout: 24 * 3_600_000,
  },
});
