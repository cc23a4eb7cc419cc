import { fieldWindow, type TextField } from './text-field.ts';
import { width, type Ambiguous } from '../text/cells.ts';
import { spans, type Line } from './line.ts';

/** A text field on one line of at most `columns`: `prompt [text]`, the cursor on its character, which is inverse. */
export function fieldLine(prompt: string, field: TextField, columns: number, ambiguous: Ambiguous = 'narrow'): Line {
  const room = Math.max(3, columns - width(prompt, ambiguous) - 3);
  const { before, at, after } = fieldWindow(field, room, ambiguous);
  return spans(`${prompt} [`, before, { text: at, inverse: true, cursor: true }, after, ']');
}
