import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, fieldLine, fieldOf } from '../../src/tui/text-field.ts';
import { checkMark, componentMark, MARK_COLUMNS, tickMark, verdictMark } from '../../src/tui/marks.ts';
import { CONFIRM_DELAY_MS, dialog, mayAnswer } from '../../src/tui/dialog.ts';
import { fitLine, line, lineText, lineWidth } from '../../src/tui/line.ts';
import { list } from '../../src/tui/list.ts';
import { table } from '../../src/tui/table.ts';
import { width } from '../../src/text/cells.ts';
import { tooSmall } from '../../src/tui/frame.ts';
import { anyText } from './texts.ts';

describe('dialog', () => {
  const question = {
    columns: 60,
    title: '再起動しますか',
    body: ['保存していない作業は失われます。', '遠隔操作の接続は切れます。'],
    choices: ['戻る', '再起動する'],
    selected: 0,
  };

  it('is a box with the selected answer marked by characters', () => {
    const { lines, focus } = dialog(question);
    expect(lines.map(lineText)).toEqual([
      `+- 再起動しますか ${'-'.repeat(41)}+`,
      `| 保存していない作業は失われます。${' '.repeat(24)} |`,
      `| 遠隔操作の接続は切れます。${' '.repeat(30)} |`,
      `|${' '.repeat(58)}|`,
      `| >[ 戻る ]<   [ 再起動する ] ${' '.repeat(29)}|`,
      `+${'-'.repeat(58)}+`,
    ]);
    expect(focus).toBe(4);
  });

  it('puts the answers below each other where they do not fit side by side', () => {
    const { lines, focus } = dialog({ ...question, columns: 24, selected: 1 });
    expect(lines.slice(-3, -1).map((row) => lineText(row).trimEnd())).toEqual([
      '|  [ 戻る ]            |',
      '| >[ 再起動する ]<     |',
    ]);
    expect(lineText(lines[focus ?? 0] ?? [])).toContain('>[ 再起動する ]<');
  });

  it('has straight edges, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 120 }),
        anyText,
        fc.array(anyText, { maxLength: 4 }),
        (columns, title, body) => {
          const { lines } = dialog({ columns, title, body, choices: ['戻る', title], selected: 1 });
          for (const row of lines) expect(lineWidth(row)).toBe(Math.min(columns, 76));
        },
      ),
    );
  });
});

describe('list', () => {
  const rows = [
    { line: line('再起動する'), blocked: null },
    { line: line('ダウンロードする'), blocked: '再起動が先です' },
    { line: line('終了する'), blocked: null, detail: ['いつでも再開できます。'] },
  ];

  it('marks the selected row, and keeps blocked rows with their reason', () => {
    const { lines, focus } = list({ rows, selected: 2, columns: 40 });
    expect(lines.map(lineText)).toEqual([
      '  再起動する',
      '  ダウンロードする',
      '    できません: 再起動が先です',
      '> 終了する',
      '    いつでも再開できます。',
    ]);
    expect(focus).toBe(3);
  });

  it('has no focus where nothing is selected', () => {
    expect(list({ rows, selected: null, columns: 40 }).focus).toBeNull();
  });
});

