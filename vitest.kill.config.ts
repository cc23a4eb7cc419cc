import { defineConfig } from 'vitest/config';

/** The long test: the console is killed at every point of the procedure. Needs a build. */
export default defineConfig({
  test: { include: ['test/e2e/kill.test.ts'], reporters: ['default', './test/summary-reporter.ts'] },
});
