import type { CheckResult, ComponentReading, Witness } from '../domain/facts.ts';
import { menuOf, selectedItem } from './menus/menu.ts';
import type { MenuItem } from './menus/item.ts';
import type { Model } from './model.ts';
import { nightProof, type NightProof } from './night-proof.ts';
import { dateToShortText, MINUTE, toShortText } from '../domain/time.ts';
import { nextNight, phaseAt } from '../domain/notice/calendar.ts';
import { checkNames, componentNames, shortWitnessNames, witnessNames } from '../domain/names.ja.ts';
import { statusTexts } from './status.ja.ts';
import { beside, besideWidths, type ListRow } from '../tui/list.ts';
import { blank, line, spans, wrapLines, type Line, type Span } from '../tui/line.ts';
import { checkMark, componentMark, MARK_COLUMNS } from '../tui/marks.ts';
import { table } from '../tui/table.ts';
import { fit } from '../text/cells.ts';
import { menuBlock, plainRow } from './menu-block.ts';
import { restartProofLines } from './restart-proof.ts';
import { stack, WIDE, type Area, type Screen } from './screen.ts';

/** Status: the next step and why, the components, the checks, the calendar. */
export const status: Screen = (model, area) => {
  if (!model.survey || !model.decision) return stack([line(statusTexts.reading)], menuBlock(model, area));
  if (area.columns < WIDE) return content(model, area);
  const widths = besideWidths(area.columns);
  const left = content(model, { ...area, columns: widths.left });
  return beside(left, checkDetail(model, { ...area, columns: widths.right }), {
    ...widths,
    ambiguous: area.ambiguous,
  });
};

function content(model: Model, area: Area) {
  const firstCheck = menuOf(model).findIndex((item) => item.id.startsWith('check:') || item.id === 'all-checks');
  const steps = firstCheck === -1 ? menuOf(model).length : firstCheck;
  const reason = wrapLines(model.decision?.reason ?? '', area.columns, {
    indent: 4,
    ambiguous: area.ambiguous,
  });
  return stack(
    ...proofs(model, area),
    menuBlock(model, area, { to: 1 }),
    reason,
    menuBlock(model, area, { from: 1, to: steps }),
    [blank],
    componentTable(model, area),
    [spans(...calendarLine(model))],
    [blank, readingLine(model)],
    menuBlock(model, area, { from: steps, row: (item) => checkRow(model, item) }),
  );
}

/** What the last restart and the last night left on have come to, where there is something to tell. */
function proofs(model: Model, area: Area): readonly (readonly Line[])[] {
  const at = (instant: number): string => toShortText(instant, model.about.offsetMinutes);
  const night = nightProof(model);
  const told =
    night === null
      ? []
      : wrapLines(nightText(night, at, model.about.notice.delivery), area.columns, {
          ambiguous: area.ambiguous,
        });
  return [restartProofLines(model, area), told];
}

function nightText(
  proof: NightProof,
  at: (instant: number) => string,
  hours: { readonly from: string; readonly to: string },
): string {
  const { nightProof: texts } = statusTexts;
  const night = dateToShortText(proof.night);
  switch (proof.type) {
    case 'up':
      return texts.up(night, hours);
    case 'down':
      return texts.down(night, at(proof.bootedAt));
    case 'planned-restart':
      return texts.plannedRestart(night, at(proof.restartedAt));
    case 'unknown':
      return texts.unknown(night) + texts.doubts[proof.doubt];
  }
}

function componentTable(model: Model, area: Area): readonly Line[] {
  const { headings } = statusTexts;
  return table({
    ...area,
    cols: [
      { title: '', width: MARK_COLUMNS },
      { title: headings.component, width: area.columns < WIDE / 2 ? 20 : 24 },
      { title: headings.installed, width: 'content' },
      { title: headings.required, width: 'content' },
      { title: headings.sources, width: 'rest' },
    ],
    rows: (model.survey?.components ?? []).map((component) => componentRow(model, component)),
  });
}

function componentRow(model: Model, component: ComponentReading): readonly Span[] {
  const changed = model.changed.includes(component.id);
  const told = witnessText(model, component);
  return [
    componentMark(component.status),
    { text: componentNames[component.id] },
    { text: installedText(component), bold: changed },
    { text: component.required ?? statusTexts.notRequired },
    {
      text: changed ? `${statusTexts.changed} ${told}` : told,
      tone: changed ? 'attention' : 'quiet',
    },
  ];
}

