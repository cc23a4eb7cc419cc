import { checkNames } from '../../domain/names.ja.ts';
import { nextNight, phaseAt } from '../../domain/notice/calendar.ts';
import { stepTitles } from '../../domain/procedure/steps.ja.ts';
import { dateToShortText, MINUTE, toShortText } from '../../domain/time.ts';
import type { CheckResult, Decision, Survey } from '../../domain/facts.ts';
import { fit } from '../../text/cells.ts';
import { beside, besideWidths } from '../../tui/list.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { checkMark } from '../../tui/marks.ts';
import { paragraphs, quiet, stack, WIDE, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { nextStepRow } from '../navigate.ts';
import { timeOfDay } from '../queries.ts';
import { restartProofLines } from '../restart/proof.ts';
import { row, rowsBlock, selectedOf, type Page, type Row, type Screen } from '../screen.ts';
import { componentTable } from './components.ts';
import { nightProof, type NightProof } from './night-proof.ts';
import { statusTexts } from './status.ja.ts';

/** Status: the next step and why, the components, the checks, the calendar. */
export const status: Screen = {
  page(model) {
    const { decision, survey } = model;
    return decision && survey ? judgedPage(model, decision, survey) : unreadPage(model);
  },
};

function unreadPage(model: Model): Page {
  const rows = [row('read-again', statusTexts.readAgain, { type: 'read-again' })];
  return {
    rows,
    body: (area) => stack([line(statusTexts.reading)], rowsBlock(rows, selectedOf(model, rows), area)),
  };
}

/** The next step first, then what is offered beside it, then the checks. */
function judgedPage(model: Model, decision: Decision, survey: Survey): Page {
  const next = [nextStepRow(decision, survey.checks)];
  const offers = offerRows(model, decision);
  const checks = checkRows(survey.checks, model.showAllChecks);
  const rows: readonly StatusRow[] = [...next, ...offers, ...checks];
  const selected = selectedOf(model, rows);
  const content = (area: Area) =>
    stack(
      restartProofLines(model, area),
      nightLines(model, area),
      rowsBlock(next, selected, area),
      paragraphs(decision.reason, area, { indent: 4 }),
      rowsBlock(offers, selected, area),
      [blank],
      componentTable(model, area),
      [line(calendarText(model))],
      [blank, readingLine(model, survey)],
      rowsBlock(checks, selected, area),
    );
  return {
    rows,
    body(area) {
      if (area.columns < WIDE) return content(area);
      const widths = besideWidths(area.columns);
      const detail = checkDetail(selected?.check, { ...area, columns: widths.right });
      return beside(content({ ...area, columns: widths.left }), detail, { ...widths, ambiguous: area.ambiguous });
    },
  };
}

interface StatusRow extends Row {
  readonly check?: CheckResult;
}

function offerRows({ lock, about }: Model, { alternative }: Decision): readonly Row[] {
  const canTakeOver = !lock.held && !about.readOnly;
  return [
    ...(alternative ? [row('alternative', stepTitles[alternative], { type: 'go', screen: 'evening' })] : []),
    ...(canTakeOver ? [row('take-over', statusTexts.takeOver, { type: 'take-over' })] : []),
  ];
}

/** What needs attention first, the worst of it on top; the others only when asked for. */
function checkRows(checks: readonly CheckResult[], showAll: boolean): readonly StatusRow[] {
  const loud = loudness.flatMap((level) => checks.filter((check) => check.status === level));
  const rest = checks.filter((check) => !loud.includes(check));
  const shown = (showAll ? [...loud, ...rest] : loud).map(checkRow);
  if (rest.length === 0 || showAll) return shown;
  return [...shown, row('all-checks', statusTexts.quietChecks(rest.length), { type: 'toggle-checks' })];
}

const loudness = ['fail', 'warn', 'unknown'] as const;
const NAME_COLUMNS = 16;

function checkRow(check: CheckResult): StatusRow {
  const { id, status: level, summary, guideId } = check;
  return {
    ...row(`check:${id}`, summary, { type: 'open-guide', entryId: guideId, seen: [summary] }),
    line: spans(checkMark(level), `${fit(checkNames[id], NAME_COLUMNS)} `, summary),
    check,
  };
}

function checkDetail(check: CheckResult | undefined, area: Area): readonly Line[] {
  const { detail } = statusTexts;
  if (!check) return paragraphs(detail.noDetail, area, quiet);
  const evidence = Object.entries(check.evidence).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [
    spans(checkMark(check.status), { text: checkNames[check.id], bold: true }),
    ...paragraphs(check.summary, area),
    ...(check.remedy === null ? [] : [line(detail.remedy, { bold: true }), ...paragraphs(check.remedy, area)]),
    line(detail.evidence, { bold: true }),
    ...paragraphs(evidence, area, quiet),
  ];
}

/** What the last night left on has come to, where there is something to tell. */
function nightLines(model: Model, area: Area): readonly Line[] {
  const proof = nightProof(model);
  return proof === null ? [] : paragraphs(nightText(proof, model.about), area);
}

function nightText(proof: NightProof, { notice, offsetMinutes }: Model['about']): string {
  const { nightProof: texts } = statusTexts;
  const night = dateToShortText(proof.night);
  switch (proof.type) {
    case 'up':
      return texts.up(night, notice.delivery);
    case 'down':
      return texts.down(night, toShortText(proof.bootedAt, offsetMinutes));
    case 'planned-restart':
      return texts.plannedRestart(night, toShortText(proof.restartedAt, offsetMinutes));
    case 'unknown':
      return texts.unknown(night) + texts.doubts[proof.doubt];
  }
}

function calendarText({ about: { calendar, offsetMinutes }, now }: Model): string {
  const { calendar: texts } = statusTexts;
  const phase = phaseAt(calendar, now);
  const night = nextNight(calendar, now);
  if (phase === 'all-day') return texts['all-day'];
  if (!night) return texts.over(dateToShortText(calendar.allDayFrom));
  return phase === 'night'
    ? texts.night(toShortText(night.end, offsetMinutes))
    : texts[phase](dateToShortText(night.date));
}

function readingLine({ about, now }: Model, { takenAt }: Survey): Line {
  const minutes = Math.floor(Math.max(0, now - takenAt) / MINUTE);
  const age = statusTexts.readAt(timeOfDay(takenAt, about.offsetMinutes), minutes);
  return spans({ text: statusTexts.headings.checks, bold: true }, { text: `  ${age}`, tone: 'quiet' });
}
