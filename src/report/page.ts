import { toShortText } from '../domain/time.ts';
import { pageTexts } from './report.ja.ts';
import { page } from '../text/page.ts';
import type { Report, ReportField } from './report.ts';

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
