import { deskScreenNames, keyTexts, screenNames } from './keys.ja.ts';
import { characterKeys, type CharacterKey, type KeyId, type KeyPress, type NamedKey } from './keys.ts';
import { deskScreenIds, screenIds, type DeskScreenId, type ScreenId } from './screens.ts';

/** What a key asks for. */
export type CommandId =
  | 'select-up'
  | 'select-down'
  | 'do'
  | 'back'
  | 'cancel-restart'
  | 'choose-previous'
  | 'choose-next'
  | 'page-up'
  | 'page-down'
  | 'top'
  | 'bottom'
  | 'search'
  | 'read-again'
  | 'leave'
  | 'next-state'
  | 'export'
  | `open-${ScreenId | DeskScreenId}`;

/** Where the focus is: on a screen's rows, in a dialog, in a text field, on the restart screen's rows while it counts down. */
export type Place = ScreenId | DeskScreenId | 'countdown' | 'dialog' | 'text';

export interface Binding {
  readonly command: CommandId;
  readonly keys: readonly KeyId[];
  readonly where: 'everywhere' | readonly Place[];
  /** In the footer, at most 12 columns; null: only on the help screen. Neighbours with the same label share one item. */
  readonly label: string | null;
  readonly help: string;
}

const texts = keyTexts.bindings;
/** Where the console shows what the last reading found, and its other screens: there is room for fewer keys in their footers. */
const changing = ['status', 'evening', 'by-hand', 'download', 'restart', 'countdown'] as const;
const unchanging = screenIds.filter((screen) => !changing.some((each) => each === screen));

/** Where the console's own screens have the focus. */
const consoleScreens: readonly Place[] = [...screenIds, 'countdown'];
const screens: readonly Place[] = [...consoleScreens, ...deskScreenIds];
/** Where the desk's filter shows. */
const deskFiltered = ['desk-clinics', 'desk-terminals'] as const;

const deskKeys: readonly (readonly [CharacterKey, DeskScreenId])[] = [
  ['1', 'desk-clinics'],
  ['2', 'desk-terminals'],
  ['3', 'desk-bad'],
  ['b', 'desk-bad'],
  ['0', 'desk-help'],
];

const screenKeys: readonly (readonly [CharacterKey, ScreenId])[] = [
  ['1', 'status'],
  ['2', 'evening'],
  ['3', 'by-hand'],
  ['4', 'download'],
  ['5', 'restart'],
  ['6', 'guide'],
  ['7', 'history'],
  ['8', 'report'],
  ['9', 'faq'],
  ['0', 'help'],
  ['t', 'support'],
  ['s', 'settings'],
];

/** The one table of keys: what they do, the footer and the help screen all come from it. In the order of the footer. */
export const bindings: readonly Binding[] = [
  { command: 'select-up', keys: ['up'], where: [...screens, 'text'], ...texts.select },
  { command: 'select-down', keys: ['down'], where: [...screens, 'text'], ...texts.select },
  { command: 'select-down', keys: ['tab'], where: ['text'], ...texts['next-field'] },
  { command: 'do', keys: ['enter'], where: screens, ...texts.do },
  { command: 'back', keys: ['escape'], where: [...screenIds, ...deskScreenIds], ...texts.back },
  { command: 'cancel-restart', keys: ['escape'], where: ['countdown'], ...texts['cancel-restart'] },
  { command: 'choose-previous', keys: ['left', 'up'], where: ['dialog'], ...texts.choose },
  { command: 'choose-next', keys: ['right', 'down', 'tab'], where: ['dialog'], ...texts.choose },
  { command: 'do', keys: ['enter'], where: ['dialog', 'text'], ...texts.decide },
  { command: 'back', keys: ['escape'], where: ['dialog', 'text'], ...texts.cancel },
  ...screenKeys.map(([key, screen]): Binding => ({
    command: `open-${screen}`,
    keys: [key],
    where: consoleScreens,
    label: /\d/.test(key) ? texts.screen.label : null,
    help: texts.screen.help(screenNames[screen]),
  })),
  ...deskKeys.map(([key, screen]): Binding => ({
    command: `open-${screen}`,
    keys: [key],
    where: deskScreenIds,
    label: null,
    help: texts.screen.help(deskScreenNames[screen]),
  })),
  { command: 'open-desk-help', keys: ['?'], where: deskScreenIds, ...texts.help },
  { command: 'open-help', keys: ['?'], where: consoleScreens, ...texts.help },
  { command: 'search', keys: ['/'], where: ['guide', 'history'], ...texts.search },
  { command: 'search', keys: ['/'], where: deskFiltered, ...texts.narrow },
  { command: 'next-state', keys: ['f'], where: deskFiltered, ...texts['next-state'] },
  { command: 'export', keys: ['e'], where: deskScreenIds, ...texts.export },
  { command: 'read-again', keys: ['r'], where: deskScreenIds, ...texts['read-files'] },
  { command: 'read-again', keys: ['r'], where: changing, ...texts['read-again'] },
  { command: 'read-again', keys: ['r'], where: unchanging, ...texts['read-again'], label: null },
  { command: 'page-up', keys: ['page-up'], where: [...screens, 'text'], ...texts['page-up'] },
  { command: 'page-down', keys: ['page-down'], where: [...screens, 'text'], ...texts['page-down'] },
  { command: 'top', keys: ['home'], where: screens, ...texts.top },
  { command: 'bottom', keys: ['end'], where: screens, ...texts.bottom },
  { command: 'leave', keys: ['ctrl-c'], where: 'everywhere', ...texts.leave },
];

