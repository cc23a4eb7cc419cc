/** What is measured: its name for `--only`, and the limit of the contract. */
export interface Metric {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** null: counted, but nothing is demanded of it. */
  readonly limit: number | null;
  /** A limit that must be met; a start-up ratio that is missed is reported, and the profile says why. */
  readonly must: boolean;
}

export const metrics = [
  reported('start.first-frame', 'first painted frame / bare node', 'x', 3.5),
  reported('start.verdict', 'first painted verdict / bare node', 'x', 5),
  reported('start.first-key', 'first key accepted / bare node', 'x', 4.5),
  reported('start.check', 'check --json / bare node', 'x', 4),
  must('keys.paint-p50', 'key to paint, p50', 'ms', 8),
  must('keys.paint-p95', 'key to paint, p95', 'ms', 20),
  must('keys.bytes', 'bytes a key press in a list, mean', 'bytes', 400),
  counted('history.paint-p50', 'history at 10,000 entries: key to paint, p50', 'ms'),
  must('history.paint-p95', 'the same, p95', 'ms', 50),
  must('idle.bytes', 'bytes a minute, idle', 'bytes', 200),
  must('idle.cpu', 'CPU a minute, idle, live watching on', 's', 0.3),
  counted('idle.cpu-reading', 'the same with the readings of each minute', 's'),
  must('memory.peak', 'peak memory of a whole session', 'MB', 100),
  must('updates.growth', 'growth over 100,000 updates, store alone', 'MB', 1),
  must('updates.growth-drawn', 'growth over 100,000 updates, drawn by Ink', 'MB', 3),
  counted('session.bytes', 'a whole session: status, download, restart, report', 'bytes'),
  counted('session.largest-frame', 'its largest frame', 'bytes'),
] as const satisfies readonly Metric[];

export type MetricName = (typeof metrics)[number]['name'];

/** What a measurement found: the values by metric, and what else is worth keeping. */
export interface Found {
  readonly values: Readonly<Partial<Record<MetricName, number>>>;
  readonly details: unknown;
}

function reported<N extends string>(name: N, title: string, unit: string, limit: number) {
  return { name, title, unit, limit, must: false };
}

function must<N extends string>(name: N, title: string, unit: string, limit: number) {
  return { name, title, unit, limit, must: true };
}

function counted<N extends string>(name: N, title: string, unit: string) {
  return { name, title, unit, limit: null, must: false };
}
