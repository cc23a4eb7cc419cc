import { defineConfig } from 'vitest/config';
import { longTests } from './vitest.config.ts';

/**
 * What takes long: random input by the thousand, the whole day, stories that wait for minutes,
 * every part of the program taken away, every picture of the manual made again.
 */
export default defineConfig({
  test: {
    include: [...longTests],
    reporters: ['default', './test/summary-reporter.ts'],
    // Many wait for programs that they started; by itself the runner would use one core of two.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
