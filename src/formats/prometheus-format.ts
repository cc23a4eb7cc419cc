import { monitoringTexts } from './monitoring.ja.ts';
import { harmless } from '../text/harmless.ts';

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
 * Metrics in Prometheus's text format 0.0.4, as textfile collectors read it: line feeds only, one at the end, no
 * timestamps (https://prometheus.io/docs/instrumenting/exposition_formats/). A family without samples is left out.
 *
 * Written here and not by prom-client: that library keeps the counters of a running server, and its registry is state
 * of the module; what is left for one file is this.
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

/** The labels of our own metrics: an operator's label of the same name would make two of it. */
export const ownLabels = [
  'check',
  'component',
  'installed',
  'notice',
  'phase',
  'required',
  'simulated',
  'state',
  'status',
  'step',
  'target_component',
  'target_version',
  'verdict',
  'version',
] as const;

/** What the format itself gives a meaning in histograms and summaries. */
const formatLabels = ['le', 'quantile'] as const;

type Labels =
  { readonly ok: true; readonly labels: readonly Label[] } | { readonly ok: false; readonly problem: string };

/**
 * The labels that were given as `NAME=VALUE`, in their order; or what is wrong with the first that cannot be used.
 * Names by https://prometheus.io/docs/concepts/data_model/. An empty value is refused because it is the same as no
 * label; so is what `harmless` takes out: the format cannot escape control characters, and nobody sees the others.
 */
export function parseLabels(texts: readonly string[]): Labels {
  const labels: Label[] = [];
  for (const text of texts) {
    const at = text.indexOf('=');
    const [name, value] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
    const problem = at < 0 ? problems.form(text) : problemWith(name, value, labels);
    if (problem !== null) return { ok: false, problem };
    labels.push([name, value]);
  }
  return { ok: true, labels };
}

const problems = monitoringTexts.labels;

function problemWith(name: string, value: string, before: readonly Label[]): string | null {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) || name.startsWith('__')) return problems.name(name);
  if ([...ownLabels, ...formatLabels].some((reserved) => reserved === name)) return problems.reserved(name);
  if (before.some(([other]) => other === name)) return problems.twice(name);
  if (value === '' || harmless(value) !== value) return problems.value(name);
  return null;
}
