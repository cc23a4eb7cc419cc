import { emptyHistory, type Press } from '../domain/history.ts';
import type { ComponentReading, Decision } from '../domain/facts.ts';
import { calendarOf, type Calendar } from '../domain/notice/calendar.ts';
import { componentName } from '../domain/notice/components.ts';
import type { Notice, Target } from '../domain/notice/notice.ts';
import type { OpeningHours } from '../domain/notice/parts.ts';
import { instantAt, offsetsIn, zoned } from '../domain/notice/zone.ts';
import { decide } from '../domain/procedure/decide.ts';
import { DAY, dayAfter, HOUR, MINUTE, type Instant } from '../domain/time.ts';
import { judgeComponent } from '../domain/versions/component-status.ts';
import type { SceneName } from './preview.ja.ts';

/** A made-up terminal on a chosen day, and what the console's own rules say to it. */
export interface Scene {
  readonly name: SceneName;
  /** Whether the terminal has the versions that the notice asks for. */
  readonly reached: boolean;
  readonly at: Instant;
  readonly decision: Decision;
}

/** What is made up of a terminal. */
interface MadeUp {
  readonly name: SceneName;
  readonly at: Instant;
  readonly bootedAt: Instant;
  readonly reached?: true;
  /** When 「今すぐダウンロード」 was pressed, or the steps were done. */
  readonly presses?: readonly Instant[];
  /** Full boots between them. */
  readonly boots?: readonly Instant[];
  readonly reportedAt?: Instant;
}

/**
 * The days that matter under a notice, each with the next step of a terminal of its kind: the old ones in the order of
 * time, then the reached ones.
 */
export function scenesOf(notice: Notice, today: Instant, receptionHours: OpeningHours): readonly Scene[] {
  const calendar = calendarOf(notice);
  const morning = morningOf(calendar, today);
  const scenes = [
    ...nightScenes(notice, calendar, morning),
    ...workScenes(notice, calendar, morning),
    ...lateScenes(calendar),
  ];
  const old = scenes.toSorted((a, b) => a.at - b.at);
  // Where nothing lies below the version that is asked for, there is no old terminal.
  const made = [...(hasOld(notice) ? old : []), ...reachedScenes(notice, morning)];
  return made.map((each) => ({
    name: each.name,
    reached: each.reached === true,
    at: each.at,
    decision: decide(factsOf(notice, each, receptionHours)),
  }));
}

/** Whether a version can be older than those that are asked for. */
export function hasOld({ targets }: Pick<Notice, 'targets'>): boolean {
  return targets.some(({ version }) => olderThan(version) !== null);
}

/** Some version before this one: `5.0.0` for `5.1.0`; null: there is none. */
function olderThan(version: string): string | null {
  const parts = version.split('.').map(Number);
  const last = parts.findLastIndex((part) => part > 0);
  if (last < 0) return null;
  return parts.map((part, index) => (index === last ? part - 1 : part)).join('.');
}

/** Between the first night and whatever comes next; without delivery, today at eight. */
function morningOf({ nights, timeZone, allDayBegins }: Calendar, today: Instant): Instant {
  const first = nights.findIndex(({ delivers }) => delivers);
  const night = nights[first];
  if (night === undefined) return instantAt(zoned(timeZone, today).date, '08:00', offsetsIn(timeZone));
  const next = nights[first + 1]?.start ?? allDayBegins ?? Infinity;
  return soonAfter(night.end, 3 * HOUR, next);
}

/** So long after a time, but well before what comes next. */
function soonAfter(at: Instant, span: number, next: Instant): Instant {
  return Math.min(at + span, at + Math.floor((next - at) / 2));
}

function nightScenes(notice: Notice, { nights, timeZone }: Calendar, morning: Instant): readonly MadeUp[] {
  const delivering = nights.filter(({ delivers }) => delivers);
  const [first, last] = [delivering.at(0), delivering.at(-1)];
  if (first === undefined || last === undefined) return [];
  const dayBefore = zoned(timeZone, first.start - DAY).date;
  const excluded = nights.find(({ delivers }) => !delivers);
  const hole = delivering.flatMap(({ holes }) => holes)[0];
  const evening = ({ start, end }: { readonly start: Instant; readonly end: Instant }): Instant =>
    soonAfter(start, HOUR, end);
  return [
    booted('before', instantAt(dayBefore, '12:00', offsetsIn(timeZone))),
    booted('evening', evening(first)),
    ...(notice.restart
      ? [{ name: 'morning', at: morning, bootedAt: first.start - HOUR } as const, booted('morning-restarted', morning)]
      : [booted('morning-after', morning)]),
    ...(hole ? [booted('hole', soonAfter(hole.start, HOUR, hole.end))] : []),
    ...(excluded ? [booted('excluded', evening(excluded))] : []),
    ...(last === first ? [] : [booted('last-evening', evening(last))]),
  ];
}

