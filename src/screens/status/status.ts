import { checkNames } from '../../domain/names.ja.ts';
import { holeAt, nextNight, ownDates, phaseAt } from '../../domain/notice/calendar.ts';
import { nightDay } from '../../domain/notice/night-names.ja.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { stepTitle } from '../../domain/notice/words.ts';
import { shortTextIn } from '../../domain/notice/zone.ts';
import { dateToShortText, MINUTE, toShortText, type Instant } from '../../domain/time.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { isSince } from '../../domain/boots.ts';
import { checkIds, type CheckId } from '../../domain/facts.ts';
import { fit, width } from '../../text/cells.ts';
import { beside, besideWidths } from '../../tui/list.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { paragraphs, quiet, stack, WIDE, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { nextStepRow } from '../navigate.ts';
import { isSetForTonight, nextNotice, pendingChecks, timeOfDay } from '../queries.ts';
import { restartProofLines } from '../restart/proof.ts';
import { row, rowsBlock, selectedOf, type Row, type Screen } from '../screen.ts';
import { besideLines } from './beside.ts';
import { checkRows, isInPlace, waitingText, type StatusRow } from './checks.ts';
import { componentTable } from './components.ts';
import { nightLines } from './night-proof.ts';
import { progressLines } from './progress.ts';
import { statusTexts } from './status.ja.ts';

/** On a lower screen the next step and its reason need the room. */
const PROGRESS_ROWS = 20;
const INDENT = 4;

/** Status: the next step and why, the components, the checks, the calendar. What is not known yet has its place. */
export const status: Screen = {
  page(model) {
    const next = [nextRow(model)];
    const offers = offerRows(model);
    const checks = checkRows(model);
    const rows: readonly StatusRow[] = [...next, ...offers, ...checks];
    const selected = selectedOf(model, rows);
    const content = (area: Area) =>
      stack(
        ...(isInPlace(model)
          ? []
          : [restartProofLines(model, area), nightLines(model, area), momentLines(model, area)]),
        isInPlace(model) || model.size.rows < PROGRESS_ROWS ? [] : progressLines(model, area),
        rowsBlock(next, selected, area),
        reasonLines(model, area),
        rowsBlock(offers, selected, area),
        doneLines(model, area),
        [blank],
        componentTable(model, area),
        model.decision?.verdict === 'current' && !isInPlace(model) ? [] : [line(calendarText(model))],
        [blank, readingLine(model)],
        rowsBlock(checks, selected, area),
      );
    return {
      rows,
      body(area) {
        if (area.columns < WIDE) return content(area);
        const widths = besideWidths(area.columns);
        const detail = besideLines(model, selected?.check, { ...area, columns: widths.right });
        return beside(content({ ...area, columns: widths.left }), detail, { ...widths, ambiguous: area.ambiguous });
      },
    };
  },
};

/** What this very moment asks for besides the next step: patience, or nothing any more. */
function momentLines(model: Model, area: Area): readonly Line[] {
  const { moment } = statusTexts;
  const { decision, now } = model;
  const { calendar } = model.about;
  const told = (text: string, tone: 'good' | 'attention'): readonly Line[] =>
    paragraphs(text, area, { style: { tone, bold: true } });
  const other = nextNotice(model);
  if (other !== null) return told(moment.doneHere(other.title, dueText(other)), 'attention');
  if (decision?.step === 'all-done') return told(moment.done, 'good');
  if (decision?.verdict === 'current') return [];
  const night = nextNight(calendar, now);
  const waits = decision?.step === 'leave-on-overnight';
  if (waits && phaseAt(calendar, now) === 'night' && night !== null && holeAt(calendar, now) === null)
    return told(moment.delivering(shortTextIn(calendar.timeZone, night.end)), 'attention');
  if (ownDates(calendar, now).tonightDelivers === false)
    return told(moment.excluded(night === null ? null : nightDay(night.date, calendar)), 'attention');
  return isSetForTonight(model) ? told(moment.prepared, 'good') : [];
}

function nextRow(model: Model): Row {
  const { decision, survey, about } = model;
  if (nextNotice(model) !== null) return row('next-step', statusTexts.goOn, { type: 'next-notice' });
  return decision ? nextStepRow(decision, survey?.checks ?? [], about.words) : pendingStepRow(model);
}

/** In the next step's place, while it is not certain or what it leads to is not. */
function pendingStepRow({ outlook, about }: Model): Row {
  return row('next-step', outlook.step === null ? statusTexts.pendingStep : stepTitle(outlook.step, about.words), {
    type: 'await-reading',
  });
}

