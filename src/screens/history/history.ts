import { checkNames } from '../../domain/names.ja.ts';
import { fromIso } from '../../domain/time.ts';
import type { JournalEntry } from '../../journal/events.ts';
import { historyTexts as texts } from '../../journal/history.ja.ts';
import { hasRecords, headBehindInWords, journalStateInWords } from '../../journal/journal.ja.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import { fieldLine } from '../../tui/text-field.ts';
import { blank, line, type Line } from '../../tui/line.ts';
import { paragraphs, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { rowsBlock, selectedOf, type Screen } from '../screen.ts';
import { commandLabel, foundRows, headRows, type HistoryRow } from './rows.ts';
import { historyEntry } from './update.ts';

/** History: the journal's state, then its entries in words, newest first; or the commands that were run. */
export const history: Screen = {
  page(model) {
    const { view, query, searching } = model.historyList;
    const head = headRows(model);
    const found = foundRows(model);
    const rows = [...head, ...found];
    const selected = selectedOf(model, rows);
    return {
      rows,
      body(area) {
        const field = [line(texts.filtering, { tone: 'quiet' }), fieldLine(' ', query, area.columns, area.ambiguous)];
        return stack(
          view === 'journal' ? stateLines(model, area) : [],
          searching ? { lines: field, focus: 1 } : rowsBlock(head, selected, area),
          [blank],
          rowsBlock(found, selected, area, selected ? detailOf(model, selected) : []),
          found.length === 0 ? [nothingLine(model)] : [],
        );
      },
    };
  },
  entry: historyEntry,
};

function nothingLine({ historyList: { view, query } }: Model): Line {
  if (query.text !== '') return line(texts.nothingFound);
  return line(view === 'commands' ? texts.nothingRun : texts.nothing);
}

/** How many lines of the journal that are not as they were written are named here; the page to print names them all. */
const MOST_PROBLEMS = 12;

function stateLines({ journal }: Model, area: Area): readonly Line[] {
  const { state, problems, entries } = journal;
  const sound = (state === 'intact' || state === 'absent') && !hasRecords(entries);
  const more = problems.length - MOST_PROBLEMS;
  const told = [
    ...problems.slice(0, MOST_PROBLEMS).map(({ text }) => text),
    ...(more > 0 ? [texts.moreProblems(more)] : []),
    ...headBehindInWords(journal),
  ];
  return [
    ...paragraphs(journalStateInWords(journal), area, { style: { tone: sound ? 'good' : 'attention' } }),
    ...paragraphs(told, area, { indent: 2 }),
    blank,
  ];
}

/** What there is to say of the selected entry or command besides its line. */
function detailOf(model: Model, { entry, command }: HistoryRow): readonly string[] {
  if (entry) return entryDetail(model, entry);
  return command ? commandDetail(command) : [];
}

function entryDetail(model: Model, entry: JournalEntry): readonly string[] {
  const { notice, offsetMinutes } = model.about;
  const other = entry.notice === null || entry.notice === notice.id ? null : entry.notice;
  const commands = commandsOf(model, entry).map((command) => commandLabel(command, offsetMinutes));
  return [
    texts.detail.line(entry.line, entry.seq),
    ...(other === null ? [] : [texts.detail.otherNotice(other)]),
    ...(commands.length === 0 ? [texts.detail.noCommands] : [texts.detail.commands, ...commands]),
  ];
}

/** What was done for this entry, as far as this run knows: the commands after it and before the next one; no check's. */
function commandsOf({ journal: { entries }, commands }: Model, entry: JournalEntry): readonly CommandRecord[] {
  const from = fromIso(entry.at);
  const next = entries[entries.indexOf(entry) + 1];
  const to = next ? fromIso(next.at) : null;
  if (from === null) return [];
  return commands.filter(
    ({ at, asker }) => asker === null && at >= from && (next === undefined || (to !== null && at <= to)),
  );
}

function commandDetail({ asker, durationMs }: CommandRecord): readonly string[] {
  return [
    ...(asker === null ? [] : [texts.detail.asker(checkNames[asker])]),
    texts.detail.duration(Math.round(durationMs)),
  ];
}
