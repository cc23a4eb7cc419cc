/** One family as it stands in the text. */
export interface ReadFamily {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly ReadSample[];
}

export interface ReadSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const HELP = /^# HELP (\w+) ([^\n]+)$/;
const TYPE = /^# TYPE (\w+) (gauge|counter|untyped)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([^\n]*)\})? (\S+)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/;

/**
 * Reads Prometheus's text format as strictly as its own description is: a family is HELP, TYPE, then its samples, once;
 * each series once; line feeds only, and one at the end; no timestamps. Throws where the text breaks that.
 */
export function readExposition(text: string): readonly ReadFamily[] {
  if (!text.endsWith('\n')) throw new Error('no line feed at the end');
  if (/[\r\uFEFF]/.test(text)) throw new Error('a carriage return or a byte order mark');
  const families: { name: string; help: string; type: string; samples: ReadSample[] }[] = [];
  const series = new Set<string>();
  const lines = text.slice(0, -1).split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const help = HELP.exec(line);
    if (help) {
      const [, name = '', words = ''] = help;
      const [, typed, type = ''] = TYPE.exec(lines[(index += 1)] ?? '') ?? [];
      if (typed !== name) throw new Error(`no TYPE after HELP: ${name}`);
      if (families.some((family) => family.name === name)) throw new Error(`twice: ${name}`);
      families.push({ name, help: unescaped(words), type, samples: [] });
      continue;
    }
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
    const family = families.at(-1);
    if (name === '' || family?.name !== name) throw new Error(`out of place: ${line}`);
    if (!Number.isFinite(Number(value))) throw new Error(`no number: ${line}`);
    const sample = { labels: readLabels(labels), value: Number(value) };
    const pairs = Object.entries(sample.labels).map((pair) => JSON.stringify(pair));
    const key = `${name} ${pairs.toSorted().join(' ')}`;
    if (series.has(key)) throw new Error(`the same series twice: ${line}`);
    series.add(key);
    family.samples.push(sample);
  }
  return families;
}

function readLabels(text: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== '';) {
    const [whole = '', name = '', value = ''] = LABEL.exec(rest) ?? [];
    if (whole === '' || name in labels) throw new Error(`no label, or twice: ${rest}`);
    labels[name] = unescaped(value);
    rest = rest.slice(whole.length);
  }
  return labels;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\"n])/g, (_, char: string) => (char === 'n' ? '\n' : char));
}
