import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/screens/model.ts';
import { sheetOf, type SheetRow, sheetFile } from '../../src/support/sheet.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { clinicAskedFor } from '../../src/report/known-values.ts';
import { bundleTexts, sheetTexts } from '../../src/support/support.ja.ts';
import { about, at, check, components, model, now, witness, type ModelChanges } from '../screens/builders.ts';

function rowsIn(shown: Model, section: keyof typeof sheetTexts.sections): readonly SheetRow[] {
  const sheet = sheetOf(shown);
  return sheet?.sections.find(({ title }) => title === sheetTexts.sections[section])?.rows ?? [];
}

function textsIn(shown: Model, section: keyof typeof sheetTexts.sections): readonly string[] {
  return rowsIn(shown, section).map(({ label, text }) => (label === '' ? text : `${label}: ${text}`));
}

function fileOf(changes: ModelChanges, withClinic: boolean): string {
  const shown = model(changes);
  const sheet = sheetOf(shown);
  if (!sheet) throw new Error('no sheet');
  return Buffer.from(sheetFile(shown, sheet, withClinic).bytes).toString('utf8');
}

const where = '(完了報告の画面で入力できます)';
const clinic = { formatVersion: 1, name: 'さくら医院', phone: '0312345678' } as const;

describe('the sheet', () => {
  it('is not there before the terminal was read', () => {
    expect(sheetOf(model({ survey: null }))).toBeNull();
  });

  it('names the clinic and the terminal', () => {
    expect(textsIn(model({ about: { clinic } }), 'terminal')).toEqual(
      expect.arrayContaining([
        '医療機関名: さくら医院',
        '電話番号: 0312345678',
        '端末名: CLINIC-ONS01',
        'Windows: Windows 10 IoT Enterprise LTSC 2021',
        '遠隔操作: していない',
        '最後の再起動: 1/20(火) 08:02',
      ]),
    );
  });

  it('says what is not known', () => {
    const survey = { terminal: null, session: null, boot: { bootedAt: null, lastBootKind: 'unknown' } } as const;
    expect(textsIn(model({ survey }), 'terminal')).toEqual(
      expect.arrayContaining([
        '医療機関名: 未入力(完了報告の画面で入力できます)',
        '端末名: 不明',
        'Windows: 不明',
        '遠隔操作: 不明',
        '最後の再起動: 不明',
      ]),
    );
  });

  it.each([
    ['has no report', null, ['', ''], 'ません。'],
    ['asks for the number alone', ['phone'], ['', where], 'ません(電話番号は完了報告の画面で入力できます)。'],
    ['asks for the name alone', ['clinic-name'], [where, ''], 'ません(医療機関名は完了報告の画面で入力できます)。'],
  ])('sends nobody to a field that is not there, where the notice %s', (_, ids, [name, phone], said) => {
    const { report } = builtInNotice();
    const fields = report?.fields.filter(({ id }) => ids?.includes(id)) ?? [];
    const notice = { ...builtInNotice(), report: report && ids && { ...report, fields } };
    expect(textsIn(model({ about: about({ notice }) }), 'terminal').slice(0, 2)).toEqual([
      `医療機関名: 未入力${name ?? ''}`,
      `電話番号: 未入力${phone ?? ''}`,
    ]);
    expect(bundleTexts.clinicUnknown(clinicAskedFor(notice)).endsWith(said)).toBe(true);
  });

  it('has all four components, and what each witness says where they disagree', () => {
    const witnesses = [witness('delivery-record', '5.1.0'), witness('version-info', '5.0.3')];
    const survey = { components: components({ status: 'disagree', installed: '5.0.3', witnesses }) };
    expect(textsIn(model({ survey }), 'versions')).toEqual([
      '配信アプリケーション: 今回の対象外(今: 2.1.0)',
      '連携アプリケーション: 今回の対象外(今: 2.1.0)',
      '顔認証ライブラリ: 食い違い(今: 5.0.3、必要: 5.1.0 以上) 配信実績 5.1.0、Version.info 5.0.3',
      '顔認証付きカードリーダーアプリケーション: 今回の対象外(今: 2.1.0)',
    ]);
  });

  it('lists the checks that are not in order, the worst first', () => {
    const survey = {
      checks: [
        check('clock', 'warn', { summary: '時計が遅れています' }),
        check('network', 'ok', { summary: '問題ありません' }),
        check('card-reader', 'unknown', { summary: 'わかりません' }),
        check('delivery-task', 'fail', { summary: 'タスクがありません' }),
      ],
    };
    expect(textsIn(model({ survey }), 'checks')).toEqual([
      '配信タスク: タスクがありません',
      'カードリーダー: わかりません',
      '時計: 時計が遅れています',
    ]);
    expect(textsIn(model(), 'checks')).toEqual(['問題のある点検はありません。']);
  });

  it('tells the last presses and restarts, newest first, with the words of the tool', () => {
    const events = [
      { event: 'left-on', night: '2026-01-19', at: at('19 18:00') },
      {
        event: 'version-seen',
        component: 'face-library',
        source: 'version-info',
        version: '5.0.3',
        at: at('20 08:03'),
      },
      { event: 'download-started', at: at('20 08:05') },
      { event: 'download-finished', outcome: 'error', pressed: true, message: 'EDQ-0001 中止', at: at('20 08:06') },
      { event: 'restart-requested', bootedAt: null, attempt: 1, at: at('20 08:07') },
    ] as const;
    const rows = textsIn(model({ events }), 'work');
    expect(rows.map((row) => row.slice(0, 13))).toEqual(
      ['1/20(火) 08:07', '1/20(火) 08:06', '1/20(火) 08:05', '1/19(月) 18:00'].map((text) => text.slice(0, 13)),
    );
    expect(rows[1]).toContain('ツールの言葉: EDQ-0001 中止');
    expect(textsIn(model(), 'work')).toEqual(['まだ何も記録していません。']);
  });

  it('tells no more than the last few of each kind', () => {
    const events = Array.from({ length: 30 }, (_, index) => ({
      event: 'download-started' as const,
      at: at('20 06:00') + index * 60_000,
    }));
    const rows = textsIn(model({ events }), 'work');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('06:29');
  });

  it('says whether somebody answers the phone now', () => {
    const [who, , open] = rowsIn(model(), 'contacts');
    expect(who?.text).toBe('オンライン資格確認等コールセンター 0800-080-4583');
    expect(open).toMatchObject({ text: '今は受付時間の中です(1/20(火) 08:10)。', tone: 'good' });
    const night = rowsIn(model({ now: at('20 23:00') }), 'contacts')[2];
    expect(night).toMatchObject({ text: '今は受付時間の外です(1/20(火) 23:00)。', tone: 'attention' });
  });

  it('leaves room for the words on the two screens', () => {
    expect(textsIn(model(), 'words').map((text) => text.replace(/_+$/, ''))).toEqual([
      'カードリーダーの画面: ',
      '端末の画面: ',
    ]);
  });
});

