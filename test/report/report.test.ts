import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/facts.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import type { Notice, NoticeField } from '../../src/domain/notice/notice.ts';
import { buildReport, reportPage, reportState, standsAgainstRecord, type Report } from '../../src/report/report.ts';
import { textFile } from '../../src/text/text-file.ts';
import { connection } from '../domain/notice/builders.ts';
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
const unknown: Decision = { ...proven, rule: '5', verdict: 'unknown', step: 'check-by-hand', reason: '読めません。' };

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
    [
      'not all are done',
      { history: { terminals: { ...counted, allDone: false, done: null } } },
      ['terminals-not-all-done'],
    ],
    [
      'a single one was counted before it was done',
      { history: { terminals: { ...counted, count: 1, allDone: false, done: 0 } } },
      [],
    ],
    ['a spare one is not done', { history: { terminals: { ...counted, spare: 1 } } }, []],
    ['fields are missing', { values: { 'clinic-name': ' ', phone: '' } }, ['clinic-name', 'phone']],
    ['the day is still to come', { values: { 'completed-on': '20260121' } }, ['completed-on']],
    [
      'all at once',
      { decision: old, history: { terminals: null }, values: { phone: '1' } },
      ['version-not-proven', 'terminals-not-counted', 'phone'],
    ],
  ])('waits for what it must where %s', (_, changes, expected) => {
    expect(ids(report(changes))).toEqual(expected);
  });

  it.each<readonly [string, Parameters<typeof report>[0], string | null]>([
    ['fields are not filled in, or not right', { values: { 'clinic-name': '', phone: '1' } }, null],
    ['the version is old', { decision: old, values: { phone: '' } }, 'version-not-proven'],
    ['nobody counted', { history: { terminals: null }, values: { phone: '' } }, 'terminals-not-counted'],
  ])('may be put on record as sent by what is proven, not by what was typed, where %s', (_, changes, expected) => {
    expect(standsAgainstRecord(report(changes))?.id ?? null).toBe(expected);
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

  it('leaves another day to the operator: it may lie ahead, or long ago, and waits for no proof', () => {
    const next = field('completed-on', { id: 'next-on', required: false });
    const bought = field('completed-on', { id: 'bought-on' });
    const fields = [...notice.report.fields, bought, next];
    const other = { ...notice, report: { ...notice.report, fields } };
    const days = { 'bought-on': '20190401', 'next-on': '20270401' };
    expect(report({ notice: other, values: days })).toMatchObject({ reasons: [] });
    expect(report({ notice: other, values: days }).fields.map(({ warning }) => warning)).toEqual(Array(6).fill(null));
    const empty = report({ notice: other, decision: old, values: { 'completed-on': '' } });
    expect(empty.fields.slice(4).map(({ problem }) => problem)).toEqual([fieldProblems.empty, null]);
    expect(ids(empty)).toEqual(['version-not-proven', 'bought-on']);
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

describe('the report of another notice', () => {
  const under = (number: string | null, fields: readonly NoticeField[]): Notice => ({
    ...notice,
    report: { ...notice.report, number, fields },
  });

  it('is none where it asks for none', () => {
    const input = { calendar: calendarOf(connection), history: emptyHistory, decision: proven, values: {}, now: 0 };
    expect(buildReport({ ...input, notice: connection })).toBeNull();
  });

  it('has its number as it is written, in whichever field it wants it', () => {
    const fields = [field('identification-number', { id: 'case', label: '案件' })];
    expect(report({ notice: under('Ａ-12', fields), values: {} })).toMatchObject({
      fields: [{ id: 'case', kind: 'fixed', value: 'Ａ-12', problem: null }],
      reasons: [],
    });
  });

  it('needs no number where the notice has none, and then any report of it counts', () => {
    const reportsSent = [{ at: at('20 09:05'), identificationNumber: null }];
    const shown = report({ notice: under(null, [field('phone')]), history: { reportsSent } });
    expect(shown).toMatchObject({ fields: [{ id: 'phone' }], reasons: [], sent: { elsewhere: false } });
    expect(report({ notice: under('A-12', [field('phone')]), history: { reportsSent } }).sent).toBeNull();
  });

  it('waits for digits of its length, full-width ones among them', () => {
    const code = field('phone', {
      id: 'clinic-code',
      label: '医療機関コード',
      kind: 'digits',
      length: 10,
      sample: null,
    });
    const given = (value: string) => report({ notice: under('A-12', [code]), values: { 'clinic-code': value } });
    expect(given('１３１-２３４５６７８').fields).toMatchObject([{ value: '1312345678', problem: null }]);
    expect(given('131234').reasons).toMatchObject([
      { id: 'field', field: 'clinic-code', text: '医療機関コード: 10 桁で入力してください(いま 6 桁)。' },
    ]);
  });

  it('judges a day without a delivery by today alone', () => {
    const anyTime = { ...under('A-12', [field('completed-on')]), delivery: null };
    const given = (day: string) => report({ notice: anyTime, values: { 'completed-on': day } }).fields[0];
    expect(given('20200101')).toMatchObject({ problem: null, warning: null });
    expect(given('20260121')?.problem).toBe(fieldProblems.future);
  });
});

const JAPAN = 540;

describe('the page', () => {
  it('has each value alone on its line, below the label of the notice, then the way to the form', () => {
    expect(reportPage(report())).toBe(
      [
        '完了報告: 2026年1月 顔認証ライブラリ 5.1.0 へのバージョンアップ',
        '',
        '識別番号',
        '150',
        '',
        '完了年月日 (西暦8桁の数字(YYYYMMDD))',
        '20260120',
        '',
        '医療機関名',
        'サンプルクリニック',
        '',
        '電話番号 (ハイフンなしの数字だけ)',
        '0312345678',
        '',
        'フォームの開き方',
        '1. ORCA にログインする',
        '2. 「マスターメニュー」を開く',
        '3. 「システムクレオからのお知らせ」の「完了報告フォーム」を開く',
        '',
      ].join('\n'),
    );
  });

  it('says which value is missing', () => {
    expect(reportPage(report({ values: { phone: '' } }))).toContain('ハイフンなしの数字だけ)\n(未入力)\n');
  });

  it('is a file that Windows opens: a byte order mark, UTF-8, CRLF throughout', () => {
    const bytes = textFile(reportPage(report()));
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect(text).toContain('医療機関名\r\nサンプルクリニック\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('where the report stands', () => {
  const sent = { reportsSent: [{ at: at('20 09:05'), identificationNumber: '150' }] };
  it.each<readonly [string, Parameters<typeof report>[0], readonly string[]]>([
    ['ready', {}, ['[済] 送る準備ができました。']],
    [
      'waiting',
      { history: { terminals: { ...counted, allDone: false, done: null } }, values: { phone: '03' } },
      [
        '[要] まだ送れません。',
        '  - 使う端末 2 台のうち、済んだのは 1 台です。増えたら、済んだ台数を直してください。',
        '  - 電話番号: 10 桁か 11 桁で入力してください(いま 2 桁)。',
      ],
    ],
    ['sent', { history: sent }, ['[済] 1/20(火) 09:05 に、送ったことを記録しました。']],
    [
      'sent, whatever the fields say now',
      { history: sent, values: { phone: '' } },
      ['[済] 1/20(火) 09:05 に、送ったことを記録しました。'],
    ],
    [
      'sent from another terminal, without a count',
      {
        history: {
          terminals: null,
          reportsSent: [{ at: at('20 09:05'), identificationNumber: '150', elsewhere: true }],
        },
      },
      ['[済] 1/20(火) 09:05 に、別の端末から報告済みと記録しました。'],
    ],
    [
      'strange',
      { values: { 'completed-on': '20260101' } },
      ['[済] 送る準備ができました。', '注意 完了年月日: 配信が始まる前の日付です。間違いがないか確かめてください。'],
    ],
  ])('%s', (_, changes, lines) => {
    expect(reportState(report(changes), JAPAN)).toEqual(lines);
  });

  it('is no longer done where the version is not proven any more', () => {
    const lines = reportState(report({ history: sent, decision: null }), JAPAN);
    expect(lines.slice(0, 2)).toEqual(['[要] まだ送れません。', '  - 端末を調べています。']);
    expect(lines[2]).toMatch(/に、送ったことを記録しました。$/);
  });
});
