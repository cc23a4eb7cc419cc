import type { Instant } from '../domain/time.ts';
import { isInExchangeFolder } from '../settings/terminal-path.ts';
import type { Moment, Placed } from '../domain/boots.ts';
import type { JournalEntry, JournalEvent } from './events.ts';
import { isAfterItsBoot, type Begun, type BegunRestart, type History, type Press } from '../domain/history.ts';

type EventName = JournalEvent['event'];
type EventOf<Name extends EventName> = Extract<JournalEvent, { event: Name }>;

/** What one line tells, when, and where that line is. */
interface Told<Event> {
  readonly told: Required<Placed>;
  readonly event: Event;
}
type Line = Told<JournalEntry['event']>;

/**
 * What the rules read from the journal, for one notice. Entries of another notice do not count, except the delivery
 * record's path and what is under way; entries without a notice count for every one. `lastEntryAt` looks at the last line of all.
 *
 * Everything keeps the order of the journal: what came before what is told by the lines, even where the clock was set in between.
 */
export function historyOf(entries: readonly JournalEntry[], noticeId: string): History {
  const lines = entries.map(({ at, event }, place): Line => ({ told: { at: instantOf(at), place }, event }));
  const own = lines.filter((_, place) => (entries[place]?.notice ?? noticeId) === noticeId);
  return {
    trail: entries.map(momentOf),
    presses: pressesOf(own),
    fullBoots: all(own, 'restart-confirmed')
      .filter(({ event }) => event.kind !== 'fast-startup' && event.kind !== 'hibernate')
      .map(({ event }) => instantOf(event.bootedAt)),
    restartRequests: all(own, 'restart-requested').map(({ told, event: { bootedAt, attempt } }) => ({
      ...told,
      bootedAt: bootedAt === null ? null : instantOf(bootedAt),
      attempt,
    })),
    versionsSeen: all(own, 'version-seen').map(({ told, event: { component, source, version } }) => ({
      ...told,
      component,
      source,
      version,
    })),
    operatorVersions: all(own, 'operator-version').map(({ told, event: { component, version } }) => ({
      ...told,
      component,
      version,
    })),
    reportsSent: all(own, 'report-sent').map(({ told: { at }, event: { identificationNumber, elsewhere } }) => ({
      at,
      identificationNumber,
      ...(elsewhere === true ? { elsewhere } : {}),
    })),
    terminals: terminalsOf(own),
    supportCalls: all(own, 'support-called').map(({ told }) => told),
    nightsLeftOn: all(own, 'left-on').map(({ told: { at }, event: { night } }) => ({ at, night })),
    recordPath: recordPathOf(lines),
    lastEntryAt: lines.at(-1)?.told.at ?? null,
    begun: begunOf(entries),
  };
}

function momentOf({ at, boot, event }: JournalEntry): Moment {
  const moment = { at: instantOf(at), boot: boot ?? null };
  return isEvent(event, 'clock-moved') ? { ...moment, clockMoved: true } : moment;
}

/** Patients' data is never read, whatever a journal or a viewer's command line named. */
function recordPathOf(lines: readonly Line[]): string | null {
  const learned = all(lines, 'record-path-learned').map(({ event }) => event.path);
  return learned.findLast((path) => !isInExchangeFolder(path)) ?? null;
}

function terminalsOf(lines: readonly Line[]): History['terminals'] {
  const last = all(lines, 'terminals-counted').at(-1);
  return last ? { at: last.told.at, count: last.event.count, allDone: last.event.allDone } : null;
}

/**
 * A start belongs to the next finish before another start; either may stand alone. A press that ended before the
 * button was reached is none.
 */
