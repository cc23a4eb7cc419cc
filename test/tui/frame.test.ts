import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consoleKeys } from '../../src/screens/keys.ts';
import { bodyRows, frame, type FrameInput } from '../../src/tui/frame.ts';
import { line, lineText, lineWidth, type Line } from '../../src/tui/line.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { anyText } from './texts.ts';

const numbered = (count: number): Line[] => Array.from({ length: count }, (_, index) => line(`row ${String(index)}.`));

function input(changes: Partial<FrameInput>): FrameInput {
  return {
    columns: 80,
    rows: 24,
    header: {
      title: '顔認証ライブラリ バージョンアップ',
      screen: '状態',
      simulated: '模擬',
      terminal: 'CLINIC-ONS01',
      clock: '1/20(火) 08:10',
    },
    verdict: [line('[要] 端末を再起動してください。')],
    body: numbered(5),
    scrollTo: null,
    footer: consoleKeys.footerAt('status'),
    notice: [],
    ...changes,
  };
}

const show = (changes: Partial<FrameInput>): string[] => frame(input(changes)).map((row) => lineText(row).trimEnd());

describe('frame', () => {
  it('shows header, verdict, body and keys at 80x24', () => {
    const rows = show({});
    expect(rows).toHaveLength(23);
    expect(rows[0]).toMatch(/^顔認証ライブラリ バージョンアップ 状態 +\[模擬\] CLINIC-ONS01 1\/20\(火\) 08:10$/);
    expect(rows[1]).toBe('[要] 端末を再起動してください。');
    expect(rows[2]).toBe('-'.repeat(80));
    expect(rows[3]).toBe('row 0.');
    expect(rows[20]).toBe('-'.repeat(80));
    expect(rows[22]).toBe('[上下]選ぶ [Enter]実行 [0-9]画面 [?]説明 [/]検索 [r]再読込 [Ctrl+C]終了');
  });

  it('gives up the title first, then the name of the terminal, never the label of a simulated one', () => {
    expect(show({ columns: 60 })[0]).toMatch(/^状態 +\[模擬\] CLINIC-ONS01 1\/20\(火\) 08:10$/);
    expect(show({ columns: 30 })[0]).toMatch(/^状態 +\[模擬\] 1\/20\(火\) 08:10$/);
    expect(show({ columns: 14 })[0]).toMatch(/^状態 +\[模擬\]$/);
  });

  it('drops the least needed keys on a narrow screen', () => {
    expect(show({ columns: 60 }).at(-1)).toBe('[上下]選ぶ [Enter]実行 [0-9]画面 [?]説明 [Ctrl+C]終了');
  });

  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('keeps the selected line, verdict and keys in view at %ix%i', (columns, rows) => {
    const body = numbered(60);
    for (let selected = 0; selected < body.length; selected += 1) {
      const shown = show({ columns, rows, body, scrollTo: selected });
      expect(shown).toContain(`row ${String(selected)}.`);
      expect(shown).toContain('[要] 端末を再起動してください。');
      expect(shown.at(-1)).toContain('[Enter]実行');
    }
  });

  it('says how much is out of view', () => {
    const rows = show({ rows: 16, body: numbered(30), scrollTo: { top: 7 } });
    expect(rows[2]).toContain('-- 上に続きあり (7 行) ---');
    expect(rows[3]).toBe('row 7.');
    expect(rows.at(-3)).toContain('-- 下に続きあり (14 行) ---');
  });

  it('does not scroll beyond the end', () => {
    const rows = show({ rows: 16, body: numbered(30), scrollTo: { top: 99 } });
    expect(rows.at(-4)).toBe('row 29.');
  });

  it('shows the notice down to the smallest sizes', () => {
    for (let rows = 5; rows <= 24; rows += 1)
      expect(show({ rows, notice: [line('読み直しました。')] })).toContain('読み直しました。');
  });

  it('tells how many body rows it shows', () => {
    for (const rows of [4, 8, 16, 24, 40]) {
      const body = numbered(100);
      const shown = show({ rows, body }).filter((row) => row.startsWith('row '));
      expect(bodyRows(input({ rows }))).toBe(shown.length);
    }
  });

  it('is always rows - 1 lines of exactly the columns, whatever it holds', () => {
    const lines = fc.array(
      anyText.map((text) => line(text)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.record({
          columns: fc.integer({ min: 1, max: 140 }),
          rows: fc.integer({ min: 1, max: 50 }),
          body: lines,
          verdict: fc.array(
            anyText.map((text) => line(text)),
            { minLength: 1, maxLength: 3 },
          ),
          scrollTo: fc.option(fc.oneof(fc.nat(40), fc.record({ top: fc.nat(60) }))),
          notice: fc.array(
            anyText.map((text) => line(text)),
            { maxLength: 3 },
          ),
          ambiguous: fc.constantFrom<Ambiguous>('narrow', 'wide'),
          title: anyText,
        }),
        ({ title, ...changes }) => {
          const header = { title, screen: title, simulated: null, terminal: title, clock: '08:10' };
          const rows = frame(input({ ...changes, header }));
          expect(rows).toHaveLength(changes.rows - 1);
          for (const row of rows) expect(lineWidth(row, changes.ambiguous)).toBe(changes.columns);
        },
      ),
    );
  });
});
