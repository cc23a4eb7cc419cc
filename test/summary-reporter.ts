import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends every run for whoever reads the output by machine: a line `FAILED file > test: why` for each failed test, then
 * `N passed, N failed[, N skipped]`.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    const failures: string[] = unhandledErrors.map((error) => `(outside of a test): ${firstLine(error)}`);
    for (const module of modules) {
      const file = module.relativeModuleId;
      const failed = [...module.children.allTests('failed')];
      failures.push(...failed.map((test) => `${file} > ${test.fullName}: ${firstLine(test.result().errors?.[0])}`));
      if (module.state() === 'failed' && failed.length === 0) {
        count.failed += 1;
        const ofSuites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
        failures.push(`${file}: ${firstLine(module.errors()[0] ?? ofSuites[0])}`);
      }
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const skipped = count.skipped + count.pending;
    process.stdout.write(failures.map((failure) => `\nFAILED ${failure}`).join(''));
    process.stdout.write(
      `\n${String(count.passed)} passed, ${String(count.failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}\n`,
    );
  }
}

function firstLine(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return (hasMessage ? String(error.message) : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
}
