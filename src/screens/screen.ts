import type { Block } from '../tui/dialog.ts';
import type { CommandId } from './keys.ts';
import { blank, spans, type Line } from '../tui/line.ts';
import { list, type ListRow } from '../tui/list.ts';
import type { TextField } from '../tui/text-field.ts';
import { consoleTexts } from './console.ja.ts';
import type { Intent } from './intent.ts';
import type { Area } from './layout.ts';
import type { Model } from './model.ts';
import type { Step } from './step.ts';

/** A screen of the console. */
export interface Screen {
  readonly page: (model: Model) => Page;
  /** The text field that it may have. */
  readonly entry?: TextEntry;
  /** What it begins with when it is opened; absent: with its first row. */
  readonly opened?: (model: Model) => Model;
  /** Where Esc leads within the screen; null: out of it. Absent: always out. */
  readonly back?: (model: Model) => Model | null;
}

/** A screen as it is for one model. */
export interface Page {
  /** What can be selected, top to bottom. */
  readonly rows: Rows;
  /** What is drawn: these rows, and what stands around them. */
  readonly body: (area: Area) => Block;
}

/** What a screen does with its text field while that has the focus. */
export interface TextEntry {
  /** The field; null where it has not the focus, and keys are keys. */
  readonly field: (model: Model) => TextField | null;
  /** The field was edited. */
  readonly edited: (model: Model, field: TextField) => Model;
  /** Enter, Esc and the arrows. */
  readonly command: (model: Model, command: CommandId) => Step;
  /** A line end inside a chunk, as hasty typing or a paste brings it. Absent: it does nothing. */
  readonly lineEnd?: (model: Model) => Step;
  /** Whether the selected row waits for a text, though nothing is typed yet: then digits are no keys. Absent: never. */
  readonly isNear?: (model: Model) => boolean;
}

/** A row of a screen. It is made once for a model: what is drawn and what the keys do come from the same one. */
export interface Row {
  /** Names the row among those of its screen. */
  readonly id: string;
  /** What it says, whole. */
  readonly label: string;
  /** How its line is drawn; absent: as the label. */
  readonly line?: Line;
  /** Whether it is read whole, on more lines than one, also while it is not selected. */
  readonly whole?: boolean;
  /** Paragraphs below it. */
  readonly below?: readonly string[];
  /** Paragraphs below it while it is selected, in the place of `below`. */
  readonly detail?: readonly string[];
  /** Why it cannot be chosen now: it stays visible and says so. null: it can. */
  readonly blocked: string | null;
  /** What choosing it says; null: a row to read, choosing it moves on to the next. */
  readonly intent: Intent | null;
}

/** Rows in their order. An array, or rows that are made when they are asked for: few of a long list are in view. */
export interface Rows<Some extends Row = Row> {
  readonly length: number;
  at(index: number): Some | undefined;
}

export function row(id: string, label: string, intent: Intent | null, blocked: string | null = null): Row {
  return { id, label, blocked, intent };
}

/** The last row of most screens. */
export const toStatus: Row = row('to-status', consoleTexts.toStatus, { type: 'go', screen: 'status' });

/** The index of the selected row of the current screen, kept inside its rows as they now are. */
export function selectedIndex(model: Model, rows: Rows): number {
  return Math.max(0, Math.min(model.selected[model.screen] ?? 0, rows.length - 1));
}

/** The selected row of the current screen; null where it has none. */
export function selectedOf<Some extends Row>(model: Model, rows: Rows<Some>): Some | null {
  return rows.at(selectedIndex(model, rows)) ?? null;
}

/** A page of these rows: `body` is drawn from blocks of some of them, of which one holds the selected row. */
export function rowsPage(
  model: Model,
  rows: readonly Row[],
  body: (block: (some: readonly Row[]) => Block, area: Area) => Block,
): Page {
  const selected = selectedOf(model, rows);
  return { rows, body: (area) => body((some) => rowsBlock(some, selected, area), area) };
}

/** Where the row with this id is, looked for around a place, because a row seldom moves far; null: it is not there. */
export function placeOfRow(rows: Rows, id: string, near: number): number | null {
  for (let far = 0; far <= Math.max(near, rows.length - near); far += 1)
    for (const at of [near - far, near + far]) if (at >= 0 && rows.at(at)?.id === id) return at;
  return null;
}

/** Rows below each other; `selected`, if among them, is marked and read whole, with `more` below its detail. */
export function rowsBlock(rows: readonly Row[], selected: Row | null, area: Area, more: readonly string[] = []): Block {
  const at = selected === null ? -1 : rows.indexOf(selected);
  // Where the selected row is not one of these, one end of them is next to it.
  const nearest = at === -1 ? [0, rows.length - 1] : [at];
  const { rows: height = Infinity } = area;
  const isFar = (index: number): boolean => nearest.every((near) => Math.abs(index - near) > height);
  return list({
    rows: rows.map((each, index) => {
      // A row that says more than its line takes more than one.
      if (isFar(index) && each.blocked === null && !each.below && !each.whole) return null;
      return index === at ? selectedRow(each, area, more) : plainRow(each, area);
    }),
    selected: at === -1 ? null : at,
    columns: area.columns,
    ambiguous: area.ambiguous,
    height,
  });
}

/**
 * The same for a list that may be of any length, of rows that take one line each while they are out of view: only those
 * around the selected one are made. `at` is its place; null: the selected row stands above them.
 */
export function longBlock(rows: Rows, at: number | null, area: Area, more: readonly string[] = []): Block {
  const { rows: height = rows.length } = area;
  const from = Math.max(0, (at ?? 0) - height);
  const to = Math.min(rows.length, (at ?? 0) + height + 1);
  const made = Array.from({ length: to - from }, (_, index) => from + index).flatMap((index) => rows.at(index) ?? []);
  const near = rowsBlock(made, at === null ? null : (made[at - from] ?? null), area, more);
  const lines = Array<Line>(from + near.lines.length + rows.length - to).fill(blank);
  for (const [index, each] of near.lines.entries()) lines[from + index] = each;
  return near.focus === null
    ? { lines, focus: null }
    : { lines, focus: from + near.focus, focusEnd: from + (near.focusEnd ?? near.focus) };
}

function plainRow({ label, line = spans(label), below, blocked, whole }: Row, { linesARow }: Area): ListRow {
  return { line, blocked, detail: below ?? [], lines: whole ? Infinity : (linesARow ?? 1) };
}

function selectedRow(each: Row, area: Area, more: readonly string[]): ListRow {
  return { ...plainRow({ ...each, whole: true }, area), detail: [...(each.detail ?? each.below ?? []), ...more] };
}
