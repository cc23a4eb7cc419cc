import { eveningTicks } from '../../domain/facts.ts';
import { checkNames } from '../../domain/names.ja.ts';
import { nextNight, ownDates, tonightOf } from '../../domain/notice/calendar.ts';
import { beginInSmallHours, nightDay } from '../../domain/notice/night-names.ja.ts';
import { filled } from '../../domain/notice/words.ts';
import { shortTextIn } from '../../domain/notice/zone.ts';
import { dateToShortText, toShortText, type Instant } from '../../domain/time.ts';
import { filledUp } from '../../text/cells.ts';
import { blank, line, lineWidth, spans, type Line } from '../../tui/line.ts';
import { checkMark, mark, tickMark } from '../../tui/marks.ts';
import type { EveningIntent } from '../intent.ts';
import { attention, marked, paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { go } from '../navigate.ts';
import { isSetForTonight, nightChecks, pendingChecks, preparedAt, refusal } from '../queries.ts';
import { row, rowsPage, toStatus, type Page, type Row, type Screen } from '../screen.ts';
import { record, select, still, type Handlers } from '../step.ts';
import { statusTexts } from '../status/status.ja.ts';
import { eveningTexts as texts } from './evening.ja.ts';

/**
 * Evening: what must be so tonight, whatever is not so first; what only the operator can see is ticked, then the night
 * is put on record.
 */
export const evening: Screen = {
  page(model) {
    if (model.about.notice.delivery === null) return nothingToDo(model, texts.noNights);
    if (model.decision?.verdict === 'current') return nothingToDo(model, texts.current);
    const ticks = tickRows(model);
    const ends = [...leaveRows(model), toStatus];
    return rowsPage(model, [...ticks, ...ends], (block, area) =>
      stack(
        paragraphs(excluded(model), area, attention),
        paragraphs([intro(model), ...holes(model)], area),
        recordedLines(model, area),
        [blank, line(isForTonight(model) ? texts.headingChecks : texts.headingChecksNow, { bold: true })],
        checkLines(model, area),
        ticks.length === 0 ? [] : [blank, line(texts.headingTicks, { bold: true })],
        block(ticks),
        [blank],
        block(ends),
      ),
    );
  },
};

/** Where nothing is delivered at night, or nothing is to be delivered any more, there is nothing to prepare. */
function nothingToDo(model: Model, text: string): Page {
  const rows = [toStatus];
  return rowsPage(model, rows, (block, area) => stack(paragraphs(text, area), [blank], block(rows)));
}

export const eveningIntents: Handlers<EveningIntent> = {
  tick(model, { tick }) {
    const without = model.eveningTicks.filter((each) => each !== tick);
    const isTicked = without.length < model.eveningTicks.length;
    if (isTicked) return still({ ...model, eveningTicks: without });
    // On to the next one: a second Enter must not take the tick away.
    return still(select({ ...model, eveningTicks: [...model.eveningTicks, tick] }, eveningTicks.indexOf(tick) + 1));
  },
  'leave-on': (model, { night }) => record(model, { event: 'left-on', night }, go(model, 'status')),
};

/** Whether the coming night is tonight, or none is to come: what is looked at now says nothing of a later one. */
function isForTonight({ about: { calendar }, now }: Model): boolean {
  return nextNight(calendar, now)?.date === tonightOf(calendar, now)?.date;
}

/** Only what is so tonight can be ticked; once it is on record, nothing is left to tick. */
function tickRows(model: Model): readonly Row[] {
  const isToCome = nextNight(model.about.calendar, model.now) !== null && isForTonight(model);
  if (!isToCome || isPrepared(model)) return [];
  return eveningTicks.map((tick) => ({
    ...row(`tick:${tick}`, texts.ticks[tick], { type: 'tick', tick }),
    line: spans(tickMark(model.eveningTicks.includes(tick)), texts.ticks[tick]),
  }));
}

/** Whether tonight is on record since it is tonight: what was recorded days before says nothing of how it is now. */
function isPrepared(model: Model): boolean {
  const night = nextNight(model.about.calendar, model.now);
  return night !== null && isForTonight(model) && preparedAt(model, night.date) !== null;
}

/** When it was put on record that the coming night is left on for; null: it was not. */
function recordedAt({ history, about, now }: Model): Instant | null {
  const night = nextNight(about.calendar, now);
  return history.nightsLeftOn.findLast((left) => left.night === night?.date)?.at ?? null;
}

/**
 * Since when the night is on record, what stays so until the morning, and that nothing is left to do where that is so.
 */
function recordedLines(model: Model, area: Area): readonly Line[] {
  const at = recordedAt(model);
  if (at === null) return [];
  const isSet = isSetForTonight(model);
  const told = texts.recorded(toShortText(at, model.about.offsetMinutes)) + (isSet ? texts.nothingLeft : '');
  const said = paragraphs(told, area, { style: { tone: isSet ? 'good' : 'plain', bold: true } });
  if (!isPrepared(model)) return said;
  return [
    ...said,
    blank,
    line(texts.headingUntilMorning, { bold: true }),
    ...paragraphs(
      eveningTicks.map((tick) => texts.ticks[tick]),
      area,
      { first: '  - ' },
    ),
  ];
}

/** That nothing is delivered tonight, where the coming night is a later one. */
function excluded({ about: { calendar }, now }: Model): readonly string[] {
  if (ownDates(calendar, now).tonightDelivers !== false) return [];
  const night = nextNight(calendar, now);
  return [statusTexts.moment.excluded(night === null ? null : nightDay(night.date, calendar))];
}

function leaveRows(model: Model): readonly Row[] {
  const { calendar } = model.about;
  const night = nextNight(calendar, model.now);
  if (!night || (isForTonight(model) ? isPrepared(model) : recordedAt(model) !== null)) return [];
  const open = eveningTicks.some((tick) => !model.eveningTicks.includes(tick));
  const { date } = night;
  const day = nightDay(date, calendar);
  const later = isForTonight(model) ? null : texts.blockedLater(day, beginInSmallHours(calendar));
  const blocked = refusal(model, 'record') ?? later ?? (open ? texts.blockedTicks : null);
  return [row('leave-on', texts.itemLeave(day), { type: 'leave-on', night: date }, blocked)];
}

/** From when to when; in the gap between the last night and all-day delivery, when that begins. */
function intro({ about: { calendar, words }, now }: Model): string {
  const night = nextNight(calendar, now);
  const { allDayBegins, allDayFrom, timeZone } = calendar;
  if (night) return filled(texts.intro(shortTextIn(timeZone, night.start), shortTextIn(timeZone, night.end)), words);
  const isGap = allDayFrom !== null && allDayBegins !== null && now < allDayBegins;
  return texts.blockedNight + (isGap ? texts.allDayFrom(dateToShortText(allDayFrom)) : '');
}

/** When the next night delivers nothing: the terminal need not be up then. */
function holes({ about: { calendar }, now }: Model): readonly string[] {
  return (nextNight(calendar, now)?.holes ?? []).map(({ start, end }) =>
    texts.hole(shortTextIn(calendar.timeZone, start), shortTextIn(calendar.timeZone, end)),
  );
}

const NAME_COLUMNS = 14;

function checkLines(model: Model, area: Area): readonly Line[] {
  const checks = (model.survey?.checks ?? []).filter(({ id }) => nightChecks.has(id));
  const pending = pendingChecks(model).filter((id) => nightChecks.has(id));
  const bad = checks.filter(({ status }) => status !== 'ok');
  const good = checks.filter(({ status }) => status === 'ok').map(({ id }) => checkNames[id]);
  return [
    ...bad.flatMap(({ id, status, summary, remedy }) => [
      ...resultLines(spans('  ', checkMark(status), filledUp(checkNames[id], NAME_COLUMNS)), summary, area),
      ...paragraphs(remedy ?? '', area, { ...quiet, indent: 8 }),
    ]),
    ...pending.map((id) => spans('  ', mark('pending'), checkNames[id])),
    ...(good.length > 0 ? marked(checkMark('ok'), good.join('、'), area, 2) : []),
  ];
}

/** What a check found, beside its name, or below it where it would be cut. */
function resultLines(name: Line, summary: string, area: Area): readonly Line[] {
  const beside = [...name, { text: ` ${summary}` }];
  const edge = area.ambiguous === 'wide' ? 1 : 0;
  if (lineWidth(beside, area.ambiguous) <= area.columns - edge) return [beside];
  return [name, ...paragraphs(summary, area, { indent: 8 })];
}
