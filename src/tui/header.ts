import type { Ambiguous } from '../text/cells.ts';
import { lineWidth, spread, type Line, type Span } from './line.ts';

export interface FrameHeader {
  readonly title: string;
  /** The screen's name. */
  readonly screen: string;
  /** The label of a terminal that is not real; null on a real one. */
  readonly simulated: string | null;
  /** The terminal's name; null where it is not known. */
  readonly terminal: string | null;
  readonly clock: string;
}

/** The header on one line. Where it is short of room, first the title goes, then the terminal's name, then the clock. */
export function header(input: FrameHeader, columns: number, ambiguous: Ambiguous): Line {
  const screen: Span = { text: input.screen, bold: true };
  const label: readonly Span[] =
    input.simulated === null ? [] : [{ text: `[${input.simulated}]`, tone: 'accent', inverse: true }];
  const name: readonly Span[] = input.terminal === null ? [] : [{ text: input.terminal }];
  const clock: Span = { text: input.clock };
  const choices: readonly { readonly left: Line; readonly right: Line }[] = [
    { left: [{ text: `${input.title} ` }, screen], right: apart([...label, ...name, clock]) },
    { left: [screen], right: apart([...label, ...name, clock]) },
    { left: [screen], right: apart([...label, clock]) },
  ];
  const room = ({ left, right }: { readonly left: Line; readonly right: Line }): boolean =>
    lineWidth(left, ambiguous) + 1 + lineWidth(right, ambiguous) <= columns;
  const { left, right } = choices.find(room) ?? { left: [screen], right: label };
  return spread(left, right, columns, ambiguous);
}

function apart(parts: readonly Span[]): Line {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: ' ' }, part]));
}
