import { deskTexts } from './desk.ja.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import type { Called } from './called.ts';
import type { BadFile } from './entry.ts';
import { isNarrowed } from './filter.ts';
import { filterCounts } from './counts.ts';
import type { Clinic, Row } from './rows.ts';
import type { DeskModel } from './model.ts';
import { clinicKey } from './identity.ts';
import type { Ambiguous } from '../text/cells.ts';
import { clinicLine, terminalLine } from './lines.ts';
import { badText } from './remarks.ts';
import { wrapLines, type Line } from '../tui/line.ts';
import { list, MARKER_COLUMNS } from '../tui/list.ts';
import type { Block } from '../tui/dialog.ts';

export type MenuAction =
  | 'search'
  | 'notice'
  | 'state'
  | 'change'
  | 'called'
  | 'sorting'
  | 'clear'
  | 'terminals'
  | 'bad'
  | 'export'
  | 'read'
  | 'help'
  | 'leave';

/** One row that can be selected. */
export type Item =
  | { readonly id: string; readonly type: 'to-menu' }
  | { readonly id: string; readonly type: 'clinic'; readonly clinic: Clinic }
  | { readonly id: string; readonly type: 'terminal'; readonly row: Row }
  | { readonly id: string; readonly type: 'bad'; readonly bad: BadFile }
  | {
      readonly id: string;
      readonly type: 'action';
      readonly action: MenuAction;
      readonly label: string;
      /** How many terminals there are with each of what it may be. */
      readonly counts: string | null;
    };

/** The rows of the list that is shown; none where the screen is a page to read. */
export function itemsOf(model: DeskModel): readonly Item[] {
  switch (model.screen) {
    case 'desk-clinics':
      return [
        { id: 'menu', type: 'to-menu' },
        ...model.clinics.map((clinic): Item => ({ id: clinicKey(clinic.name), type: 'clinic', clinic })),
      ];
    case 'desk-terminals':
      return terminalsShown(model).map((row) => ({ id: row.id, type: 'terminal', row }));
    case 'desk-bad':
      // Of one place there may be several things to tell.
      return model.standing.bad.map((bad) => ({ id: idOf(bad), type: 'bad', bad }));
    case 'desk-menu':
      return menuItems(model);
    case 'desk-detail':
    case 'desk-help':
      return [];
  }
}

function idOf({ source: { path, line }, reason }: BadFile): string {
  return [path, line, reason].join('\n');
}

/** The terminals of the clinic that was opened, or all of them; both as the filter lets them through. */
export function terminalsShown({ rows, clinic }: DeskModel): readonly Row[] {
  return clinic === null ? rows : rows.filter((row) => clinicKey(row.clinic) === clinic);
}

function menuItems({ filter, sorting, standing, called }: DeskModel): readonly Item[] {
  const { items } = texts;
  const labels: readonly (readonly [MenuAction, string])[] = [
    ['search', items.search],
    ['state', items.state(filter.state === null ? null : deskTexts.states[filter.state])],
    ...(standing.counts.byChange === null
      ? []
      : [['change', items.change(filter.change === null ? null : deskTexts.changes[filter.change])] as const]),
    ...(isNarrowed(filter) ? [['clear', items.clear] as const] : []),
    ...(standing.counts.notices.length < 2 ? [] : [['notice', items.notice] as const]),
    ['called', items.called(filter.called === null ? null : filter.called ? deskTexts.called : deskTexts.notCalled)],
    ['sorting', items.sorting(texts.sortings[sorting])],
    ['terminals', items.terminals],
    ['bad', items.bad(standing.counts.bad)],
    ['export', items.export],
    ['read', items.read],
    ['help', items.help],
    ['leave', items.leave],
  ];
  return labels.map(([action, label]) => ({
    id: action,
    type: 'action',
    action,
    label,
    counts: action === 'called' ? calledCounts(standing.rows, called) : filterCounts(action, standing.counts),
  }));
}

/** How many terminals there are at clinics that were called today, and at others. */
function calledCounts(rows: readonly Row[], today: Called): string {
  const called = rows.filter(({ clinic }) => today.has(clinicKey(clinic))).length;
  return [deskTexts.count(deskTexts.called, called), deskTexts.count(deskTexts.notCalled, rows.length - called)].join(
    deskTexts.between,
  );
}

/**
 * Where the selected row stands now; where it has gone, or nothing was selected yet, the first row that is no way to
 * elsewhere.
 */
export function selectedIndex(model: DeskModel, items: readonly Item[]): number {
  const id = model.selected[model.screen];
  const found = id === undefined ? -1 : items.findIndex((item) => item.id === id);
  if (found >= 0) return found;
  return Math.max(
    0,
    items.findIndex(({ type }) => type !== 'to-menu'),
  );
}

/**
 * So many rows around the selected one are laid out, more than any screen shows: a list of ten thousand costs no more
 * than a short one.
 */
const LAID_OUT = 120;

/** The terminal that the selected row is about, for a clinic its worst; null: it is about none. */
export function selectedRow(model: DeskModel): Row | null {
  const items = itemsOf(model);
  const item = items[selectedIndex(model, items)];
  if (item?.type === 'clinic') return item.clinic.worst;
  return item?.type === 'terminal' ? item.row : null;
}

/** The terminal whose detail is open; null: none is, or it is gone. */
export function openedRow({ opened, standing }: DeskModel): Row | null {
  if (opened?.type !== 'terminal') return null;
  return standing.rows.find(({ id }) => id === opened.rowId) ?? null;
}

/** The rows of the list that is shown, one line each; those far from the selected one are left blank. */
export function listBlock(model: DeskModel, columns: number, ambiguous: Ambiguous): Block {
  const items = itemsOf(model);
  const isEmpty = items.every(({ type }) => type === 'to-menu');
  const selected = isEmpty ? 0 : selectedIndex(model, items);
  const rows = items.map((item, index) =>
    Math.abs(index - selected) > LAID_OUT
      ? null
      : {
          line: contentOf(item, columns - MARKER_COLUMNS, model, ambiguous),
          blocked: null,
          ...(item.type === 'action' && item.counts !== null ? { detail: [item.counts] } : {}),
        },
  );
  const block = list({ rows, selected, columns, ambiguous });
  return isEmpty
    ? { ...block, lines: [...block.lines, ...wrapLines(nothingText(model), columns, { ambiguous })] }
    : block;
}

function nothingText({ screen, standing, progress }: DeskModel): string {
  if (screen === 'desk-bad') return texts.noBad;
  if (standing.rows.length > 0) return texts.noneFits;
  return progress === null ? texts.none : texts.looking;
}

function contentOf(item: Item, columns: number, model: DeskModel, ambiguous: Ambiguous): Line {
  switch (item.type) {
    case 'to-menu':
      return [{ text: texts.menu }];
    case 'action':
      return [{ text: item.label }];
    case 'bad':
      return [{ text: badText(item.bad) }];
    case 'clinic':
      return clinicLine(item.clinic, columns, model, ambiguous);
    case 'terminal':
      return terminalLine(item.row, columns, model, ambiguous);
  }
}
