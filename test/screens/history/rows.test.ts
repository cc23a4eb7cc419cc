import { describe, expect, it } from 'vitest';
import { HISTORY_HEAD, menuOf } from '../rows.ts';
import { entryRows } from '../../../src/screens/history/rows.ts';
import { history } from '../../../src/screens/history/history.ts';
import { at, model, now, rowsOf, textOf } from '../builders.ts';

const size = { columns: 80, rows: 24 };
function long(entries: number) {
  const events = Array.from({ length: entries }, (_, index) => ({
    event: 'console-started' as const,
    version: `1.0.${String(index)}`,
    at: at('14 07:00') + index * 60_000,
  }));
  return model({ screen: 'history', size, events });
}

describe('a long history', () => {
  it('makes no more rows for a frame than a screen has around the selected one', () => {
    for (const entries of [200, 2_000]) {
      const shown = long(entries);
      const selected = { ...shown.selected, history: HISTORY_HEAD + entries / 2 };
      const { lines, focus } = history
        .page({ ...shown, selected })
        .body({ columns: 80, rows: 24, ambiguous: 'narrow' });
      expect(lines.length).toBeGreaterThan(entries);
      expect(lines.filter((each) => each.length > 0).length).toBeLessThan(80);
      expect(lines[focus ?? 0]?.[0]?.text).toBe('> ');
    }
  });

  it('makes its rows once for a journal, and those of the entries before once for all', () => {
    const shown = long(50);
    const wanted = [shown.about.offsetMinutes, ''] as const;
    const rows = entryRows(shown.journal.entries, ...wanted);
    expect(entryRows(shown.journal.entries, ...wanted)).toBe(rows);
    const [newest] = shown.journal.entries.slice(-1);
    if (!newest) throw new Error('there is one');
    const grown = entryRows([...shown.journal.entries, { ...newest, line: 51, seq: 51 }], ...wanted);
    expect(grown[1]).toBe(rows[0]);
  });

  it('has every row in view when it is selected', () => {
    const shown = long(120);
    for (let index = 0; index < menuOf(shown).length; index += 1) {
      const rows = rowsOf({ ...shown, selected: { ...shown.selected, history: index } });
      expect(rows.filter((row) => row.startsWith('> '))).toHaveLength(1);
    }
  });

  it('shows the beginning of a message of a million characters', () => {
    const message = '長い'.repeat(500_000);
    const told = { event: 'download-finished', outcome: 'error', pressed: true, message, at: now } as const;
    const shown = model({ screen: 'history', size, events: [told] });
    const text = textOf({ ...shown, selected: { ...shown.selected, history: HISTORY_HEAD } });
    expect(text).toContain('長い長い');
  });
});
