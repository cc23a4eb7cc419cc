import { moveOf } from '../tui/list.ts';
import { deskKeys, deskScreenIds, type DeskCommand } from './keys.ts';
import { noKeyText, type KeyPress } from '../tui/keys.ts';
import { timeInName } from '../domain/time.ts';
import { edit, fieldOf } from '../tui/text-field.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { csvFile } from './spreadsheet.ts';
import { noFilter, type Filter } from './filter.ts';
import { clinicKey } from './identity.ts';
import { itemsOf, openedRow, selectedIndex, selectedRow, terminalsShown, type MenuAction } from './items.ts';
import { withFilter, withStanding, type DeskMessage, type DeskModel, type DeskStep } from './model.ts';
import { back, move, open, say, select, still, without } from './navigate.ts';
import { isPage } from './pages.ts';
import { sortings } from './order.ts';
import { deskStates, changes } from './states.ts';
import { placeOf } from './view.ts';

/** The desk's whole behaviour: pure; what it wants of the world it gives as effects. */
export function updateDesk(model: DeskModel, message: DeskMessage): DeskStep {
  switch (message.type) {
    case 'pressed':
      return onPress(model, message.press);
    case 'resized':
      return still({ ...model, size: { columns: message.columns, rows: message.rows } });
    case 'clock':
      return still(withStanding({ ...model, now: message.now }));
    case 'before':
      return still(withStanding({ ...model, before: message.before, comparing: false }));
    case 'progress':
      return still({ ...model, progress: message.progress });
    case 'gathered':
      return onGathered(withStanding({ ...model, gathered: message.gathered, now: message.now }), model);
    case 'detail': {
      const { opened } = model;
      if (opened?.type !== 'terminal' || opened.rowId !== message.rowId) return still(model);
      return still({ ...model, opened: { ...opened, document: message.document } });
    }
    case 'called':
      return still(withFilter({ ...model, called: message.called }));
    case 'said':
      return still(say(model, message.message));
  }
}

/** A newer answer of the terminal whose detail is open is read at once. */
function onGathered(model: DeskModel, before: DeskModel): DeskStep {
  const { opened } = model;
  if (opened?.type !== 'terminal') return still(model);
  const entryIn = ({ standing }: DeskModel) => standing.rows.find(({ id }) => id === opened.rowId)?.entry;
  const entry = entryIn(model);
  const old = entryIn(before);
  if (!entry || (entry.at === old?.at && entry.source.path === old.source.path)) return still(model);
  return [model, [{ type: 'read-detail', rowId: opened.rowId, source: entry.source }]];
}

function onPress(model: DeskModel, press: KeyPress): DeskStep {
  const command = deskKeys.commandFor(press, placeOf(model));
  if (command === 'leave') return [model, [{ type: 'leave' }]];
  if (model.field !== null) return onTyping(model, model.field, press, command);
  if (press.id === 'line-end') return still(model);
  if (command === null) return still(say(model, noKeyText(press)));
  return onCommand(say(model, null), command);
}

/** The list follows the words while they are typed. */
function onTyping(
  model: DeskModel,
  field: NonNullable<DeskModel['field']>,
  press: KeyPress,
  command: DeskCommand | null,
): DeskStep {
  if (command === 'do' || command === 'select-down' || press.id === 'line-end') return still({ ...model, field: null });
  if (command === 'back') return still(narrowed({ ...model, field: null }, { words: '' }));
  if (command !== null) return still(model);
  const edited = edit(field, press);
  return still(narrowed({ ...model, field: edited, message: null }, { words: edited.text }));
}

function onCommand(model: DeskModel, command: DeskCommand): DeskStep {
  const by = moveOf(command);
  if (by !== null) return still(move(model, by));
  switch (command) {
    case 'do':
      return onDo(model);
    case 'back':
      return still(back(model));
    case 'search':
    case 'export':
      return onAction(model, command);
    case 'next-state':
      return onAction(model, 'state');
    case 'next-sorting':
      return onAction(model, 'sorting');
    case 'read-again':
      return onAction(model, 'read');
    case 'mark-called':
      return markCalled(model);
    case 'next':
      return onNeighbour(model, 1);
    case 'previous':
      return onNeighbour(model, -1);
    default: {
      const screen = deskScreenIds.find((each) => command === `open-${each}`);
      return still(screen === undefined ? model : open({ ...model, clinic: null }, screen));
    }
  }
}

