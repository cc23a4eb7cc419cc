import type { MenuItem } from '../core/menus/item.ts';
import {
  commandLabel,
  commandsOf,
  entryId,
  HISTORY_HEAD,
  shownCommands,
  shownEntries,
} from '../core/menus/history-menu.ts';
import { menuOf } from '../core/menus/menu.ts';
import type { Model } from '../core/model.ts';
import { journalStateInWords, unsealedLines } from '../strings/journal.ja.ts';
import { headBehindInWords } from '../strings/journal-head.ja.ts';
import { historyTexts } from '../strings/history.ja.ts';
import { checkNames } from '../strings/names.ja.ts';
import { fieldLine } from '../ui/field.ts';
import type { Line } from '../ui/line.ts';
import { blank, line, wrapLines } from '../ui/line.ts';
import { menuBlock } from './menu-block.ts';
import type { Area, Screen } from './screen.ts';
import { stack } from './screen.ts';

/** History: the journal's state, then its entries in words, newest first; or the commands that were run. */
export const history: Screen = (model, area) => {
  const state = model.historyList.view === 'journal' ? stateLines(model, area) : [];
  const { saved } = model;
  const head = model.historyList.searching
    ? filterBlock(model, area)
    : menuBlock(model, area, {
        to: HISTORY_HEAD,
        below: ({ id }) =>
          id === 'save-page' && saved['history-page'] !== undefined
            ? [historyTexts.saved(saved['history-page'])]
            : [],
      });
  return stack(
    state,
    head,
    [blank],
    menuBlock(model, area, { from: HISTORY_HEAD, below: (item) => detail(model, item) }),
    nothing(model),
  );
};

function filterBlock(model: Model, area: Area) {
  const lines = [
    line(historyTexts.filtering, { tone: 'quiet' }),
    fieldLine(' ', model.historyList.query, area.columns, area.ambiguous),
  ];
  return { lines, focus: 1 };
}

function stateLines(model: Model, area: Area): readonly Line[] {
  const { journal } = model;
  const whole = journal.state === 'intact' || journal.state === 'absent';
  const sound = whole && unsealedLines(journal.entries).length === 0;
  return [
    ...wrapLines(journalStateInWords(journal), area.columns, {
      style: { tone: sound ? 'good' : 'attention' },
      ambiguous: area.ambiguous,
    }),
    ...[...journal.problems.map(({ text }) => text), ...headBehindInWords(journal)].flatMap((text) =>
      wrapLines(text, area.columns, { indent: 2, ambiguous: area.ambiguous }),
    ),
    blank,
  ];
}

/** What there is to say of the selected entry or command besides its line. */
function detail(model: Model, item: MenuItem): readonly string[] {
  const { detail: texts } = historyTexts;
  const entry = shownEntries(model).find((each) => entryId(each) === item.id);
  if (entry) {
    const other = entry.notice === null || entry.notice === model.about.notice.id ? null : entry.notice;
    const commands = commandsOf(model, entry).map((command) => commandLabel(command, model));
    return [
      texts.line(entry.line, entry.seq),
      ...(other === null ? [] : [texts.otherNotice(other)]),
      ...(commands.length === 0 ? [texts.noCommands] : [texts.commands, ...commands]),
    ];
  }
  const command = shownCommands(model).find((_, index) => `command:${String(index)}` === item.id);
  if (!command) return [];
  return [
    ...(command.asker === null ? [] : [texts.asker(checkNames[command.asker])]),
    texts.duration(Math.round(command.durationMs)),
  ];
}

function nothing(model: Model): readonly Line[] {
  if (menuOf(model).length > HISTORY_HEAD) return [];
  if (model.historyList.query.text !== '') return [line(historyTexts.nothingFound)];
  return [line(model.historyList.view === 'commands' ? historyTexts.nothingRun : historyTexts.nothing)];
}