function installedText(component: ComponentReading): string {
  if (component.installed !== null) return component.installed;
  if (isAllLate(component)) return statusTexts.timedOut;
  return component.status === 'not-required' ? statusTexts.notRequired : '?';
}

/** What was known before, where this reading has no version; and who answered now. */
function witnessText(model: Model, component: ComponentReading): string {
  const { lastKnown } = component;
  if (lastKnown === null) return sources(component);
  const at = toShortText(lastKnown.at, model.about.offsetMinutes);
  const before = statusTexts.lastKnown(lastKnown.version, at);
  return isAllLate(component) ? before : `${before} ${sources(component)}`;
}

function isAllLate({ witnesses }: ComponentReading): boolean {
  const there = witnesses.filter(({ state }) => state !== 'absent');
  return there.length > 0 && there.every(({ state }) => state === 'timed-out');
}

/** Who answered; with what, where they do not say the same. */
function sources(component: ComponentReading): string {
  const there = component.witnesses.filter((witness) => witness.state !== 'absent');
  const agree = there.every((witness) => witness.version !== null && witness.version === component.installed);
  return agree
    ? there.map((witness) => witnessNames[witness.source]).join('、')
    : there.map((witness) => `${shortWitnessNames[witness.source]} ${answerOf(witness)}`).join(' / ');
}

function answerOf({ state, version }: Witness): string {
  return version ?? silences[state];
}

/** What a source without a version says, in the table's room. */
const silences: Readonly<Record<Witness['state'], string>> = {
  answers: statusTexts.unreadable,
  absent: statusTexts.absent,
  unreadable: statusTexts.unreadable,
  ambiguous: statusTexts.ambiguous,
  'timed-out': statusTexts.timedOut,
};

function calendarLine(model: Model): readonly string[] {
  const { calendar, offsetMinutes } = model.about;
  const phase = phaseAt(calendar, model.now);
  const night = nextNight(calendar, model.now);
  const { calendar: texts } = statusTexts;
  if (phase === 'all-day') return [texts['all-day']];
  if (!night) return [texts.over(dateToShortText(calendar.allDayFrom))];
  return [
    phase === 'night' ? texts.night(toShortText(night.end, offsetMinutes)) : texts[phase](dateToShortText(night.date)),
  ];
}

function readingLine(model: Model): Line {
  const takenAt = model.survey?.takenAt ?? model.now;
  const clock = toShortText(takenAt, model.about.offsetMinutes).replace(/^.* /, '');
  const age = statusTexts.readAt(clock, Math.floor(Math.max(0, model.now - takenAt) / MINUTE));
  return spans({ text: statusTexts.headings.checks, bold: true }, { text: `  ${age}`, tone: 'quiet' });
}

const NAME_COLUMNS = 16;

function checkRow(model: Model, item: MenuItem): ListRow {
  const check = model.survey?.checks.find((each) => item.id === `check:${each.id}`);
  if (!check) return plainRow(item);
  return {
    line: spans(checkMark(check.status), `${fit(checkNames[check.id], NAME_COLUMNS)} `, check.summary),
    blocked: null,
  };
}

function checkDetail(model: Model, area: Area): readonly Line[] {
  const selected = selectedItem(model)?.id;
  const check = model.survey?.checks.find((each) => selected === `check:${each.id}`);
  const { detail } = statusTexts;
  return check ? detailLines(check, area) : wrapLines(detail.noDetail, area.columns, { style: { tone: 'quiet' } });
}

function detailLines(check: CheckResult, area: Area): readonly Line[] {
  const { columns, ambiguous } = area;
  const { detail } = statusTexts;
  const remedy =
    check.remedy === null
      ? []
      : [line(detail.remedy, { bold: true }), ...wrapLines(check.remedy, columns, { ambiguous })];
  return [
    spans(checkMark(check.status), { text: checkNames[check.id], bold: true }),
    ...wrapLines(check.summary, columns, { ambiguous }),
    ...remedy,
    line(detail.evidence, { bold: true }),
    ...Object.entries(check.evidence).flatMap(([key, value]) =>
      wrapLines(`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, columns, {
        style: { tone: 'quiet' },
        ambiguous,
      }),
    ),
  ];
}
