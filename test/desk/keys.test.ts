import { describe, expect, it } from 'vitest';
import { deskHelp, deskKeys, deskScreenIds } from '../../src/desk/keys.ts';
import { checkKeymap, footerText } from '../tui/keymap-checks.ts';

checkKeymap(deskKeys, [...deskScreenIds, 'text']);

describe('the keys of the desk', () => {
  it.each([
    ['e', 'desk-detail', 'export'],
    ['b', 'desk-clinics', 'open-desk-bad'],
    ['f', 'desk-help', null],
  ] as const)('%s at %s asks for %s', (id, place, command) => {
    expect(deskKeys.commandFor({ id }, place)).toBe(command);
  });

  it.each([
    ['desk-clinics', '[上下]選ぶ [Enter]詳細 [Esc]戻る [?]説明 [/]検索 [f]状態 [t]電話済 [Ctrl+C]終了'],
    ['text', '[上下]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了'],
  ] as const)('stand in the footer at %s', (place, expected) => {
    expect(footerText(deskKeys, place)).toBe(expected);
  });
});

describe('the help of the desk', () => {
  const all = deskHelp.map(({ help }) => help);

  it('names every key of its screens', () => {
    for (const place of deskScreenIds) for (const { help } of deskKeys.bindingsAt(place)) expect(all).toContain(help);
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells its own keys', () => {
    expect(all).toContain('いま見えている端末を CSV に書き出す');
    expect(all).toContain('「問題のあるファイル」の画面を開く');
    expect(all).not.toContain('端末をもう一度調べる');
  });
});
