import type { Reporter, TestModule } from 'vitest/node';
import './tried.ts';

/** Ends the run with the table door × attack: how many cases were tried, and how many of them failed. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const cells = new Map<string, { cases: number; failed: number }>();
    const doors = new Set<string>();
    const attacks = new Set<string>();
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const { attack: tried } = test.meta();
      if (tried === undefined) continue;
      doors.add(tried.door);
      attacks.add(tried.attack);
      const id = cellOf(tried.door, tried.attack);
      const cell = cells.get(id) ?? { cases: 0, failed: 0 };
      cell.cases += tried.cases;
      if (test.result().state === 'failed') cell.failed += 1;
      cells.set(id, cell);
    }
    const head = ['door', ...attacks];
    const rows = [...doors].toSorted().map((door) => [
      door,
      ...[...attacks].map((attack) => {
        const cell = cells.get(cellOf(door, attack));
        if (cell === undefined) return '-';
        return cell.failed === 0 ? String(cell.cases) : `${String(cell.cases)} (${String(cell.failed)} FAILED)`;
      }),
    ]);
    const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
    const lines = [head, ...rows].map((row) => row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  '));
    const all = [...cells.values()].reduce((sum, { cases }) => sum + cases, 0);
    process.stdout.write(`\n${lines.join('\n')}\n\n${String(all)} attacks\n`);
  }
}

function cellOf(door: string, attack: string): string {
  return `${door}\n${attack}`;
}