export interface KeyContext {
  readonly place: Place;
  /** Commands that cannot be given now, each with the reason in words. */
  readonly disabled?: Readonly<Partial<Record<CommandId, string>>>;
}

/** What a press asks for in this place; `disabled` is the reason why it cannot be. null: the key has no meaning here. */
export function commandFor(
  press: KeyPress,
  context: KeyContext,
): { readonly command: CommandId; readonly disabled: string | null } | null {
  const binding = bindingsAt(context.place).find((each) => each.keys.some((key) => key === press.id));
  return binding ? { command: binding.command, disabled: context.disabled?.[binding.command] ?? null } : null;
}

/** The name of the first key that asks for this in that place; null where none does. */
export function keyFor(command: CommandId, place: Place): string | null {
  const key = bindingsAt(place).find((each) => each.command === command)?.keys[0];
  return key === undefined ? null : nameKeys([key]);
}

export function bindingsAt(place: Place): readonly Binding[] {
  return bindings.filter((binding) => binding.where === 'everywhere' || binding.where.includes(place));
}

/** One item of the footer, `[Enter]実行`. */
export interface FooterItem {
  readonly keys: string;
  readonly label: string;
  readonly disabled: boolean;
  /** What goes first where the line is too short: the highest number. */
  readonly rank: number;
}

/** The footer in this place, left to right. */
export function footerBindings(context: KeyContext): readonly FooterItem[] {
  // Every frame asks for it, and it hangs on nothing but the place and what is disabled.
  const disabled = Object.entries(context.disabled ?? {}).flatMap(([command, reason]) =>
    reason === undefined ? [] : command,
  );
  const key = [context.place, ...disabled].join(' ');
  const known = footers.get(key);
  if (known) return known;
  const footer = footerOf(context);
  footers.set(key, footer);
  return footer;
}

const footers = new Map<string, readonly FooterItem[]>();

function footerOf(context: KeyContext): readonly FooterItem[] {
  const labelled = bindingsAt(context.place).flatMap(({ label, ...binding }) =>
    label === null ? [] : [{ ...binding, label }],
  );
  return [...new Set(labelled.map(({ label }) => label))].map((label) => {
    const group = labelled.filter((binding) => binding.label === label);
    return {
      keys: nameKeys(group.map((binding) => binding.keys[0]).filter((key) => key !== undefined)),
      label,
      disabled: group.every((binding) => context.disabled?.[binding.command] !== undefined),
      rank: ranks[group[0]?.command ?? 'leave'] ?? 0,
    };
  });
}

const ranks: Readonly<Partial<Record<CommandId, number>>> = {
  leave: 1,
  search: 2,
  'open-help': 3,
  'read-again': 4,
  'next-state': 5,
};

const consolePlaces: readonly Place[] = [...consoleScreens, 'dialog', 'text'];
/** The places of `desk`. */
export const deskPlaces: readonly Place[] = [...deskScreenIds, 'text'];

/** One row of the help screen. */
export interface HelpRow {
  readonly keys: string;
  readonly help: string;
}

/** Every binding that counts at one of these places once, in the order of the table; by default those of the console. */
export function helpRows(places: readonly Place[] = consolePlaces): readonly HelpRow[] {
  const here = bindings.filter((each) => places.some((place) => bindingsAt(place).includes(each)));
  return [...new Set(here.map(({ help }) => help))].map((help) => ({
    keys: nameKeys([...new Set(here.filter((each) => each.help === help).flatMap((each) => each.keys))]),
    help,
  }));
}

/** Keys in words: arrows as `上下`, a run of digits as `0-7`, others with a slash between. */
function nameKeys(keys: readonly KeyId[]): string {
  const numbers = keys.filter((key) => /^\d$/.test(key)).toSorted();
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first !== undefined && last !== undefined && numbers.length === keys.length)
    return first === last ? first : `${first}-${last}`;
  const names = keys.map((key) => (isCharacter(key) ? key : nameOf(key)));
  return names.join(names.every((name) => name.length === 1) ? '' : '/');
}

function isCharacter(key: KeyId): key is CharacterKey {
  return characterKeys.some((each) => each === key);
}

function nameOf(key: NamedKey): string {
  const names: Readonly<Partial<Record<NamedKey, string>>> = keyTexts.names;
  return names[key] ?? key;
}
