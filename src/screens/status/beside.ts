import type { CheckResult } from '../../domain/facts.ts';
import { checkNames } from '../../domain/names.ja.ts';
import { nightDay } from '../../domain/notice/night-names.ja.ts';
import { findGuideEntry, guideIdOf } from '../../guide/situations.ts';
import { contactInWords } from '../../support/contact.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { checkMark } from '../../tui/marks.ts';
import { paragraphs, quiet, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { statusTexts } from './status.ja.ts';

const { beside: texts } = statusTexts;

/**
 * Beside the status: what there is to say of the selected check; else how the next step is done, whom to call, and the
 * nights.
 */
export function besideLines(model: Model, check: CheckResult | undefined, area: Area): readonly Line[] {
  return check
    ? checkLines(model, check, area)
    : [...procedureLines(model, area), ...callLines(model, area), ...nightLines(model)];
}

function checkLines(model: Model, { id, status, summary, remedy, guideId }: CheckResult, area: Area): readonly Line[] {
  const entry = guideId === null ? null : findGuideEntry(model.about.guide(), guideId);
  return [
    spans(checkMark(status), { text: checkNames[id], bold: true }),
    ...paragraphs(summary, area),
    ...(remedy === null ? [] : [line(texts.remedy, { bold: true }), ...paragraphs(remedy, area)]),
    ...(entry === null
      ? []
      : [line(texts.why, { bold: true }), ...paragraphs(entry.why, area), ...rows(entry.do, area)]),
  ];
}

/** What the guide says to do for the next step. */
function procedureLines({ about, decision }: Model, area: Area): readonly Line[] {
  const entry = decision === null ? null : findGuideEntry(about.guide(), guideIdOf(`step:${decision.step}`));
  return entry === null ? [] : [...rows(entry.do, area), blank];
}

function rows(instructions: readonly string[], area: Area): readonly Line[] {
  return [
    line(texts.procedure, { bold: true }),
    ...instructions.flatMap((text, index) => paragraphs(text, area, { first: `${String(index + 1)}. ` })),
  ];
}

function callLines({ about: { notice, calendar }, now }: Model, area: Area): readonly Line[] {
  return [
    line(texts.call, { bold: true }),
    ...notice.contacts.flatMap((contact) => {
      const { who, details } = contactInWords(contact, calendar.timeZone, now);
      return [
        ...paragraphs(who, area),
        ...paragraphs(
          details.map(({ text }) => text),
          area,
          { indent: 2, ...quiet },
        ),
      ];
    }),
    blank,
  ];
}

/** The nights that are not over, and which of them deliver. */
function nightLines({ about: { calendar }, now }: Model): readonly Line[] {
  const nights = calendar.nights.filter(({ end }) => now < end);
  if (nights.length === 0) return [];
  return [
    line(texts.nights, { bold: true }),
    ...nights.map(({ date, delivers }) =>
      line(texts.night(nightDay(date, calendar), delivers), delivers ? {} : { tone: 'quiet' }),
    ),
  ];
}
