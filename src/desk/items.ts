import { deskTexts } from './desk.ja.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import type { BadFile } from './entry.ts';
import { noFilter } from './filter.ts';
import type { DeskModel } from './model.ts';
import type { Clinic, Row } from './row.ts';
import { clinicKey } from './identity.ts';

export type MenuAction = 'search' | 'state' | 'clear' | 'terminals' | 'bad' | 'export' | 'read' | 'help' | 'leave';

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
      return model.standing.bad.map((bad) => ({
        id: deskTexts.place(bad.source.path, bad.source.line),
        type: 'bad',
        bad,
      }));
    case 'desk-menu':
      return menuItems(model);
    case 'desk-detail':
    case 'desk-help':
      return [];
  }
}

/** The terminals of the clinic that was opened, or all of them; both as the filter lets them through. */
export function terminalsShown({ rows, clinic }: DeskModel): readonly Row[] {
  return clinic === null ? rows : rows.filter((row) => clinicKey(row.clinic) === clinic);
}

function menuItems({ filter, standing }: DeskModel): readonly Item[] {
  const { items } = texts;
  const narrowed = filter.words !== noFilter.words || filter.state !== noFilter.state;
  const labels: readonly (readonly [MenuAction, string])[] = [
    ['search', items.search],
    ['state', items.state(filter.state === null ? null : deskTexts.states[filter.state])],
    ...(narrowed ? [['clear', items.clear] as const] : []),
    ['terminals', items.terminals],
    ['bad', items.bad(standing.counts.bad)],
    ['export', items.export],
    ['read', items.read],
    ['help', items.help],
    ['leave', items.leave],
  ];
  return labels.map(([action, label]) => ({ id: action, type: 'action', action, label }));
}

/** Where the selected row stands now; where it has gone, or nothing was selected yet, the first row that is no way to elsewhere. */
export function selectedIndex(model: DeskModel, items: readonly Item[]): number {
  const id = model.selected[model.screen];
  const found = id === undefined ? -1 : items.findIndex((item) => item.id === id);
  if (found >= 0) return found;
  return Math.max(
    0,
    items.findIndex(({ type }) => type !== 'to-menu'),
  );
}
