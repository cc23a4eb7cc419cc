import { describe, expect, it } from 'vitest';
import {
  bindings,
  bindingsAt,
  commandFor,
  deskPlaces,
  footerBindings,
  helpRows,
  type Place,
} from '../../src/tui/keymap.ts';
import { characterKeys, namedKeys, type KeyId } from '../../src/tui/keys.ts';
import { deskScreenIds, screenIds } from '../../src/tui/screens.ts';
import { deskScreenNames, frameTexts, keyTexts, markTexts, screenNames } from '../../src/tui/keys.ja.ts';
import { footer } from '../../src/tui/footer.ts';
import { lineText } from '../../src/tui/line.ts';
import { hasAmbiguous, width } from '../../src/text/text.ts';

const places: readonly Place[] = [...screenIds, ...deskScreenIds, 'dialog', 'text'];

describe('the table of keys', () => {
  it.each(places)('gives no key two meanings at %s', (place) => {
    const keys = bindingsAt(place).flatMap((binding) => binding.keys);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  it.each(places)('lets everybody act, go back and leave at %s with keys that Japanese input leaves alone', (place) => {
    for (const [key, command] of [
      ['enter', 'do'],
      ['escape', 'back'],
      ['ctrl-c', 'leave'],
    ] as const)
      expect(commandFor({ id: key }, { place })).toEqual({ command, disabled: null });
  });

  it('opens every screen with a digit', () => {
    const digits: Readonly<Record<(typeof screenIds)[number], KeyId>> = {
      status: '1',
      evening: '2',
      'by-hand': '3',
      download: '4',
      restart: '5',
      guide: '6',
      history: '7',
      report: '8',
      faq: '9',
      support: 't',
      settings: 's',
      help: '0',
    };
    for (const screen of screenIds)
      expect(commandFor({ id: digits[screen] }, { place: 'status' })?.command).toBe(`open-${screen}`);
  });

  it.each([
    ['?', 'status', 'open-help'],
    ['/', 'guide', 'search'],
    ['/', 'history', 'search'],
    ['/', 'status', null],
    ['r', 'status', 'read-again'],
    ['r', 'guide', 'read-again'],
    ['page-down', 'help', 'page-down'],
    ['left', 'dialog', 'choose-previous'],
    ['right', 'dialog', 'choose-next'],
    ['left', 'status', null],
    ['1', 'dialog', null],
    ['r', 'text', null],
    ['home', 'text', null],
    ['left', 'text', null],
    ['e', 'desk-detail', 'export'],
    ['b', 'desk-clinics', 'open-desk-bad'],
    ['b', 'status', null],
    ['f', 'desk-help', null],
    ['kana', 'status', null],
    ['other', 'status', null],
  ] as const)('%s at %s asks for %s', (id, place, command) => {
    expect(commandFor({ id }, { place })?.command ?? null).toBe(command);
  });

  it('leaves text in a field alone', () => {
    expect(commandFor({ id: 'text', text: '1' }, { place: 'text' })).toBeNull();
  });

  it('says why a command cannot be given', () => {
    const context = { place: 'status', disabled: { 'read-again': '調べている途中です' } } as const;
    expect(commandFor({ id: 'r' }, context)).toEqual({
      command: 'read-again',
      disabled: '調べている途中です',
    });
    expect(footerBindings(context).filter((item) => item.disabled)).toEqual([
      expect.objectContaining({ keys: 'r', label: '再読込' }),
    ]);
  });

  it('binds no key that cannot be pressed', () => {
    const known: readonly KeyId[] = [...namedKeys, ...characterKeys];
    for (const key of bindings.flatMap((binding) => binding.keys)) expect(known).toContain(key);
  });
});

describe('the footer', () => {
  it.each([
    ['status', '[上下]選ぶ [Enter]実行 [Esc]戻る [0-9]画面 [?]説明 [r]再読込 [Ctrl+C]終了'],
    ['guide', '[上下]選ぶ [Enter]実行 [Esc]戻る [0-9]画面 [?]説明 [/]検索 [Ctrl+C]終了'],
    ['desk-clinics', '[上下]選ぶ [Enter]実行 [Esc]戻る [?]説明 [/]検索 [f]状態 [r]再読込 [Ctrl+C]終了'],
    ['dialog', '[左右]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了'],
    ['text', '[上下]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了'],
  ] as const)('at %s', (place, expected) => {
    expect(lineText(footer(footerBindings({ place }), 200))).toBe(expected);
  });

  it.each(places)('fits into 79 columns at %s', (place) => {
    expect(width(lineText(footer(footerBindings({ place }), 200)))).toBeLessThanOrEqual(79);
  });

  it('has labels of at most 12 columns', () => {
    for (const { label } of bindings) expect(width(label ?? '')).toBeLessThanOrEqual(12);
  });
});

describe('the help', () => {
  it('names every key of the table', () => {
    const rows = helpRows();
    const all = [...rows, ...helpRows(deskPlaces)].map(({ help }) => help);
    for (const { help } of bindings) expect(all).toContain(help);
    for (const { help } of bindingsAt('status')) expect(rows.filter((row) => row.help === help)).toHaveLength(1);
    expect(new Set(rows.map(({ help }) => help)).size).toBe(rows.length);
    expect(rows).toContainEqual({ keys: '上下', help: '行を選ぶ' });
    expect(rows).toContainEqual({ keys: '5', help: '「再起動」の画面を開く' });
    expect(rows).toContainEqual({ keys: 'Ctrl+C', help: 'このプログラムを終える' });
  });

  it('tells each program its own keys', () => {
    const [ours, desks] = [helpRows(), helpRows(deskPlaces)].map((rows) => rows.map(({ help }) => help));
    expect(ours).not.toContain('いま見えている端末を CSV に書き出す');
    expect(desks).toContain('いま見えている端末を CSV に書き出す');
    expect(desks).toContain('「読めないファイル」の画面を開く');
    expect(desks).not.toContain('端末をもう一度調べる');
  });
});

describe('the texts', () => {
  const all = [keyTexts, screenNames, deskScreenNames, markTexts, frameTexts].flatMap(textsIn);

  it('are found', () => {
    expect(all).toContain('[不明]');
    expect(all).toContain('「3」の画面を開く');
  });

  it.each(all)('%s is in CP932, with one width in every console', (text) => {
    expect(hasAmbiguous(text)).toBe(false);
    expect(outsideCp932(text)).toEqual([]);
  });
});

/** Every text in a table of texts; functions are given a number. */
function textsIn(table: unknown): string[] {
  if (typeof table === 'string') return [table];
  if (typeof table === 'function') {
    const text: unknown = Reflect.apply(table, undefined, [3, 3]);
    return textsIn(text);
  }
  if (typeof table === 'object' && table !== null) return Object.values(table).flatMap(textsIn);
  return [];
}

function outsideCp932(text: string): string[] {
  return Array.from(text).filter((char) => !cp932.has(char));
}

/** Every character that one or two bytes of CP932 stand for. */
const cp932 = new Set(
  Array.from({ length: 0x100 }, (_, lead) => lead).flatMap((lead) =>
    [[lead], ...Array.from({ length: 0x100 }, (_, trail) => [lead, trail])].map((code) =>
      new TextDecoder('shift_jis').decode(Uint8Array.from(code)),
    ),
  ),
);
