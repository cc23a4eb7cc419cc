import { commandsOf, historyHead } from './menus/history-menu.ts';
import { commandLabel, type CommandItem, type EntryItem } from './menus/history-rows.ts';
import type { MenuItem } from './menus/item.ts';
import { menuOf } from './menus/menu.ts';
import type { Model } from './model.ts';
import { hasRecords, headBehindInWords, journalStateInWords } from '../journal/journal.ja.ts';
import { historyTexts } from '../journal/history.ja.ts';
import { checkNames } from '../domain/names.ja.ts';
import { fieldLine } from '../tui/text-field.ts';
import { blank, line, wrapLines, type Line } from '../tui/line.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** History: the journal's state, then its entries in words, newest first; or the commands that were run. */
export const history: Screen = (model, area) => {
  const state = model.historyList.view === 'journal' ? stateLines(model, area) : [];
  const { saved } = model;
  const rows = historyHead(model);
  const head = model.historyList.searching
    ? filterBlock(model, area)
    : menuBlock(model, area, {
        to: rows,
        below: ({ id }) =>
          id === 'save-page' && saved['history-page'] !== undefined ? [historyTexts.saved(saved['history-page'])] : [],
      });
  return stack(
    state,
    head,
    [blank],
    menuBlock(model, area, { from: rows, below: (item) => detail(model, item) }),
    nothing(model, rows),
  );
};

function filterBlock(model: Model, area: Area) {
  const lines = [
    line(historyTexts.filtering, { tone: 'quiet' }),
    fieldLine(' ', model.historyList.query, area.columns, area.ambiguous),
  ];
  return { lines, focus: 1 };
}

/** How many lines of the journal that are not as they were written are named here; the page to print names them all. */
const MOST_PROBLEMS = 12;

function stateLines(model: Model, area: Area): readonly Line[] {
  const { journal } = model;
  const whole = journal.state === 'intact' || journal.state === 'absent';
  const sound = whole && !hasRecords(journal.entries);
  const more = journal.problems.length - MOST_PROBLEMS;
  const told = [
    ...journal.problems.slice(0, MOST_PROBLEMS).map(({ text }) => text),
    ...(more > 0 ? [historyTexts.moreProblems(more)] : []),
    ...headBehindInWords(journal),
  ];
  return [
    ...wrapLines(journalStateInWords(journal), area.columns, {
      style: { tone: sound ? 'good' : 'attention' },
      ambiguous: area.ambiguous,
    }),
    ...told.flatMap((text) => wrapLines(text, area.columns, { indent: 2, ambiguous: area.ambiguous })),
    blank,
  ];
}

/** What there is to say of the selected entry or command besides its line. */
function detail(model: Model, item: MenuItem): readonly string[] {
  if (isEntry(item)) return entryDetail(model, item);
  return isCommand(item) ? commandDetail(item) : [];
}

function isEntry(item: MenuItem): item is EntryItem {
  return 'entry' in item;
}

function isCommand(item: MenuItem): item is CommandItem {
  return 'command' in item;
}

function entryDetail(model: Model, { entry }: EntryItem): readonly string[] {
  const { detail: texts } = historyTexts;
  const { notice, offsetMinutes } = model.about;
  const other = entry.notice === null || entry.notice === notice.id ? null : entry.notice;
  const commands = commandsOf(model, entry).map((command) => commandLabel(command, offsetMinutes));
  return [
    texts.line(entry.line, entry.seq),
    ...(other === null ? [] : [texts.otherNotice(other)]),
    ...(commands.length === 0 ? [texts.noCommands] : [texts.commands, ...commands]),
  ];
}

function commandDetail({ command }: CommandItem): readonly string[] {
  const { detail: texts } = historyTexts;
  return [
    ...(command.asker === null ? [] : [texts.asker(checkNames[command.asker])]),
    texts.duration(Math.round(command.durationMs)),
  ];
}

function nothing(model: Model, head: number): readonly Line[] {
  if (menuOf(model).length > head) return [];
  if (model.historyList.query.text !== '') return [line(historyTexts.nothingFound)];
  return [line(model.historyList.view === 'commands' ? historyTexts.nothingRun : historyTexts.nothing)];
}
