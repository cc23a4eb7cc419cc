import { keyTexts } from './keys.ja.ts';
import { characterKeys, type KeyId, type KeyPress } from './keys.ts';
import { lineWidth, type Line, type Span } from './line.ts';

/** What keys ask for, and where: `Command` and `Place` (where the focus is) are the program's own names. */
export interface Binding<Command extends string, Place extends string> {
  readonly command: Command;
  readonly keys: readonly KeyId[];
  readonly where: readonly Place[];
  /**
   * In the footer, at most 12 columns; null: only on the help screen. Neighbours with the same label share one item.
   */
  readonly label: string | null;
  readonly help: string;
  /** What goes first where the footer is too short: the highest. Absent: 0. */
  readonly rank?: number;
}

/** One item of the footer, `[Enter]実行`. */
export interface FooterItem {
  readonly keys: string;
  readonly label: string;
  readonly rank: number;
}

/** One row of the help screen. */
export interface HelpRow {
  readonly keys: string;
  readonly help: string;
}

/** The keys of a program: what they do, its footers and its help all come from one table. */
export interface Keymap<Command extends string, Place extends string> {
  readonly bindings: readonly Binding<Command, Place>[];
  readonly bindingsAt: (place: Place) => readonly Binding<Command, Place>[];
  /** null: the key has no meaning here. */
  readonly commandFor: (press: KeyPress, place: Place) => Command | null;
  /** The name of the first key that asks for this in that place; null where none does. */
  readonly keyFor: (command: Command, place: Place) => string | null;
  /** The footer in this place, left to right. */
  readonly footerAt: (place: Place) => readonly FooterItem[];
}

/** The keys of a program by its table, which is in the order of the footer. */
export function createKeymap<Command extends string, Place extends string>(
  bindings: readonly Binding<Command, Place>[],
): Keymap<Command, Place> {
  const places = [...new Set(bindings.flatMap(({ where }) => where))];
  const here = new Map(places.map((place) => [place, bindings.filter(({ where }) => where.includes(place))]));
  const footers = new Map([...here].map(([place, own]) => [place, footerOf(own)]));
  const bindingsAt = (place: Place): readonly Binding<Command, Place>[] => here.get(place) ?? [];
  return {
    bindings,
    bindingsAt,
    commandFor: (press, place) =>
      bindingsAt(place).find(({ keys }) => keys.some((key) => key === press.id))?.command ?? null,
    keyFor: (command, place) => {
      const key = bindingsAt(place).find((each) => each.command === command)?.keys[0];
      return key === undefined ? null : nameKeys([key]);
    },
    footerAt: (place) => footers.get(place) ?? [],
  };
}

function footerOf(bindings: readonly Binding<string, string>[]): readonly FooterItem[] {
  const labels = new Set(bindings.map(({ label }) => label).filter((label) => label !== null));
  return [...labels].map((label) => {
    const group = bindings.filter((binding) => binding.label === label);
    return { keys: nameKeys(group.flatMap(({ keys }) => keys.slice(0, 1))), label, rank: group[0]?.rank ?? 0 };
  });
}

/** What the keys of these bindings do, each thing once, in the order of the table. */
export function helpRows(bindings: readonly Binding<string, string>[]): readonly HelpRow[] {
  return [...new Set(bindings.map(({ help }) => help))].map((help) => {
    const keys = bindings.filter((each) => each.help === help).flatMap((each) => each.keys);
    return { keys: nameKeys([...new Set(keys)]), help };
  });
}

/** Keys in words: arrows as `上下`, a run of digits as `0-7`, others with a slash between. */
function nameKeys(keys: readonly KeyId[]): string {
  const numbers = keys.filter((key) => /^\d$/.test(key)).toSorted();
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first !== undefined && last !== undefined && numbers.length === keys.length)
    return first === last ? first : `${first}-${last}`;
  const names = keys.map(nameOf);
  return names.join(names.every((name) => name.length === 1) ? '' : '/');
}

function nameOf(key: KeyId): string {
  const names: Readonly<Partial<Record<KeyId, string>>> = keyTexts.names;
  return characterKeys.find((each) => each === key) ?? names[key] ?? key;
}

/** The keys on one line, `[Enter]実行`, as many as there is room for. */
export function footer(items: readonly FooterItem[], columns: number): Line {
  let kept = items;
  while (lineWidth(layOut(kept)) > columns && kept.length > 1) kept = withoutLeast(kept);
  return layOut(kept);
}

function layOut(items: readonly FooterItem[]): Line {
  return items.flatMap((item, index): Span[] => [
    { text: `${index === 0 ? '' : ' '}[${item.keys}]`, tone: 'accent' },
    { text: item.label },
  ]);
}

/** Without the item of the highest rank; of equals the last one goes. */
function withoutLeast(items: readonly FooterItem[]): readonly FooterItem[] {
  const highest = Math.max(...items.map((item) => item.rank));
  const least = items.findLastIndex((item) => item.rank === highest);
  return items.filter((_, index) => index !== least);
}
