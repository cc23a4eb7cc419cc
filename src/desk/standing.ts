import { HOUR, type Instant } from '../domain/time.ts';
import { count, type Counts, type NoticeCount } from './counts.ts';
import type { BadFile, Entry, Gathered, Notice, RosterEntry } from './entry.ts';
import { answeredOf, byTerminal, rosterKey, unique } from './identity.ts';
import { newestFirst, worseClinicFirst, worseFirst, group, isAhead, type Clinic, type Row } from './rows.ts';
import { journalWentBack } from './journals.ts';
import { mendRoster } from './roster.ts';
import { isDone } from './states.ts';
import { compareVersions, parseVersion } from '../domain/versions/version.ts';

/** How all terminals stand, worst clinic first. */
export interface Standing {
  readonly clinics: readonly Clinic[];
  /** All terminals, worst first. */
  readonly rows: readonly Row[];
  readonly counts: Counts;
  readonly bad: readonly BadFile[];
}

export interface Clockwork {
  readonly now: Instant;
  readonly staleHours: number;
}

/** One for all terminals with a single answer, which are nearly all. */
const noTwins: readonly Entry[] = [];

/** Puts together what was read: the newest document of each terminal counts, and nothing goes uncounted. */
export function standingOf(gathered: Gathered, clock: Clockwork): Standing {
  const { entries } = gathered;
  const { roster, bad: spoiled } = mendRoster(gathered.roster, entries);
  const bad = [...gathered.bad, ...spoiled];
  const terminals = byTerminal(entries, roster);
  const inOrder = newestFirst(clock.now);
  const sorted = [...terminals].map(([id, own]) => [id, own.length === 1 ? own : own.toSorted(inOrder)] as const);
  const newest = sorted.flatMap(([, [first]]) => first ?? []);
  // Where simulated terminals stand beside real ones, or real ones are asked for by a roster, they say nothing; alone they are practice, and
  // count as the real ones would.
  const practice =
    gathered.roster.length === 0 &&
    newest.every(({ state, simulated }) => simulated === true || state === 'check-failed');
  const counted = newest.filter(({ simulated }) => practice || simulated !== true);
  const notices = noticesOf(counted.filter(({ state }) => state !== 'contradictory'));
  const isOutdated = createOutdated(notices);
  const names = new Map<string, number>();
  for (const each of newest) {
    const key = rosterKey(each);
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  const answered = sorted.map(([id, own]): Row => {
    const [entry] = own;
    if (!entry) throw new Error('a terminal without documents');
    const ahead = isAhead(entry.at, clock.now);
    const outdated = isOutdated(entry.notice);
    const twins = own.length === 1 ? noTwins : own.slice(1).filter(({ at }) => at === entry.at);
    return {
      id,
      clinic: entry.clinic,
      terminal: entry.terminal,
      state: stateIn(entry, { practice, doubtful: ahead || outdated }),
      entry,
      stale: clock.now - entry.at > clock.staleHours * HOUR,
      ahead,
      outdated,
      namesake: names.size < sorted.length && (names.get(rosterKey(entry)) ?? 0) > 1,
      superseded: own.length - 1 - twins.length,
      twins,
      wentBack: own.length === 1 ? null : journalWentBack(own.filter(({ at }) => !isAhead(at, clock.now))),
    };
  });
  const real = sorted.map(([, own]) => own.filter(({ simulated }) => simulated !== true));
  const met = answeredOf(roster, roster.length === 0 ? [] : real);
  const missing = unique(roster)
    .filter((each) => !met.has(rosterKey(each)))
    .map(missingRow);
  const rows = [...answered, ...missing].toSorted(worseFirst);
  const clinics = group(rows).toSorted(worseClinicFirst);
  return { clinics, rows, counts: count(rows, clinics, bad, noticeCounts(notices, rows)), bad };
}

/** What a terminal is counted as: done only where nothing speaks against its answer. */
function stateIn(
  { state, simulated }: Entry,
  { practice, doubtful }: { readonly practice: boolean; readonly doubtful: boolean },
): Row['state'] {
  if (simulated === true && !practice) return 'simulated';
  return doubtful && isDone(state) ? 'unknown' : state;
}

function missingRow(each: RosterEntry): Row {
  const { clinic, terminal } = each;
  return {
    id: rosterKey(each),
    clinic,
    terminal,
    state: 'no-answer',
    entry: null,
    stale: false,
    ahead: false,
    outdated: false,
    namesake: false,
    superseded: 0,
    twins: [],
    wentBack: null,
  };
}

/** The notices that answers were given to, each once, in an order of their own. */
function noticesOf(entries: readonly Entry[]): readonly Notice[] {
  const byText = new Map<string, Notice>();
  for (const { notice } of entries) if (notice !== null) byText.set(keyOf(notice), notice);
  return [...byText.keys()].toSorted().flatMap((text) => byText.get(text) ?? []);
}

/** How the terminals stand that are under each notice. */
function noticeCounts(notices: readonly Notice[], rows: readonly Row[]): readonly NoticeCount[] {
  return notices.map((notice) => {
    const own = rows.filter(({ entry }) => entry?.notice && keyOf(entry.notice) === keyOf(notice));
    const clinics = new Set(own.flatMap(({ clinic }) => clinic ?? []));
    const done = own.filter(({ state }) => isDone(state)).length;
    return { notice, terminals: own.length, done, clinics: clinics.size };
  });
}

/** Tells whether a notice asks for less of a component than another one: who fulfils it may lack what is asked for now. */
function createOutdated(notices: readonly Notice[]): (notice: Notice | null) => boolean {
  const read = notices.flatMap((notice) =>
    notice.targets.flatMap(({ component, version: asked }) => {
      const version = parseVersion(asked ?? '');
      return version === null ? [] : [{ notice, component, version }];
    }),
  );
  const outdated = new Set(
    read
      .filter(({ component, version }) =>
        read.some((other) => other.component === component && compareVersions(version, other.version) < 0),
      )
      .map(({ notice }) => keyOf(notice)),
  );
  return (notice) => notice !== null && outdated.size > 0 && outdated.has(keyOf(notice));
}

function keyOf({ id, targets }: Notice): string {
  return [id ?? '', ...targets.flatMap(({ component, version }) => [component, version ?? ''])].join('\n');
}
