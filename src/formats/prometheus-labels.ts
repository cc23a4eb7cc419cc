import { monitoringTexts } from './monitoring.ja.ts';
import type { Label } from './prometheus-text.ts';

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
 * The labels that were given as `NAME=VALUE`, in their order; or what is wrong with the first that cannot be used. Names by
 * https://prometheus.io/docs/concepts/data_model/. An empty value is refused because it is the same as no label; so is a control
 * character other than a line feed, which the format cannot escape.
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
  if (value === '' || /(?!\n)\p{Cc}/u.test(value)) return problems.value(name);
  return null;
}
