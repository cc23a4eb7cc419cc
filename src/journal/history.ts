import { isInExchangeFolder } from '../settings/terminal-path.ts';
import type { RestartAnswer } from '../domain/outcomes.ts';
import { begunOf, instantOf } from './begun.ts';
import type { JournalEntry, JournalEvent } from './events.ts';
import type { History, Press } from '../domain/history.ts';

type EventName = JournalEvent['event'];
type EventOf<Name extends EventName> = Extract<JournalEvent, { event: Name }>;

/** A history while line after line is added to it. */
type Gathered = {
  -readonly [Key in keyof History]: History[Key] extends readonly (infer Item)[] ? Item[] : History[Key];
};

/**
 * What the rules read from the journal, for one notice. Entries of another notice do not count, except the delivery
 * record's path and what is under way; entries without a notice count for every one. `lastEntryAt` looks at the last
 * line of all.
 *
 * Everything keeps the order of the journal: what came before what is told by the lines, even where the clock was set
 * in between. One walk that makes nothing for most lines: journals grow long, and each new entry asks for it again.
 * `known`: what was read for this notice before, which is given again where these are the same entries.
 */
export function historyOf(entries: readonly JournalEntry[], noticeId: string, known?: History): History {
  if (known?.trail === entries) return known;
  const gathered: Omit<Gathered, 'trail'> = {
    presses: pressesOf(entries, noticeId),
    fullBoots: [],
    restartRequests: [],
    versionsSeen: [],
    operatorVersions: [],
    reportsSent: [],
    terminals: null,
    supportCalls: [],
    stepsTicked: [],
    isDone: false,
    nightsLeftOn: [],
    recordPath: null,
    lastEntryAt: entries.at(-1)?.at ?? null,
    begun: begunOf(entries),
  };
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place];
    // Patients' data is never read, whatever a journal or a viewer's command line named.
    if (entry?.event.event === 'record-path-learned' && !isInExchangeFolder(entry.event.path))
      gathered.recordPath = entry.event.path;
    if (entry && isOf(entry, noticeId)) gather(gathered, entry, place);
  }
  return { ...gathered, trail: entries };
}

function isOf({ notice }: JournalEntry, noticeId: string): boolean {
  return notice === null || notice === noticeId;
}

function gather(history: Omit<Gathered, 'trail'>, { at, event }: JournalEntry, place: number): void {
  switch (event.event) {
    case 'restart-confirmed':
      if (event.kind !== 'fast-startup' && event.kind !== 'hibernate')
        history.fullBoots.push(instantOf(event.bootedAt));
      break;
    case 'restart-requested': {
      const { bootedAt, attempt } = event;
      history.restartRequests.push({ at, place, bootedAt: bootedAt === null ? null : instantOf(bootedAt), attempt });
      break;
    }
    case 'restart-answered':
      if (refusals.has(event.answer)) turnOffLast(history);
      break;
    case 'restart-cancelled':
      // Whichever stood. One that a boot has answered is known by that.
      history.restartRequests = history.restartRequests.map((request) => ({ ...request, isOff: true }));
      break;
    case 'version-seen': {
      const { component, source, version } = event;
      history.versionsSeen.push({ at, place, component, source, version });
      break;
    }
    case 'operator-version':
      history.operatorVersions.push({ at, place, component: event.component, version: event.version });
      break;
    case 'report-sent': {
      const { identificationNumber, elsewhere } = event;
      history.reportsSent.push({ at, identificationNumber, ...(elsewhere === true ? { elsewhere } : {}) });
      break;
    }
    case 'terminals-counted': {
      const { count, allDone, done = null, spare = 0 } = event;
      history.terminals = { at, count, allDone, done, spare };
      break;
    }
    case 'support-called':
      history.supportCalls.push({ at, place });
      break;
    case 'hand-step-ticked': {
      const { step, text } = event;
      const others = history.stepsTicked.filter((each) => each.step !== step);
      history.stepsTicked = event.done ? [...others, { step, text }] : others;
      break;
    }
    case 'hand-steps-done':
      history.stepsTicked = [];
      break;
    case 'notice-done':
      history.isDone = true;
      break;
    case 'left-on':
      history.nightsLeftOn.push({ at, night: event.night });
      break;
    default:
  }
}

/** Answers by which the system leaves the machine as it is; after any other a restart may be on its way. */
const refusals: ReadonlySet<string> = new Set<RestartAnswer>([
  'denied',
  'bad-parameter',
  'others-signed-in',
  'locked',
  'other',
]);

function turnOffLast({ restartRequests }: Pick<Gathered, 'restartRequests'>): void {
  const last = restartRequests.pop();
  if (last !== undefined) restartRequests.push({ ...last, isOff: true });
}

/** A start belongs to the next finish before another; either may stand alone. What never reached the button is none. */
function pressesOf(entries: readonly JournalEntry[], noticeId: string): Press[] {
  const presses: (Press & { readonly place: number })[] = [];
  let open: (typeof presses)[number] | null = null;
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place];
    if (!entry || !isOf(entry, noticeId)) continue;
    const { at, event } = entry;
    if (event.event === 'download-started') {
      if (open) presses.push(open);
      open = { at, place, kind: 'press', outcome: null, byHand: event.byHand ?? false };
    } else if (event.event === 'download-finished') {
      const byHand = (open?.byHand ?? false) || (event.byHand ?? false);
      if (isPress(event)) presses.push({ ...(open ?? { at, place }), kind: 'press', outcome: event.outcome, byHand });
      open = null;
    } else if (event.event === 'hand-steps-done') {
      presses.push({ at, place, kind: 'hand-steps', outcome: null, byHand: true });
    }
  }
  if (open) presses.push(open);
  return presses.toSorted((a, b) => a.place - b.place);
}

/** Only a missing window or button proves that nothing was pressed, and only where whoever saw it says so. */
export function isPress({ outcome, pressed }: Pick<EventOf<'download-finished'>, 'outcome' | 'pressed'>): boolean {
  return pressed || (outcome !== 'window-missing' && outcome !== 'button-missing');
}
