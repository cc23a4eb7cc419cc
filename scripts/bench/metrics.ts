/** What is measured: its name for `--only`, and the limit of the contract. */
export interface Metric {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** null: counted, but nothing is demanded of it. */
  readonly limit: number | null;
}

export const metrics = [
  must('start.first-frame', 'first painted frame / bare node', 'x', 3.5),
  must('start.version', "the target's version on the screen / bare node", 'x', 5),
  must('start.verdict', 'first painted verdict / bare node', 'x', 7),
  must('start.first-key', 'first key accepted / bare node', 'x', 6),
  must('start.check', 'check --json / bare node', 'x', 7),
  must('start.version-while-all-hangs', 'the version while all that is no file hangs / without', 'x', 1.1),
  counted('start.peer-ink', 'a minimal Ink program, bundled / bare node', 'x'),
  counted('start.peer-hand-written', 'one frame written by hand / bare node', 'x'),
  must('programs.survey', 'programs that one survey of a simulated terminal starts', '', 1),
  must('programs.memory', 'peak memory of the console and all its programs', 'MB', 200),
  must('keys.paint-p50', 'key to paint, p50', 'ms', 8),
  must('keys.paint-p95', 'key to paint, p95', 'ms', 20),
  must('keys.bytes', 'bytes a key press in a list, mean', 'bytes', 400),
  must('journal.start', 'a journal of 100,000 entries: start to the first key answered from it', 'ms', 2_000),
  must('journal.memory', 'the same: peak memory of the console', 'MB', 200),
  must('journal.append', 'the same: one entry, on the disk', 'ms', 20),
  counted('history.paint-p50', 'the same, its history: key to paint, p50', 'ms'),
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

function must<N extends string>(name: N, title: string, unit: string, limit: number) {
  return { name, title, unit, limit };
}

function counted<N extends string>(name: N, title: string, unit: string) {
  return { name, title, unit, limit: null };
}
