import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { MAIN } from './built.ts';

const SIZE = { columns: 80, rows: 24 };
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[(?:\\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])m`);

function openWith(env: Readonly<Record<string, string>>, size = SIZE): PtyProgram {
  return startInPty(process.execPath, [MAIN, '--simulate', 'outdated-morning'], { ...size, env });
}

describe('NO_COLOR', () => {
  it.each([
    ['1', false],
    ['', true],
  ])('%j: colours %s; marks, words and what is selected are there all the same', async (value, coloured) => {
    await using program = openWith({ NO_COLOR: value });
    const { screen, text } = await program.waitFor('問題のない点検');
    expect(COLOURS.test(program.output)).toBe(coloured);
    expect(screen[1]).toContain('[要]   作業が必要');
    expect(text).toContain('> 「今すぐダウンロード」を押す');
    program.press('enter');
    await program.waitFor('一度だけ');
    program.press('enter');
    const asked = await program.waitFor('>[ やめる ]<');
    const row = asked.screen.findIndex((each) => each.includes('>[ やめる ]<'));
    expect(program.terminal.cellAt(2, row)?.inverse).toBe(true);
    expect(COLOURS.test(program.output)).toBe(coloured);
  });
});

describe('with a screen reader', () => {
  it('text comes in the order in which it is read, with what is selected in words, and keys work as ever', async () => {
    await using program = openWith({ INK_SCREEN_READER: 'true' });
    const { screen } = await program.waitFor('問題のない点検');
    expect(screen.slice(0, 6)).toEqual([
      expect.stringMatching(/^oqs-console 状態 \[模擬\] /),
      '[要]   作業が必要  顔認証ライブラリ 5.0.3 (必要 5.1.0)',
      '次にすること: 「今すぐダウンロード」を押す',
      '期限 1/30(金) あと10日',
      '1電源[ ] 2再起動[済] 3バージョン[ ] 4報告[ ]',
      '選択中: 「今すぐダウンロード」を押す',
    ]);
    expect(screen.join('\n')).not.toMatch(/---|> 「/);
    program.press('enter');
    await program.waitFor('選択中: 「今すぐダウンロード」を押す');
    await program.waitFor('一度だけ');
    program.press('enter');
    const asked = await program.waitFor('選択中: やめる');
    expect(asked.text).toContain('「今すぐダウンロード」を押しますか');
    program.press('right');
    await program.waitFor('選択中: 押す');
    program.press('escape');
    await program.waitFor(({ text }) => !text.includes('押しますか'));
    program.press('ctrl-c');
    expect((await program.waitForExit()).exitCode).toBe(0);
    expect(program.terminal.alternate).toBe(false);
  });

  it('on a wide screen a detail stands below its list, never beside it', async () => {
    await using program = openWith({ INK_SCREEN_READER: 'true' }, { columns: 160, rows: 50 });
    await program.waitFor('サインインの状態');
    program.type('s');
    const { text } = await program.waitFor('選択中: [既定] 受付時間');
    expect(text).not.toContain(' | ');
  });
});