describe('the file of the sheet', () => {
  it('is named after the time, and a text that editors on Windows know', () => {
    const shown = model();
    const sheet = sheetOf(shown);
    if (!sheet) throw new Error('no sheet');
    const { name, bytes } = sheetFile(shown, sheet, false);
    expect(name).toBe('exports/oqs-sheet-20260120-081000.txt');
    const text = Buffer.from(bytes).toString('utf8');
    expect(text.startsWith('\uFEFF問い合わせの控え\r\n')).toBe(true);
    expect(text).toContain(`コード: ${sheet.code}\r\n`);
    for (const { title } of sheet.sections) expect(text).toContain(`\r\n${title}\r\n`);
  });

  it('names the clinic and the terminal only where that was ticked', () => {
    const changes = { about: { clinic }, now };
    const open = fileOf(changes, true);
    for (const text of ['さくら医院', '0312345678', 'CLINIC-ONS01']) expect(open).toContain(text);
    const closed = fileOf(changes, false);
    for (const text of ['さくら医院', '0312345678', 'CLINIC-ONS01']) expect(closed).not.toContain(text);
    expect(closed).toContain('医療機関名: (書いていません)');
  });

  it('gives other notices their own desk', () => {
    const { notice } = about();
    const contacts = [{ name: 'ひまわりサポート', phone: '0120-000-000', hours: [], hoursNote: null }];
    expect(fileOf({ about: { notice: { ...notice, contacts } } }, false)).toContain('ひまわりサポート 0120-000-000');
  });
});
