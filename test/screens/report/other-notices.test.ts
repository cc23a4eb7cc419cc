import { describe, expect, it } from 'vitest';
import type { Notice, NoticeField } from '../../../src/domain/notice/notice.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { fieldProblems, reportTexts, shortReasons } from '../../../src/report/report.ja.ts';
import { ok } from '../../../src/domain/fault.ts';
import { update } from '../../../src/console/update.ts';
import { lineText } from '../../../src/tui/line.ts';
import { done } from '../../fakes/done.ts';
import { completionReport } from '../../../src/screens/report/completion.ts';
import { onIntent } from '../../../src/screens/index.ts';
import type { Model } from '../../../src/screens/model.ts';
import {
  acts,
  choose,
  faceLibrary,
  journalOf,
  onScreen,
  play,
  ready,
  row,
  rowIds,
  typed,
} from '../../console/builders.ts';
import { january } from '../../domain/notice/builders.ts';
import { textOf } from '../builders.ts';

const plain = { length: null, required: true, hint: null, sample: null };
const fields: readonly NoticeField[] = [
  { ...plain, id: 'case', label: '案件', kind: 'fixed' },
  { ...plain, id: 'clinic-code', label: '医療機関コード', kind: 'digits', length: 10 },
  { ...plain, id: 'done-on', label: '対応日', kind: 'date' },
  { ...plain, id: 'who', label: '担当者', kind: 'text' },
  { ...plain, id: 'tel', label: '折り返し先', kind: 'phone', required: false },
];
const formPath = ['「連絡の窓口」を開き、「対応済み連絡票」を選ぶ'];
const own: Notice = { ...january, report: { number: 'A-12', formPath, fields } };
const withoutNumber: Notice = { ...own, report: { number: null, formPath, fields: fields.slice(1) } };
const withoutReport: Notice = { ...own, report: null };

const clinic = { formatVersion: 1, name: 'サンプルクリニック', phone: '0312345678' } as const;
const counted: JournalEvent = { event: 'terminals-counted', count: 1, allDone: true };

/** The report on a terminal that is proven, in a clinic that is known, all of whose terminals are done. */
function opened(notice: Notice): Model {
  const about = { notice, clinic };
  const survey = { components: [faceLibrary('5.1.0')] };
  const model = ready({ about, survey, journal: journalOf(['20 08:05', counted]) });
  return { ...onScreen(model, 'report'), size: { columns: 80, rows: 40 } };
}

const value = (model: Model, id: string): string | undefined =>
  completionReport(model)?.fields.find((field) => field.id === id)?.value;

/** All that nobody knows without typing. */
function filled(notice: Notice): Model {
  const [code] = play(choose(opened(notice), 'field:clinic-code')[0], typed('１３１２３４５６７８'), 'enter');
  return play(choose(code, 'field:who')[0], typed('見本'), 'enter', 'escape')[0];
}

describe('a form of other fields', () => {
  it('has them in its order with what is known of each', () => {
    const model = opened(own);
    expect(rowIds(model).slice(0, 6)).toEqual(['terminals', ...fields.map(({ id }) => `field:${id}`)]);
    expect(fields.map(({ id }) => value(model, id))).toEqual(['A-12', '', '20260120', '', '0312345678']);
    expect(row(model, 'field:case').intent).toBeNull();
  });

  it('takes digits in whatever width, and tells how many are missing', () => {
    const [typing] = play(choose(opened(own), 'field:clinic-code')[0], typed('１３１－２３'));
    expect(typing.report.typed['clinic-code']).toEqual({ text: '13123', cursor: 5 });
    expect(textOf(typing)).toContain(fieldProblems.digitsLength(10, 5));
    expect(row(typing, 'page').blocked).toBe(shortReasons.field('医療機関コード'));
  });

  it('is ready once each field is right, and may then be read out with its own labels', () => {
    const model = filled(own);
    expect(row(model, 'page').blocked).toBeNull();
    const page = textOf(choose(model, 'page')[0]);
    for (const words of ['案件', 'A-12', '医療機関コード', '1312345678', '対応済み連絡票'])
      expect(page).toContain(words);
  });

  it('keeps nothing of the clinic that it did not ask for', () => {
    const [, effects] = play(choose(opened(own), 'field:who')[0], typed('見本花子'), 'enter');
    expect(acts(effects)).toEqual([]);
  });

  it('keeps the number of the clinic, whatever the field for it is called', () => {
    const erased = Array.from({ length: 10 }, () => 'backspace' as const);
    const [, effects] = play(choose(opened(own), 'field:tel')[0], ...erased, typed('0398765432'), 'enter');
    expect(acts(effects)).toMatchObject([{ action: 'write-file', purpose: 'clinic' }]);
  });

  it.each<[string, Notice, string | null, string]>([
    [
      'the number as the form calls it',
      own,
      'A-12',
      '「対応済み連絡票」で、案件 A-12 の報告を送信したあとに記録します。',
    ],
    ['no number', withoutNumber, null, '「対応済み連絡票」で、このお知らせの報告を送信したあとに記録します。'],
  ])('is put on record with %s', (_, notice, identificationNumber, words) => {
    const [question] = choose(filled(notice), 'sent');
    expect(question.dialog?.body).toContain(words);
    expect(acts(play(question, 'right', 'enter')[1])).toEqual([
      { action: 'record', events: [{ event: 'report-sent', identificationNumber }] },
    ]);
  });

  it('that was sent brings the verdict that all is done, with a number or without', () => {
    for (const [notice, identificationNumber] of [
      [own, 'A-12'],
      [withoutNumber, null],
    ] as const) {
      const sent: JournalEvent = { event: 'report-sent', identificationNumber };
      const survey = { components: [faceLibrary('5.1.0')] };
      const model = ready({ about: { notice }, survey, journal: journalOf(['20 08:05', counted], ['20 08:06', sent]) });
      expect(model.decision).toMatchObject({ rule: '2', step: 'all-done' });
    }
  });
});

