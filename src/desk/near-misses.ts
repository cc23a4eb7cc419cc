import { rosterTexts as texts } from './roster.ja.ts';
import type { BadFile, Entry, RosterEntry } from './entry.ts';
import { clinicKey, fold, rosterKey, rosterKeys } from './identity.ts';
import { shownName } from './shown.ts';
import { spoiled, spoiledForm } from './spreadsheet.ts';

/** Whose a terminal is: as the roster and the answers say it. */
interface Named {
  readonly clinic: string;
  readonly terminal: string;
}

/** What a spreadsheet has made of ids is told, and counts as what it was, so that no clinic counts twice. */
interface Mended<Each> {
  readonly mended: readonly Each[];
  readonly bad: readonly BadFile[];
}

/**
 * The roster with the ids that a spreadsheet has changed as the answers, or other lines of it, say them; and each
 * change by name, because the list itself should be mended. An entry that fits an answer as it stands stays; one that
 * may be of several clinics is named and left out.
 */
export function mendRoster(roster: readonly RosterEntry[], entries: readonly Entry[]): Mended<RosterEntry> {
  if (!roster.some(looksSpoiled)) return { mended: roster, bad: [] };
  const said = entries.flatMap(namedIn);
  const names = createNames(said, [...said, ...roster], new Set(entries.flatMap(rosterKeys)));
  const mended: RosterEntry[] = [];
  const bad: BadFile[] = [];
  const all = roster.map((each) => [each, meant(each, names)] as const);
  const become = clinicsBecome(all);
  for (const [each, found] of all.map(([line, own]) => [line, withItsClinic(line, own, { become, names })] as const)) {
    const [only] = found;
    if (only && found.length === 1) mended.push(only === each ? each : { ...each, ...only });
    if (only !== each) bad.push({ source: each.source ?? NOWHERE, reason: reasonOf(each, found, rosterReasons) });
  }
  return { mended, bad };
}

type Meant = readonly (RosterEntry | Named)[];

/** What each clinic's id was, by the lines of which it is certain; null: they say different things. */
function clinicsBecome(all: readonly (readonly [RosterEntry, Meant])[]): ReadonlyMap<string, string | null> {
  const become = new Map<string, string | null>();
  for (const [{ clinic }, [only, ...others]] of all) {
    if (only === undefined || others.length > 0 || clinicKey(only.clinic) === clinicKey(clinic)) continue;
    const key = clinicKey(clinic);
    const known = become.get(key);
    become.set(key, known === undefined || known === only.clinic ? only.clinic : null);
  }
  return become;
}

/**
 * A line goes with the other lines of its clinic, also where an answer says the same changed id: unless that clinic has
 * its own terminal of the name.
 */
function withItsClinic(
  line: RosterEntry,
  found: Meant,
  { become, names }: { readonly become: ReadonlyMap<string, string | null>; readonly names: Names },
): Meant {
  const clinic = become.get(clinicKey(line.clinic)) ?? null;
  if (clinic === null || !found.includes(line)) return found;
  const moved = { clinic, terminal: line.terminal };
  return names.keys.has(rosterKey(line)) && names.keys.has(rosterKey(moved)) ? found : [moved];
}

/**
 * The answers with the ids that a spreadsheet has changed as the roster says them. One that may be of several of its
 * lines is named and stays as it is.
 */
export function mendAnswers(entries: readonly Entry[], roster: readonly RosterEntry[]): Mended<Entry> {
  if (roster.length === 0 || !entries.some(looksSpoiled)) return { mended: entries, bad: [] };
  const names = createNames(roster, roster, new Set(roster.map(rosterKey)));
  const bad = new Map<string, BadFile>();
  const mended = entries.map((entry) => {
    const [each] = looksSpoiled(entry) && !rosterKeys(entry).some((key) => names.keys.has(key)) ? namedIn(entry) : [];
    const found = each === undefined ? [] : meant(each, names);
    const [only] = found;
    if (each === undefined || only === undefined || only === each) return entry;
    // Once a terminal, however many answers it gave.
    bad.set(rosterKey(each), { source: entry.source, reason: reasonOf(each, found, answerReasons) });
    return found.length === 1 ? { ...entry, clinic: only.clinic, terminal: only.terminal } : entry;
  });
  return { mended, bad: [...bad.values()] };
}

/**
 * The answers that lie in a folder which the roster does not know, while a single line of it that nobody met asks for a
 * terminal of their name. They are of another clinic, as the folder says; but folders are misnamed, so each is told.
 */
