import { textFile } from '../text/text-file.ts';
import type { Instant } from '../domain/time.ts';
import { deskCsvTitles as titles, deskTexts } from './desk.ja.ts';
import { csvLine } from './csv.ts';
import type { Row } from './row.ts';
import { isDone } from './states.ts';
import { sortableTime } from './times.ts';

type Column = Exclude<keyof typeof titles, 'yes' | 'no'>;

/** One column after the other, each with what stands in it. */
const columns: readonly (readonly [Column, (row: Row, time: (at: Instant | null) => string) => string])[] = [
  ['clinic', ({ clinic }) => clinic ?? deskTexts.unknown],
  ['terminal', ({ terminal }) => terminal],
  ['state', ({ state }) => deskTexts.states[state]],
  ['done', ({ state }) => yesOrNo(isDone(state))],
  ['step', ({ entry }) => entry?.step ?? ''],
  ['reason', ({ entry }) => entry?.reason ?? deskTexts.noAnswerReason],
  ['failing', ({ entry }) => entry?.failing.join('、') ?? ''],
  ['at', ({ entry }, time) => time(entry?.at ?? null)],
  ['stale', ({ stale, entry }) => (entry === null ? '' : yesOrNo(stale))],
  ['installed', ({ entry }) => entry?.installed ?? ''],
  ['required', ({ entry }) => entry?.required ?? ''],
  ['lastDelivery', ({ entry }, time) => time(entry?.lastDelivery ?? null)],
  ['bootedAt', ({ entry }, time) => time(entry?.bootedAt ?? null)],
  ['path', ({ entry }) => entry?.source.path ?? ''],
  ['line', ({ entry }) => String(entry?.source.line ?? '')],
];

/** The terminals as a CSV file that Excel opens in Japanese: UTF-8 with a byte order mark, CRLF, one terminal a row. Times are in the given zone. */
export function csvFile(rows: readonly Row[], offsetMinutes: number): Uint8Array {
  const time = (at: Instant | null): string => (at === null ? '' : sortableTime(at, offsetMinutes));
  const lines = [
    columns.map(([name]) => titles[name]),
    ...rows.map((row) => columns.map(([, cell]) => cell(row, time))),
  ];
  return textFile(lines.map((cells) => `${csvLine(cells)}\n`).join(''));
}

function yesOrNo(is: boolean): string {
  return is ? titles.yes : titles.no;
}
