import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { csvRows } from '../../src/desk/spreadsheet.ts';
import { itemsOf, selectedIndex } from '../../src/desk/items.ts';
import type { DeskModel } from '../../src/desk/model.ts';
import { noKeyTexts } from '../../src/tui/keys.ja.ts';
import { deskScreenTexts as texts } from '../../src/desk/desk-screen.ja.ts';
import { after, everything, model, rowsOf } from './bench.ts';
import { entry, notice, NOW } from './build.ts';

function selectedId(shown: DeskModel): string | undefined {
  const items = itemsOf(shown);
  return items[selectedIndex(shown, items)]?.id;
}

describe('the lists', () => {
  it('begins on the clinic that must do something first', () => {
    expect(rowsOf(model()).find((row) => row.startsWith('> '))).toMatch(/^> \[要\]   か医院 .*再起動が必要/);
  });

  it('leads by Enter to the terminals and to the detail, and back by Esc', () => {
    const terminals = after(model(), 'enter');
    expect(terminals.model).toMatchObject({ screen: 'desk-terminals', clinic: 'か医院' });
    const detail = after(terminals.model, 'enter');
    expect(detail.model.screen).toBe('desk-detail');
    expect(detail.effects).toMatchObject([{ type: 'read-detail', source: { line: null } }]);
    expect(after(detail.model, 'escape', 'escape').model.screen).toBe('desk-clinics');
  });

  it('leads from a detail to those beside it, and stays at the ends', () => {
    const all = after(model(), '2').model;
    const ids = itemsOf(all).map(({ id }) => id);
    const openedId = ({ opened }: DeskModel) => (opened?.type === 'terminal' ? opened.rowId : null);
    const first = after(all, 'enter').model;
    expect(openedId(first)).toBe(ids[0]);
    const second = after(first, 'right');
    expect(openedId(second.model)).toBe(ids[1]);
    expect(second.effects).toMatchObject([{ type: 'read-detail', rowId: ids[1] }]);
    expect(openedId(after(second.model, 'left').model)).toBe(ids[0]);
    expect(after(first, 'left').model).toMatchObject({ opened: first.opened, message: texts.detail.firstOne });
    const last = after(all, 'end', 'enter').model;
    expect(after(last, 'right').model).toMatchObject({ opened: last.opened, message: texts.detail.lastOne });
    const list = after(second.model, 'escape').model;
    expect([list.screen, selectedId(list)]).toEqual(['desk-terminals', ids[1]]);
    const bad = after(model(), 'b', 'enter', 'right').model;
    expect(bad.opened).toEqual({ type: 'bad', bad: everything.bad[1] });
  });

  it('goes past two things that are told of one file', () => {
    const source = { path: '/a.jsonl', line: null };
    const bad = ['x', 'y', 'z'].map((reason) => ({ source, reason }));
    const last = after(model({}, { ...everything, bad }), 'b', 'down', 'down', 'enter').model;
    expect(last.opened).toEqual({ type: 'bad', bad: bad[2] });
  });

  it('reads no file for a terminal without an answer', () => {
    const first = model();
    const at = first.clinics.findIndex(({ name }) => name === '名簿だけの医院');
    const { model: shown, effects } = after(first, ...Array<'down'>(at).fill('down'), 'enter', 'enter');
    expect(effects).toEqual([]);
    expect(rowsOf(shown).join('\n')).toContain('名簿にありますが');
  });

  it('keeps the selection on its clinic when others move', () => {
    const here = after(model(), 'down', 'down').model;
    const id = selectedId(here);
    const worse = entry({ clinic: 'ん医院', terminal: '1', state: 'failed' });
    const gathered = { ...everything, entries: [worse, ...everything.entries] };
    const { model: moved } = after(here, { type: 'gathered', gathered, now: NOW });
    expect(selectedId(moved)).toBe(id);
    expect(selectedIndex(moved, itemsOf(moved))).toBe(selectedIndex(here, itemsOf(here)) + 1);
  });

  it('goes to the ends and stays there', () => {
    const items = itemsOf(model());
    expect(selectedId(after(model(), 'end', 'down').model)).toBe(items.at(-1)?.id);
    expect(selectedId(after(model(), 'home', 'up').model)).toBe('menu');
    expect(selectedId(after(model(), 'page-down').model)).toBe(items[11]?.id);
  });

  it.each([
    ['1', 'desk-clinics'],
    ['2', 'desk-terminals'],
    ['3', 'desk-bad'],
    ['b', 'desk-bad'],
    ['0', 'desk-help'],
    ['?', 'desk-help'],
  ] as const)('%s opens %s, with all that there is', (key, screen) => {
    const { model: shown } = after(model(), 'enter', key);
    expect(shown).toMatchObject({ screen, clinic: null });
  });

  it('shows a bad file whole', () => {
    const { model: shown } = after(model(), 'b', 'enter');
    expect(rowsOf(shown).join('')).toContain('こわれたファイル.json');
    expect(rowsOf(shown).join('')).toContain('空です');
  });
});

