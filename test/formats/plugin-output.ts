/** A plugin's output, taken apart by the Monitoring Plugins Development Guidelines. */
export interface PluginOutput {
  readonly name: string;
  readonly service: string;
  readonly text: string;
  readonly data: ReadonlyMap<string, Datum>;
}

export interface Datum {
  /** null: `U`. */
  readonly value: number | null;
  readonly unit: string;
  readonly warn: string;
  readonly critical: string;
  readonly min: string;
  readonly max: string;
}

const LINE = /^([A-Z]+) (OK|WARNING|CRITICAL|UNKNOWN) - ([^|\n\r]+?)(?: \| ([^|\n\r]+))?\n$/;
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const RANGE = String.raw`@?(?:(?:~|${NUMBER}):)?(?:${NUMBER})?`;
/** Section 2.6: quoted labels hold anything but a single quote, which is doubled; others no space, `=` or quote. */
const DATUM = new RegExp(
  String.raw`^((?:'(?:[^']|'')+')|[^\s='|]+)=(U|${NUMBER})(us|ms|s|%|[KMGT]?B|c)?(?:;(${RANGE}))?(?:;(${RANGE}))?(?:;(${NUMBER})?)?(?:;(${NUMBER})?)?$`,
);

/** Throws where the guidelines' sections 2.1, 2.4 or 2.6 are broken. */
export function readPluginOutput(output: string): PluginOutput {
  const [whole, name = '', service = '', text = '', data = ''] = LINE.exec(output) ?? [];
  if (whole === undefined) throw new Error(`not one line of a plugin: ${output}`);
  const found = new Map<string, Datum>();
  for (const each of data === '' ? [] : data.split(' ')) {
    const [read, label = '', value = '', unit = '', warn = '', critical = '', min = '', max = ''] =
      DATUM.exec(each) ?? [];
    if (read === undefined || found.has(label)) throw new Error(`no performance data: ${each}`);
    if (value === 'U' && unit !== '') throw new Error(`an unknown value with a unit: ${each}`);
    found.set(label, { value: value === 'U' ? null : Number(value), unit, warn, critical, min, max });
  }
  return { name, service, text, data: found };
}
