import { deskTexts } from './desk.ja.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { markTexts } from '../tui/keys.ja.ts';
import { fit, type Ambiguous } from '../text/cells.ts';
import type { Block } from '../tui/dialog.ts';
import { blank, cutLine, line, type Line, type Span } from '../tui/line.ts';
import { MARKER_COLUMNS } from '../tui/list.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';
import { itemsOf, selectedIndex, type Item } from './items.ts';
import { doneText } from './list-text.ts';
import type { DeskModel } from './model.ts';
import type { Clinic, Row } from './row.ts';
import { markOf } from './states.ts';
import { ageText } from './times.ts';

const DONE_COLUMNS = 15;
const AGE_COLUMNS = 9;
/** So many rows around the selected one are laid out, more than any screen shows: a list of ten thousand costs no more than a short one. */
const LAID_OUT = 120;

/** The rows of the list that is shown, one line each; those far from the selected one are left blank. */
export function listBlock(model: DeskModel, ambiguous: Ambiguous): Block {
  const items = itemsOf(model);
  if (items.length === 0 || (items.length === 1 && items[0]?.type === 'to-menu'))
    return nothing(model, items, ambiguous);
  const selected = selectedIndex(model, items);
  const lines = items.map((item, index) =>
    Math.abs(index - selected) > LAID_OUT ? blank : rowLine(item, index === selected, model, ambiguous),
  );
  return { lines, focus: selected };
}

function nothing(model: DeskModel, items: readonly Item[], ambiguous: Ambiguous): Block {
  const rows = items.map((item) => rowLine(item, true, model, ambiguous));
  return { lines: [...rows, line(nothingText(model))], focus: rows.length > 0 ? 0 : null };
}

function nothingText({ screen, standing, progress }: DeskModel): string {
  if (screen === 'desk-bad') return texts.noBad;
  if (standing.rows.length > 0) return texts.noneFits;
  return progress === null ? texts.none : texts.looking;
}

function rowLine(item: Item, selected: boolean, model: DeskModel, ambiguous: Ambiguous): Line {
  const { columns } = model.size;
  const marker: Span = selected ? { text: '> ', tone: 'accent', bold: true } : { text: '  ' };
  const content = contentOf(item, columns - MARKER_COLUMNS, model, ambiguous);
  return cutLine(
    [marker, ...(selected ? content.map((span) => ({ ...span, bold: true })) : content)],
    columns,
    ambiguous,
  );
}

function contentOf(item: Item, columns: number, model: DeskModel, ambiguous: Ambiguous): Line {
  switch (item.type) {
    case 'to-menu':
      return [{ text: texts.menu }];
    case 'action':
      return [{ text: item.label }];
    case 'bad':
      return [{ text: `${deskTexts.place(item.bad.source.path, item.bad.source.line)}: ${item.bad.reason}` }];
    case 'clinic':
      return clinicLine(item.clinic, columns, model, ambiguous);
    case 'terminal':
      return terminalLine(item.row, columns, model, ambiguous);
  }
}

/** The room for two texts beside what has its own width: the first takes two fifths. */
function shares(room: number): readonly [number, number] {
  const first = Math.floor(room * 0.4);
  return [first, Math.max(0, room - first - 1)];
}

function clinicLine(clinic: Clinic, columns: number, { now }: DeskModel, ambiguous: Ambiguous): Line {
  const { worst } = clinic;
  const [nameColumns, whyColumns] = shares(columns - MARK_COLUMNS - DONE_COLUMNS - AGE_COLUMNS);
  return [
    markSpan(worst),
    { text: `${fit(clinic.name ?? deskTexts.unknownClinic, nameColumns, ambiguous)} ` },
    { text: fit(doneText(clinic), DONE_COLUMNS, ambiguous) },
    { text: fit(whyText(worst), whyColumns, ambiguous) },
    ageSpan(worst, now),
  ];
}

function terminalLine(row: Row, columns: number, { now, clinic }: DeskModel, ambiguous: Ambiguous): Line {
  const [nameColumns, whyColumns] = shares(columns - MARK_COLUMNS - AGE_COLUMNS);
  const terminal = row.namesake ? `${placeName(row)} ${row.terminal}` : row.terminal;
  const name = clinic === null ? `${row.clinic ?? deskTexts.unknown} ${terminal}` : terminal;
  return [
    markSpan(row),
    { text: `${fit(name, nameColumns, ambiguous)} ` },
    { text: fit(whyText(row), whyColumns, ambiguous) },
    ageSpan(row, now),
  ];
}

/** What tells a terminal from those of its name, in a few columns: the end of its place. */
function placeName({ entry }: Row): string {
  if (entry === null) return '';
  const { path, line } = entry.source;
  const end = path.split(/[/\\]/).slice(-2).join('/');
  return line === null ? end : `${end}:${String(line)}`;
}

/** The state, and the check to mend first. */
function whyText({ state, entry, twins, outdated }: Row): string {
  const check = entry?.check ?? null;
  const code = state === 'check-failed' ? (entry?.step ?? null) : null;
  return [
    deskTexts.states[state],
    ...(check === null ? [] : [check]),
    ...(code === null ? [] : [code]),
    ...(outdated ? [deskTexts.outdated] : []),
    ...(entry?.simulated === true && state !== 'simulated' ? [deskTexts.simulated] : []),
    ...(twins.length === 0 ? [] : [deskTexts.sameTime]),
  ].join(': ');
}

function markSpan({ state }: Row): Span {
  const { mark, tone } = markOf(state);
  return { text: fit(markTexts[mark], MARK_COLUMNS), tone };
}

/** In another tone where the answer is old or from the future: `* ` says it without colour. */
function ageSpan({ entry, stale, ahead }: Row, now: number): Span {
  const text = fit(`${stale || ahead ? '*' : ' '}${ageText(entry?.at ?? null, now)}`, AGE_COLUMNS, 'narrow', 'right');
  return stale || ahead ? { text, tone: 'attention' } : { text, tone: 'quiet' };
}
