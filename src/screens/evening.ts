import type { CheckId } from '../domain/facts.ts';
import { menuOf } from './menus/menu.ts';
import type { Model } from './model.ts';
import { dateToShortText, toShortText } from '../domain/time.ts';
import { nextNight } from '../domain/notice/calendar.ts';
import { eveningTexts } from './console.ja.ts';
import { checkNames } from '../domain/names.ja.ts';
import { blank, line, spans, wrapLines, type Line } from '../tui/line.ts';
import { checkMark, tickMark } from '../tui/marks.ts';
import { fit } from '../text/cells.ts';
import { menuBlock, plainRow } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** The checks that a night's delivery depends on. */
const nightChecks: ReadonlySet<CheckId> = new Set<CheckId>([
  'power-settings',
  'card-reader',
  'delivery-task',
  'network',
  'clock',
  'disk-space',
]);

/** Evening: what must be so tonight, whatever is not so first; then what only the operator can see. */
export const evening: Screen = (model, area) => {
  const night = nextNight(model.about.calendar, model.now);
  const { offsetMinutes } = model.about;
  const intro = night
    ? eveningTexts.intro(toShortText(night.start, offsetMinutes), toShortText(night.end, offsetMinutes))
    : eveningTexts.blockedNight + allDayText(model);
  const ticks = menuOf(model).findIndex((item) => !item.id.startsWith('tick:'));
  return stack(
    wrapLines(intro, area.columns, { ambiguous: area.ambiguous }),
    [blank, line(eveningTexts.headingChecks, { bold: true })],
    checkLines(model, area),
    [blank, line(eveningTexts.headingTicks, { bold: true })],
    menuBlock(model, area, {
      to: ticks,
      row: (item) => ({
        ...plainRow(item),
        line: spans(tickMark(model.eveningTicks.some((tick) => item.id === `tick:${tick}`)), item.label),
      }),
    }),
    [blank],
    menuBlock(model, area, { from: ticks }),
  );
};

/** In the gap between the last night and all-day delivery: when that begins. */
function allDayText({ about: { calendar }, now }: Model): string {
  return now < calendar.allDayBegins ? eveningTexts.allDayFrom(dateToShortText(calendar.allDayFrom)) : '';
}

function checkLines(model: Model, area: Area): readonly Line[] {
  const checks = (model.survey?.checks ?? []).filter((check) => nightChecks.has(check.id));
  const bad = checks.filter((check) => check.status !== 'ok');
  const good = checks.filter((check) => check.status === 'ok');
  return [
    ...bad.flatMap((check) => [
      spans('  ', checkMark(check.status), `${fit(checkNames[check.id], 14)} `, check.summary),
      ...wrapLines(check.remedy ?? '', area.columns, {
        indent: 8,
        style: { tone: 'quiet' },
        ambiguous: area.ambiguous,
      }),
    ]),
    ...(good.length > 0 ? [spans('  ', checkMark('ok'), good.map((check) => checkNames[check.id]).join('、'))] : []),
  ];
}
