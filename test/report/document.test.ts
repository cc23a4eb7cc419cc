import { describe, expect, it } from 'vitest';
import { reportAnswerSchema, reportDocument, reportDocumentSchema } from '../../src/report/document.ts';
import { at, field, notice, report } from './build.ts';

const run = { notice, consoleVersion: '1.2.3', now: at('20 09:10'), offsetMinutes: 540 };

describe('the document', () => {
  it('says everything of a report that is ready', () => {
    expect(reportDocument(report(), run)).toEqual({
      formatVersion: '1.1',
      consoleVersion: '1.2.3',
      generatedAt: '2026-01-20T09:10:00+09:00',
      notice: { id: '2026-01-face-library', title: notice.title },
      ready: true,
      reasons: [],
      sent: null,
      terminals: { count: 2, allDone: true, done: 2, spare: 0, at: '2026-01-20T09:00:00+09:00' },
      fields: [
        ['identification-number', '識別番号', null, '150'],
        ['completed-on', '完了年月日', '西暦8桁の数字(YYYYMMDD)', '20260120'],
        ['clinic-name', '医療機関名', null, 'サンプルクリニック'],
        ['phone', '電話番号', 'ハイフンなしの数字だけ', '0312345678'],
      ].map(([id, label, hint, value]) => ({
        id,
        label,
        hint,
        required: true,
        value,
        valid: true,
        problem: null,
        warning: null,
      })),
      formPath: notice.report.formPath,
    });
  });

  it.each<readonly [string, Parameters<typeof report>[0]]>([
    ['ready', {}],
    ['not read', { decision: null, history: { terminals: null }, values: { phone: '' } }],
    [
      'sent elsewhere',
      { history: { reportsSent: [{ at: at('20 09:05'), identificationNumber: '150', elsewhere: true }] } },
    ],
    ['strange', { values: { 'completed-on': '20260101' } }],
  ])('fits its schema: %s', (_, changes) => {
    const document = reportDocument(report(changes), run);
    expect(reportDocumentSchema.parse(document)).toEqual(document);
    expect(reportAnswerSchema.parse(document)).toEqual(document);
  });

  it('gives null for a value that is not known, and says why in the reasons', () => {
    const document = reportDocument(report({ values: { phone: '' } }), run);
    expect(document.fields[3]).toMatchObject({ value: null, valid: false });
    expect(document).toMatchObject({ ready: false, reasons: [{ id: 'field', field: 'phone' }] });
  });

  it('has the fields of whatever notice it is', () => {
    const fields = [
      field('identification-number', { id: 'case', label: '案件' }),
      field('phone', { id: 'clinic-code', label: '医療機関コード', kind: 'digits', length: 10, sample: null }),
    ];
    const other = { ...notice, report: { ...notice.report, number: 'A-12', fields } };
    const document = reportDocument(report({ notice: other, values: { 'clinic-code': '13' } }), {
      ...run,
      notice: other,
    });
    expect(reportDocumentSchema.parse(document)).toEqual(document);
    expect(document.fields).toMatchObject([
      { id: 'case', value: 'A-12', valid: true },
      { id: 'clinic-code', value: '13', valid: false },
    ]);
  });
});
