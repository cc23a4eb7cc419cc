import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/domain/fault.ts';
import { builtInFile } from '../../../src/domain/notice/built-in.ts';
import { guideEntryTexts, noticeTexts as texts } from '../../../src/domain/notice/notice.ja.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import { noticeSchema, parseNotice } from '../../../src/domain/notice/schema.ts';
import { january } from './builders.ts';

const desk = {
  name: '窓口',
  phone: '03-0000-0000',
  hours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  hoursNote: null,
};
const entry = { id: 'own-entry', title: '題', see: ['見えるもの'], why: '理由', do: ['する'], call: '電話', words: [] };
const plain = { length: null, required: true, hint: null, sample: null };

/** A file that says something in every place. */
const whole = {
  formatVersion: 2,
  id: '2026-06-link',
  title: '連携アプリケーションの入れ替え',
  components: [
    {
      id: 'browser-extension',
      name: 'ブラウザ拡張機能',
      versionInfo: 'C:\\Program Files\\OQS-Auth\\ext\\Version.info',
      recordNames: ['拡張プラグイン'],
    },
  ],
  targets: [
    { component: 'link-app', version: '4.1.0' },
    { component: 'browser-extension', version: '2.0.0.0' },
  ],
  delivery: {
    timeZone: 'Asia/Tokyo',
    firstNight: '2026-06-01',
    lastNight: '2026-06-05',
    excludedNights: ['2026-06-03'],
    from: '20:00',
    to: '05:00',
    holes: [{ from: '2026-06-02T23:30', to: '2026-06-03T01:00' }],
    allDayFrom: '2026-06-10',
  },
  by: 'tool',
  steps: [],
  restart: true,
  deadline: '2026-06-20',
  report: {
    number: 'A-12',
    formPath: ['「お知らせ」の「対応済み連絡票」を開く'],
    fields: [
      { ...plain, id: 'number', label: 'お知らせ番号', kind: 'fixed' },
      { ...plain, id: 'clinic-code', label: '医療機関コード', kind: 'digits', length: 10 },
      { ...plain, id: 'done-on', label: '対応日', kind: 'date' },
      { ...plain, id: 'clinic-name', label: '医院名', kind: 'text', required: false, hint: '正式な名前', sample: '例' },
      { ...plain, id: 'phone', label: '電話', kind: 'phone' },
    ],
  },
  contacts: [desk],
  faq: [{ question: 'いつまでですか。', answer: '{lastNight} までです。' }],
  guide: [entry],
};

const written = (file: unknown): string => JSON.stringify(file);
const read = (file: unknown): Notice => parseNotice(written(file), 'notice.json');

/** The whole file with `delivery.from` and its like set to something else; undefined takes it away. */
function changed(changes: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(changes).reduce<unknown>((file, [field, value]) => set(file, field.split('.'), value), whole);
}

function set(object: unknown, [name, ...inner]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(object)) return object.with(Number(name), set(object[Number(name)], inner, value));
  const record: Record<string, unknown> = { ...Object(object) };
  return { ...record, [name]: set(record[name], inner, value) };
}

/** All that is wrong with a file: where, and why. */
function faultsOf(file: unknown): readonly (readonly [string, string])[] {
  const { error } = noticeSchema.safeParse(JSON.parse(written(file)));
  return error?.issues.map(({ path, message }) => [path.map(String).join('.'), message] as const) ?? [];
}

