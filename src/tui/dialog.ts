import { frameTexts } from './keys.ja.ts';
import { cut, width, type Ambiguous } from '../text/cells.ts';
import { blank, fitLine, line, lineWidth, type Line, type Span } from './line.ts';
import { wrap } from '../text/wrap.ts';
import type { Instant } from '../domain/time.ts';
import type { KeyPress } from './keys.ts';

export interface DialogInput {
  readonly columns: number;
  readonly title: string;
  /** One paragraph an entry. */
  readonly body: readonly string[];
  /** The safe answer comes first. */
  readonly choices: readonly string[];
  readonly selected: number;
  readonly ambiguous?: Ambiguous;
}

/** Lines, and which of them must be in view. */
export interface Block {
  readonly lines: readonly Line[];
  readonly focus: number | null;
  /** The last line that belongs to what is in focus; absent: the line itself. */
  readonly focusEnd?: number;
}

const WIDEST = 76;

/**
 * A question in a box of ASCII characters. The answers stand side by side where they fit, else one below the other; the
 * selected one is `>[ … ]<`.
 */
export function dialog(input: DialogInput): Block {
  const { ambiguous = 'narrow' } = input;
  const columns = Math.min(input.columns, WIDEST);
  const inner = Math.max(2, columns - 4);
  const answers = choiceLines(input, inner, ambiguous);
  const body = input.body.flatMap((paragraph) => wrap(paragraph, inner, ambiguous).map((text) => line(text)));
  const content = [...body, blank, ...answers.lines];
  const lines = [
    titleEdge(input.title, columns, ambiguous),
    ...content.map((row) => boxed(row, inner, ambiguous)),
    edge(columns),
  ];
  return { lines, focus: answers.focus === null ? null : 1 + body.length + 1 + answers.focus };
}

function choiceLines(input: DialogInput, inner: number, ambiguous: Ambiguous): Block {
  const all = input.choices.map((label, index) => choice(label, index === input.selected));
  const row = all.flatMap((span, index) => (index === 0 ? [span] : [{ text: '  ' }, span]));
  if (lineWidth(row, ambiguous) <= inner) return { lines: [row], focus: 0 };
  return { lines: all.map((span) => [span]), focus: input.selected };
}

function choice(label: string, selected: boolean): Span {
  return selected
    ? { text: `>[ ${label} ]<`, inverse: true, spoken: frameTexts.selected(label) }
    : { text: ` [ ${label} ] ` };
}

function boxed(row: Line, inner: number, ambiguous: Ambiguous): Line {
  return [{ text: '| ', spoken: '' }, ...fitLine(row, inner, ambiguous), { text: ' |', spoken: '' }];
}

function titleEdge(title: string, columns: number, ambiguous: Ambiguous): Line {
  const text = cut(title, Math.max(0, columns - 6), ambiguous);
  const rest = Math.max(0, columns - 5 - width(text, ambiguous));
  return [
    { text: '+- ', spoken: '' },
    { text, bold: true },
    { text: ` ${'-'.repeat(rest)}+`, spoken: '' },
  ];
}

function edge(columns: number): Line {
  return line(`+${'-'.repeat(Math.max(0, columns - 2))}+`, { spoken: '' });
}

/** When something came in, and in which piece of input. */
export interface InputMark {
  readonly at: Instant;
  readonly chunk: number;
}

/**
 * For so long after a dialog has opened nothing confirms it, in milliseconds: pasted text and a bouncing key are over
 * by then.
 */
export const CONFIRM_DELAY_MS = 300;

/**
 * Whether a press may answer the dialog that opened at `opened`. The rest of the chunk that opened it never does, and
 * Enter not before the delay is over.
 */
export function mayAnswer(opened: InputMark, press: KeyPress, now: InputMark): boolean {
  if (now.chunk === opened.chunk) return false;
  const waited = now.at - opened.at;
  // A clock that was set back must not lock the dialog.
  return press.id !== 'enter' || waited < 0 || waited >= CONFIRM_DELAY_MS;
}
