import { cells, plain, width, type Ambiguous } from '../text/cells.ts';
import type { KeyPress } from './keys.ts';
import { spans, type Line } from './line.ts';

/** A text on one line and the place in it (in code units, always between two characters). */
export interface TextField {
  readonly text: string;
  readonly cursor: number;
}

export const emptyField: TextField = { text: '', cursor: 0 };

/** A field that holds `text`, with the cursor at its end. */
export function fieldOf(text: string): TextField {
  return insert(emptyField, text);
}

/** Types or pastes a chunk at the cursor. Line ends go, other control characters are made harmless. */
export function insert(field: TextField, chunk: string): TextField {
  const before = plain(withoutLooseMarks(field.text.slice(0, field.cursor) + chunk.replace(/[\r\n]/g, '')));
  return { text: before + field.text.slice(field.cursor), cursor: before.length };
}

/** The sign that stands in `plain` for a character that no console of Windows can draw. */
export const REPLACED = '\u3013';

/**
 * Marks composed with the character before them. One that combines with none would go without a trace: it is shown as
 * replaced, once. Mark by mark, so that it does not matter how the input was cut.
 */
function withoutLooseMarks(text: string): string {
  if (!MARK.test(text)) return text;
  const kept: string[] = [];
  for (const char of text) {
    if (!MARK.test(char)) kept.push(char);
    else if (!/\p{Variation_Selector}/u.test(char)) kept.push(...combined(kept.pop() ?? '', char));
  }
  return kept.join('');
}

const MARK = /[\p{Mn}\p{Me}]/u;
/** What `plain` replaces, marks and all. */
const TO_BE_REPLACED = /[\u3013\u{10000}-\u{1FFFF}]/u;

function combined(base: string, mark: string): readonly string[] {
  if (TO_BE_REPLACED.test(base)) return [base];
  const composed = (base + mark).normalize('NFC');
  return Array.from(composed).length === 1 && !MARK.test(composed) ? [composed] : [base, REPLACED];
}

/** The field after a key. Keys that edit nothing leave it as it is. */
export function edit(field: TextField, press: KeyPress): TextField {
  const { text, cursor } = field;
  switch (press.id) {
    case 'text':
      return insert(field, press.text);
    case 'left':
      return { text, cursor: previous(field) };
    case 'right':
      return { text, cursor: next(field) };
    case 'home':
      return { text, cursor: 0 };
    case 'end':
      return { text, cursor: text.length };
    case 'backspace':
      return { text: text.slice(0, previous(field)) + text.slice(cursor), cursor: previous(field) };
    case 'delete':
      return { text: text.slice(0, cursor) + text.slice(next(field)), cursor };
    case 'ctrl-u':
      return { text: text.slice(cursor), cursor: 0 };
    case 'ctrl-w': {
      const from = wordBefore(text.slice(0, cursor));
      return { text: text.slice(0, from) + text.slice(cursor), cursor: from };
    }
    default:
      return field;
  }
}

/** Where the last word of a text begins; what stands behind it that is no word goes with it. */
function wordBefore(text: string): number {
  const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)];
  return (words.findLast(({ isWordLike }) => isWordLike) ?? words[0])?.index ?? 0;
}

/**
 * The part of the field around the cursor that fits into `columns` (three or more): the text before the cursor, the
 * character under it (a space at the end), and the text after it.
 */
export function fieldWindow(
  field: TextField,
  columns: number,
  ambiguous: Ambiguous = 'narrow',
): { readonly before: string; readonly at: string; readonly after: string } {
  const left = cells(field.text.slice(0, field.cursor), ambiguous);
  const [at = { text: ' ', width: 1 }, ...right] = cells(field.text.slice(field.cursor), ambiguous);
  const room = Math.max(0, columns - at.width);
  // Both sides of the cursor show: the right side may take what the left one leaves, and half the room in any case.
  const wanted = width(right.map((cell) => cell.text).join(''), ambiguous);
  const before = take(left.toReversed(), room - Math.min(wanted, Math.floor(room / 2)));
  const after = take(right, room - before.used);
  return { before: before.texts.toReversed().join(''), at: at.text, after: after.texts.join('') };
}

function take(
  from: readonly { readonly text: string; readonly width: number }[],
  room: number,
): { readonly texts: readonly string[]; readonly used: number } {
  const texts: string[] = [];
  let used = 0;
  for (const cell of from) {
    if (used + cell.width > room) break;
    texts.push(cell.text);
    used += cell.width;
  }
  return { texts, used };
}

function previous({ text, cursor }: TextField): number {
  return cursor - (cells(text.slice(0, cursor)).at(-1)?.text.length ?? 0);
}

function next({ text, cursor }: TextField): number {
  return cursor + (cells(text.slice(cursor))[0]?.text.length ?? 0);
}

/** A text field on one line of at most `columns`: `prompt [text]`, the cursor on its character, which is inverse. */
export function fieldLine(prompt: string, field: TextField, columns: number, ambiguous: Ambiguous = 'narrow'): Line {
  const room = Math.max(3, columns - width(prompt, ambiguous) - 3);
  const { before, at, after } = fieldWindow(field, room, ambiguous);
  return spans(`${prompt} [`, before, { text: at, inverse: true, cursor: true }, after, ']');
}
