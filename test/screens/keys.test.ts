import { describe, expect, it } from 'vitest';
import { consoleHelp, consoleKeys, screenIds } from '../../src/screens/keys.ts';
import type { KeyId } from '../../src/tui/keys.ts';
import { checkKeymap, footerText } from '../tui/keymap-checks.ts';

checkKeymap(consoleKeys, [...screenIds, 'field', 'dialog', 'text']);

describe('the keys of the console', () => {
  it('open every screen', () => {
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
      'hand-steps': 'p',
      support: 't',
      settings: 's',
      help: '0',
    };
    for (const screen of screenIds)
      expect(consoleKeys.commandFor({ id: digits[screen] }, 'status')).toBe(`open-${screen}`);
  });

  it.each([
    ['?', 'status', 'open-help'],
    ['/', 'guide', 'search'],
    ['/', 'history', 'search'],
    ['/', 'status', 'search'],
    ['/', 'dialog', null],
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
    ['b', 'status', null],
    ['kana', 'status', null],
    ['other', 'status', null],
  ] as const)('%s at %s asks for %s', (id, place, command) => {
    expect(consoleKeys.commandFor({ id }, place)).toBe(command);
  });

  it('leave text in a field alone', () => {
    expect(consoleKeys.commandFor({ id: 'text', text: '1' }, 'text')).toBeNull();
  });

  it.each([
    ['status', '[上下]選ぶ [Enter]実行 [0-9]画面 [?]説明 [/]検索 [r]再読込 [Ctrl+C]終了'],
    ['guide', '[上下]選ぶ [Enter]実行 [Esc]戻る [0-9]画面 [?]説明 [/]検索 [Ctrl+C]終了'],
    ['dialog', '[左右]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了'],
    // Beside a field that is not open yet a digit chooses no screen.
    ['field', '[上下]選ぶ [Enter]実行 [Esc]戻る [?]説明 [Ctrl+C]終了'],
    ['text', '[上下]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了'],
  ] as const)('stand in the footer at %s', (place, expected) => {
    expect(footerText(consoleKeys, place)).toBe(expected);
  });
});

describe('the help of the console', () => {
  it('names every key of the table once', () => {
    const all = consoleHelp.map(({ help }) => help);
    for (const { help } of consoleKeys.bindings) expect(all).toContain(help);
    expect(new Set(all).size).toBe(all.length);
    expect(consoleHelp).toContainEqual({ keys: '上下', help: '行を選ぶ' });
    expect(consoleHelp).toContainEqual({ keys: '5', help: '「再起動」の画面を開く' });
    expect(consoleHelp).toContainEqual({ keys: 'Ctrl+C', help: 'このプログラムを終える' });
  });

  it("does not tell the desk's", () => {
    expect(consoleHelp.map(({ help }) => help)).not.toContain('いま見えている端末を CSV に書き出す');
  });
});
