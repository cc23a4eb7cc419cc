import { toShortText, type Instant } from '../domain/time.ts';
import { deskListTexts as texts, deskTexts } from './desk.ja.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';
import { hanging, page, paragraph, type PageLine } from '../text/page.ts';
import { filterClinics, filterRows, noFilter, type Clinic, type Filter, type Row } from './rows.ts';
import type { Notice } from './entry.ts';
import type { WentBack } from './journals.ts';
import type { Standing } from './standing.ts';
import { isDone, markOf } from './states.ts';
import { summaryLines } from './counts.ts';
import { ageText } from './words.ts';

export interface ListInput {
  readonly standing: Standing;
  readonly filter: Filter;
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly staleHours: number;
}

/**
 * The table of `desk --list` in lines of at most so many columns: the counts, the clinics that are not done with their terminals that are not (or whose journal went back), worst first, and what could
 * not be read. With a filter: the terminals that fit, done or not.
 */
export function listText(input: ListInput, columns?: number): string {
  const { standing, filter, now, offsetMinutes, staleHours } = input;
  const narrowed = filter.words !== noFilter.words || filter.state !== noFilter.state;
  const shown = filterRows(standing.rows, filter).filter(
    ({ state, wentBack }) => narrowed || wentBack !== null || !isDone(state),
  );
  const ids = new Set(shown.map(({ id }) => id));
  const clinics = filterClinics(standing, filter);
  const sections = [
    [
      texts.title(toShortText(now, offsetMinutes)),
      ...summaryLines(standing.counts, staleHours).flatMap((text) => hanging('', text, 2)),
    ],
    narrowed
      ? [texts.narrowed(filter.words, filter.state === null ? null : deskTexts.states[filter.state], shown.length)]
      : [],
    [nothingText(standing, narrowed, shown.length)].filter((line) => line !== null),
    shown.length === 0
      ? []
      : [
          narrowed ? texts.headings.shown : texts.headings.open,
          ...clinics.flatMap((clinic) => clinicLines(clinic, ids, input)),
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

function nothingText({ rows }: Standing, narrowed: boolean, shown: number): string | null {
  if (rows.length === 0) return texts.nothing;
  if (shown > 0) return null;
  return narrowed ? texts.noneFits : texts.noneOpen;
}

function clinicLines(clinic: Clinic, ids: ReadonlySet<string>, input: ListInput): readonly PageLine[] {
  const rows = clinic.rows.filter(({ id }) => ids.has(id));
  if (rows.length === 0) return [];
  return [
    ...paragraph(`${clinic.name ?? deskTexts.unknownClinic}  ${doneText(clinic)}`),
    ...rows.flatMap((row) => rowLines(row, input)),
  ];
}

/** 「全台済み 3/3」, 「1/3」. */
export function doneText({ name, done, rows }: Clinic): string {
  return (name === null ? deskTexts.unknownClinicDone : deskTexts.clinicDone)(done, rows.length);
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
  if (entry === null) return [deskTexts.noAnswerReason];
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
