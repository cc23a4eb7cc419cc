import { toShortText, type Instant } from '../domain/time.ts';
import { deskListTexts as texts, deskTexts } from './desk.ja.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';
import { fit, width } from '../text/cells.ts';
import { hanging as hangingText, page, type PageLine } from '../text/page.ts';
import { nobodyCalled } from './called.ts';
import { filterClinics, isNarrowed, narrowings, openRows, type Filter } from './filter.ts';
import { opensText } from './opening-time.ts';
import {
  ageRemarks,
  ageText,
  answerRemarks,
  badText,
  clinicName,
  contactText,
  doneText,
  notes,
  placeName,
  reasonLines,
  whyText,
} from './remarks.ts';
import type { Clinic, Row } from './rows.ts';
import { shownName, shownParagraph } from './shown.ts';
import type { Standing } from './standing.ts';
import { markOf } from './states.ts';
import { summaryLines } from './counts.ts';

export interface ListInput {
  readonly standing: Standing;
  readonly filter: Filter;
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly staleHours: number;
  /** Why each terminal is where it is, below it. */
  readonly reasons: boolean;
}

/**
 * The table of `desk --list` in lines of at most so many columns: the counts, the terminals that are not done (or whose
 * journal went back), worst first, and what could not be read. One line a terminal; with `reasons` by clinic, with all
 * that is to be told of each. With a filter: the terminals that fit, done or not.
 */
export function listText(input: ListInput, columns?: number): string {
  const { standing, filter, now, offsetMinutes, staleHours } = input;
  const narrowed = isNarrowed(filter);
  const shown = openRows(standing, filter);
  const sections = [
    [
      texts.title(toShortText(now, offsetMinutes)),
      ...summaryLines(standing.counts, staleHours).flatMap((text) => hanging('', text, 2)),
    ],
    narrowed ? [texts.narrowed(narrowings(filter), shown.length)] : [],
    [nothingText(standing, narrowed, shown.length)].filter((line) => line !== null),
    shown.length === 0
      ? []
      : [
          narrowed ? texts.headings.shown : texts.headings.open,
          ...(input.reasons ? byClinic(shown, input) : terminalLines(shown, input)),
        ],
    standing.bad.length === 0 ? [] : [texts.headings.bad, ...standing.bad.flatMap((bad) => paragraph(badText(bad), 2))],
  ].filter((lines) => lines.length > 0);
  return page(sections, columns);
}

/** Why no terminal is shown; null: some are. */
export function nothingText({ rows }: Standing, narrowed: boolean, shown: number): string | null {
  if (rows.length === 0) return texts.nothing;
  if (shown > 0) return null;
  return narrowed ? texts.noneFits : texts.noneOpen;
}

function byClinic(shown: readonly Row[], input: ListInput): readonly PageLine[] {
  const ids = new Set(shown.map(({ id }) => id));
  return filterClinics(input.standing, input.filter).flatMap((clinic) => clinicLines(clinic, ids, input));
}

function clinicLines(clinic: Clinic, ids: ReadonlySet<string>, input: ListInput): readonly PageLine[] {
  const rows = clinic.rows.filter(({ id }) => ids.has(id));
  if (rows.length === 0) return [];
  return [
    ...paragraph(`${clinicName(clinic)}  ${doneText(clinic)}`),
    ...contactsText(clinic).flatMap((text) => paragraph(text, 2)),
    ...rows.flatMap((row) => rowLines(row, input)),
  ];
}

/** Each of the clinic's contacts once: most clinics have one for all terminals. */
function contactsText({ rows }: Clinic): readonly string[] {
  return [...new Set(rows.map(({ contact }) => contactText(contact)))].filter((text) => text !== '');
}

function rowLines(row: Row, { now, standing }: ListInput): readonly PageLine[] {
  const { entry } = row;
  const head = [
    `${shownName(row.terminal)}: ${deskTexts.states[row.state]}`,
    entry === null ? '' : `(${ageText(entry.at, now)})`,
    ...[...ageRemarks(row), ...answerRemarks(row), ...notes(row)].map((remark) => ` ${remark}`),
  ].join('');
  return [
    ...hanging(`  ${markOf(row.state).text}`, head, 2 + MARK_COLUMNS),
    ...(standing.counts.notices.length > 1 && entry?.notice?.id
      ? paragraph(deskTexts.underNotice(shownName(entry.notice.id)), 2 + MARK_COLUMNS)
      : []),
    ...reasonLines(row).flatMap((text) => paragraph(text, 2 + MARK_COLUMNS)),
  ];
}

/** What is longer takes no other terminal's room: the columns of the rest are as wide as they need. */
const WIDEST = 24;

/**
 * The terminals one a line, what must be said on the phone in columns; one that is too long for a line goes on below.
 */
function terminalLines(rows: readonly Row[], input: ListInput): readonly PageLine[] {
  const cells = rows.map(cellsOf);
  const widths = (cells[0] ?? []).map((_, at) =>
    cells.reduce((most, each) => Math.max(most, Math.min(WIDEST, width(each[at] ?? ''))), 0),
  );
  return rows.flatMap((row, index) => {
    const columns = (cells[index] ?? []).flatMap((cell, at) => {
      const own = widths[at] ?? 0;
      return own === 0 ? [] : [width(cell) > own ? cell : fit(cell, own)];
    });
    const text = `${columns.join(' ')} ${saidOf(row, input)}`;
    return hanging(`  ${markOf(row.state).text}`, text, 2 + MARK_COLUMNS);
  });
}

/** When to call, whom, where, and of which terminal. */
function cellsOf(row: Row): readonly string[] {
  const { contact, clinic, terminal } = row;
  return [
    shownName(opensText(contact.opens)),
    shownName(contact.name ?? clinic ?? deskTexts.unknown),
    shownName(contact.phone ?? ''),
    row.namesake ? `${placeName(row)} ${shownName(terminal)}` : shownName(terminal),
  ];
}

function saidOf(row: Row, { standing, now, offsetMinutes }: ListInput): string {
  const { entry } = row;
  const why = whyText(row, { standing, offsetMinutes, called: nobodyCalled() });
  return [entry === null ? why : `${why}(${ageText(entry.at, now)})`, ...ageRemarks(row)].join(' ');
}

/** Every text from outside goes through here, as much of it as is shown. */
function hanging(first: string, text: string, margin: number): readonly PageLine[] {
  return hangingText(first, shownParagraph(text), margin);
}

function paragraph(text: string, indent = 0): readonly PageLine[] {
  return hanging(' '.repeat(indent), text, indent);
}
