import type { Line, Tone } from './line.ts';

/** How Ink shows a tone. Only the eight basic colours: every console has them, on black and on white. */
export interface Look {
  readonly color?: 'green' | 'yellow' | 'red' | 'cyan' | 'magenta';
  readonly dimColor?: true;
}

const looks: Readonly<Record<Tone, Look>> = {
  plain: {},
  good: { color: 'green' },
  attention: { color: 'yellow' },
  bad: { color: 'red' },
  quiet: { dimColor: true },
  unknown: { color: 'magenta' },
  accent: { color: 'cyan' },
};

export function lookOf(tone: Tone): Look {
  return looks[tone];
}

/** The same without colours, for an operator who wants none; what is dim, bold or inverse stays so. */
export function colourless(lines: readonly Line[]): readonly Line[] {
  return lines.map((row) => row.map(({ tone, ...span }) => (tone === 'quiet' ? { ...span, tone } : span)));
}