describe('fields beside those that are known', () => {
  const fax: NoticeField = { ...plain, id: 'fax', label: 'FAX番号', kind: 'phone', required: false };
  const tel: NoticeField = { ...plain, id: 'phone', label: '電話番号', kind: 'phone' };
  const next: NoticeField = { ...plain, id: 'next-on', label: '次回の点検予定日', kind: 'date', required: false };
  const day: NoticeField = { ...plain, id: 'completed-on', label: '完了年月日', kind: 'date', required: false };
  const with4: Notice = { ...january, report: { number: null, formPath, fields: [fax, tel, day, next] } };
  const erased = (count: number) => Array.from({ length: count }, () => 'backspace' as const);

  it('keep the number of the clinic, and never that of its fax', () => {
    expect(['fax', 'phone'].map((id) => value(opened(with4), id))).toEqual(['', '0312345678']);
    expect(acts(play(choose(opened(with4), 'field:fax')[0], typed('0399998888'), 'enter')[1])).toEqual([]);
    const [, effects] = play(choose(opened(with4), 'field:phone')[0], ...erased(10), typed('0398765432'), 'enter');
    expect(acts(effects)).toMatchObject([{ action: 'write-file', purpose: 'clinic' }]);
  });

  it('leave a day empty that may be, and promise no other for it', () => {
    const model = opened(with4);
    expect(['completed-on', 'next-on'].map((id) => value(model, id))).toEqual(['20260120', '']);
    const [editing] = choose(model, 'field:completed-on');
    expect(textOf(editing)).not.toContain(reportTexts.hints.date);
    const [left] = play(editing, ...erased(8), 'enter');
    expect(value(left, 'completed-on')).toBe('');
    const [ahead] = play(left, typed('20270401'), 'enter');
    expect([value(ahead, 'next-on'), row(ahead, 'page').blocked]).toEqual(['20270401', null]);
  });
});

describe('fields of the same label', () => {
  it('are copied, and marked, each by itself', () => {
    const one: NoticeField = { ...plain, id: 'tel-1', label: '連絡先', kind: 'text' };
    const same: Notice = { ...january, report: { number: null, formPath, fields: [one, { ...one, id: 'tel-2' }] } };
    const [first] = play(choose(opened(same), 'field:tel-1')[0], typed('本院'), 'enter', typed('本院'), 'enter');
    const copied = (['tel-1', 'tel-2'] as const).reduce<readonly [Model, readonly string[]]>(
      ([before, marks], id) => {
        const [asking, effects] = choose(before, `copy:${id}`);
        const [request] = acts(effects);
        if (request?.action !== 'copy') throw new Error(`${id} is not copied`);
        const [after] = update(asking, done<'copy'>(request, ok(null)));
        const marked = ['tel-1', 'tel-2'].map((each) =>
          lineText(row(after, `copy:${each}`).line ?? [])
            .slice(0, 4)
            .trim(),
        );
        return [after, [...marks, marked.join('')]];
      },
      [choose(first, 'page')[0], []],
    );
    expect(copied[1]).toEqual(['[済][-]', '[済][済]']);
    expect(copied[0].message).toContain('連絡先(2 つ目)');
  });
});

it.each([
  ['tool', '「配信実績の確認」かこのコンソール'],
  ['hand', '部品の画面かこのコンソール'],
] as const)('by %s, how many terminals are done is counted where their version is shown', (by, where) => {
  const notice: Notice = { ...own, by, steps: by === 'hand' ? ['する'] : [], delivery: null };
  const counting = play(choose(opened(notice), 'terminals')[0], typed('3'), 'enter')[0];
  expect(textOf(counting)).toContain(where);
});

describe('a notice without a report', () => {
  it('says so, and has nothing to fill in or to send', () => {
    const model = opened(withoutReport);
    expect(completionReport(model)).toBeNull();
    expect(rowIds(model)).toEqual(['to-status']);
    expect(textOf(model)).toContain(reportTexts.nothingToReport);
    expect(model.decision).toMatchObject({ rule: '2', step: 'all-done' });
  });

  it.each([
    { type: 'edit-report', field: 'clinic-code' },
    { type: 'save-report', to: null },
    { type: 'show-report-page', shown: true },
    { type: 'report-sent', elsewhere: false },
    { type: 'report-sent', elsewhere: true },
  ] as const)('does nothing for %j, whoever asks', (intent) => {
    const [after, effects] = onIntent(opened(withoutReport), intent);
    expect(effects).toEqual([]);
    expect(rowIds(after)).toEqual(['to-status']);
  });
});
