import { HOUR, type Instant } from '../domain/time.ts';
import { changeOf, goneSince, type Before } from './compare.ts';
import { contactsIn } from './roster.ts';
import { count, type Counts } from './counts.ts';
import type { BadFile, Contact, Entry, Gathered } from './entry.ts';
import { answeredOf, byTerminal, rosterKey, unique } from './identity.ts';
import { newestFirst, worseClinicFirst, worseFirst } from './order.ts';
import { group, isAhead, type Clinic, type Row } from './rows.ts';
import { journalWentBack } from './journals.ts';
import { inOtherFolders, mendAnswers, mendRoster } from './near-misses.ts';
import { createOutdated, noticeCounts, noticesOf } from './notices.ts';
import { isDone } from './states.ts';
import { weighed } from './urgency.ts';

/** How all terminals stand, worst clinic first. */
export interface Standing {
  readonly clinics: readonly Clinic[];
  /** All terminals, worst first. */
  readonly rows: readonly Row[];
  readonly counts: Counts;
  readonly bad: readonly BadFile[];
  /** Whether the roster tells a phone or an opening time. */
  readonly hasContacts: boolean;
}

export interface Clockwork {
  readonly now: Instant;
  readonly staleHours: number;
}

/** One for all terminals with a single answer, which are nearly all. */
const noTwins: readonly Entry[] = [];

/** A terminal of which there is nothing. */
const silent = {
  state: 'no-answer',
  entry: null,
  sameSince: null,
  change: null,
  unchangedDays: null,
  stale: false,
  ahead: false,
  outdated: false,
  namesake: false,
  superseded: 0,
  twins: noTwins,
  wentBack: null,
} as const;

/**
 * Puts together what was read: the newest document of each terminal counts, and nothing goes uncounted. With `before`,
 * how the terminals stood, each is compared with that, and who was there and is not any more stands as silent.
 */
export function standingOf(gathered: Gathered, clock: Clockwork, before: Before | null = null): Standing {
  const { mended: roster, bad: spoiledLines } = mendRoster(gathered.roster, gathered.entries);
  const { mended: entries, bad: spoiledAnswers } = mendAnswers(gathered.entries, roster);
  const terminals = byTerminal(entries, roster);
  const inOrder = newestFirst(clock.now);
  const sorted = [...terminals].map(([id, own]) => [id, own.length === 1 ? own : own.toSorted(inOrder)] as const);
  const newest = sorted.flatMap(([, [first]]) => first ?? []);
  // Where simulated terminals stand beside real ones, or real ones are asked for by a roster, they say nothing; alone
  // they are practice, and count as the real ones would.
  const practice =
    gathered.roster.length === 0 &&
    newest.every(({ state, simulated }) => simulated === true || state === 'check-failed');
  const counted = newest.filter(({ simulated }) => practice || simulated !== true);
  const notices = noticesOf(counted.filter(({ state }) => state !== 'contradictory'));
  const isOutdated = createOutdated(notices);
  const contactOf = contactsIn(roster);
  const byName = Map.groupBy(newest, rosterKey);
  const answered = sorted.map(([id, own]): Row => {
    const [entry] = own;
    if (!entry) throw new Error('a terminal without documents');
    const ahead = isAhead(entry.at, clock.now);
    const outdated = isOutdated(entry.notice);
    const twins = own.length === 1 ? noTwins : own.slice(1).filter(({ at }) => at === entry.at);
    const contact = contactOf(entry);
    const stale = clock.now - entry.at > clock.staleHours * HOUR;
    const state = stateIn(entry, { practice, doubtful: ahead || outdated });
    return {
      id,
      clinic: entry.clinic,
      terminal: entry.terminal,
      state,
      ...weighed({ state, entry, stale, spare: contact.spare }, clock.now),
      entry,
      contact,
      sameSince: sameSince(own),
      stale,
      ahead,
      outdated,
      change: null,
      unchangedDays: null,
      namesake: byName.size < sorted.length && (byName.get(rosterKey(entry))?.length ?? 0) > 1,
      superseded: own.length - 1 - twins.length,
      twins,
      wentBack: own.length === 1 ? null : journalWentBack(own.filter(({ at }) => !isAhead(at, clock.now))),
    };
  });
  const met = answeredOf(roster, roster.length === 0 ? [] : sorted.map(realOnes));
  const missing = unique(roster).filter((each) => !met.has(rosterKey(each)));
  const misplaced = inOtherFolders(newest, missing, roster);
  const bad = [...gathered.bad, ...(before?.bad ?? []), ...spoiledLines, ...spoiledAnswers, ...misplaced];
  const present = [
    ...answered,
    ...missing.map((each) => missingRow({ ...each, id: rosterKey(each) }, contactOf(each), clock.now)),
  ];
  const gone = before === null ? [] : goneSince(before, present);
  const rows = [...present, ...gone.map((each) => missingRow(each, contactOf(each), clock.now))]
    .map((row) => (before === null ? row : { ...row, ...changeOf(row, before, clock.now) }))
    .toSorted(worseFirst);
  const clinics = group(rows).toSorted(worseClinicFirst);
  return {
    clinics,
    rows,
    counts: count(rows, clinics, bad, noticeCounts(notices, rows)),
    bad,
    hasContacts: roster.some(({ contact }) => contact !== undefined && (contact.phone ?? contact.opens) !== null),
  };
}

function realOnes([, own]: readonly [string, readonly Entry[]]): readonly Entry[] {
  return own.filter(({ simulated }) => simulated !== true);
}

/** What a terminal is counted as: done only where nothing speaks against its answer. */
function stateIn(
  { state, simulated }: Entry,
  { practice, doubtful }: { readonly practice: boolean; readonly doubtful: boolean },
): Row['state'] {
  if (simulated === true && !practice) return 'simulated';
  return doubtful && isDone(state) ? 'unknown' : state;
}

/** The time of the first of the answers in a row, of which the newest comes first, that say the same as that one. */
function sameSince(own: readonly Entry[]): Instant | null {
  const [newest] = own;
  let since = newest?.at ?? null;
  for (const { state, at } of own) {
    if (state !== newest?.state) break;
    // What is ahead of the clock comes last, and is no earlier answer.
    if (since !== null && at < since) since = at;
  }
  return since;
}

type Missing = Pick<Row, 'id' | 'clinic' | 'terminal'>;

function missingRow({ id, clinic, terminal }: Missing, contact: Contact, now: Instant): Row {
  return { id, clinic, terminal, ...silent, contact, ...weighed({ ...silent, spare: contact.spare }, now) };
}
