import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { ReportState } from '../../../src/screens/model.ts';
import { emptyField, fieldOf } from '../../../src/tui/text-field.ts';
import { view } from '../../../src/screens/index.ts';
import { fieldProblems, fieldWarnings, reportTexts, shortReasons } from '../../../src/report/report.ja.ts';
import { lineText, lineWidth } from '../../../src/tui/line.ts';
import { cp932Characters } from '../../guide/cp932.ts';
import { anyText } from '../../tui/texts.ts';
import { at, components, everywhere, model, rowsOf, sizes, textOf, updated, type ModelChanges } from '../builders.ts';

const counted = { event: 'terminals-counted', count: 2, allDone: true, at: at('20 08:05') } as const;
const sent = { event: 'report-sent', identificationNumber: '150', at: at('20 08:07') } as const;
const clinic = { formatVersion: 1, name: 'サンプルクリニック', phone: '0312345678' } as const;
const untouched: ReportState = {
  typed: {},
  editing: null,
  terminals: emptyField,
  done: emptyField,
  before: null,
  page: false,
  copied: {},
  remembering: null,
};

/** The report on a terminal that is proven. */
function report(changes: ModelChanges = {}, state: Partial<ReportState> = {}) {
  return model({
    screen: 'report',
    size: { columns: 80, rows: 40 },
    survey: { components: components(updated) },
    report: { ...untouched, ...state },
    ...changes,
  });
}

const ready: ModelChanges = { events: [counted], about: { clinic } };

/** While this text stands in a field that has the focus; its row is selected. */
function typing(id: 'completed-on' | 'clinic-name' | 'phone' | 'terminals', text: string, changes: ModelChanges = {}) {
  const rows = ['terminals', 'identification-number', 'completed-on', 'clinic-name', 'phone'];
  const base = report(changes);
  const field = fieldOf(text);
  return report(
    { ...changes, selected: { ...base.selected, report: rows.indexOf(id) } },
    id === 'terminals'
      ? { editing: id, terminals: field }
      : { editing: id, typed: { ...untouched.typed, [id]: field } },
  );
}

describe('the form', () => {
  it('says what is still to be done, row by row', () => {
    const rows = rowsOf(report());
    const from = rows.indexOf('[要] まだ送れません。下の [要] の行を済ませてください。');
    expect(rows.slice(from, from + 10)).toEqual([
      '[要] まだ送れません。下の [要] の行を済ませてください。',
      '',
      '> [要]   端末の台数: (まだ答えていません)',
      ...reportTexts.terminalsHint.map((hint) => `    ${hint}`),
      '  [済]   識別番号:   150',
      '  [済]   完了年月日: 20260120',
      '  [要]   医療機関名: (未入力)',
      '  [要]   電話番号:   (未入力)',
    ]);
    const page = rows.indexOf(`  ${reportTexts.itemPage}`);
    expect(rows[page + 1]).toBe(`    できません: ${shortReasons['terminals-not-counted']}`);
  });

  it('says that it is ready, and blocks nothing', () => {
    const text = textOf(report(ready));
    expect(text).toContain('[済] 送る準備ができました。');
    expect(text).toContain('  [済]   医療機関名: サンプルクリニック');
    expect(text).not.toContain('できません');
  });

  it('says whole why the version is not proven', () => {
    const text = textOf(report({ ...ready, survey: {} }));
    expect(text).toContain(`[要] まだ送れません。${shortReasons['version-not-proven']}`);
    expect(text).toMatch(/\[要\] +完了年月日: \(未入力\)/);
    expect(text.replace(/\n */g, '')).toContain('最初の配信の夜が 1/20(火) 05:00 に終わりましたが');
    expect(text).toContain(`できません: ${shortReasons['version-not-proven']}`);
  });

  it('says that not all terminals are done', () => {
    const text = textOf(report({ ...ready, events: [{ ...counted, allDone: false }] }));
    expect(text).toContain('[要]   端末の台数: 2 台(済み 1 台)');
    expect(text).toContain('使う端末 2 台のうち、済んだのは 1 台です。');
  });

  it.each([
    ['here', {}, '[済] 1/20(火) 08:07 に、送ったことを記録しました。'],
    ['elsewhere', { elsewhere: true }, '[済] 1/20(火) 08:07 に、別の端末から報告済みと記録しました。'],
  ])('shows first that it was sent %s', (_, more, said) => {
    const rows = rowsOf(report({ events: [{ ...sent, ...more }] }));
    expect(rows[4]).toBe(said);
    expect(rows.join('\n')).not.toContain('まだ送れません');
  });

  it('shows below a field that is not selected what is wrong with it, unless it is empty', () => {
    const typed = { ...untouched.typed, 'clinic-name': fieldOf('クレオクリニック'), phone: fieldOf('03') };
    const rows = rowsOf(report({ events: [counted] }, { typed }));
    expect(rows[rows.indexOf('  [要]   医療機関名: クレオクリニック') + 1]).toBe(`    ${fieldProblems.sample}`);
    expect(rows[rows.indexOf('  [要]   電話番号:   03') + 1]).toBe(`    ${fieldProblems.phoneLength(2)}`);
  });

  it('says whole where the file was saved', () => {
    const savedTo = 'C:\\ProgramData\\oqs-console\\exports\\kanryo-hokoku-2026-01-face-library.txt';
    const text = textOf(report({ ...ready, saved: { report: savedTo }, size: { columns: 60, rows: 40 } }));
    expect(text.replace(/\n */g, '')).toContain(`保存した場所:${savedTo}`);
  });
});

