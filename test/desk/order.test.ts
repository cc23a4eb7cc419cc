import { describe, expect, it } from 'vitest';
import { sortings } from '../../src/desk/order.ts';
import { deskScreenTexts as texts } from '../../src/desk/desk-screen.ja.ts';
import { HOUR } from '../../src/domain/time.ts';
import { after, model, rowsOf } from './bench.ts';
import { entry, NOW } from './build.ts';

const contactOf = (minutes: number | null) => ({
  name: null,
  phone: null,
  person: null,
  opens: minutes === null ? null : { text: `${String(minutes / 60)}:00`, minutes },
  spare: false,
});

const roster = [
  { clinic: 'う医院', terminal: '1', contact: contactOf(540) },
  { clinic: 'い医院', terminal: '1', contact: contactOf(null) },
  { clinic: 'あ医院', terminal: '1', contact: contactOf(480) },
  { clinic: 'え医院', terminal: '1', contact: contactOf(600) },
];
const entries = [
  entry({ clinic: 'う医院', terminal: '1', state: 'all-done', at: NOW - 2 * HOUR }),
  entry({ clinic: 'い医院', terminal: '1', state: 'restart', at: NOW - HOUR }),
  entry({ clinic: 'あ医院', terminal: '1', at: NOW - 3 * HOUR }),
];
const first = model({}, { entries, roster, bad: [] });

describe('the sorting of the lists', () => {
  it.each([
    [0, 'いえあう'],
    [1, 'あいうえ'],
    [2, 'あうえい'],
    [3, 'えあうい'],
    [4, 'いえあう'],
  ])('after %d presses of its key: %s', (presses, expected) => {
    const shown = after(first, ...Array<'s'>(presses).fill('s')).model;
    expect(shown.clinics.map(({ name }) => name?.[0]).join('')).toBe(expected);
    expect(shown.rows.map(({ clinic }) => clinic?.[0]).join('')).toBe(expected);
    const sorting = sortings[presses % sortings.length] ?? 'urgency';
    expect(rowsOf(shown)[2]).toContain(texts.sorted(texts.sortings[sorting]));
  });

  it('stays while answers come and the filter changes, and can be chosen in the menu', () => {
    const again = after(first, 's', { type: 'gathered', gathered: first.gathered, now: NOW }, '/', { text: '医院' });
    expect(again.model.clinics.map(({ name }) => name?.[0]).join('')).toBe('あいうえ');
    const menu = after(first, 'home', 'enter').model;
    const row = rowsOf(menu).find((each) => each.includes('並び順を変える'));
    expect(row).toContain('急ぐ順');
  });
});

describe('the menu of the filters', () => {
  it('tells how many terminals each would show', () => {
    const rows = rowsOf(after(first, 'home', 'enter').model).join('\n');
    expect(rows).toContain('回答なし 1、再起動が必要 1、ダウンロードが必要 1、すべて済み 1');
  });
});
