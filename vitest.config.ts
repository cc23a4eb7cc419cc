import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Lanes of their own, because they take long or need more than Node: `npm run test:kill`, `test:package`, `test:powershell`,
    // `test:windows`.
    exclude: [
      'test/e2e/kill.test.ts',
      'test/package/whole-zip.test.ts',
      'test/automation/**',
      'test/powershell/**',
      'test/windows/**',
      'node_modules/**',
    ],
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
