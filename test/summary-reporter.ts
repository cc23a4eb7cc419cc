import type { Reporter, TestModule } from 'vitest/node';

/** Ends every run with one line for whoever reads the output by machine: `N passed, N failed[, N skipped]`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0)
        count.failed += 1;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const skipped = count.skipped + count.pending;
    process.stdout.write(
      `\n${String(count.passed)} passed, ${String(count.failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}\n`,
    );
  }
}