/** Why it is the next step; while that is not certain, what it waits for and what the journal knows. */
function reasonLines(model: Model, area: Area): readonly Line[] {
  const { decision, outlook } = model;
  if (decision && !isInPlace(model)) return paragraphs(decision.reason, area, { indent: INDENT });
  const waitsFor = outlook.waitsFor.length > 0 ? outlook.waitsFor : pendingChecks(model);
  const text = decision?.reason ?? waitsForText(waitsFor, area.columns - INDENT);
  return [
    line(fit(`${' '.repeat(INDENT)}${text}`, area.columns, area.ambiguous).trimEnd()),
    ...paragraphs(knownBefore(model), area, { indent: INDENT, ...quiet }),
  ];
}

/** As many of them as one line has room for, and how many there are besides. */
function waitsForText(checks: readonly CheckId[], columns: number): string {
  const names = checks.map((id) => checkNames[id]);
  const texts = names.map((_, index) => statusTexts.waitsFor(names.slice(0, names.length - index), index));
  return texts.find((text) => width(text) <= columns) ?? statusTexts.waitsFor([], names.length);
}

/** What was done last and what is prepared, by the journal. */
function knownBefore({ history, about: { calendar, offsetMinutes }, now }: Model): readonly string[] {
  const { before } = statusTexts;
  const time = ({ at }: { readonly at: Instant }): string => toShortText(at, offsetMinutes);
  const night = nextNight(calendar, now);
  const prepared = history.nightsLeftOn.findLast((left) => left.night === night?.date);
  const [press, request] = [history.presses.at(-1), history.restartRequests.at(-1)];
  const report = history.reportsSent.at(-1);
  return [
    ...(press ? [(press.kind === 'press' ? before.pressed : before.stepsDone)(time(press))] : []),
    ...(request && (!press || isSince(request, press)) ? [before.restartAsked(time(request))] : []),
    ...(prepared ? [before.prepared(nightDay(prepared.night, calendar), time(prepared))] : []),
    ...(report ? [before.reportSent(time(report))] : []),
  ];
}

function offerRows(model: Model): readonly Row[] {
  const { lock, about, decision } = model;
  const canTakeOver = !lock.held && !about.readOnly;
  const isSettled = pendingChecks(model).length === 0 && !isInPlace(model);
  const alternative = isSettled ? (decision?.alternative ?? null) : null;
  return [
    ...(alternative
      ? [row('alternative', stepTitle(alternative, about.words), { type: 'go', screen: 'evening' })]
      : []),
    ...(canTakeOver && isSettled ? [row('take-over', statusTexts.takeOver, { type: 'take-over' })] : []),
    ...about.others.filter((other) => other !== nextNotice(model)).map(otherNoticeRow),
  ];
}

/** That other notices are done: a restart may have ended one, and the console has gone on to the next. */
function doneLines({ about: { done } }: Model, area: Area): readonly Line[] {
  return paragraphs(
    done.map(({ title }) => statusTexts.doneNotice(title)),
    area,
    { indent: 2, ...quiet },
  );
}

/** A notice that is open beside this one: it comes when this one is done. */
function otherNoticeRow(notice: Notice): Row {
  const text = statusTexts.otherNotice(notice.title, dueText(notice));
  return row(`notice:${notice.id}`, text, {
    type: 'open-guide',
    entryId: guideIdOf('moment:another-notice'),
    seen: [text],
  });
}

function dueText({ deadline }: Notice): string | null {
  return deadline === null ? null : dateToShortText(deadline);
}

function calendarText({ about: { calendar }, now }: Model): string {
  const { calendar: texts } = statusTexts;
  const phase = phaseAt(calendar, now);
  const night = nextNight(calendar, now);
  if (phase === 'all-day' || phase === 'none') return texts[phase];
  if (!night) return texts.over(calendar.allDayFrom && dateToShortText(calendar.allDayFrom));
  const hole = holeAt(calendar, now);
  if (hole) return texts.hole(shortTextIn(calendar.timeZone, hole.end));
  return phase === 'night'
    ? texts.night(shortTextIn(calendar.timeZone, night.end))
    : texts[phase](nightDay(night.date, calendar));
}

function readingLine(model: Model): Line {
  const { about, now, survey } = model;
  const { headings, progress, readAt } = statusTexts;
  const takenAt = survey?.takenAt ?? now;
  const minutes = Math.floor(Math.max(0, now - takenAt) / MINUTE);
  const pending = pendingChecks(model);
  const [slowest] = pending;
  const age =
    slowest !== undefined
      ? `${progress(checkIds.length - pending.length, checkIds.length)}  ${checkNames[slowest]} ${waitingText(model)}`
      : readAt(timeOfDay(takenAt, about.offsetMinutes), minutes);
  return spans({ text: headings.checks, bold: true }, { text: `  ${age}`, tone: 'quiet' });
}
