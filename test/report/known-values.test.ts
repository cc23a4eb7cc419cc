import { describe, expect, it } from 'vitest';
import { emptyHistory, type History } from '../../src/domain/history.ts';
import type { NoticeField } from '../../src/domain/notice/notice.ts';
import { completedDay, knownValue } from '../../src/report/known-values.ts';
import { noClinic } from '../../src/settings/clinic.ts';
import { connection } from '../domain/notice/builders.ts';
import { at, field, notice, proven } from './build.ts';

const clinic = { formatVersion: 1, name: 'サンプルクリニック', phone: '0312345678' } as const;
const phone = field('phone');
const callback = field('phone', { id: 'callback' });
const versionsSeen = [
  { at: at('20 08:00'), component: 'face-library', source: 'version-info' as const, version: '5.1.0' },
];

/** What stands in a field that nobody has typed into, in a form of these fields. */
function known(
  own: NoticeField,
  fields: readonly NoticeField[] = [own],
  changes: { readonly clinic?: typeof noClinic } = {},
) {
  const under = { ...notice, report: { ...notice.report, fields } };
  const history = { ...emptyHistory, versionsSeen };
  return knownValue({ notice: under, history, decision: proven, clinic, now: at('22 09:00'), ...changes }, own);
}

describe('what is known without typing', () => {
  it.each<[string, NoticeField, string]>([
    ['the day of the proof, in whichever field asks for a day', field('completed-on', { id: 'done-on' }), '20260120'],
    ["the clinic's name", field('clinic-name'), 'サンプルクリニック'],
    ['no name where the words are about something else', field('clinic-name', { id: 'who' }), ''],
    ['no name in a field of that name for digits', field('clinic-name', { kind: 'digits' }), ''],
    ["the clinic's number, whatever the field is called", field('phone', { id: 'tel' }), '0312345678'],
    ['no digits', field('phone', { id: 'code', kind: 'digits' }), ''],
  ])('is %s', (_, own, value) => {
    expect(known(own)).toBe(value);
  });

  it("is the clinic's number only in the first field for one", () => {
    expect(known(phone, [phone, callback])).toBe('0312345678');
    expect(known(callback, [phone, callback])).toBe('');
    expect(known(callback, [callback, phone])).toBe('0312345678');
  });

  it('is the number in the field of that name, or the only one required, never in one beside it', () => {
    const fax = field('phone', { id: 'fax', required: false });
    const tel = field('phone', { id: 'tel' });
    const maybe = field('phone', { required: false });
    for (const [fields, holder] of [
      [[fax, phone], phone],
      [[fax, tel], tel],
      [[fax, maybe], maybe],
      [[{ ...fax, required: true }, maybe], maybe],
      [[fax, { ...tel, required: false }], null],
    ] as const)
      for (const own of fields) expect(known(own, fields)).toBe(own === holder ? '0312345678' : '');
  });

  it.each(['FAX番号', 'ＦＡＸ', 'ファックス', 'ファクス番号', 'ﾌｧｯｸｽ'])(
    'is never the number in a field with the label %s, whatever its name is',
    (label) => {
      const fax = field('phone', { label });
      const tel = field('phone', { id: 'tel' });
      expect([known(fax, [fax, tel]), known(tel, [fax, tel])]).toEqual(['', '0312345678']);
      expect(known(fax, [fax])).toBe('');
    },
  );

  it.each(['電話番号(FAX不可)', '電話・FAX番号', 'TEL/FAX'])('is the number in a field with the label %s', (label) => {
    const tel = field('phone', { id: 'tel', label });
    expect(known(tel, [tel])).toBe('0312345678');
  });

  it.each(['次回の訪問予定日', '入れ替えの予定日'])(
    'is no day of something to come, though the only one required: %s',
    (label) => {
      const later = field('completed-on', { id: 'later', label });
      expect(known(later, [later])).toBe('');
    },
  );

  it('is the day of the proof in the field of that name, or the only one required, never in one beside it', () => {
    const bought = field('completed-on', { id: 'bought-on' });
    const next = field('completed-on', { id: 'next-on', required: false });
    const day = field('completed-on');
    for (const [fields, holder] of [
      [[bought, day, next], day],
      [[next, { ...day, required: false }], { ...day, required: false }],
      [[next, bought], bought],
      [[bought, { ...bought, id: 'seen-on' }], null],
      [[next], null],
    ] as const)
      for (const own of fields) expect(known(own, fields)).toBe(own.id === holder?.id ? '20260120' : '');
  });

  it('is nothing of a clinic that nobody has named', () => {
    expect(known(field('clinic-name'), [field('clinic-name')], { clinic: noClinic })).toBe('');
    expect(known(phone, [phone], { clinic: noClinic })).toBe('');
  });
});