describe('a file of format 2', () => {
  it('is read as it is written', () => {
    const { formatVersion: _, ...notice } = whole;
    expect(read(whole)).toEqual(notice);
  });

  it('may leave out components of its own, and holes', () => {
    const file = changed({ components: undefined, 'delivery.holes': undefined, targets: [whole.targets[0]] });
    expect(read(file)).toMatchObject({ components: [], delivery: { holes: [] } });
  });

  it('may have nothing at night, no deadline, no report, and steps for a person', () => {
    const file = changed({ delivery: null, deadline: null, report: null, by: 'hand', steps: ['する'], restart: false });
    expect(read(file)).toMatchObject({ delivery: null, deadline: null, report: null, by: 'hand', steps: ['する'] });
  });

  it('ends with its last night where it names no other last day', () => {
    expect(read(changed({ deadline: null })).deadline).toBe('2026-06-05');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a number that is no digits', { 'report.number': 'お知らせ 第3号' }],
    ['no number, and no field for one', { 'report.number': null, 'report.fields': whole.report.fields.slice(1) }],
    ['digits, as many as there are', { 'report.fields.1.length': null }],
    ['a component without a file', { 'components.0.versionInfo': null, 'components.0.recordNames': [] }],
    ['slashes in a path', { 'components.0.versionInfo': 'D:/ext/Version.info' }],
    ['no all-day delivery', { 'delivery.allDayFrom': null }],
    ['a hole from the beginning of its night', { 'delivery.holes.0.from': '2026-06-02T20:00' }],
    ['a hole to the end of its night', { 'delivery.holes.0.to': '2026-06-03T05:00' }],
    ['a night within a day', { 'delivery.from': '01:00', 'delivery.to': '05:00', 'delivery.holes': [] }],
    ['a deadline before the last night', { deadline: '2026-06-01' }],
  ])('may have %s', (_, changes) => {
    expect(faultsOf(changed(changes))).toEqual([]);
  });
});

const knownIds = ['distribution-app', 'link-app', 'face-library', 'reader-app', 'browser-extension'];
const [own] = whole.components;
const holes = (...all: readonly (readonly [string, string])[]) => ({
  'delivery.holes': all.map(([from, to]) => ({ from: `2026-06-${from}`, to: `2026-06-${to}` })),
});
const hole = (from: string, to: string) => holes([from, to]);