function pressesOf(lines: readonly Line[]): readonly Press[] {
  const presses: Press[] = [];
  let open: Press | null = null;
  for (const { told, event } of lines) {
    if (isEvent(event, 'download-started')) {
      if (open) presses.push(open);
      open = { ...told, outcome: null, byHand: event.byHand ?? false };
    } else if (isEvent(event, 'download-finished')) {
      const byHand = (open?.byHand ?? false) || (event.byHand ?? false);
      if (isPress(event)) presses.push({ ...(open ?? told), outcome: event.outcome, byHand });
      open = null;
    }
  }
  return open ? [...presses, open] : presses;
}

/** Only a missing window or button proves that nothing was pressed, and only where whoever saw it says so. */
export function isPress({ outcome, pressed }: Pick<EventOf<'download-finished'>, 'outcome' | 'pressed'>): boolean {
  return pressed || (outcome !== 'window-missing' && outcome !== 'button-missing');
}

function all<Name extends EventName>(lines: readonly Line[], name: Name): readonly Told<EventOf<Name>>[] {
  return lines.flatMap(({ told, event }) => (isEvent(event, name) ? [{ told, event }] : []));
}

function isEvent<Name extends EventName>(event: JournalEntry['event'], name: Name): event is EventOf<Name> {
  return event.event === name;
}

/** The reader lets only times with an offset through. */
function instantOf(text: string): Instant {
  return Date.parse(text);
}

/** A request to restart, with what the system answered to it. */
interface RestartRequest extends Required<Placed>, BegunRestart {
  /** The boot time before it. */
  readonly bootedAt: Instant | null;
  readonly accepted: boolean;
}

interface RestartRequests {
  readonly last: RestartRequest | null;
  /** The one that has been neither called off nor refused. */
  readonly standing: RestartRequest | null;
  /** The one that stood before the last was made. */
  readonly earlier: RestartRequest | null;
}

/** The last request to restart, and the one that stands; whether a boot has come since is not asked. */
export function restartRequestsIn(entries: readonly JournalEntry[]): RestartRequests {
  return entries.reduce<RestartRequests>(withEntry, { last: null, standing: null, earlier: null });
}

function withEntry(requests: RestartRequests, { at, boot, event }: JournalEntry, place: number): RestartRequests {
  const { last, standing, earlier } = requests;
  switch (event.event) {
    case 'restart-requested': {
      const request: RestartRequest = {
        at: instantOf(at),
        place,
        bootedAt: event.bootedAt === null ? null : instantOf(event.bootedAt),
        dueAt: event.dueAt === undefined ? null : instantOf(event.dueAt),
        ...(boot ? { boot } : {}),
        accepted: false,
      };
      return { last: request, standing: request, earlier: standing };
    }
    case 'restart-answered':
      if (event.answer === 'accepted') return { last, earlier, standing: standing && { ...standing, accepted: true } };
      // Whatever this one came to, the one that was asked for before it still stands.
      return { last, earlier: null, standing: earlier };
    case 'restart-cancelled':
      return { last, standing: null, earlier: null };
    default:
      return requests;
  }
}

/** What was begun and not ended: the last download, and the request to restart that stands and that no boot has answered. */
function begunOf(entries: readonly JournalEntry[]): Begun {
  const download = downloadOf(entries);
  const { standing } = restartRequestsIn(entries);
  if (standing === null || entries.slice(standing.place + 1).some((entry) => answers(entry, standing)))
    return { download, restart: null };
  const { at, dueAt, boot } = standing;
  return { download, restart: { at, dueAt, ...(boot ? { boot } : {}) } };
}

function downloadOf(entries: readonly JournalEntry[]): Begun['download'] {
  const last = entries.findLast(
    ({ event: { event } }) => event === 'download-started' || event === 'download-finished',
  );
  if (last?.event.event !== 'download-started') return null;
  return { at: instantOf(last.at), lock: last.event.lock ?? null };
}

/** Whether a line is of another boot than the request's. The boot that is put on record may be an older one, found only now. */
function answers({ boot, event }: JournalEntry, request: RestartRequest): boolean {
  if (isAfterItsBoot(request, boot)) return true;
  return isEvent(event, 'restart-confirmed') && instantOf(event.bootedAt) >= request.at;
}