describe('table', () => {
  it('lines its columns up and cuts what is too long', () => {
    const lines = table({
      columns: 40,
      cols: [
        { title: '部品', width: 'content' },
        { title: '版', width: 7 },
        { title: '根拠', width: 'rest' },
      ],
      rows: [
        [{ text: '顔認証ライブラリ' }, { text: '5.0.3' }, { text: 'Version.info と配信実績' }],
        [{ text: '配信アプリ' }, { text: '2.1.0' }],
      ],
    });
    expect(lines.map(lineText)).toEqual([
      '部品              版       根拠         ',
      '顔認証ライブラリ  5.0.3    Version.inf..',
      '配信アプリ        2.1.0                 ',
    ]);
    for (const row of lines) expect(lineWidth(row)).toBe(40);
  });

  const cols = [
    { title: '部品', width: 'content' },
    { title: '根拠', width: 'rest' },
  ] as const;

  it('goes on below where a row may take more lines, in columns that all stay in view', () => {
    const lines = table({
      columns: 30,
      cols,
      rows: [[{ text: '版'.repeat(40) }, { text: 'Version.info と配信実績' }]],
      linesARow: 3,
    });
    expect(lines.map(lineText)).toEqual([
      '部品              根拠        ',
      '版版版版版版版版  Version.info',
      '版版版版版版版版  と配信実績  ',
      '版版版版版版版..              ',
    ]);
  });

  it('keeps a row with a character of open width off the last column, and all of its cells', () => {
    const lines = table({ columns: 30, cols, rows: [[{ text: '○版' }, { text: '実績' }]], ambiguous: 'wide' });
    for (const row of lines) expect(lineWidth(fitLine(row, 30, 'wide'), 'wide')).toBe(30);
    expect(lines.map((row) => lineText(row).trimEnd())).toEqual(['部品  根拠', '○版  実績']);
  });
});

describe('field line', () => {
  it('shows the prompt, the text and the cursor within the columns', () => {
    const row = fieldLine('版:', { text: '5.1.0', cursor: 5 }, 40);
    expect(lineText(row)).toBe('版: [5.1.0 ]');
    expect(row.find((span) => span.inverse)?.text).toBe(' ');
  });

  it('never exceeds the columns', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.integer({ min: 20, max: 60 }), (text, steps, columns) => {
        const left = Array.from({ length: steps }, () => ({ id: 'left' as const }));
        const field = left.reduce(edit, fieldOf(text));
        expect(width(lineText(fieldLine('版:', field, columns)))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('marks', () => {
  it('are words of one width', () => {
    const marks = [
      ...(['current', 'action-needed', 'failed', 'unknown'] as const).map(verdictMark),
      ...(['ok', 'warn', 'fail', 'unknown', 'skipped'] as const).map(checkMark),
      ...(['ok', 'outdated', 'disagree', 'unknown', 'not-required'] as const).map(componentMark),
      ...[true, false].map(tickMark),
    ];
    for (const mark of marks) expect(width(mark.text)).toBe(MARK_COLUMNS);
    expect(verdictMark('current').text.trim()).toBe('[済]');
    expect(verdictMark('action-needed').text.trim()).toBe('[要]');
    expect(verdictMark('failed').text.trim()).toBe('[異常]');
    expect(verdictMark('unknown').text.trim()).toBe('[不明]');
  });
});

describe('too small', () => {
  it.each([
    [60, 16, false],
    [59, 16, true],
    [60, 15, true],
    [80, 24, false],
  ])('%ix%i', (columns, rows, small) => {
    expect(tooSmall({ columns, rows }) !== null).toBe(small);
  });

  it('names the size', () => {
    expect(lineText(tooSmall({ columns: 40, rows: 10 }) ?? [])).toMatch(/60.*16/);
  });
});

const opened = { at: 1_000_000, chunk: 7 };

describe('confirm guard', () => {
  it.each([
    ['the rest of the chunk that opened it', 'enter', 7, 10_000, false],
    ['another key of that chunk', 'right', 7, 10_000, false],
    ['Enter at once', 'enter', 8, 0, false],
    ['Enter just before the delay is over', 'enter', 8, CONFIRM_DELAY_MS - 1, false],
    ['Enter when the delay is over', 'enter', 8, CONFIRM_DELAY_MS, true],
    ['moving at once', 'right', 8, 0, true],
    ['cancelling at once', 'escape', 8, 0, true],
    ['Enter after the clock was set back', 'enter', 8, -3_600_000, true],
  ] as const)('%s', (_, id, chunk, later, answers) => {
    expect(mayAnswer(opened, { id }, { at: opened.at + later, chunk })).toBe(answers);
  });
});