describe('the menu', () => {
  const menu = after(model(), 'home', 'enter').model;
  const choose = (id: string) => {
    const at = itemsOf(menu).findIndex((item) => item.id === id);
    return after(menu, ...Array<'down'>(at).fill('down'), 'enter');
  };

  it('reaches by arrows all that has a key', () => {
    expect(itemsOf(menu).map(({ id }) => id)).toEqual([
      'search',
      'state',
      'called',
      'sorting',
      'terminals',
      'bad',
      'export',
      'read',
      'help',
      'leave',
    ]);
    expect(choose('search').model).toMatchObject({ screen: 'desk-clinics', field: { text: '' } });
    expect(choose('state').model.filter.state).toBe('failed');
    expect(choose('terminals').model.screen).toBe('desk-terminals');
    expect(choose('bad').model.screen).toBe('desk-bad');
    expect(choose('help').model.screen).toBe('desk-help');
    expect(choose('export').effects).toMatchObject([{ type: 'export' }]);
    expect(choose('read').effects).toEqual([{ type: 'read-all' }]);
    expect(choose('leave').effects).toEqual([{ type: 'leave' }]);
  });

  it('takes the filter away', () => {
    const narrowed = after(model(), 'f', 'home', 'enter', 'down', 'down', 'enter');
    expect(narrowed.model).toMatchObject({ screen: 'desk-clinics', filter: { words: '', state: null } });
  });
});

describe('the filter', () => {
  it('goes through the notices, and back to all', () => {
    const words: string[] = [];
    const entries = [
      entry({ notice: notice('jan', '5.1.0') }),
      entry({ terminal: '2', notice: notice('feb', '5.1.0') }),
    ];
    let current = model({}, { entries, bad: [], roster: [] });
    current = { ...current, screen: 'desk-menu', selected: { 'desk-menu': 'notice' } };
    do {
      current = after(current, 'enter').model;
      words.push(current.filter.words);
    } while (current.filter.words !== '' && words.length < 9);
    expect(words).toEqual(['feb', 'jan', '']);
  });

  it('follows the words while they are typed, in any width', () => {
    const typed = after(model(), '/', { text: 'ｏｎｓ０' }).model;
    expect(typed.rows.map(({ terminal }) => terminal)).toContain('ONS0');
    expect(typed.rows.every(({ terminal }) => terminal.includes('ONS0'))).toBe(true);
    expect(after(typed, 'enter').model).toMatchObject({ field: null, filter: { words: 'ｏｎｓ０' } });
    expect(after(typed, 'escape').model).toMatchObject({ field: null, filter: { words: '' } });
  });

  it('wants every word, of the state as well', () => {
    const { rows } = after(model(), '/', { text: '不明　医院' }).model;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ state, clinic }) => state === 'unknown' || clinic === null)).toBe(true);
  });

  it('goes through the states that there are, and back to all', () => {
    const states: (string | null)[] = [];
    let current = model();
    do {
      current = after(current, 'f').model;
      states.push(current.filter.state);
    } while (current.filter.state !== null && states.length < 20);
    expect(states).toEqual([
      'failed',
      'check-failed',
      'no-answer',
      'contradictory',
      'unknown',
      'simulated',
      'fix-first',
      'restart',
      'download-now',
      'by-hand-steps',
      'leave-on-overnight',
      'other-step',
      'send-report',
      'all-done',
      null,
    ]);
  });

  it('counts all terminals of a clinic, whichever of them it lets through', () => {
    const [clinic] = after(model(), '/', { text: '二重' }).model.clinics;
    expect(clinic).toMatchObject({ done: 0, rows: [{ terminal: 'ONS01' }] });
  });

  it('keeps a clinic whose name is written in two ways', () => {
    const entries = [
      entry({ clinic: 'Clinic A', terminal: '1', state: 'failed' }),
      entry({ clinic: 'CLINIC a', terminal: '2' }),
    ];
    const first = model({}, { entries, bad: [], roster: [] });
    expect(first.clinics).toHaveLength(1);
    expect(after(first, 'f', 'f').model.clinics).toMatchObject([{ worst: { terminal: '2' } }]);
  });

  it('is taken away by Esc on the first list; then Esc says how to leave', () => {
    const narrowed = after(model(), 'f').model;
    const whole = after(narrowed, 'escape').model;
    expect(whole.filter.state).toBeNull();
    expect(after(whole, 'escape').model.message).toBe(texts.leaveByKey);
  });
});

