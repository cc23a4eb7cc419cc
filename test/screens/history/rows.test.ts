import { describe, expect, it } from 'vitest';
import { HISTORY_HEAD, menuOf } from '../rows.ts';
import { keepSelected } from '../../../src/screens/index.ts';
import { withFound } from '../../../src/screens/history/rows.ts';
import { fieldOf } from '../../../src/tui/text-field.ts';
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

  it('looks for words once for a query, and again when the journal has grown', () => {
    const wanted = { view: 'journal', query: fieldOf('1.0.49'), searching: true } as const;
    const searched = withFound({ ...long(50), historyList: wanted });
    expect(withFound(searched).historyList.found).toBe(searched.historyList.found);
    const [newest] = searched.journal.entries.slice(-1);
    if (!newest) throw new Error('there is one');
    const entries = [...searched.journal.entries, { ...newest, line: 51, seq: 51 }];
    const grown = { ...searched, journal: { ...searched.journal, entries } };
    const ids = ['entry:51', 'entry:50'];
    for (const each of [grown, withFound(grown)])
      expect(
        menuOf(each)
          .slice(HISTORY_HEAD)
          .map(({ id }) => id),
      ).toEqual(ids);
  });

  it('keeps the selected entry when others come before it', () => {
    const shown = long(50);
    const before = { ...shown, selected: { ...shown.selected, history: HISTORY_HEAD + 20 } };
    const [newest] = before.journal.entries.slice(-1);
    if (!newest) throw new Error('there is one');
    const more = [51, 52, 53].map((number) => ({ ...newest, line: number, seq: number }));
    const after = { ...before, journal: { ...before.journal, entries: [...before.journal.entries, ...more] } };
    expect(keepSelected(before, after).selected.history).toBe(HISTORY_HEAD + 23);
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
