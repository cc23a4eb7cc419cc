import { createKeymap, helpRows, type Binding } from '../tui/keymap.ts';
import { keyTexts } from '../tui/keys.ja.ts';
import type { CharacterKey } from '../tui/keys.ts';
import { consoleKeyTexts, screenNames } from './console.ja.ts';

/** The screens of the console. */
export const screenIds = [
  'status',
  'evening',
  'by-hand',
  'download',
  'hand-steps',
  'restart',
  'guide',
  'history',
  'report',
  'faq',
  'support',
  'settings',
  'help',
] as const;
export type ScreenId = (typeof screenIds)[number];

/** What a key of the console asks for. */
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
  | `open-${ScreenId}`;

/**
 * Where the focus is: on a screen's rows, on those of a restart's countdown, on a field of a form that is not open yet,
 * in a dialog, in a text field.
 */
export type Place = ScreenId | 'countdown' | 'field' | 'dialog' | 'text';

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
  ['p', 'hand-steps'],
  ['t', 'support'],
  ['s', 'settings'],
];

const screens: readonly Place[] = [...screenIds, 'countdown', 'field'];
/** Where the last reading shows: its footers name the key that reads again. */
const reading: readonly Place[] = ['status', 'evening', 'by-hand', 'download', 'hand-steps', 'restart', 'countdown'];
const elsewhere = screens.filter((place) => !reading.includes(place));
/** Where there is something to search on the screen itself; elsewhere the search goes to the guide. */
const searched: readonly Place[] = ['guide', 'history'];
const common = keyTexts.bindings;
const own = consoleKeyTexts;

const bindings: readonly Binding<CommandId, Place>[] = [
  { command: 'select-up', keys: ['up'], where: [...screens, 'text'], ...common.select },
  { command: 'select-down', keys: ['down'], where: [...screens, 'text'], ...common.select },
  { command: 'select-down', keys: ['tab'], where: ['text'], ...common['next-field'] },
  { command: 'do', keys: ['enter'], where: screens, ...common.do },
  // On the status there is nothing to go back to: its footer has room for the search.
  { command: 'back', keys: ['escape'], where: ['status'], ...common.back, label: null },
  { command: 'back', keys: ['escape'], where: [...screenIds.filter((id) => id !== 'status'), 'field'], ...common.back },
  { command: 'cancel-restart', keys: ['escape'], where: ['countdown'], ...own['cancel-restart'] },
  { command: 'choose-previous', keys: ['left', 'up'], where: ['dialog'], ...common.choose },
  { command: 'choose-next', keys: ['right', 'down', 'tab'], where: ['dialog'], ...common.choose },
  { command: 'do', keys: ['enter'], where: ['dialog', 'text'], ...common.decide },
  { command: 'back', keys: ['escape'], where: ['dialog', 'text'], ...common.cancel },
  ...screenKeys.map(([key, screen]): Binding<CommandId, Place> => ({
    command: `open-${screen}`,
    keys: [key],
    // A number that was typed before its field was opened leads nowhere.
    where: /\d/.test(key) ? screens.filter((place) => place !== 'field') : screens,
    label: /\d/.test(key) ? common.screen.label : null,
    help: common.screen.help(screenNames[screen]),
  })),
  { command: 'open-help', keys: ['?'], where: screens, ...common.help, rank: 3 },
  { command: 'search', keys: ['/'], where: searched, ...own.search, rank: 2 },
  { command: 'search', keys: ['/'], where: ['status'], ...own.search, rank: 5 },
  {
    command: 'search',
    keys: ['/'],
    where: screens.filter((place) => place !== 'status' && !searched.includes(place)),
    ...own.search,
    label: null,
  },
  { command: 'read-again', keys: ['r'], where: reading, ...own['read-again'], rank: 4 },
  { command: 'read-again', keys: ['r'], where: elsewhere, ...own['read-again'], label: null },
  { command: 'page-up', keys: ['page-up'], where: [...screens, 'text'], ...common['page-up'] },
  { command: 'page-down', keys: ['page-down'], where: [...screens, 'text'], ...common['page-down'] },
  { command: 'top', keys: ['home'], where: screens, ...common.top },
  { command: 'bottom', keys: ['end'], where: screens, ...common.bottom },
  { command: 'leave', keys: ['ctrl-c'], where: [...screens, 'dialog', 'text'], ...common.leave, rank: 1 },
];

export const consoleKeys = createKeymap(bindings);

/** Every key of the console, for its help. */
export const consoleHelp = helpRows(bindings);