describe('what is refused', () => {
  it.each<[Readonly<Record<string, unknown>>, string, string]>([
    [{ 'components.0.id': 'Extension', targets: [whole.targets[0]] }, 'components.0.id', texts.id],
    [{ 'components.0.versionInfo': 'ext\\Version.info' }, 'components.0.versionInfo', texts.path],
    [{ 'components.0.versionInfo': '\\\\server\\Version.info' }, 'components.0.versionInfo', texts.path],
    [{ 'components.0.id': 'link-app', targets: [whole.targets[0]] }, 'components.0.id', texts.builtIn('link-app')],
    [{ components: [own, own] }, 'components.1.id', texts.repeated('browser-extension')],
    [{ 'components.0.name': '1.2.3' }, 'components.0.name', texts.noLetter],
    [{ 'components.0.recordNames': ['　'] }, 'components.0.recordNames.0', texts.noLetter],
    [{ title: ' ' }, 'title', guideEntryTexts.blank],
    [{ by: 'hand', delivery: null, steps: ['する', '\u3000'] }, 'steps.1', guideEntryTexts.blank],
    [{ 'report.number': ' ' }, 'report.number', guideEntryTexts.blank],
    [{ 'report.formPath': [' '] }, 'report.formPath.0', guideEntryTexts.blank],
    [{ 'report.fields.1.label': '\t' }, 'report.fields.1.label', guideEntryTexts.blank],
    [{ 'contacts.0.name': ' ' }, 'contacts.0.name', guideEntryTexts.blank],
    [{ faq: [{ question: ' ', answer: 'x' }] }, 'faq.0.question', guideEntryTexts.blank],
    [{ targets: [] }, 'targets', texts.noTarget],
    [{ 'targets.0.version': '4' }, 'targets.0.version', texts.version],
    [{ 'targets.0.component': 'link' }, 'targets.0.component', texts.unknownComponent('link', knownIds)],
    [{ 'targets.1.component': 'link-app' }, 'targets.1.component', texts.repeated('link-app')],
    [{ steps: ['する'] }, 'steps', texts.toolWithSteps],
    [{ by: 'hand', delivery: null }, 'steps', texts.handWithoutSteps],
    [{ by: 'hand', steps: ['する'] }, 'delivery', texts.handWithDelivery],
    [{ 'delivery.timeZone': 'JST' }, 'delivery.timeZone', texts.timeZone],
    [{ 'delivery.from': '8:00' }, 'delivery.from', texts.time],
    [{ 'delivery.lastNight': '2026-05-31' }, 'delivery.lastNight', texts.lastBeforeFirst],
    [{ 'delivery.lastNight': '2062-06-05' }, 'delivery.lastNight', texts.tooManyNights(13_154, 366)],
    [{ 'delivery.excludedNights.0': '2026-06-06' }, 'delivery.excludedNights.0', texts.outsideNights],
    [
      { 'delivery.lastNight': '2026-06-01', 'delivery.excludedNights': ['2026-06-01'], 'delivery.holes': [] },
      'delivery.excludedNights',
      texts.noNightLeft,
    ],
    [{ 'delivery.allDayFrom': '2026-06-05' }, 'delivery.allDayFrom', texts.allDayTooEarly],
    [hole('02T23:30', '02T24:00'), 'delivery.holes.0.to', texts.localTime],
    [hole('02 23:30', '03T01:00'), 'delivery.holes.0.from', texts.localTime],
    [hole('02T23:30:15', '03T01:00'), 'delivery.holes.0.from', texts.localTime],
    [hole('02T23:30', '02T23:30'), 'delivery.holes.0', texts.holeBackwards],
    [hole('02T19:59', '02T21:00'), 'delivery.holes.0', texts.holeOutside],
    [hole('03T04:00', '03T05:01'), 'delivery.holes.0', texts.holeOutside],
    [hole('01T23:00', '02T23:00'), 'delivery.holes.0', texts.holeOutside],
    [hole('06T21:00', '06T22:00'), 'delivery.holes.0', texts.holeOutside],
    [hole('03T21:00', '03T22:00'), 'delivery.holes.0', texts.holeInExcluded],
    [hole('02T20:00', '03T05:00'), 'delivery.holes.0', texts.holeIsNight],
    [hole('02T23:30Z', '03T01:00'), 'delivery.holes.0.from', texts.localTime],
    [holes(['02T20:00', '03T01:00'], ['03T01:00', '03T05:00']), 'delivery.holes.1', texts.holesMeet],
    [holes(['02T22:00', '02T23:00'], ['02T21:00', '02T22:30']), 'delivery.holes.1', texts.holesMeet],
    [{ 'delivery.lastNight': '9999-12-31' }, 'delivery.lastNight', texts.year],
    [{ deadline: '9999-12-31' }, 'deadline', texts.year],
    [{ deadline: '2026-05-31' }, 'deadline', texts.deadlineTooEarly],
    [{ 'report.number': null }, 'report.fields.0.kind', texts.noNumber],
    [{ 'report.fields.2.length': 8 }, 'report.fields.2.length', texts.lengthOfDigits],
    [{ 'report.fields.4.id': 'done-on' }, 'report.fields.4.id', texts.repeated('done-on')],
    [{ 'report.fields.4.id': 'terminals' }, 'report.fields.4.id', texts.reserved('terminals')],
    [{ 'report.fields.4.id': 'constructor' }, 'report.fields.4.id', texts.reserved('constructor')],
    [{ guide: [entry, entry] }, 'guide.1.id', texts.repeated('own-entry')],
    [{ formatVersion: 3 }, 'formatVersion', texts.formatVersion],
    [{ formatVersion: undefined }, 'formatVersion', texts.formatVersion],
  ])('%j', (changes, where, why) => {
    expect(faultsOf(changed(changes))).toEqual([[where, why]]);
  });

  it.each([
    ['another of its own, in whatever width', { id: 'other', name: 'ほか', recordNames: ['拡張 ﾌﾟﾗｸﾞｲﾝ'] }],
    ['one of the four', { id: 'other', name: '連携 ｱﾌﾟﾘｹｰｼｮﾝ', recordNames: [] }],
  ] as const)('a name that is also that of %s', (_, other) => {
    const faults = faultsOf(changed({ components: [own, { ...other, versionInfo: null }] }));
    expect(faults.map(([where]) => where)).toEqual(['components.1.name']);
    for (const [, why] of faults) expect(why).toMatch(/だけでは、どの部品か決まりません$/);
  });

  it.each([
    ['by', 'person'],
    ['restart', 'yes'],
    ['report.fields.1.kind', 'number'],
    ['report.fields.1.length', 0],
    ['report.fields.1.length', 2.5],
    ['report.fields', []],
    ['report.formPath', []],
    ['contacts', []],
    ['targets.0.name', '連携アプリケーション'],
  ])('%s = %j, in the words of the schema', (field, value) => {
    const [fault, ...others] = faultsOf(changed({ [field]: value }));
    expect(others).toEqual([]);
    expect(`${fault?.[0] ?? ''} ${fault?.[1] ?? ''}`).toContain(field.split('.').at(-1));
    expect(fault?.[1]).not.toBe('');
  });

  it.each(Object.keys(whole).filter((field) => field !== 'components' && field !== 'formatVersion'))(
    'a file without %s, which stands even where there is none',
    (field) => {
      expect(faultsOf(changed({ [field]: undefined })).map(([where]) => where)).toEqual([field]);
    },
  );
});

