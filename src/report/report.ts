import type { Decision } from '../domain/facts.ts';
import { toShortText, type Instant } from '../domain/time.ts';
import { lastReport, terminalsDone, type History } from '../domain/history.ts';
import { deliveryBegan, type Calendar } from '../domain/notice/calendar.ts';
import type { FieldKind, Notice, NoticeReport } from '../domain/notice/notice.ts';
import { page } from '../text/page.ts';
import { fieldProblems, pageTexts, reasonTexts, shortReasons } from './report.ja.ts';
import { compactDate, isProofDay } from './known-values.ts';
import { areAllDone } from './terminals.ts';
import { judge, normalised, type FieldId, type TypedValues } from './fields.ts';

/** One field of the form: what is to be entered there, and what is wrong with it. */
export interface ReportField {
  readonly id: FieldId;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  /** Whether it is empty only until the version is proven: then the day of the proof stands there. */
  readonly isFilledByProof: boolean;
  /** Ready to be entered; empty where nothing is known. */
  readonly value: string;
  readonly problem: string | null;
  readonly warning: string | null;
}

/** What can stand in the way of the report. */
export const reasonIds = [
  'version-not-read',
  'version-unknown',
  'version-not-proven',
  'terminals-not-counted',
  'terminals-not-all-done',
  'field',
] as const;
export type ReasonId = (typeof reasonIds)[number];

/** Why the report must not be sent yet. `text` says it whole, `short` beside a row that is blocked by it. */
interface Reason {
  readonly id: ReasonId;
  readonly field: FieldId | null;
  readonly text: string;
  readonly short: string;
}

/** The completion report of one notice, as far as it has come. */
export interface Report {
  readonly title: string;
  /** In the order of the notice. */
  readonly fields: readonly ReportField[];
  /** The way to the form, one step a row. */
  readonly formPath: readonly string[];
  readonly terminals: History['terminals'];
  /** Why this terminal's version does not count as proven; null: it does. */
  readonly unproven: Reason | null;
  /** Everything that stands in the way; empty: the report is ready to be sent. */
  readonly reasons: readonly Reason[];
  /** When it was last recorded as sent; null: never. */
  readonly sent: { readonly at: Instant; readonly elsewhere: boolean } | null;
}

/** Puts the report together. `decision` is null while the terminal has not been read; null without a report. */
export function buildReport(input: {
  readonly notice: Pick<Notice, 'title' | 'report'>;
  readonly calendar: Calendar;
  readonly history: Pick<History, 'terminals' | 'reportsSent'>;
  readonly decision: Decision | null;
  readonly values: TypedValues;
  readonly now: Instant;
}): Report | null {
  const { calendar, history, values, now } = input;
  const { title, report } = input.notice;
  if (report === null) return null;
  const began = deliveryBegan(calendar);
  const days = {
    today: compactDate(calendar.timeZone, now),
    deliveryBegan: began === null ? null : compactDate(calendar.timeZone, began),
  };
  const unproven = versionReason(input.decision);
  // Before the proof there is no day to be filled in: what is missing is the proof.
  const waits = (isFilledByProof: boolean, value: string): boolean =>
    unproven !== null && isFilledByProof && value === '';
  const fields = report.fields.map((field): ReportField => {
    const { id, kind, label, hint, required } = field;
    const isOfProof = isProofDay({ report }, field);
    // A day that may be left out stays empty where it was emptied.
    const isFilledByProof = isOfProof && required;
    const value = kind === 'fixed' ? (report.number ?? '') : normalised(field, values[id] ?? '').trim();
    const judged = waits(isFilledByProof, value)
      ? { problem: fieldProblems.dayWaits, warning: null }
      : judge(field, value, isOfProof ? days : anyDay);
    return { id, kind, label, hint, required, isFilledByProof, value, ...judged };
  });
  return {
    title,
    fields,
    formPath: report.formPath,
    terminals: history.terminals,
    unproven,
    reasons: [
      unproven,
      terminalsReason(history.terminals),
      ...fields.map((field) =>
        field.problem === null || waits(field.isFilledByProof, field.value) ? null : fieldReason(field, field.problem),
      ),
    ].filter((reason) => reason !== null),
    sent: sentOf(history, report),
  };
}