type Seen = readonly [time: string, version: string, source?: 'delivery-record' | 'version-info' | 'operator'];

function history(seen: readonly Seen[], component = 'face-library') {
  const versionsSeen: History['versionsSeen'][number][] = [];
  const operatorVersions: History['operatorVersions'][number][] = [];
  for (const [time, version, source = 'version-info'] of seen) {
    if (source === 'operator') operatorVersions.push({ at: at(time), component, version });
    else versionsSeen.push({ at: at(time), component, source, version });
  }
  return { versionsSeen, operatorVersions };
}

const now = at('22 09:00');
const TODAY = '20260122';

describe('the day of the proof', () => {
  it.each<readonly [string, readonly Seen[], string]>([
    ['nothing was seen', [], TODAY],
    ['only older versions', [['20 08:00', '5.0.3']], TODAY],
    [
      'the first reading that shows it',
      [
        ['19 08:00', '5.0.3'],
        ['20 08:00', '5.1.0'],
        ['21 08:00', '5.1.0'],
      ],
      '20260120',
    ],
    [
      '5.1 and 5.10.0 are enough',
      [
        ['20 08:00', '5.1'],
        ['21 08:00', '5.10.0'],
      ],
      '20260120',
    ],
    [
      'one was lower afterwards',
      [
        ['19 08:00', '5.1.0'],
        ['20 08:00', '5.0.3'],
        ['21 08:00', '5.1.0'],
      ],
      '20260121',
    ],
    [
      'the last one is lower',
      [
        ['20 08:00', '5.1.0'],
        ['21 08:00', '5.0.3'],
      ],
      TODAY,
    ],
    [
      'a second source caught up later, without a word of the first in between',
      [
        ['19 08:00', '5.0.3', 'version-info'],
        ['19 08:00', '5.0.3', 'delivery-record'],
        ['20 08:00', '5.1.0', 'version-info'],
        ['21 08:00', '5.1.0', 'delivery-record'],
      ],
      '20260121',
    ],
    [
      'seen by eye',
      [
        ['19 08:00', '5.0.3'],
        ['20 08:00', '5.1.0', 'operator'],
        ['21 08:00', '5.1.0'],
      ],
      '20260120',
    ],
    [
      'one that cannot be read says nothing',
      [
        ['20 08:00', '5.1.0'],
        ['21 08:00', '??'],
      ],
      '20260120',
    ],
    ['just before midnight in Japan', [['20 23:59', '5.1.0']], '20260120'],
    ['just after midnight in Japan', [['21 00:00', '5.1.0']], '20260121'],
  ])('%s', (_, seen, day) => {
    expect(completedDay(history(seen), proven, notice, now)).toBe(day);
  });

  it.each([null, { verdict: 'unknown' }, { verdict: 'action-needed' }, { verdict: 'failed' }] as const)(
    'is not known while the verdict is %j',
    (decision) => {
      expect(completedDay(history([['20 08:00', '5.1.0']]), decision, notice, now)).toBe('');
    },
  );

  it('is of the component that the notice asks for', () => {
    expect(completedDay(history([['20 08:00', '9.0.0']], 'link-app'), proven, notice, now)).toBe(TODAY);
  });

  it.each<[string, readonly Seen[], readonly Seen[], string]>([
    ['the later of two', [['19 08:00', '4.1.0']], [['20 08:00', '2.0.0']], '20260120'],
    ['whichever is later', [['21 08:00', '4.1.0']], [['20 08:00', '2.0.0']], '20260121'],
    ['today, where one of them is not known', [['19 08:00', '4.1.0']], [], TODAY],
    ['today, where one of them was lower last', [['19 08:00', '4.1.0']], [['20 08:00', '1.9.0']], TODAY],
  ])('is of several targets %s', (_, link, extension, day) => {
    const [first, second] = [history(link, 'link-app'), history(extension, 'browser-extension')];
    const both = { versionsSeen: [...first.versionsSeen, ...second.versionsSeen], operatorVersions: [] };
    expect(completedDay(both, proven, connection, now)).toBe(day);
  });

  it('is a day in Japan without a delivery', () => {
    const late = history([['20 23:59', '5.1.0']]);
    expect(completedDay(late, proven, { ...notice, delivery: null }, now)).toBe('20260120');
  });

  it('is a day of the zone of the notice', () => {
    const honolulu = { ...notice, delivery: { ...notice.delivery, timeZone: 'Pacific/Honolulu' } };
    expect(completedDay(history([['20 08:00', '5.1.0']]), proven, honolulu, now)).toBe('20260119');
  });
});
