import { defineConfig } from 'vitest/config';

/** In a lane of their own, `npm run test:long`. */
export const longTests: readonly string[] = [
  'test/card/printed.test.ts',
  'test/e2e/monkey.test.ts',
  'test/e2e/monkey-pty.test.ts',
  'test/e2e/manual.test.ts',
  'test/e2e/bad-input.test.ts',
  'test/e2e/boots.test.ts',
  'test/e2e/bundle.test.ts',
  'test/e2e/changing-file.test.ts',
  'test/e2e/command-line.test.ts',
  'test/e2e/desk.test.ts',
  'test/e2e/edns.test.ts',
  'test/e2e/keys-to-sent.test.ts',
  'test/e2e/last-word.test.ts',
  'test/e2e/monitoring.test.ts',
  'test/e2e/report.test.ts',
  'test/e2e/settings.test.ts',
  'test/e2e/standing-still.test.ts',
  'test/e2e/terminal.test.ts',
  'test/e2e/under-way.test.ts',
  'test/e2e/witnesses.test.ts',
  'test/e2e/whole-day.test.ts',
  'test/faults/built.test.ts',
  'test/faults/matrix.test.ts',
  'test/probes/slow-machine.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Lanes of their own, because they take long or need more than Node: `npm run test:kill`, `test:attack`, `test:package`, `test:powershell`,
    // `test:windows`, `test:monitoring`.
    exclude: [
      ...longTests,
      'test/e2e/kill.test.ts',
      'test/attack/**',
      'test/package/whole-zip.test.ts',
      'test/automation/**',
      'test/monitoring/**',
      'test/powershell/**',
      'test/windows/**',
      'node_modules/**',
    ],
    reporters: ['default', './test/summary-reporter.ts'],
    // Many tests wait for programs that they started: on two cores a third worker ends a run a third sooner.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