function onDo(model: DeskModel): DeskStep {
  const items = itemsOf(model);
  const item = items[selectedIndex(model, items)];
  if (!item) return still(isPage(model) ? move(model, 1) : model);
  const here = select(model, item);
  switch (item.type) {
    case 'to-menu':
      return still(open(here, 'desk-menu'));
    case 'clinic':
      return still(open({ ...here, clinic: item.id, selected: without(here, 'desk-terminals') }, 'desk-terminals'));
    case 'terminal': {
      const { entry } = item.row;
      const opened = (document: 'reading' | 'none'): DeskModel =>
        open({ ...here, opened: { type: 'terminal', rowId: item.id, document: { type: document } } }, 'desk-detail');
      return entry === null
        ? still(opened('none'))
        : [opened('reading'), [{ type: 'read-detail', rowId: item.id, source: entry.source }]];
    }
    case 'bad':
      return still(open({ ...here, opened: { type: 'bad', bad: item.bad } }, 'desk-detail'));
    case 'action':
      return onAction(here, item.action);
  }
}

/** The detail of the next row, or of the one before, of the list that it was opened from. */
function onNeighbour(model: DeskModel, by: 1 | -1): DeskStep {
  const list = back(model);
  const items = itemsOf(list);
  const next = items[selectedIndex(list, items) + by];
  if (next === undefined) return still(say(model, by === 1 ? texts.detail.lastOne : texts.detail.firstOne));
  return onDo(select(list, next));
}

function onAction(model: DeskModel, action: MenuAction): DeskStep {
  const { filter } = model;
  const { byState, byChange, notices } = model.standing.counts;
  switch (action) {
    case 'search': {
      const list = model.screen === 'desk-menu' ? back(model) : model;
      return still({ ...list, field: fieldOf(filter.words) });
    }
    case 'state':
      return still(narrowed(model, { state: nextOf(deskStates, filter.state, (each) => byState[each] > 0) }));
    case 'change':
      return still(narrowed(model, { change: nextOf(changes, filter.change, (each) => (byChange?.[each] ?? 0) > 0) }));
    case 'notice': {
      const ids = notices.flatMap(({ notice: { id } }) => id ?? []);
      return still(narrowed(model, { words: ids[ids.indexOf(filter.words) + 1] ?? noFilter.words }));
    }
    case 'called':
      return still(narrowed(model, { called: nextOf([false, true], filter.called, () => true) }));
    case 'sorting': {
      const sorting = sortings[(sortings.indexOf(model.sorting) + 1) % sortings.length] ?? 'urgency';
      return still(withFilter({ ...model, sorting }));
    }
    case 'clear':
      return still(withFilter({ ...back(model), filter: noFilter }));
    case 'terminals':
      return still(open({ ...model, clinic: null }, 'desk-terminals'));
    case 'bad':
      return still(open(model, 'desk-bad'));
    case 'help':
      return still(open(model, 'desk-help'));
    case 'export': {
      const rows = model.screen === 'desk-terminals' ? terminalsShown(model) : model.rows;
      const name = `oqs-desk-${timeInName(model.now, model.offsetMinutes).slice(0, 13)}.csv`;
      const bytes = csvFile(rows, model.offsetMinutes);
      return [say(model, texts.exporting), [{ type: 'export', name, bytes, rows: rows.length }]];
    }
    case 'read':
      return [say(model, texts.rereading), [{ type: 'read-all' }]];
    case 'leave':
      return [model, [{ type: 'leave' }]];
  }
}

function narrowed(model: DeskModel, by: Partial<Filter>): DeskModel {
  return withFilter({ ...model, filter: { ...model.filter, ...by } });
}

/** The next one that some terminal fits; after the last one all of them again (null). */
function nextOf<Each>(all: readonly Each[], now: Each | null, fits: (each: Each) => boolean): Each | null {
  const at = now === null ? -1 : all.indexOf(now);
  return all.slice(at + 1).find(fits) ?? null;
}

/** The clinic that is selected or opened was called, or was not after all. */
function markCalled(model: DeskModel): DeskStep {
  const row = model.screen === 'desk-detail' ? openedRow(model) : selectedRow(model);
  if (row === null) return still(say(model, texts.called.noRow));
  const { clinic } = row;
  if (clinic === null) return still(say(model, texts.called.noClinic));
  const at = model.called.has(clinicKey(clinic)) ? null : model.now;
  return [model, [{ type: 'mark-called', clinic, at }]];
}
