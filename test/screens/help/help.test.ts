import { describe, expect, it } from 'vitest';
import { consoleHelp } from '../../../src/screens/keys.ts';
import { menuOf } from '../rows.ts';
import { everywhere, model, rowsOf, textOf, type ModelChanges } from '../builders.ts';

function help(changes: ModelChanges = {}) {
  return model({ screen: 'help', size: { columns: 80, rows: 60 }, ...changes });
}

describe('help', () => {
  it('names every key of the key map and what it does', () => {
    const rows = rowsOf(help()).map((row) => row.slice(2));
    for (const { keys, help: text } of consoleHelp) expect(rows).toContain(`${keys.padEnd(20 - wide(keys))}${text}`);
  });

  it('tells how to get out of Japanese input, and of a frozen window', () => {
    const text = textOf(help());
    expect(text).toContain('「半角/全角」');
    expect(text).toContain('クリックして表示が止まったとき');
  });

  it('names the version, every path in use, and what is never read', () => {
    const text = textOf(help());
    expect(text).toContain('作業記録: C:\\ProgramData\\oqs-console\\journal.jsonl');
    expect(text).toContain('設定: C:\\ProgramData\\oqs-console\\settings.json');
    expect(text).toContain('oqs-console 1.2.3');
    expect(text).toContain('患者さんの情報は読みません。');
  });

  it.each(everywhere)('gives a long path whole where it is selected, at $name', (place) => {
    const path = `\\\\SERVER\\共有→\\${'とても長いフォルダ\\'.repeat(8)}journal.jsonl`;
    const shown = help({ about: { paths: [{ name: '作業記録', path }] }, size: place });
    const last = menuOf(shown).length - 1;
    const rows = rowsOf({ ...shown, selected: { ...shown.selected, help: last } }, place.ambiguous);
    expect(rows.map((row) => row.trim()).join('')).toContain(path);
  });

  it.each(everywhere)('reaches its last line, at $name', (place) => {
    const shown = help({ size: place });
    const last = menuOf(shown).length - 1;
    const rows = rowsOf({ ...shown, selected: { ...shown.selected, help: last } }, place.ambiguous);
    expect(rows).toContain('患者さんの情報は読みません。');
  });
});

/** How many more columns than characters a text takes. */
function wide(text: string): number {
  return Array.from(text).filter((char) => char > '\u2E80').length;
}
