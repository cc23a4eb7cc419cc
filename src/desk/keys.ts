import { createKeymap, helpRows, type Binding } from '../tui/keymap.ts';
import { keyTexts } from '../tui/keys.ja.ts';
import type { CharacterKey } from '../tui/keys.ts';
import { deskKeyTexts, deskScreenNames } from './desk-screen.ja.ts';

/** The screens of the desk. */
export const deskScreenIds = [
  'desk-clinics',
  'desk-terminals',
  'desk-detail',
  'desk-bad',
  'desk-menu',
  'desk-help',
] as const;
export type DeskScreenId = (typeof deskScreenIds)[number];

/** What a key of the desk asks for. */
export type DeskCommand =
  | 'select-up'
  | 'select-down'
  | 'do'
  | 'back'
  | 'page-up'
  | 'page-down'
  | 'top'
  | 'bottom'
  | 'search'
  | 'next-state'
  | 'next-sorting'
  | 'mark-called'
  | 'next'
  | 'previous'
  | 'export'
  | 'read-again'
  | 'leave'
  | `open-${DeskScreenId}`;

/** Where the focus is: on a screen, or in the field for the words of the filter. */
export type DeskPlace = DeskScreenId | 'text';

const screenKeys: readonly (readonly [CharacterKey, DeskScreenId])[] = [
  ['1', 'desk-clinics'],
  ['2', 'desk-terminals'],
  ['3', 'desk-bad'],
  ['b', 'desk-bad'],
  ['0', 'desk-help'],
];

const everywhere: readonly DeskPlace[] = [...deskScreenIds, 'text'];
/** Where the filter shows. */
const filtered: readonly DeskPlace[] = ['desk-clinics', 'desk-terminals'];
const common = keyTexts.bindings;
const own = deskKeyTexts;

const bindings: readonly Binding<DeskCommand, DeskPlace>[] = [
  { command: 'select-up', keys: ['up'], where: everywhere, ...common.select },
  { command: 'select-down', keys: ['down'], where: everywhere, ...common.select },
  { command: 'select-down', keys: ['tab'], where: ['text'], ...common['next-field'] },
  { command: 'do', keys: ['enter'], where: [...filtered, 'desk-bad'], ...common.do, label: own.details },
  { command: 'do', keys: ['enter'], where: ['desk-detail', 'desk-menu', 'desk-help'], ...common.do },
  { command: 'back', keys: ['escape'], where: deskScreenIds, ...common.back },
  { command: 'do', keys: ['enter'], where: ['text'], ...common.decide },
  { command: 'back', keys: ['escape'], where: ['text'], ...common.cancel },
  ...screenKeys.map(([key, screen]): Binding<DeskCommand, DeskPlace> => ({
    command: `open-${screen}`,
    keys: [key],
    where: deskScreenIds,
    label: null,
    help: common.screen.help(deskScreenNames[screen]),
  })),
  { command: 'open-desk-help', keys: ['?'], where: deskScreenIds, ...common.help },
  { command: 'search', keys: ['/'], where: filtered, ...own.narrow, rank: 2 },
  { command: 'next-state', keys: ['f'], where: filtered, ...own['next-state'], rank: 5 },
  { command: 'next-sorting', keys: ['s'], where: filtered, ...own['next-sorting'] },
  { command: 'mark-called', keys: ['t'], where: [...filtered, 'desk-detail'], ...own.called, rank: 4 },
  { command: 'next', keys: ['right'], where: ['desk-detail'], ...own.next, rank: 2 },
  { command: 'previous', keys: ['left'], where: ['desk-detail'], ...own.previous, rank: 3 },
  { command: 'export', keys: ['e'], where: deskScreenIds, ...own.export },
  { command: 'read-again', keys: ['r'], where: deskScreenIds, ...own['read-files'] },
  { command: 'page-up', keys: ['page-up'], where: everywhere, ...common['page-up'] },
  { command: 'page-down', keys: ['page-down'], where: everywhere, ...common['page-down'] },
  { command: 'top', keys: ['home'], where: deskScreenIds, ...common.top },
  { command: 'bottom', keys: ['end'], where: deskScreenIds, ...common.bottom },
  { command: 'leave', keys: ['ctrl-c'], where: everywhere, ...common.leave, rank: 1 },
];

export const deskKeys = createKeymap(bindings);

/** Every key of the desk's screens, for its help. What keys do in the text field stands there. */
export const deskHelp = helpRows(bindings.filter(({ where }) => where.some((place) => place !== 'text')));