describe('several faults', () => {
  it('are told at once, whether a field shows them alone or only beside another', () => {
    // Which components there are is not clear: of the targets that name them nothing is said.
    const file = changed({
      title: '',
      hours: 'いつでも',
      'components.0.id': 'link-app',
      'delivery.allDayFrom': '2026-06-01',
      deadline: '2026-01-01',
      steps: ['する'],
      'report.number': null,
      'report.fields.1.length': null,
      'report.fields.2.length': 8,
      'faq.0.answer': '{tomorrow}',
    });
    expect(
      faultsOf(file)
        .map(([where]) => where)
        .toSorted(),
    ).toEqual(
      [
        '', // the key that nobody knows
        'title',
        'faq.0.answer',
        'components.0.id',
        'steps',
        'delivery.allDayFrom',
        'deadline',
        'report.fields.0.kind',
        'report.fields.2.length',
      ].toSorted(),
    );
  });

  it('of one part leave out what only that part could show, and nothing else', () => {
    const file = changed({ 'delivery.lastNight': '6/5', 'delivery.allDayFrom': '2026-06-01', 'report.number': null });
    expect(faultsOf(file).map(([where]) => where)).toEqual(['delivery.lastNight', 'report.fields.0.kind']);
  });
});

describe('a file of format 1', () => {
  it('says the same in format 2', () => {
    expect(read(builtInFile())).toEqual(january);
    expect(january).toMatchObject({
      components: [],
      targets: [{ component: 'face-library', version: '5.1.0' }],
      delivery: { firstNight: '2026-01-19', holes: [], allDayFrom: '2026-01-31' },
      by: 'tool',
      steps: [],
      restart: true,
      deadline: '2026-01-30',
    });
    expect(january.report.number).toBe('150');
    expect(january.report.fields.map(({ id, kind, length }) => [id, kind, length])).toEqual([
      ['identification-number', 'fixed', null],
      ['completed-on', 'date', null],
      ['clinic-name', 'text', null],
      ['phone', 'phone', null],
    ]);
    expect(read({ ...january, formatVersion: 2 })).toEqual(january);
  });

  it('knows nothing of what format 2 brings', () => {
    for (const field of ['components', 'targets', 'by', 'steps', 'restart', 'deadline'])
      expect(faultsOf({ ...builtInFile(), [field]: [] }).map(([where]) => where)).toEqual(['']);
  });
});

/** Every place in a value, as its way from the top. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...placesIn(inner).map((rest) => [key, ...rest])]);
}

describe.each([
  ['1', builtInFile()],
  ['2', whole],
])('a file of format %s that is wrong in one place', (_, file) => {
  it.each([undefined, null, 5, 'x', true, [], {}])(
    'where %j stands, is read or refused, and never a fault of the program',
    (value) => {
      const odd = placesIn(file).filter((place) => {
        try {
          read(set(file, place, value));
          return false;
        } catch (error) {
          return !(error instanceof InputError) || error.message === '' || !error.where?.startsWith('notice.json:');
        }
      });
      expect(odd).toEqual([]);
    },
  );
});