/** What the operator alone knows of: it may lie behind, and ahead. */
const anyDay = { today: null, deliveryBegan: null };

/**
 * Why it must not be put on record as sent; null: it may. What stands in the fields was needed for the form, which is
 * sent elsewhere: nobody types it again for the record.
 */
export function standsAgainstRecord({ reasons }: Pick<Report, 'reasons'>): Reason | null {
  return reasons.find(({ id }) => id !== 'field') ?? null;
}

function sentOf(history: Pick<History, 'reportsSent'>, report: NoticeReport): Report['sent'] {
  const last = lastReport(history, report);
  return last ? { at: last.at, elsewhere: last.elsewhere === true } : null;
}

/** Why the version does not count as proven: only a verdict that says so proves it. null: it is proven. */
function versionReason(decision: Decision | null): Reason | null {
  if (decision === null) return reason('version-not-read', reasonTexts.notRead);
  if (decision.verdict === 'current') return null;
  const id = decision.verdict === 'unknown' ? 'version-unknown' : 'version-not-proven';
  return reason(id, decision.reason);
}

/** The completion report is one per clinic, so each terminal in use must be done. null: as far as was said, all are. */
function terminalsReason(terminals: History['terminals']): Reason | null {
  if (terminals === null) return reason('terminals-not-counted', reasonTexts.notCounted);
  const { count } = terminals;
  return areAllDone(terminals)
    ? null
    : reason('terminals-not-all-done', reasonTexts.notAllDone(terminalsDone(terminals), count));
}

function fieldReason({ id, label }: ReportField, problem: string): Reason {
  return { id: 'field', field: id, text: reasonTexts.field(label, problem), short: shortReasons.field(label) };
}

function reason(id: Exclude<ReasonId, 'field'>, text: string): Reason {
  return { id, field: null, text, short: shortReasons[id] };
}

/** The page to carry away and to read out: each value alone on its line, so that it can be marked whole. */
export function reportPage(report: Report): string {
  const sections = [
    [pageTexts.title(report.title)],
    ...report.fields.map((field) => [pageTexts.label(field.label, field.hint), valueText(field)]),
    [pageTexts.way, ...report.formPath.map((step, index) => pageTexts.step(index + 1, step))],
  ];
  return page(sections);
}

/** Where the report stands, in lines: sent, ready, or what is in the way; then what is strange about its fields. */
export function reportState(report: Report, offsetMinutes: number): readonly string[] {
  const warnings = report.fields.flatMap(({ label, warning }) =>
    warning === null ? [] : [pageTexts.warning(label, warning)],
  );
  const { reasons } = report;
  const ready =
    reasons.length === 0
      ? [pageTexts.ready]
      : [pageTexts.notReady, ...reasons.map(({ text }) => pageTexts.reason(text))];
  const sent = sentLines(report, offsetMinutes);
  // A report that was sent counts no more once the version is not proven: what is in the way comes first.
  return [...(isDone(report) ? sent : [...ready, ...sent]), ...warnings];
}

/** That it was sent, and when; nothing where it was not. */
export function sentLines({ sent }: Report, offsetMinutes: number): readonly string[] {
  if (sent === null) return [];
  const at = toShortText(sent.at, offsetMinutes);
  return [sent.elsewhere ? pageTexts.sentElsewhere(at) : pageTexts.sent(at)];
}

/** A report that was sent needs nothing any more, as long as the version is still proven. */
export function isDone({ sent, unproven }: Report): boolean {
  return sent !== null && unproven === null;
}

function valueText({ value }: ReportField): string {
  return value === '' ? pageTexts.noValue : value;
}
