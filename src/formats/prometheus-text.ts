/** A label of a series: name and value. */
export type Label = readonly [name: string, value: string];

export interface Sample {
  readonly labels: readonly Label[];
  readonly value: number;
}

/** All series of one name. Everything is a gauge: each file is one look at a terminal. */
export interface Family {
  readonly name: string;
  /** One line that says what it is. */
  readonly help: string;
  readonly samples: readonly Sample[];
}

/**
 * Metrics in Prometheus's text format 0.0.4, as textfile collectors read it: line feeds only, one at the end, no timestamps
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). A family without samples is left out.
 *
 * Written here and not by prom-client: that library keeps the counters of a running server, and its registry is state of the
 * module; what is left for one file is this.
 */
export function exposition(families: readonly Family[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, help, samples }) => [
      `# HELP ${name} ${escaped(help)}`,
      `# TYPE ${name} gauge`,
      ...samples.map(({ labels, value }) => `${name}${labelText(labels)} ${String(value)}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function labelText(labels: readonly Label[]): string {
  if (labels.length === 0) return '';
  const pairs = labels.map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`);
  return `{${pairs.join(',')}}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
