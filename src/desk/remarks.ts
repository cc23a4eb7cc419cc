import { MINUTE, toShortText, type Instant } from '../domain/time.ts';
import type { Called } from './called.ts';
import type { Counts } from './counts.ts';
import { deskTexts } from './desk.ja.ts';
import type { BadFile, Contact, Notice, Source } from './entry.ts';
import { clinicKey } from './identity.ts';
import { inUse, isAhead, type Clinic, type Row } from './rows.ts';
import { shownName, shownPath } from './shown.ts';
import { isDone } from './states.ts';

/** What a terminal is shown among. */
export interface Shown {
  readonly standing: { readonly counts: Pick<Counts, 'notices'> };
  /** The clinics that were called today. */
  readonly called: Called;
  readonly offsetMinutes: number;
}

/** What is to be told of a terminal behind its state, in a few words each. */
export function notes(row: Row): readonly string[] {
  const { change, unchangedDays } = row;
  return [
    ...(row.overdue ? [deskTexts.overdue] : row.urgency === 'late' ? [deskTexts.nearDeadline] : []),
    ...(row.contact.spare ? [deskTexts.spare] : []),
    ...(change === null
      ? []
      : [unchangedDays === null ? deskTexts.changes[change] : deskTexts.unchangedFor(unchangedDays)]),
  ];
}

/** What is to be told of its answer's time. */
export function ageRemarks({ stale, ahead }: Row): readonly string[] {
  return [...(stale ? [deskTexts.stale] : []), ...(ahead ? [deskTexts.ahead] : [])];
}

/** What is to be told of what its answer says. */
export function answerRemarks({ outdated, entry, state }: Row): readonly string[] {
  return [
    ...(outdated ? [deskTexts.outdated] : []),
    ...(entry?.simulated === true && state !== 'simulated' ? [deskTexts.simulated] : []),
  ];
}

/** What is to be told of it besides its state and its answer's time. */
function otherRemarks(row: Row): readonly string[] {
  return [
    ...answerRemarks(row),
    ...(row.twins.length === 0 ? [] : [deskTexts.sameTime]),
    ...(row.wentBack === null ? [] : [deskTexts.journalWentBack]),
    ...notes(row),
  ];
}

/** Everything that is to be told of a terminal besides its state, in a few words each. */
export function remarks(row: Row): readonly string[] {
  return [...ageRemarks(row), ...otherRemarks(row)];
}

/** What tells a terminal from those of its name, in a few columns: the end of its place. */
export function placeName({ entry }: Row): string {
  if (entry === null) return '';
  const { path, line } = entry.source;
  const end = path.split(/[/\\]/).slice(-2).map(shownName).join('/');
  return line === null ? end : `${end}:${String(line)}`;
}

/** Before the state, where it cannot be cut off: when the clinic was called today. */
export function calledText({ clinic }: Row, { called, offsetMinutes }: Shown): readonly string[] {
  const mark = called.get(clinicKey(clinic));
  return mark === undefined ? [] : [deskTexts.calledAt(toShortText(mark.at, offsetMinutes).split(' ')[1] ?? '')];
}

/** How long ago, in words of at most 8 columns. What is as little ahead as clocks may differ is of now. */
export function ageText(at: Instant | null, now: Instant): string {
  return at === null
    ? deskTexts.noAge
    : deskTexts.age(isAhead(at, now) ? null : Math.max(0, Math.floor((now - at) / MINUTE)));
}

/** The state, and the check to mend first; where there are several notices, which one. */
export function whyText(row: Row, model: Shown): string {
  const { counts } = model.standing;
  const { state, entry } = row;
  const check = entry?.check ?? null;
  const code = state === 'check-failed' ? (entry?.step ?? null) : null;
  return [
    ...calledText(row, model),
    deskTexts.states[state],
    ...(check === null ? [] : [shownName(check)]),
    ...(code === null ? [] : [shownName(code)]),
    ...(counts.notices.length < 2 || !entry?.notice?.id ? [] : [shownName(entry.notice.id)]),
    ...otherRemarks(row),
  ].join(': ');
}

/** 「全台済み 3/3」, 「1/3」. */
export function doneText({ name, rows, done, allDone }: Clinic): string {
  if (name === null) return deskTexts.unknownClinicDone(done, rows.length);
  const counted = inUse(rows);
  return deskTexts.clinicDone(counted.filter(({ state }) => isDone(state)).length, counted.length, allDone);
}

/** The clinic by its code and, where the roster tells it, its name. */
export function clinicName({ name, worst }: Pick<Clinic, 'name' | 'worst'>): string {
  if (name === null) return deskTexts.unknownClinic;
  const { name: title } = worst.contact;
  return title === null ? shownName(name) : deskTexts.named(shownName(name), shownName(title));
}

/** Whom to call, in one line: phone, person, opening time. */
export function contactText({ phone, person, opens }: Contact): string {
  return [
    ...(phone === null ? [] : [deskTexts.contact.phone(shownName(phone))]),
    ...(person === null ? [] : [deskTexts.contact.person(shownName(person))]),
    ...(opens === null ? [] : [deskTexts.contact.opens(shownName(opens.text))]),
  ].join(' ');
}

/** Why there is nothing of a terminal. */
export function silentReason({ change }: Pick<Row, 'change'>): string {
  return change === null ? deskTexts.noAnswerReason : deskTexts.noAnswerNow;
}

function versionsAsked(notice: Notice | null): string {
  return notice?.targets.map(({ version }) => version ?? deskTexts.unknown).join(deskTexts.betweenVersions) ?? '';
}

/** Where a document lies, in words. */
export function placeText({ path, line }: Source): string {
  return deskTexts.place(shownPath(path), line);
}

/** What could not be used, and why, in one line. */
export function badText({ source, reason }: BadFile): string {
  return `${placeText(source)}: ${reason}`;
}

/** Why the terminal is where it is, in sentences. */
export function reasonLines(row: Row): readonly string[] {
  const { entry, state, twins, wentBack } = row;
  if (entry === null) return [silentReason(row)];
  const place = placeText(entry.source);
  return [
    ...(state === 'check-failed' ? [`${shownName(entry.step)}: ${entry.reason}`] : isDone(state) ? [] : [entry.reason]),
    ...(entry.check === null ? [] : [deskTexts.firstFails(entry.check)]),
    ...(entry.check === null && entry.failing.length > 0 && !isDone(state) ? [deskTexts.failing(entry.failing)] : []),
    ...(entry.otherNotices.length === 0 ? [] : [deskTexts.otherNotices(entry.otherNotices)]),
    ...(state === 'simulated' ? [deskTexts.simulatedReason] : []),
    ...(row.ahead && isDone(entry.state) ? [deskTexts.aheadReason] : []),
    ...(row.outdated && isDone(entry.state) ? [deskTexts.outdatedReason(versionsAsked(entry.notice))] : []),
    ...(state === 'check-failed' ? [deskTexts.errorFile(place)] : []),
    ...(row.namesake ? [deskTexts.namesake(place)] : []),
    ...(wentBack === null
      ? []
      : [deskTexts.wentBack(placeText(wentBack.earlier.source), placeText(wentBack.later.source))]),
    ...(twins.length === 0 ? [] : [deskTexts.twins(twins.map(({ source }) => placeText(source)))]),
  ];
}