/** What follows the first press or the first time the steps were done. */
function workScenes(notice: Notice, { nights }: Calendar, morning: Instant): readonly MadeUp[] {
  const after = (minutes: number): Instant => morning + minutes * MINUTE;
  const today: readonly MadeUp[] = nights.length === 0 ? [booted('today', morning)] : [];
  const waiting: readonly MadeUp[] = notice.restart
    ? [{ name: 'done-not-restarted', at: after(15), bootedAt: after(-30), presses: [morning] }]
    : [];
  return [
    ...today,
    ...waiting,
    { name: 'done-once', at: after(30), bootedAt: after(20), presses: [morning] },
    { name: 'done-twice', at: after(90), bootedAt: after(80), presses: [morning, after(60)], boots: [after(20)] },
  ];
}

function lateScenes(calendar: Calendar): readonly MadeUp[] {
  const { nights, timeZone, allDayBegins, deadline } = calendar;
  const end = nights.at(-1)?.end ?? null;
  const gap = gapOf(calendar);
  return [
    ...(end !== null && gap !== null ? [booted('gap', soonAfter(end, 3 * HOUR, gap.end))] : []),
    ...(allDayBegins === null ? [] : [booted('all-day', eightAfter(allDayBegins, timeZone))]),
    ...(deadline === null ? [] : [booted('late', eightAfter(deadline + DAY, timeZone))]),
  ];
}

/** The next time that it is eight in the morning, a while after this. */
function eightAfter(at: Instant, timeZone: string): Instant {
  const { date, time } = zoned(timeZone, at);
  return instantAt(time < '08:00' ? date : dayAfter(date), '08:00', offsetsIn(timeZone));
}

/** The days between the last night and all-day delivery on which nothing is delivered; null: there are none. */
export function gapOf({ nights, allDayBegins }: Pick<Calendar, 'nights' | 'allDayBegins'>) {
  const start = nights.at(-1)?.end;
  return start !== undefined && allDayBegins !== null && allDayBegins - start >= DAY
    ? { start, end: allDayBegins }
    : null;
}

function reachedScenes({ report }: Notice, morning: Instant): readonly MadeUp[] {
  const done = { at: morning + HOUR, bootedAt: morning, reached: true } as const;
  if (report === null) return [{ ...done, name: 'reached' }];
  return [
    { ...done, name: 'reached-not-reported' },
    { ...done, at: morning + 2 * HOUR, name: 'reached-reported', reportedAt: morning + HOUR },
  ];
}

/** A terminal that was restarted a little while ago. */
function booted(name: SceneName, at: Instant): MadeUp {
  return { name, at, bootedAt: at - 10 * MINUTE };
}

function factsOf(notice: Notice, made: MadeUp, receptionHours: OpeningHours): Parameters<typeof decide>[0] {
  const { at, bootedAt, reached = false, presses = [], boots = [], reportedAt } = made;
  return {
    now: at,
    readAt: at,
    notice,
    receptionHours,
    targets: notice.targets.map((target) => readingOf(notice, target, reached)),
    checks: [],
    bootedAt,
    livingLock: null,
    history: {
      ...emptyHistory,
      presses: presses.map((each) => pressAt(notice, each)),
      fullBoots: boots,
      reportsSent:
        reportedAt === undefined || notice.report === null
          ? []
          : [{ at: reportedAt, identificationNumber: notice.report.number }],
    },
  };
}

function pressAt({ by }: Notice, at: Instant): Press {
  return by === 'hand'
    ? { kind: 'hand-steps', at, outcome: null, byHand: true }
    : { kind: 'press', at, outcome: 'restart-required', byHand: false };
}

function readingOf(notice: Notice, { component: id, version }: Target, reached: boolean): ComponentReading {
  const installed = reached ? version : (olderThan(version) ?? version);
  const [path, changedAt, fault] = [null, null, null];
  const witness = { source: 'version-info', state: 'answers', raw: installed, version: installed } as const;
  return judgeComponent({ id, name: componentName(notice, id) }, version, [{ ...witness, path, changedAt, fault }]);
}
