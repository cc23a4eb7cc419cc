import type { Instant } from '../domain/time.ts';
import { isInExchangeFolder } from '../settings/terminal-path.ts';
import type { Moment, Placed } from '../domain/boots.ts';
import type { JournalEntry, JournalEvent } from './events.ts';
import type { History, Press } from '../domain/history.ts';
import { begunOf } from './under-way.ts';

type EventName = JournalEvent['event'];
type EventOf<Name extends EventName> = Extract<JournalEvent, { event: Name }>;
interface Told<Name extends EventName> {
  /** When, and at which line. */
  readonly told: Required<Placed>;
  readonly event: EventOf<Name>;
}

/** An entry with the place of its line. */
interface Line extends JournalEntry {
  readonly place: number;
}

/**
 * What the rules read from the journal, for one notice. Entries of another notice do not count, except the delivery
 * record's path and what is under way; entries without a notice count for every one. `lastEntryAt` looks at the last line of all.
 *
 * Everything keeps the order of the journal: what came before what is told by the lines, even where the clock was set in between.
 */
export function historyOf(entries: readonly JournalEntry[], noticeId: string): History {
  const lines = entries.map((entry, place): Line => ({ ...entry, place }));
  const own = lines.filter(({ notice }) => notice === null || notice === noticeId);
  return {
    trail: entries.map(momentOf),
    presses: pressesOf(own),
    fullBoots: all(own, 'restart-confirmed')
      .filter(({ event }) => event.kind !== 'fast-startup' && event.kind !== 'hibernate')
      .map(({ event }) => instantOf(event.bootedAt)),
    restartRequests: all(own, 'restart-requested').map(({ told, event }) => ({
      ...told,
      bootedAt: event.bootedAt === null ? null : instantOf(event.bootedAt),
      attempt: event.attempt,
    })),
    versionsSeen: all(own, 'version-seen').map(({ told, event }) => ({
      ...told,
      component: event.component,
      source: event.source,
      version: event.version,
    })),
    operatorVersions: all(own, 'operator-version').map(({ told, event }) => ({
      ...told,
      component: event.component,
      version: event.version,
    })),
    reportsSent: all(own, 'report-sent').map(({ told: { at }, event }) => ({
      at,
      identificationNumber: event.identificationNumber,
      ...(event.elsewhere === true ? { elsewhere: true } : {}),
    })),
    terminals: terminalsOf(own),
    supportCalls: all(own, 'support-called').map(({ told }) => told),
    nightsLeftOn: all(own, 'left-on').map(({ told: { at }, event }) => ({ at, night: event.night })),
    recordPath: recordPathOf(lines),
    lastEntryAt: lastEntryAt(entries),
    begun: begunOf(entries),
  };
}

function momentOf({ at, boot, event }: JournalEntry): Moment {
  const moment = { at: instantOf(at), boot: boot ?? null };
  return isEvent(event, 'clock-moved') ? { ...moment, clockMoved: true } : moment;
}

/** Patients' data is never read, whatever a journal or a viewer's command line named. */
function recordPathOf(entries: readonly Line[]): string | null {
  const learned = all(entries, 'record-path-learned').map(({ event }) => event.path);
  return learned.findLast((path) => !isInExchangeFolder(path)) ?? null;
}

function terminalsOf(entries: readonly Line[]): History['terminals'] {
  const last = all(entries, 'terminals-counted').at(-1);
  return last ? { at: last.told.at, count: last.event.count, allDone: last.event.allDone } : null;
}

/**
 * A start belongs to the next finish before another start; either may stand alone. A press that ended before the
 * button was reached is none.
 */
function pressesOf(entries: readonly Line[]): readonly Press[] {
  const presses: Press[] = [];
  let open: Press | null = null;
  for (const entry of entries) {
    const told = toldAt(entry);
    if (isEvent(entry.event, 'download-started')) {
      if (open) presses.push(open);
      open = { ...told, outcome: null, byHand: entry.event.byHand ?? false };
    } else if (isEvent(entry.event, 'download-finished')) {
      const { outcome, byHand } = entry.event;
      if (isPress(entry.event)) {
        presses.push({ ...(open ?? told), outcome, byHand: (open?.byHand ?? false) || (byHand ?? false) });
      }
      open = null;
    }
  }
  return open ? [...presses, open] : presses;
}

/** Only a missing window or button proves that nothing was pressed, and only where whoever saw it says so. */
export function isPress({ outcome, pressed }: Pick<EventOf<'download-finished'>, 'outcome' | 'pressed'>): boolean {
  return pressed || (outcome !== 'window-missing' && outcome !== 'button-missing');
}

function all<Name extends EventName>(entries: readonly Line[], name: Name): readonly Told<Name>[] {
  return entries.flatMap((entry) => {
    const { event } = entry;
    return isEvent(event, name) ? [{ told: toldAt(entry), event }] : [];
  });
}

function isEvent<Name extends EventName>(event: JournalEntry['event'], name: Name): event is EventOf<Name> {
  return event.event === name;
}

function lastEntryAt(entries: readonly JournalEntry[]): Instant | null {
  const last = entries.at(-1);
  return last ? instantOf(last.at) : null;
}

function toldAt({ at, place }: Line): Required<Placed> {
  return { at: instantOf(at), place };
}

/** The reader lets only times with an offset through. */
function instantOf(text: string): Instant {
  return Date.parse(text);
}
