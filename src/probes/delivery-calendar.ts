import type { ComponentReading } from '../domain/facts.ts';
import { failed, ok } from '../domain/fault.ts';
import { dateToShortText, toIso, type ClockReading } from '../domain/time.ts';
import { holeAt, nextNight, phaseAt, tonightOf, type Calendar } from '../domain/notice/calendar.ts';
import { nightDay } from '../domain/notice/night-names.ja.ts';
import { offsetMinutesAt, shortTextIn } from '../domain/notice/zone.ts';
import { calendarTexts as texts } from './checks.ja.ts';
import { isTimedOut, readingsOf, targetsIn, worstOf } from '../domain/versions/component-status.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';
import { gatherWitnesses } from './witnesses.ts';

interface CalendarReading {
  readonly clock: ClockReading;
  /** The worst of the notice's targets, read only once all-day delivery has begun; null before. */
  readonly target: ComponentReading | null;
}

const guide = {
  warn: 'delivery-calendar',
  excludedNight: 'excluded-night',
  allDay: 'all-day-delivery',
  unknown: 'check-unknown',
};

/** Where now stands in the notice's calendar: whether tonight delivers, and whether delivery runs all day. */
export const deliveryCalendar: Probe<CalendarReading> = {
  id: 'delivery-calendar',
  guide,

  async gather(ports, context, signal) {
    const clock = await ports.clock.read(signal);
    if (!clock.ok) return failed(clock.fault);
    if (phaseAt(context.calendar, clock.value.now) !== 'all-day') return ok({ clock: clock.value, target: null });
    const { witnesses } = await gatherWitnesses(ports, context, signal);
    const target = worstOf(targetsIn(readingsOf(witnesses, context), context.notice)) ?? null;
    return ok({ clock: clock.value, target });
  },

  judge({ clock: { now }, target }, { calendar }) {
    const phase = phaseAt(calendar, now);
    const next = nextNight(calendar, now);
    const evening = tonightOf(calendar, now);
    const excluded = evening !== null && !evening.delivers;
    const evidence = {
      now: toIso(now, offsetMinutesAt(calendar.timeZone, now)),
      phase,
      nextNight: next?.date ?? null,
      lastNight: calendar.lastNight,
      allDayFrom: calendar.allDayFrom,
      target: target?.status ?? null,
    };
    if (phase === 'none') return { status: 'skipped', summary: texts.none, remedy: null, guideId: null, evidence };
    const findings: Finding[] = [];
    if (excluded) {
      const nextDate = next === null ? null : nightDay(next.date, calendar);
      findings.push({
        status: 'warn',
        ...texts.excludedTonight(nightDay(evening.date, calendar), nextDate),
        guideId: guide.excludedNight,
      });
    }
    if (phase === 'all-day') findings.push(...allDayFindings(target));
    return conclude(guide, findings, okText(calendar, now), evidence);
  },
};

/**
 * A disagreement counts as old: part of it is, and the restart that may mend it is better done before the first
 * patient.
 */
function allDayFindings(target: ComponentReading | null): readonly Finding[] {
  if (target === null || target.status === 'unknown') {
    const text = target !== null && isTimedOut(target) ? texts.allDayTimedOut : texts.allDayUnknown;
    return [{ status: 'unknown', ...text }];
  }
  if (target.status !== 'outdated' && target.status !== 'disagree') return [];
  return [{ status: 'warn', ...texts.allDayOld, guideId: guide.allDay }];
}

function okText(calendar: Calendar, now: number): string {
  const phase = phaseAt(calendar, now);
  if (phase === 'all-day') return texts.allDay;
  const next = nextNight(calendar, now);
  if (next === null) return texts.over(calendar.allDayFrom && dateToShortText(calendar.allDayFrom));
  const hole = holeAt(calendar, now);
  if (hole) return texts.hole(shortTextIn(calendar.timeZone, hole.end));
  if (phase === 'night') return texts.night(shortTextIn(calendar.timeZone, next.end));
  const date = nightDay(next.date, calendar);
  return phase === 'before' ? texts.before(date) : texts.day(date);
}
