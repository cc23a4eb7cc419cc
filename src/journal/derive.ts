import type { Instant } from '../core/time.ts';
import { isInExchangeFolder } from '../settings/terminal-path.ts';
import type { JournalEntry, JournalEvent } from './events.ts';
import type { History, Press } from './history.ts';

type EventName = JournalEvent['event'];
type EventOf<Name extends EventName> = Extract<JournalEvent, { event: Name }>;
interface Told<Name extends EventName> {
  readonly at: Instant;
  readonly event: EventOf<Name>;
}

/**
 * What the rules read from the journal, for one notice. Entries of another notice do not count, except the delivery
 * record's path; entries without a notice count for every one. `lastEntryAt` looks at the last line of all.
 *
 * Presses, boots, requests and calls are ordered by time, because the rules ask which of them came before which, and
 * a boot is journaled only after it. What was seen or typed keeps the order of the journal: the last word is the last
 * one written, even where the clock was set back in between.
 */
export function historyOf(entries: readonly JournalEntry[], noticeId: string): History {
  const own = entries.filter(({ notice }) => notice === null || notice === noticeId);
  return {
    presses: pressesOf(own).toSorted(byTime),
    fullBoots: all(own, 'restart-confirmed')
      .filter(({ event }) => event.kind !== 'fast-startup' && event.kind !== 'hibernate')
      .map(({ event }) => instantOf(event.bootedAt))
      .toSorted((a, b) => a - b),
    restartRequests: all(own, 'restart-requested')
      .map(({ at, event }) => ({
        at,
        bootedAt: event.bootedAt === null ? null : instantOf(event.bootedAt),
        attempt: event.attempt,
      }))
      .toSorted(byTime),
    versionsSeen: all(own, 'version-seen').map(({ at, event }) => ({
      at,
      component: event.component,
      source: event.source,
      version: event.version,
    })),
    operatorVersions: all(own, 'operator-version').map(({ at, event }) => ({
      at,
      component: event.component,
      version: event.version,
    })),
    reportsSent: all(own, 'report-sent').map(({ at, event }) => ({
      at,
      identificationNumber: event.identificationNumber,
      ...(event.elsewhere === true ? { elsewhere: true } : {}),
    })),
    terminals: terminalsOf(own),
    supportCalls: all(own, 'support-called')
      .map(({ at }) => at)
      .toSorted((a, b) => a - b),
    nightsLeftOn: all(own, 'left-on').map(({ at, event }) => ({ at, night: event.night })),
    recordPath: recordPathOf(entries),
    lastEntryAt: lastEntryAt(entries),
  };
}

/** Patients' data is never read, whatever a journal or a viewer's command line named. */
function recordPathOf(entries: readonly JournalEntry[]): string | null {
  const learned = all(entries, 'record-path-learned').map(({ event }) => event.path);
  return learned.findLast((path) => !isInExchangeFolder(path)) ?? null;
}

function terminalsOf(entries: readonly JournalEntry[]): History['terminals'] {
  const last = all(entries, 'terminals-counted').at(-1);
  return last ? { at: last.at, count: last.event.count, allDone: last.event.allDone } : null;
}

/**
 * A start belongs to the next finish before another start; either may stand alone. A press that ended before the
 * button was reached is none.
 */
function pressesOf(entries: readonly JournalEntry[]): readonly Press[] {
  const presses: Press[] = [];
  let open: Press | null = null;
  for (const entry of entries) {
    const at = instantOf(entry.at);
    if (isEvent(entry.event, 'download-started')) {
      if (open) presses.push(open);
      open = { at, outcome: null, byHand: entry.event.byHand ?? false };
    } else if (isEvent(entry.event, 'download-finished')) {
      const { outcome, byHand } = entry.event;
      if (isPress(entry.event)) {
        presses.push({ at: open?.at ?? at, outcome, byHand: (open?.byHand ?? false) || (byHand ?? false) });
      }
      open = null;
    }
  }
  return open ? [...presses, open] : presses;
}

/** Only a missing window or button proves that nothing was pressed, and only where whoever saw it says so. */
export function isPress({
  outcome,
  pressed,
}: Pick<EventOf<'download-finished'>, 'outcome' | 'pressed'>): boolean {
  return pressed || (outcome !== 'window-missing' && outcome !== 'button-missing');
}

function all<Name extends EventName>(entries: readonly JournalEntry[], name: Name): readonly Told<Name>[] {
  return entries.flatMap(({ at, event }) => (isEvent(event, name) ? [{ at: instantOf(at), event }] : []));
}

function isEvent<Name extends EventName>(event: JournalEntry['event'], name: Name): event is EventOf<Name> {
  return event.event === name;
}

function lastEntryAt(entries: readonly JournalEntry[]): Instant | null {
  const last = entries.at(-1);
  return last ? instantOf(last.at) : null;
}

/** The reader lets only times with an offset through. */
function instantOf(text: string): Instant {
  return Date.parse(text);
}

function byTime(a: { readonly at: Instant }, b: { readonly at: Instant }): number {
  return a.at - b.at;
}