export function inOtherFolders(
  newest: readonly Entry[],
  missing: readonly RosterEntry[],
  roster: readonly RosterEntry[],
): readonly BadFile[] {
  if (missing.length === 0) return [];
  const clinics = new Set(roster.map(({ clinic }) => clinicKey(clinic)));
  const asked = Map.groupBy(missing, ({ terminal }) => fold(terminal));
  return newest.flatMap(({ clinic, clinicSaid, terminal, simulated, source }) => {
    if (clinic === null || clinicSaid || simulated === true || clinics.has(clinicKey(clinic))) return [];
    const [only, ...others] = asked.get(fold(terminal)) ?? [];
    return only && others.length === 0 ? [{ source, reason: texts.otherFolder(shownName(clinic), nameOf(only)) }] : [];
  });
}

const NOWHERE = { path: '', line: null };

/**
 * How the ids look that a spreadsheet has made of others: digits, a number with an exponent, a day, a word of its own.
 */
const LOOKS_SPOILED =
  /^(\d+|\d(\.\d+)?e[+-]?\d+|\d+月\d+日|(\d{2}|\d{4})[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}-[a-z]{3}|true|false)$/i;

function looksSpoiled({ clinic, terminal }: { readonly clinic: string | null; readonly terminal: string }): boolean {
  return [clinic ?? '', terminal].some((id) => LOOKS_SPOILED.test(fold(id)));
}

function namedIn({ clinic, terminal }: Pick<Entry, 'clinic' | 'terminal'>): readonly Named[] {
  return clinic === null ? [] : [{ clinic, terminal }];
}

const rosterReasons = { spoiled: texts.spoiledRosterLine, doubtful: texts.doubtfulRosterLine };
const answerReasons = { spoiled: texts.spoiledAnswer, doubtful: texts.doubtfulAnswer };

function reasonOf(each: Named, [only, ...others]: readonly Named[], reasons: typeof rosterReasons): string {
  return only && others.length === 0 ? reasons.spoiled(nameOf(each), nameOf(only)) : reasons.doubtful(nameOf(each));
}

function nameOf({ clinic, terminal }: Named): string {
  return `${shownName(clinic)} ${shownName(terminal)}`;
}

interface Names {
  readonly clinics: Spoiled;
  /** The terminals of a clinic, by its key. */
  readonly terminalsOf: (clinic: string) => Spoiled;
  /** What is there just so. */
  readonly keys: ReadonlySet<string>;
}

/** The names that there are, and by what they may have become. */
interface Spoiled {
  readonly known: ReadonlySet<string>;
  readonly byForm: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is meant by a name: itself where it is there, or where nothing else could have become it. */
function meant<Each extends Named>(each: Each, { clinics, terminalsOf, keys }: Names): readonly (Each | Named)[] {
  if (keys.has(rosterKey(each))) return [each];
  const whole = namesFor(each.clinic, clinics).flatMap((clinic) =>
    namesFor(each.terminal, terminalsOf(clinicKey(clinic))).map((terminal) =>
      clinic === each.clinic && terminal === each.terminal ? each : { clinic, terminal },
    ),
  );
  // A terminal that is there tells which clinic it is.
  const there = whole.filter((named) => keys.has(rosterKey(named)));
  if (there.length === 1) return there;
  return clinics.known.has(fold(each.clinic)) ? whole.filter(({ clinic }) => clinic === each.clinic) : whole;
}

/** The names that may have become this one, itself among them where it is one; only itself where none did. */
function namesFor(name: string, { known, byForm }: Spoiled): readonly string[] {
  const found = [...(byForm.get(fold(spoiledForm(name))) ?? [])];
  return found.length === 0 || known.has(fold(name)) ? [name, ...found] : found;
}

/** `known`: those whose names stand as they are. `all`: what others may have come from. */
function createNames(known: readonly Named[], all: readonly Named[], keys: ReadonlySet<string>): Names {
  const [own, others] = [byClinic(known), byClinic(all)];
  const looked = new Map<string, Spoiled>();
  return {
    clinics: spoiledNames(new Set(known.map(({ clinic }) => clinic)), new Set(all.map(({ clinic }) => clinic))),
    // Few clinics are ever asked for: most lines fit as they stand.
    terminalsOf: (clinic) => {
      const names = looked.get(clinic) ?? spoiledNames(own.get(clinic) ?? new Set(), others.get(clinic) ?? new Set());
      looked.set(clinic, names);
      return names;
    },
    keys,
  };
}

function byClinic(all: readonly Named[]): ReadonlyMap<string, ReadonlySet<string>> {
  const terminals = new Map<string, Set<string>>();
  for (const { clinic, terminal } of all) {
    const key = clinicKey(clinic);
    terminals.set(key, (terminals.get(key) ?? new Set()).add(terminal));
  }
  return terminals;
}

function spoiledNames(known: ReadonlySet<string>, all: ReadonlySet<string>): Spoiled {
  const byForm = new Map<string, Set<string>>();
  for (const name of all)
    for (const form of spoiled(name).map(fold)) byForm.set(form, (byForm.get(form) ?? new Set()).add(name));
  return { known: new Set([...known].map(fold)), byForm };
}
