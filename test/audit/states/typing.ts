import type { FieldKind } from '../../../src/domain/notice/notice.ts';
import { fieldOf } from '../../../src/tui/text-field.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { settingKeys } from '../../../src/settings/setting-keys.ts';
import { typed } from '../../console/builders.ts';
import {
  at as time,
  components,
  fault,
  unreadable,
  updated,
  witness,
  type ModelChanges,
} from '../../screens/builders.ts';
import { allHostile, hostile } from './hostile.ts';
import { at, chosen, played, type State, type Under } from './state.ts';

const unread: ModelChanges = { survey: { components: components(unreadable) } };

export function byHandStates({ state, component, version }: Under): readonly State[] {
  const byHand = state('by-hand', 'where to look', unread);
  return [
    byHand,
    state('by-hand', 'a witness that can be read in two ways', {
      survey: {
        components: components({
          status: 'unknown',
          witnesses: [
            witness('delivery-record', null, {
              raw: `${component} ${version('5.1.0')} ${version('5.0.3')}`,
              fault: fault('行が二通りに読めます。'),
            }),
            witness('version-info', '5.0.3'),
          ],
        }),
      },
    }),
    chosen(byHand, 'a version is typed', 'type-version', typed(version('5.1.0').slice(0, 3))),
    chosen(byHand, 'what is typed is no version', 'type-version', typed('五'), 'enter'),
    chosen(byHand, 'a version that proves is asked for twice', 'type-version', typed(version('5.1.0')), 'enter'),
    chosen(
      byHand,
      'the second one differs',
      'type-version',
      typed(version('5.1.0')),
      'enter',
      typed(version('5.0.3')),
      'enter',
    ),
    chosen(byHand, 'the question before a version is recorded', 'type-version', typed(version('5.0.3')), 'enter'),
    chosen(byHand, "the record's path is typed", 'type-record-path', typed('C:\\実績.csv')),
    chosen(byHand, "the record's path is no path", 'type-record-path', typed('あ'), 'enter'),
    {
      ...chosen(byHand, 'a very long path is typed', 'type-record-path', typed(hostile.path)),
      outside: hostile.path,
    },
    {
      ...chosen(byHand, 'text of open width is typed', 'type-record-path', typed(hostile.open)),
      outside: hostile.open,
    },
    state('by-hand', 'read-only', { ...unread, about: { readOnly: true } }),
  ];
}

const clinic = { formatVersion: 1, name: 'サンプルクリニック', phone: '0312345678' } as const;
const counted = { event: 'terminals-counted', count: 2, allDone: true, at: time('20 08:05') } as const;
const sent = { event: 'report-sent', identificationNumber: '150', at: time('20 08:07') } as const;
const proven: ModelChanges = { survey: { components: components(updated) } };

export function reportStates({ state, notice: { report } }: Under): readonly State[] {
  if (report === null) return [state('report', 'the notice asks for none', proven)];
  const field = (kind: FieldKind): string => `field:${report.fields.find((each) => each.kind === kind)?.id ?? kind}`;
  const sample = report.fields.find(({ kind }) => kind === 'text')?.sample ?? '';
  const form = state('report', 'the form, nothing done', proven);
  const filled = state('report', 'the form, ready', { ...proven, events: [counted], about: { clinic } });
  return [
    form,
    filled,
    state('report', 'blocked: the version is not proven', { events: [counted], about: { clinic } }),
    state('report', 'blocked: not all terminals are done', {
      ...proven,
      events: [{ ...counted, allDone: false }],
      about: { clinic },
    }),
    chosen(form, 'the number of terminals is typed', 'terminals', typed('3')),
    chosen(form, 'the number is none', 'terminals', typed('a'), 'enter'),
    chosen(form, 'how many of several are done is typed', 'terminals', typed('3+1'), 'enter', typed('1')),
    chosen(form, 'more are done than there are', 'terminals', typed('3'), 'enter', typed('4'), 'enter'),
    state('report', 'a spare one is not done', {
      ...proven,
      events: [{ ...counted, done: 2, spare: 1 }],
      about: { clinic },
    }),
    chosen(form, 'an empty name is refused', field('text'), 'enter'),
    chosen(form, 'a digit beside a field', field('text'), 'escape', '5'),
    chosen(form, 'the day is typed, in the future', field('date'), 'backspace', typed('9')),
    chosen(form, 'the name is typed', field('text'), typed('サンプルクリニック')),
    chosen(form, 'the sample name is refused', field('text'), typed(sample)),
    chosen(form, 'the number is typed in full width', field('phone'), typed('０３－１２３４')),
    { ...chosen(form, 'a hostile name is typed', field('text'), typed(allHostile)), outside: allHostile },
    chosen(filled, 'the plain page', 'page'),
    chosen(filled, 'the question whether it was sent', 'sent'),
    chosen(
      state('report', 'several places', {
        ...proven,
        events: [counted],
        about: {
          clinic,
          places: [
            { id: 'stick', path: 'E:\\' },
            { id: 'desktop', path: 'C:\\Users\\OQSComApp\\Desktop' },
            { id: 'data', path: 'C:\\ProgramData\\oqs-console\\exports' },
          ],
        },
      }),
      'the question where the file goes',
      'save',
    ),
    chosen(filled, 'the question whether another terminal sent it', 'elsewhere'),
    state('report', 'sent', { ...proven, events: [counted, sent], about: { clinic } }),
    {
      ...state('report', 'a clinic with a hostile name', {
        ...proven,
        events: [counted],
        about: { clinic: { ...clinic, name: allHostile } },
      }),
      outside: allHostile,
    },
  ];
}

const defaults = defaultSettings();
const problem = {
  file: 'settings',
  message: '0 より大きい数を書いてください',
  where: 'C:\\ProgramData\\oqs-console\\settings.json:12: limits.checkTimeoutSeconds',
  place: 'settings.json:12: limits.checkTimeoutSeconds',
  remedy: '設定ファイルを直すか、ファイルを外して既定の設定で使ってください。',
} as const;

export function settingsStates({ state }: Under): readonly State[] {
  const settings = state('settings', 'all defaults');
  return [
    settings,
    ...settingKeys.map((key) => at(settings, `the setting ${key}`, key)),
    ...settingKeys.map((key) => chosen(settings, `${key}: what is typed is wrong`, key, typed('?'), typed('"'))),
    played(settings, 'the last row', 'end'),
    state('settings', 'a setting was changed', {
      about: {
        settings: { ...defaults, clinicId: 'A-1' },
        settingsFile: { path: 'settings.json', decides: ['clinicId'] },
      },
    }),
    state('settings', 'a file that cannot be used', { about: { problems: [problem] } }),
    state('settings', 'several files that cannot be used', {
      about: { problems: [problem, { ...problem, file: 'guide' }, { ...problem, file: 'clinic' }] },
    }),
    state('settings', 'a setting could not be written', {
      settingsForm: {
        editing: null,
        saving: null,
        failed: { key: 'clinicId', reason: '書き込めませんでした。' },
      },
    }),
    state(
      'settings',
      'a hostile text is typed',
      {
        settingsForm: {
          editing: { key: 'clinicId', field: fieldOf(allHostile) },
          saving: null,
          failed: null,
        },
      },
      allHostile,
    ),
    state('settings', 'read-only', { about: { readOnly: true } }),
  ];
}
