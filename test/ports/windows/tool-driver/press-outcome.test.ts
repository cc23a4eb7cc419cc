import { describe, expect, it } from 'vitest';
import { download, drive, finds, main, opens, pressed, presses, pressing, watches, window } from './bench.ts';
import type { Line } from './fake-powershell.ts';
import { args, phrases, step, says, finished, dialog, afterPress, story } from './press-bench.ts';

describe('the outcome', () => {
  it.each([
    ['再起動してください', 'restart-required'],
    ['すべて最新です', 'already-latest'],
    ['失敗しました(IJ-0001)', 'error'],
    ['再 起動し\nてください', 'restart-required'],
    ['ダウンロードに　失\u00A0敗', 'error'],
  ])('is told by a known phrase: %s', async (text, outcome) => {
    const bench = await afterPress({ phrases });
    await bench.say('watch-tool', dialog('', text));
    expect((await story(bench)).at(-1)).toEqual(finished(outcome, text));
  });

  it('is told by a phrase in the main window too, by what is new there', async () => {
    const bench = await afterPress({ phrases });
    await bench.say('watch-tool', { ...main, texts: ['配信の管理', '最新です'] });
    expect((await story(bench)).at(-1)).toEqual(finished('already-latest', '最新です'));
  });

  it('is not told by what stood in the windows right before the press, however late that is seen', async () => {
    const bench = await drive(args, [finds, opens, watches, presses()], { phrases });
    const behindSplash = window('w9', '管理ツール', { texts: ['最新です'], buttons: [download] });
    const notice = window('w8', '失敗', { buttons: ['OK'] });
    await bench.say('watch-tool', behindSplash);
    await bench.say('press-button', behindSplash, notice, pressing, pressed);
    await bench.say('watch-tool', notice);
    await bench.after(60_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', { ...behindSplash, texts: ['最新です', '再起動してください'] });
    expect(await story(bench)).toEqual([
      step('pressed'),
      says('再起動してください'),
      finished('restart-required', '再起動してください'),
    ]);
  });

  it('is not told by what came and went before the press', async () => {
    const bench = await drive(args, [finds, opens, watches, presses()], { phrases });
    const notice = window('w8', 'お知らせ', { texts: ['失敗'], buttons: ['OK'] });
    await bench.say('watch-tool', { ...main, texts: ['最新です'] }, { ...main, texts: ['待機中'] });
    await bench.say('watch-tool', notice, { type: 'window-closed', id: 'w8' });
    await bench.say('press-button', { ...main, texts: ['待機中'] }, pressing);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(await story(bench)).toEqual([step('pressed'), finished('crash')]);
  });

  it('may be spread over several labels', async () => {
    const bench = await afterPress({ phrases });
    await bench.say('watch-tool', dialog('お知らせ', '再起動', 'してください'));
    expect((await story(bench)).at(-1)).toEqual(finished('restart-required', 'お知らせ\n再起動\nしてください'));
  });

  it('is not guessed from words that speak for two', async () => {
    const bench = await afterPress({ phrases });
    await bench.say('watch-tool', dialog('', '失敗しました。再起動してください'));
    expect(bench.isDone()).toBe(false);
    await bench.after(5_000);
    expect((await story(bench)).at(-1)).toEqual(finished('unknown-dialog', '失敗しました。再起動してください'));
  });

  it('is not guessed where no phrases are known: the dialog is left to the operator', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', dialog('確認', '続けますか'));
    await bench.after(4_999);
    expect(bench.isDone()).toBe(false);
    await bench.after(1);
    expect(await story(bench)).toEqual([
      step('pressed'),
      says('確認\n続けますか'),
      finished('unknown-dialog', '確認\n続けますか'),
    ]);
  });

  it('waits as long as a dialog moves', async () => {
    const bench = await afterPress();
    for (let percent = 0; percent < 100; percent += 10) {
      await bench.say('watch-tool', dialog('ダウンロード', `${String(percent)} %`));
      await bench.after(4_000);
    }
    expect(bench.isDone()).toBe(false);
    await bench.after(1_000);
    expect((await story(bench)).at(-1)).toEqual(finished('unknown-dialog', 'ダウンロード\n90 %'));
  });

  it('waits for a button in the dialog, and as long as there is none', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', window('w2', 'お待ちください'));
    await bench.after(60_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', window('w2', 'お待ちください', { buttons: ['閉じる'] }));
    await bench.after(5_000);
    expect((await story(bench)).at(-1)).toEqual(finished('unknown-dialog', 'お待ちください'));
  });

  it('waits on when the dialog is closed or its buttons go', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', dialog('一'));
    await bench.after(4_000);
    await bench.say('watch-tool', { type: 'window-closed', id: 'w2' });
    await bench.after(4_000);
    await bench.say('watch-tool', dialog('二'));
    await bench.after(4_000);
    await bench.say('watch-tool', window('w2', '二', { texts: ['処理中'] }));
    await bench.after(60_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', { type: 'process-ended' });
    await story(bench);
  });

  it('never comes from the main window standing still', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', { ...main, texts: ['終わりました'] });
    await bench.after(60_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', { type: 'process-ended' });
    await story(bench);
  });

  it('of several windows is that of the one that stands longest', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', window('w2', '一', { buttons: ['OK'] }));
    await bench.after(3_000);
    await bench.say('watch-tool', window('w3', '二', { buttons: ['OK'] }));
    await bench.after(2_000);
    expect((await story(bench)).at(-1)).toEqual(finished('unknown-dialog', '一'));
  });

  it('is a hang where the tool falls silent, and where it never stops talking', async () => {
    const silent = await afterPress({ limits: { silenceMs: 60_000 } });
    await silent.after(59_000);
    await silent.say('watch-tool', { ...main, texts: ['まだ'] });
    await silent.after(59_999);
    expect(silent.isDone()).toBe(false);
    await silent.after(1);
    expect((await story(silent)).at(-1)).toEqual(finished('hang'));

    const chatty = await afterPress({ limits: { silenceMs: 60_000, totalMs: 120_000 } });
    for (let second = 0; second < 120; second += 10) {
      expect(chatty.isDone()).toBe(false);
      await chatty.say('watch-tool', { ...main, texts: [`${String(second)} 秒`] });
      await chatty.after(10_000);
    }
    expect((await story(chatty)).at(-1)).toEqual(finished('hang'));
  });

  it('is a hang where the watch is lost: nobody knows what the tool does', async () => {
    const bench = await afterPress();
    await bench.exit('watch-tool', 1);
    expect(await story(bench)).toEqual([finished('hang')]);
  });

  it.each<[string, readonly Line[]]>([
    ['is killed right after the word', [pressing]],
    ['is killed in the middle of the word', ['{"type":"pressi']],
    ['has pressed by then', [pressing, pressed]],
  ])('counts as pressed where a hanging press %s', async (_, whenKilled) => {
    const bench = await drive(args, [finds, opens, watches, { ...presses(), whenKilled }]);
    await bench.after(50_000);
    expect(bench.run('press-button').killed).toBe(true);
    expect(bench.isDone()).toBe(false);
    await bench.after(600_000);
    expect((await story(bench)).at(-1)).toEqual(finished('hang'));
  });
});
