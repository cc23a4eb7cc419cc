import { MINUTE, type Instant } from '../domain/time.ts';
import { deskColumnTitles as titles } from './columns.ja.ts';
import { deskTexts } from './desk.ja.ts';
import { remarks, silentReason } from './remarks.ts';
import type { Row } from './rows.ts';
import { isDone } from './states.ts';

/** Everything that a table can tell of a terminal. */
export type ColumnId = Exclude<keyof typeof titles, 'yes' | 'no'>;

type Cell = (row: Row, time: (at: Instant | null) => string) => string;

/** What stands in each column. */
const cells: Readonly<Record<ColumnId, Cell>> = {
  clinic: ({ clinic }) => clinic ?? deskTexts.unknown,
  terminal: ({ terminal }) => terminal,
  name: ({ contact }) => contact.name ?? '',
  phone: ({ contact }) => contact.phone ?? '',
  person: ({ contact }) => contact.person ?? '',
  opens: ({ contact }) => contact.opens?.text ?? '',
  spare: ({ contact }) => yesOrNo(contact.spare),
  urgency: ({ urgency }) => deskTexts.urgencies[urgency],
  severity: ({ severity }) => deskTexts.severities[severity],
  change: ({ change }) => (change === null ? '' : deskTexts.changes[change]),
  unchangedDays: ({ unchangedDays }) => String(unchangedDays ?? ''),
  deadline: ({ entry }, time) => time(entry?.deadline ?? null),
  state: ({ state }) => deskTexts.states[state],
  done: ({ state }) => yesOrNo(isDone(state)),
  step: ({ entry }) => entry?.step ?? '',
  reason: (row) => row.entry?.reason ?? silentReason(row),
  failing: ({ entry }) => entry?.failing.join('、') ?? '',
  at: ({ entry }, time) => time(entry?.at ?? null),
  stale: ({ stale, entry }) => (entry === null ? '' : yesOrNo(stale)),
  installed: ({ entry }) => entry?.installed ?? '',
  required: ({ entry }) => entry?.required ?? '',
  lastDelivery: ({ entry }, time) => time(entry?.lastDelivery ?? null),
  bootedAt: ({ entry }, time) => time(entry?.bootedAt ?? null),
  remarks: (row) => remarks(row).join('、'),
  path: ({ entry }) => entry?.source.path ?? '',
  line: ({ entry }) => String(entry?.source.line ?? ''),
  notice: ({ entry }) => entry?.notice?.id ?? '',
  otherNotices: ({ entry }) => entry?.otherNotices.join('、') ?? '',
  wentBack: ({ wentBack, entry }) => (entry === null ? '' : yesOrNo(wentBack !== null)),
};

/** For machines: a new column comes last, so that each stays where it is. */
export const machineColumns: readonly ColumnId[] = [
  'clinic',
  'terminal',
  'state',
  'done',
  'step',
  'reason',
  'failing',
  'at',
  'stale',
  'installed',
  'required',
  'lastDelivery',
  'bootedAt',
  'path',
  'line',
  'notice',
  'otherNotices',
  'wentBack',
  'name',
  'phone',
  'person',
  'opens',
  'spare',
  'urgency',
  'severity',
  'change',
  'unchangedDays',
  'deadline',
];

/** For people: what must be done and whom to call stand first. */
export const peopleColumns: readonly ColumnId[] = [
  'urgency',
  'opens',
  'clinic',
  'name',
  'phone',
  'person',
  'terminal',
  'spare',
  'state',
  'step',
  'reason',
  'failing',
  'change',
  'unchangedDays',
  'severity',
  'deadline',
  'at',
  'stale',
  'installed',
  'required',
  'lastDelivery',
  'bootedAt',
  'notice',
  'otherNotices',
  'wentBack',
  'path',
  'line',
];

/** On a page of paper: what must be done and whom to call, and why. */
export const pageColumns: readonly ColumnId[] = [
  'opens',
  'clinic',
  'name',
  'phone',
  'person',
  'terminal',
  'urgency',
  'state',
  'remarks',
  'step',
  'reason',
  'installed',
  'bootedAt',
  'at',
];

/** The titles, and the terminals one a row. Times are in the given zone, as `timeText` writes them. */
export function tableOf(
  rows: readonly Row[],
  columns: readonly ColumnId[],
  offsetMinutes: number,
  timeText = sortableTime,
): readonly (readonly string[])[] {
  const time = (at: Instant | null): string => (at === null ? '' : timeText(at, offsetMinutes));
  return [columns.map((id) => titles[id]), ...rows.map((row) => columns.map((id) => cells[id](row, time)))];
}

function yesOrNo(is: boolean): string {
  return is ? titles.yes : titles.no;
}

/** `2026-01-20 08:10`, in the given zone: sorts as text, and spreadsheets take it for a time. */
function sortableTime(at: Instant, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
}
