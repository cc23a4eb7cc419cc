import type { Metric } from './metrics.ts';

export interface Row extends Metric {
  readonly value: number;
  /** null where nothing is demanded. */
  readonly met: boolean | null;
}

/** The row of a metric with its value. */
export function rowOf(metric: Metric, value: number): Row {
  return { ...metric, value, met: metric.limit === null ? null : value <= metric.limit };
}

/** The rows as a table in Markdown, as docs/performance.md has it. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ name, title, value, unit, limit, met }) => [
    `${name}: ${title}`,
    `${round(value)} ${unit}`,
    limit === null ? '' : `${String(limit)} ${unit}`,
    met === null ? '' : met ? 'met' : 'MISSED',
  ]);
  return [['metric', 'value', 'limit', ''], ['---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function round(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}
