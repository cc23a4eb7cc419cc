import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/facts.ts';
import type { Report } from '../../src/report/report.ts';
import { fieldProblems, shortReasons } from '../../src/report/report.ja.ts';
import { at, counted, field, notice, proven, report } from './build.ts';

const ids = ({ reasons }: Report): readonly string[] => reasons.map(({ id, field: of }) => of ?? id);
const old: Decision = {
  ...proven,
  rule: '9',
  verdict: 'action-needed',
  step: 'download-now',
  reason: '古いままです。',
};
const unknown: Decision = {
  ...proven,
  rule: '5',
  verdict: 'unknown',
  step: 'check-by-hand',
  reason: '読めません。',
};

describe('a report', () => {
  it('is ready where the version is proven, all terminals are done and every field is right', () => {
    expect(report()).toMatchObject({ reasons: [], unproven: null, sent: null, terminals: counted });
    expect(report().fields.map(({ id, value, problem }) => [id, value, problem])).toEqual([
      ['identification-number', '150', null],
      ['completed-on', '20260120', null],
      ['clinic-name', 'サンプルクリニック', null],
      ['phone', '0312345678', null],
    ]);
  });

  it.each<readonly [string, Parameters<typeof report>[0], readonly string[]]>([
    ['nothing has been read', { decision: null }, ['version-not-read']],
    ['the version is old', { decision: old }, ['version-not-proven']],
    ['the version is not known', { decision: unknown }, ['version-unknown']],
    ['the call has failed', { decision: { ...old, verdict: 'failed' } }, ['version-not-proven']],
    ['nobody counted', { history: { terminals: null } }, ['terminals-not-counted']],
    ['not all are done', { history: { terminals: { ...counted, allDone: false } } }, ['terminals-not-all-done']],
    ['fields are missing', { values: { 'clinic-name': ' ', phone: '' } }, ['clinic-name', 'phone']],
    ['the day is still to come', { values: { 'completed-on': '20260121' } }, ['completed-on']],
    [
      'all at once',
      { decision: old, history: { terminals: null }, values: { phone: '1' } },
      ['version-not-proven', 'terminals-not-counted', 'phone'],
    ],
  ])('waits where %s', (_, changes, expected) => {
    expect(ids(report(changes))).toEqual(expected);
  });

  it("says the rules' own reason whole, and a short one beside what it blocks", () => {
    const { unproven, reasons } = report({ decision: old });
    expect(unproven).toEqual({
      id: 'version-not-proven',
      field: null,
      text: '古いままです。',
      short: shortReasons['version-not-proven'],
    });
    expect(reasons[0]).toBe(unproven);
  });

  it('misses no day before there is a proof, but judges one that is typed', () => {
    const empty = report({ decision: old, values: { 'completed-on': '' } });
    expect(ids(empty)).toEqual(['version-not-proven']);
    expect(empty.fields[1]).toMatchObject({ value: '', problem: fieldProblems.dayWaits });
    expect(ids(report({ decision: old, values: { 'completed-on': '2026' } }))).toContain('completed-on');
    expect(ids(report({ values: { 'completed-on': '' } }))).toEqual(['completed-on']);
  });

  it('trims and normalises what it gives, whoever wrote it', () => {
    const { fields } = report({ values: { 'clinic-name': ' 医院 ', phone: '03-1234-5678' } });
    expect(fields.slice(2).map(({ value }) => value)).toEqual(['医院', '0312345678']);
  });

  it('follows the notice in which fields there are, their order, and what is required', () => {
    const fields = [field('phone', { required: false, label: '連絡先' }), field('identification-number')];
    const other = { ...notice, report: { ...notice.report, fields } };
    const shown = report({ notice: other, values: { phone: '', 'clinic-name': '', 'completed-on': '' } });
    expect(shown.fields.map(({ id, label }) => [id, label])).toEqual([
      ['phone', '連絡先'],
      ['identification-number', '識別番号'],
    ]);
    expect(shown.reasons).toEqual([]);
  });

  it('judges the day by the zone of the notice, and warns before its first delivering night', () => {
    // 23:30 of the 19th in Japan is still the 19th there, whatever the date in London.
    const late = report({ now: at('19 23:30'), values: { 'completed-on': '20260120' } });
    expect(late.fields[1]?.problem).toBe(fieldProblems.future);
    expect(report({ values: { 'completed-on': '20260118' } }).fields[1]?.warning).not.toBeNull();
  });

  it('tells the last time that it was sent, under the number of this notice only', () => {
    const sent = [
      { at: at('20 09:00'), identificationNumber: '150' },
      { at: at('20 10:00'), identificationNumber: '150', elsewhere: true },
      { at: at('20 11:00'), identificationNumber: '149' },
    ];
    expect(report({ history: { reportsSent: sent } }).sent).toEqual({ at: at('20 10:00'), elsewhere: true });
    expect(report({ history: { reportsSent: sent.slice(2) } }).sent).toBeNull();
  });
});