describe('what it asks of the world', () => {
  it('exports what is in view, under a name with the time', () => {
    const [asked] = after(model(), 'f', 'e').effects;
    if (asked?.type !== 'export') throw new Error('nothing to export');
    expect(asked.name).toBe('oqs-desk-20260120-0810.csv');
    expect(asked.rows).toBe(1);
    expect(csvRows(new TextDecoder().decode(asked.bytes))).toHaveLength(2);
  });

  it('exports the terminals of the clinic that is open', () => {
    expect(after(model(), 'enter', 'e').effects).toMatchObject([{ rows: 1 }]);
  });

  it('leaves by Ctrl+C from everywhere', () => {
    for (const way of [[], ['enter'], ['/'], ['b', 'enter']] as const)
      expect(after(model(), ...way, 'ctrl-c').effects.at(-1)).toEqual({ type: 'leave' });
  });

  it('reads the detail again when a newer answer has come', () => {
    const open = after(model(), 'enter', 'enter').model;
    const newer = entry({ clinic: 'か医院', terminal: 'ONS5', state: 'all-done', at: NOW });
    const gathered = { ...everything, entries: [...everything.entries, newer] };
    expect(after(open, { type: 'gathered', gathered, now: NOW }).effects).toMatchObject([
      { type: 'read-detail', source: newer.source },
    ]);
    expect(after(open, { type: 'gathered', gathered: everything, now: NOW }).effects).toEqual([]);
  });

  it('takes a detail only for the terminal that is open', () => {
    const open = after(model(), 'enter', 'enter').model;
    const other = after(open, { type: 'detail', rowId: 'another', document: { type: 'none' } }).model;
    expect(other.opened).toEqual(open.opened);
  });
});

describe('time', () => {
  it('makes answers old while they are watched', () => {
    const before = model();
    const later = after(before, { type: 'clock', now: NOW + 48 * HOUR }).model;
    expect(before.standing.counts.stale).toBe(1);
    expect(later.standing.counts.stale).toBeGreaterThan(10);
  });
});

describe('a key without a meaning', () => {
  it.each([
    ['kana', noKeyTexts.kana],
    ['other', noKeyTexts.unknownKey],
    ['p', noKeyTexts.unknownKey],
  ] as const)('%s says so', (id, message) => {
    expect(after(model(), id).model.message).toBe(message);
  });

  it('does nothing for a line end that was pasted', () => {
    expect(after(model(), 'line-end').model).toEqual(model());
  });
});