describe('a field that is typed', () => {
  it.each(everywhere)('shows the text, what is wrong with it and how to write it, at $name', (place) => {
    const shown = typing('phone', '0312', { ...ready, size: place });
    const rows = rowsOf(shown, place.ambiguous);
    const field = rows.indexOf('> 電話番号:   [0312 ]');
    expect(rows.slice(field + 1, field + 3)).toEqual([
      `    ${fieldProblems.phoneLength(4)}`,
      '    ハイフンなしの数字だけ',
    ]);
    expect(rows.at(-1)).toContain('[Enter]決定');
  });

  it('stands on the same line whatever is typed, so that the input method stays in its place', () => {
    const lineOf = (text: string): number =>
      rowsOf(typing('phone', text, ready)).findIndex((row) => row.startsWith('> 電話番号:'));
    expect(new Set(['', '0', '03', '0312345678', 'x'].map(lineOf)).size).toBe(1);
  });

  it('has the cursor behind what was typed', () => {
    const rows = view(typing('clinic-name', 'サンプル', ready), 'narrow');
    const row = rows.find((each) => each.some((span) => span.cursor === true)) ?? [];
    const before = row.slice(
      0,
      row.findIndex((span) => span.cursor === true),
    );
    expect(lineWidth(before)).toBe('> 医療機関名: ['.length + 5 + 'サンプル'.length * 2);
  });

  it.each([
    ['completed-on', '20270101', fieldProblems.future],
    ['completed-on', '20260101', fieldWarnings.beforeDelivery],
    ['clinic-name', 'クレオクリニック', fieldProblems.sample],
    ['terminals', 'たくさん', reportTexts.badCount],
  ] as const)('%s %s: %s', (id, text, said) => {
    expect(textOf(typing(id, text, ready))).toContain(`    ${said}`);
  });
});

describe('the plain page', () => {
  it('has each value alone on its line, whichever row is selected, and the way to the form', () => {
    for (const selected of [0, 1, 2, 3, 4]) {
      const base = report(ready);
      const shown = report({ ...ready, selected: { ...base.selected, report: selected } }, { page: true });
      const lines = rowsOf(shown).map((row) => row.trim());
      for (const value of ['150', '20260120', 'サンプルクリニック', '0312345678']) expect(lines).toContain(value);
      expect(lines).toContain('3. 「システムクレオからのお知らせ」の「完了報告フォーム」を開く');
    }
  });

  it('gives way to the form while the report is not ready', () => {
    expect(textOf(report({}, { page: true }))).toContain(reportTexts.rowsFirst);
  });
});

describe('every state of it', () => {
  const states: readonly (readonly [string, ReturnType<typeof report>])[] = [
    ['nothing read', report({ survey: null })],
    ['empty', report()],
    ['not proven', report({ survey: {} })],
    ['read-only', report({ about: { readOnly: true } })],
    ['ready', report(ready)],
    ['page', report(ready, { page: true })],
    ['sent', report({ ...ready, events: [counted, sent] })],
    ['typing a number', typing('phone', 'ab', ready)],
    ['typing a day', typing('completed-on', '20260101', ready)],
    ['typing the count', typing('terminals', 'x')],
  ];
  const cases = states.flatMap(([state, shown]) => everywhere.map((place) => ({ state, shown, ...place })));

  it.each(cases)('$state at $name fits, and the row or field in hand is in view', ({ shown, ...place }) => {
    const sized = { ...shown, size: { columns: place.columns, rows: place.rows } };
    const lines = view(sized, place.ambiguous);
    for (const row of lines) expect(lineWidth(row, place.ambiguous)).toBe(place.columns);
    expect(lines.filter((row) => lineText(row).startsWith('> '))).toHaveLength(1);
  });

  it('uses only characters that the console of Windows has, each of one certain width', () => {
    const known = cp932Characters();
    const text = [...states.map(([, shown]) => textOf(shown)), ...Object.values(shortReasons).map(String)].join('');
    const odd = [...new Set(text.replace(/\n/g, ''))].filter(
      (char) =>
        !known.has(char) ||
        stringWidth(char, { ambiguousIsNarrow: true }) !== stringWidth(char, { ambiguousIsNarrow: false }),
    );
    expect(odd).toEqual([]);
  });

  it('fits whatever is typed', () => {
    const field = fc.constantFrom('completed-on', 'clinic-name', 'phone');
    fc.assert(
      fc.property(field, anyText, fc.constantFrom(...sizes), fc.boolean(), (id, text, size, edited) => {
        const base = edited ? typing(id, text, ready) : report(ready, { page: true });
        for (const ambiguous of ['narrow', 'wide'] as const)
          for (const row of view({ ...base, size }, ambiguous)) expect(lineWidth(row, ambiguous)).toBe(size.columns);
      }),
    );
  });
});
