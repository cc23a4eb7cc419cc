import { toShortText, type Instant } from '../domain/time.ts';
import { deskListTexts as texts, deskTexts } from './desk.ja.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';
import { terminalLines } from './terminal-lines.ts';
import { hanging, page, paragraph, type PageLine } from '../text/page.ts';
import { silentReason } from './columns.ts';
import { notes, ageText } from './remarks.ts';
import { isKnown } from './contacts.ts';
import { filterClinics, isNarrowed, openRows, type Filter } from './filter.ts';
import type { Clinic, Row } from './rows.ts';
import type { Contact, Notice } from './entry.ts';
import type { WentBack } from './journals.ts';
import type { Standing } from './standing.ts';
import { isDone, markOf } from './states.ts';
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
    standing.bad.length === 0
      ? []
      : [
          texts.headings.bad,
          ...standing.bad.flatMap(({ source, reason }) =>
            paragraph(`${deskTexts.place(source.path, source.line)}: ${reason}`, 2),
          ),
        ],
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

/** 「全台済み 3/3」, 「1/3」. */
export function doneText({ name, rows, done, allDone }: Clinic): string {
  if (name === null) return deskTexts.unknownClinicDone(done, rows.length);
  const inUse = rows.filter(({ contact }) => !contact.spare);
  // Spare machines are counted apart where others are in use.
  const counted = inUse.length === 0 ? rows : inUse;
  return deskTexts.clinicDone(counted.filter(({ state }) => isDone(state)).length, counted.length, allDone);
}

/** What narrows the list, in words. */
export function narrowings({ words, state, change, called }: Filter): readonly string[] {
  return [
    ...(words === '' ? [] : [texts.narrowings.words(words)]),
    ...(state === null ? [] : [texts.narrowings.state(deskTexts.states[state])]),
    ...(change === null ? [] : [texts.narrowings.change(deskTexts.changes[change])]),
    ...(called === null ? [] : [texts.narrowings.called(called ? deskTexts.called : deskTexts.notCalled)]),
  ];
}

/** The clinic by its code and, where the roster tells it, its name. */
export function clinicName({ name, worst }: Pick<Clinic, 'name' | 'worst'>): string {
  if (name === null) return deskTexts.unknownClinic;
  return worst.contact.name === null ? name : deskTexts.named(name, worst.contact.name);
}

/** Whom to call, in one line: phone, person, opening time. */
export function contactText({ phone, person, opens }: Contact): string {
  return [
    ...(phone === null ? [] : [deskTexts.contact.phone(phone)]),
    ...(person === null ? [] : [deskTexts.contact.person(person)]),
    ...(opens === null ? [] : [deskTexts.contact.opens(opens.text)]),
  ].join(' ');
}

/** Each of the clinic's contacts once: most clinics have one for all terminals. */
function contactsText({ rows }: Clinic): readonly string[] {
  return [...new Set(rows.filter(({ contact }) => isKnown(contact)).map(({ contact }) => contactText(contact)))].filter(
    (text) => text !== '',
  );
}

function rowLines(row: Row, { now, standing }: ListInput): readonly PageLine[] {
  const { entry } = row;
  const head = [
    `${row.terminal}: ${deskTexts.states[row.state]}`,
    entry === null ? '' : `(${ageText(entry.at, now)})`,
    row.stale ? ` ${deskTexts.stale}` : '',
    row.ahead ? ` ${deskTexts.ahead}` : '',
    row.outdated ? ` ${deskTexts.outdated}` : '',
    entry?.simulated === true && row.state !== 'simulated' ? ` ${deskTexts.simulated}` : '',
    ...notes(row).map((note) => ` ${note}`),
  ].join('');
  return [
    ...hanging(`  ${markOf(row.state).text}`, head, 2 + MARK_COLUMNS),
    ...(standing.counts.notices.length > 1 && entry?.notice?.id
      ? paragraph(deskTexts.underNotice(entry.notice.id), 2 + MARK_COLUMNS)
      : []),
    ...reasonLines(row).flatMap((text) => paragraph(text, 2 + MARK_COLUMNS)),
  ];
}

function versionsAsked(notice: Notice | null): string {
  return notice?.targets.map(({ version }) => version ?? deskTexts.unknown).join(deskTexts.betweenVersions) ?? '';
}

function wentBackText({ earlier, later }: WentBack): string {
  const [before, after] = [earlier, later].map(({ source }) => deskTexts.place(source.path, source.line));
  return deskTexts.wentBack(before ?? '', after ?? '');
}

/** Why the terminal is where it is, in sentences. */
export function reasonLines(row: Row): readonly string[] {
  const { entry, state, twins } = row;
  if (entry === null) return [silentReason(row)];
  const place = deskTexts.place(entry.source.path, entry.source.line);
  return [
    ...(state === 'check-failed' ? [`${entry.step}: ${entry.reason}`] : isDone(state) ? [] : [entry.reason]),
    ...(entry.check === null ? [] : [deskTexts.firstFails(entry.check)]),
    ...(entry.check === null && entry.failing.length > 0 && !isDone(state) ? [deskTexts.failing(entry.failing)] : []),
    ...(entry.otherNotices.length === 0 ? [] : [deskTexts.otherNotices(entry.otherNotices)]),
    ...(state === 'simulated' ? [deskTexts.simulatedReason] : []),
    ...(row.ahead && isDone(entry.state) ? [deskTexts.aheadReason] : []),
    ...(row.outdated && isDone(entry.state) ? [deskTexts.outdatedReason(versionsAsked(entry.notice))] : []),
    ...(state === 'check-failed' ? [deskTexts.errorFile(place)] : []),
    ...(row.namesake ? [deskTexts.namesake(place)] : []),
    ...(row.wentBack === null ? [] : [wentBackText(row.wentBack)]),
    ...(twins.length === 0
      ? []
      : [deskTexts.twins(twins.map(({ source }) => deskTexts.place(source.path, source.line)))]),
  ];
}
