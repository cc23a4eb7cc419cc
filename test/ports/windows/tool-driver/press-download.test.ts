import { describe, expect, it } from 'vitest';
import {
  drive,
  finds,
  main,
  messages,
  obstacle,
  opens,
  pressed,
  presses,
  pressing,
  watches,
  watching,
} from './bench.ts';
import { args, phrases, step, says, finished, dialog, afterPress, story } from './press-bench.ts';

describe('the press', () => {
  it('comes once, after the watch has seen what is there', async () => {
    const bench = await drive(args, [finds, opens, { ...watches, lines: [main] }, presses()]);
    expect(bench.powershell.isStarted('press-button')).toBe(false);
    expect(bench.lines).toEqual([step('opening')]);
    await bench.say('watch-tool', watching);
    expect(bench.powershell.isStarted('press-button')).toBe(true);
    expect(bench.lines).toEqual([step('opening'), step('pressing')]);
    await bench.say('press-button', pressing, pressed);
    await bench.exit('press-button', 0);
    expect(bench.lines.at(-1)).toEqual(step('pressed'));
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(await story(bench)).toEqual([step('pressed'), finished('crash')]);
  });

  it('looks for the button that the configuration names', async () => {
    const button = { name: 'ダウンロード', automationId: 'btn1' };
    const press = { ...presses(), input: { buttonName: 'ダウンロード', automationId: 'btn1' } };
    const second = messages({ input: { buttonName: 'ダウンロード' }, end: 1 });
    const bench = await drive(args, [finds, opens, watches, press, second], { buttons: { downloadNow: button } });
    await bench.say('press-button', obstacle('button-not-found'));
    await bench.exit('press-button', 0);
    expect((await story(bench)).at(-1)).toMatchObject({ obstacle: 'button-not-found' });
  });

  it('may block while its dialog is open: the dialog is read meanwhile', async () => {
    const bench = await afterPress({ phrases });
    await bench.after(3_600);
    await bench.say('watch-tool', dialog('確認', '端末を再起動してください。'));
    expect(bench.run('press-button').killed).toBe(true);
    expect(await story(bench)).toEqual([
      step('pressed'),
      says('確認\n端末を再起動してください。'),
      finished('restart-required', '確認\n端末を再起動してください。'),
    ]);
  });

  it('may have no limit of its own: a download takes as long as it takes', async () => {
    const bench = await afterPress({ limits: { lookMs: 1_000, silenceMs: 100_000 } });
    await bench.after(99_000);
    expect(bench.isDone()).toBe(false);
    expect(bench.run('press-button').killed).toBe(false);
    await bench.say('watch-tool', { type: 'process-ended' });
    await story(bench);
  });

  it('is followed on when it fails: the tool may still answer', async () => {
    const bench = await afterPress({ phrases });
    await bench.exit('press-button', 1);
    await bench.say('watch-tool', dialog('', 'すべて最新です'));
    expect((await story(bench)).at(-1)).toEqual(finished('already-latest', 'すべて最新です'));
  });
});

describe('what the tool says', () => {
  it('is told unchanged: new windows whole, of a changed one what is new', async () => {
    const bench = await afterPress();
    const progress = (percent: string) => ({ ...main, texts: ['配信の管理', `　受信中 ${percent}→\t①`] });
    await bench.say('watch-tool', progress('1%'), progress('2%'), dialog('題', '一\r\n二', '三'), progress('2%'));
    await bench.say('watch-tool', { type: 'window-closed', id: 'w2' }, dialog('題', '三'), {
      type: 'process-ended',
    });
    expect((await story(bench)).slice(1, -1)).toEqual([
      says('　受信中 1%→\t①'),
      says('　受信中 2%→\t①'),
      says('題\n一\r\n二\n三'),
      says('題\n三'),
    ]);
  });

  it('is not what stood there before', async () => {
    const lines = [main, dialog('前からの窓', '再起動してください'), watching];
    const bench = await afterPress({ phrases }, { ...watches, lines });
    await bench.say('watch-tool', main, dialog('前からの窓', '再起動してください'));
    await bench.after(10_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(await story(bench)).toEqual([step('pressed'), finished('crash')]);
  });

  it('counts as an answer even where it overtakes the word that the button is being pressed', async () => {
    const bench = await drive(args, [finds, opens, watches, presses()], { phrases });
    await bench.say('watch-tool', dialog('', '再起動してください'));
    expect(bench.lines).toHaveLength(2);
    await bench.say('press-button', pressing);
    expect((await story(bench)).at(-1)).toEqual(finished('restart-required', '再起動してください'));
  });

  it('loses nothing to lines that are no words', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', '#< CLIXML', '{"type":"window"}', '\u0000', {
      type: 'viewer',
      program: 'a',
      commandLine: null,
    });
    await bench.say('press-button', 'noise', '{}');
    await bench.say('watch-tool', dialog('題'), { type: 'process-ended' });
    expect(await story(bench)).toEqual([step('pressed'), says('題'), finished('crash')]);
  });
});
