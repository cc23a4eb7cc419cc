import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyPress, NamedKey } from '../../src/tui/keys.ts';
import { edit, emptyField, fieldOf, fieldWindow, insert, type TextField } from '../../src/tui/text-field.ts';
import { plain, width } from '../../src/text/cells.ts';

const editingKeys = fc.constantFrom<NamedKey>(
  'left',
  'right',
  'home',
  'end',
  'backspace',
  'delete',
  'ctrl-u',
  'ctrl-w',
  'up',
  'enter',
);
const presses: fc.Arbitrary<KeyPress[]> = fc.array(
  fc.oneof(
    editingKeys.map((id) => ({ id })),
    fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => ({ id: 'text' as const, text })),
    fc.constantFrom('版ｱﾞ', 'か\u3099', '5.1.0\r\n', '\t', '𠮷').map((text) => ({ id: 'text' as const, text })),
  ),
  { maxLength: 30 },
);

const after = (keys: readonly KeyPress[]): TextField => keys.reduce(edit, emptyField);
const shown = ({ text, cursor }: TextField): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('text field', () => {
  it.each<[string, string, readonly NamedKey[], string]>([
    ['typing', '5.1.0', [], '5.1.0|'],
    ['left', '版5', ['left'], '版|5'],
    ['left over a wide character', '版', ['left'], '|版'],
    ['left stops at the beginning', '5', ['left', 'left'], '|5'],
    ['right stops at the end', '5', ['right'], '5|'],
    ['home and end', '5.1', ['home', 'end'], '5.1|'],
    ['backspace', '5.1版', ['backspace'], '5.1|'],
    ['backspace takes a whole character', '𠮷', ['backspace'], '|'],
    ['backspace at the beginning', '5', ['home', 'backspace'], '|5'],
    ['delete', '5.1', ['home', 'delete'], '|.1'],
    ['delete at the end', '5.1', ['delete'], '5.1|'],
    ['Ctrl+U', '5.1', ['left', 'ctrl-u'], '|1'],
    ['Ctrl+U at the beginning', '5.1', ['home', 'ctrl-u'], '|5.1'],
    ['Ctrl+W', 'サンプル 医院', ['ctrl-w'], 'サンプル |'],
    ['Ctrl+W takes a word of several without spaces', 'サンプルクリニック医院', ['ctrl-w'], 'サンプルクリニック|'],
    ['Ctrl+W in a word', 'abc', ['left', 'ctrl-w'], '|c'],
    ['Ctrl+W with what parts words', '03-1234 - ', ['ctrl-w'], '03-|'],
    ['Ctrl+W where there is no word', '--', ['ctrl-w'], '|'],
    ['other keys', '5.1', ['up', 'enter', 'tab'], '5.1|'],
    ['a pasted line end goes', '5.1\r\n', [], '5.1|'],
    ['a tab becomes a space', 'a\tb', [], 'a b|'],
  ])('%s', (_, text, keys, expected) => {
    expect(shown(keys.map((id): KeyPress => ({ id })).reduce(edit, fieldOf(text)))).toBe(expected);
  });

  it('types in the middle', () => {
    expect(shown(insert({ text: '5.0', cursor: 2 }, '1.'))).toBe('5.1.|0');
  });

  it.each([
    ['か\u309A', 'か\u3013'],
    ['か\u3099', 'が'],
    ['葛\u{E0100}', '葛'],
    ['医院👍', '医院\u3013'],
    ['👨\u200D👩', '\u3013\u3013'],
  ])('shows what no console can draw as replaced, never as nothing: %j', (text, shown) => {
    expect(insert(emptyField, text).text).toBe(shown);
  });

  it('holds the same text however the input was cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 })), (chunks) => {
        const chars = Array.from(chunks.join(''));
        const whole = insert(emptyField, chunks.join(''));
        expect(chunks.reduce(insert, emptyField)).toEqual(whole);
        expect(chars.reduce(insert, emptyField)).toEqual(whole);
      }),
    );
  });

  it('keeps its cursor between two characters of harmless text', () => {
    fc.assert(
      fc.property(presses, (keys) => {
        const { text, cursor } = after(keys);
        expect(plain(text)).toBe(text);
        expect(cursor).toBeGreaterThanOrEqual(0);
        expect(cursor).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, cursor).isWellFormed()).toBe(true);
      }),
    );
  });

  it('shows the cursor and as much of the text as fits', () => {
    fc.assert(
      fc.property(presses, fc.integer({ min: 3, max: 40 }), (keys, columns) => {
        const field = after(keys);
        const { before, at, after: rest } = fieldWindow(field, columns);
        const seen = before + at + rest;
        expect(width(before) + width(at) + width(rest)).toBeLessThanOrEqual(columns);
        expect(`${field.text} `).toContain(seen);
        expect(field.text.slice(0, field.cursor).endsWith(before)).toBe(true);
        expect(at).not.toBe('');
        // All of it where there is room for it and the cursor behind it.
        expect(width(field.text) >= columns || `${field.text} `.startsWith(seen)).toBe(true);
        expect(width(field.text) >= columns || seen.length >= field.text.length).toBe(true);
      }),
    );
  });

  it('shows both sides of the cursor in a long text', () => {
    const field = { text: 'C:\\ProgramData\\OQS-Auth\\Version.info', cursor: 14 };
    expect(fieldWindow(field, 11)).toEqual({ before: 'mData', at: '\\', after: 'OQS-A' });
    expect(fieldWindow({ ...field, cursor: 0 }, 11)).toEqual({ before: '', at: 'C', after: ':\\ProgramD' });
    expect(fieldWindow({ ...field, cursor: field.text.length }, 11)).toEqual({
      before: 'rsion.info',
      at: ' ',
      after: '',
    });
  });
});
