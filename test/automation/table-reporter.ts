import type { Reporter, TestModule } from 'vitest/node';
import stringWidth from 'string-width';
import './cell.ts';

const LEGEND =
  'By UI Automation: found and read as on Windows; the press itself is a message to what was found, because Wine has no InvokePattern.';

/** Prints what the lane's cells came to: the kind of window, the way that pressed it, the dialog that was seen. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.flatMap((test) => {
      const { cell } = test.meta();
      if (cell === undefined) return [];
      const state = test.result().state === 'passed' ? 'passed' : 'FAILED';
      return [[cell.window, cell.way, cell.pressedBy ?? 'nothing', cell.dialog ?? 'none', state]];
    });
    if (rows.length === 0) return;
    const table = [['window', 'way', 'pressed by', 'dialog seen', 'cell'], ...rows];
    const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => stringWidth(row[column] ?? '')))) ?? [];
    const padded = (text: string, column: number) => text + ' '.repeat((widths[column] ?? 0) - stringWidth(text));
    const lines = table.map((row) => row.map(padded).join('  ').trimEnd());
    process.stdout.write(`\n${lines.join('\n')}\n${LEGEND}\n`);
  }
}
