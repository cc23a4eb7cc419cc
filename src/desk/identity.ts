import { withoutDate } from '../domain/time.ts';
import type { Entry, RosterEntry } from './entry.ts';

/**
 * The documents of each terminal, by the terminal's id. An answer that says its clinic is of that clinic's terminal.
 * One that does not is of the terminal of its place, so that two clinics' terminals of one name are never taken for
 * one; and a document of an error, which never says whose it is, is of the terminal whose answers lie in its place.
 * Where nothing says the clinic, the roster may.
 */
export function byTerminal(
  entries: readonly Entry[],
  roster: readonly RosterEntry[],
): ReadonlyMap<string, readonly Entry[]> {
  const withClinic = clinicBy(roster);
  const placeAt = createPlaces();
  const terminals = new Map<string, Entry[]>();
  const add = (id: string, entry: Entry): void => {
    const found = terminals.get(id);
    if (found) found.push(entry);
    else terminals.set(id, [entry]);
  };
  /** Whose answers lie in a place; null: of more than one terminal. */
  const owners = new Map<string, { readonly id: string; readonly entry: Entry } | null>();
  const errors: Entry[] = [];
  for (const each of entries) {
    if (each.state === 'check-failed') {
      errors.push(each);
      continue;
    }
    const entry = withClinic(each);
    const place = placeAt(entry.source.path);
    const owned = entry.source.line === null || fold(place.name) === fold(entry.terminal);
    const id = answerId(entry, owned ? place.series : lineOf(place, entry));
    add(id, entry);
    if (!owned) continue;
    const known = owners.get(place.series);
    owners.set(place.series, known === undefined || known?.id === id ? { id, entry } : null);
  }
  for (const each of errors) {
    const place = placeAt(each.source.path);
    const owner = owners.get(place.series);
    // A line among those of many terminals is anybody's.
    const owned = owner && (each.source.line === null || fold(place.name) === fold(owner.entry.terminal));
    if (owned) add(owner.id, { ...each, clinic: owner.entry.clinic, terminal: owner.entry.terminal });
    else {
      const entry = withClinic(each);
      const own = each.source.line === null ? place.series : lineOf(place, each);
      add([clinicKey(entry.clinic), '', own].join('\n'), entry);
    }
  }
  return terminals;
}

/** What the roster knows a document by: its terminal's name, or its file's. */
export function rosterKeys({ clinic, terminal, source }: Entry): readonly string[] {
  return [terminal, fileName(source.path)].map((name) => rosterKey({ clinic, terminal: name }));
}

/**
 * Which terminals of the roster answered, by key. Each terminal is one of them: by its name; by that of its file, its
 * newest first, only where its name is in no line, and the one in the line did not answer by name. So no answer, nor a
 * clone's, hides a terminal that gave none.
 */
export function answeredOf(roster: readonly RosterEntry[], terminals: Iterable<readonly Entry[]>): ReadonlySet<string> {
  const asked = new Set(roster.map(rosterKey));
  const named = new Set<string>();
  const others: (readonly Entry[])[] = [];
  for (const own of terminals) {
    const key = own.map(rosterKey).find((each) => asked.has(each));
    if (key === undefined) others.push(own);
    else named.add(key);
  }
  const filed = others.flatMap((own) => own.flatMap(rosterKeys).find((key) => asked.has(key) && !named.has(key)) ?? []);
  return new Set([...named, ...filed]);
}

export function rosterKey(each: { readonly clinic: string | null; readonly terminal: string }): string {
  return `${clinicKey(each.clinic)}\n${fold(each.terminal)}`;
}

/** Each terminal of the roster once. */
export function unique(roster: readonly RosterEntry[]): readonly RosterEntry[] {
  return [...new Map(roster.map((each) => [rosterKey(each), each])).values()];
}

/** A clinic's name as lists compare it: an unknown one is no name that a clinic could have. */
export function clinicKey(name: string | null): string {
  return name === null ? '\n' : fold(name);
}

function answerId(entry: Entry, place: string): string {
  return `${rosterKey(entry)}\n${entry.clinicSaid ? '' : place}${entry.simulated === true ? '\nsimulated' : ''}`;
}

interface SeriesPlace {
  /** The path without its dates and its ending: tomorrow's file of the same terminal has the same. */
  readonly series: string;
  /** The file's name without its date and its ending. */
  readonly name: string;
}

function lineOf({ series }: SeriesPlace, { source }: Entry): string {
  return `${series}:${String(source.line)}`;
}

/** Gives the place of a path; that of the lines of one file is looked at once. */
function createPlaces(): (path: string) => SeriesPlace {
  let last = '';
  let place: SeriesPlace = { series: '', name: '' };
  return (path) => {
    if (path !== last) place = placeOf(path);
    last = path;
    return place;
  };
}

function placeOf(path: string): SeriesPlace {
  const name = fileName(path);
  // Most paths hold no date, and ten thousand are looked at again and again while they are read.
  if (!path.includes('20')) return { series: path.replace(ENDING, ''), name };
  const bare = withoutDate(name);
  const folders = path.split(/[/\\]/).slice(0, -1).map(withoutDate);
  return { series: [...folders, bare].join('/'), name: bare };
}

const ENDING = /\.jsonl?$/i;

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(ENDING, '');
}

/**
 * Puts in the clinic that the roster has for what a document or its folder calls it by name; and the clinic of each
 * terminal that the roster names once, where neither the document nor a folder says any. A folder that the roster does
 * not know is another clinic: many clinics have a terminal of one name.
 */
function clinicBy(roster: readonly RosterEntry[]): (entry: Entry) => Entry {
  const clinics = new Set(roster.map(({ clinic }) => clinicKey(clinic)));
  const byTitle = new Map<string, string | null>();
  const byTerminal = new Map<string, string | null>();
  for (const { clinic, terminal, contact } of unique(roster)) {
    const key = fold(terminal);
    byTerminal.set(key, byTerminal.has(key) ? null : clinic);
    if (contact === undefined || contact.name === null) continue;
    const title = clinicKey(contact.name);
    byTitle.set(title, (byTitle.get(title) ?? clinic) === clinic && byTitle.get(title) !== null ? clinic : null);
  }
  return (entry) => {
    const key = clinicKey(entry.clinic);
    if (clinics.has(key)) return entry;
    const clinic = (entry.clinic === null ? byTerminal.get(fold(entry.terminal)) : byTitle.get(key)) ?? entry.clinic;
    return clinic === entry.clinic ? entry : { ...entry, clinic };
  };
}

/** Names of terminals and folders are the same in capitals and small letters, full-width and half-width. */
export function fold(name: string): string {
  // Thousands of names are compared each time that something was read, and nearly all are plain.
  return (PLAIN.test(name) ? name : name.normalize('NFKC').trim()).toLowerCase();
}

const PLAIN = /^[!-~]*$/;
