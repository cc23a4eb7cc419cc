import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../src/domain/history.ts';
import type { NoticeField } from '../../src/domain/notice/notice.ts';
import { knownValue } from '../../src/report/known-values.ts';
import { noClinic } from '../../src/settings/clinic.ts';
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
