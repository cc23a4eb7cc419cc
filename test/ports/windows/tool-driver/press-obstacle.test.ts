import { describe, expect, it } from 'vitest';
import {
  download,
  drive,
  end,
  finds,
  main,
  messages,
  obstacle,
  opens,
  presses,
  record,
  watches,
  watching,
  window,
} from './bench.ts';
import { faultEnd, type ExpectedScript } from './fake-powershell.ts';
import { args, dialog, says, story } from './press-bench.ts';

/** The obstacles of UI Automation alone. */
const hasSecond = (name: string): boolean =>
  ['automation-missing', 'window-not-found', 'button-not-found'].includes(name);

describe('nothing is pressed', () => {
  const atButton = (name: string): string =>
    ['button-not-found', 'several-matches', 'button-disabled'].includes(name) ? 'button-missing' : 'window-missing';

  it.each([
    'screen-locked',
    'session-disconnected',
    'session-0',
    'constrained-language',
    'tool-elevated',
    'several-matches',
    'button-disabled',
    'automation-missing',
    'window-not-found',
    'button-not-found',
  ])('where the press meets an obstacle: %s', async (name) => {
    const press = { ...presses(), lines: [obstacle(name, '', [record, ' 終了\n'])], end: 0 };
    const second = messages({ lines: [obstacle('button-not-found', '', ['別のボタン'])], end: 0 });
    const bench = await drive(args, [finds, opens, watches, press, ...(hasSecond(name) ? [second] : [])]);
    expect(await story(bench)).toEqual([
      {
        type: 'finished',
        outcome: atButton(name),
        pressed: false,
        message: `あるボタン: 「${record}」「終了」`,
        obstacle: name,
      },
    ]);
  });

  it.each<[string, readonly ExpectedScript[], string]>([
    ['the tool is nowhere', [{ name: 'find-tool', lines: [end], end: 0 }], 'tool-not-found'],
    ['PowerShell is missing', [{ name: 'find-tool', end: faultEnd('absent') }], 'powershell-missing'],
    ['PowerShell is barred', [{ name: 'find-tool', end: faultEnd('denied') }], 'powershell-barred'],
    ['PowerShell is a stub', [{ name: 'find-tool', end: 0 }], 'powershell-silent'],
    ['the window does not open', [finds, { ...opens, lines: [obstacle('window-not-found')] }], 'window-not-found'],
    ['two windows may be it', [finds, { ...opens, lines: [obstacle('several-matches')] }], 'several-matches'],
    ['opening hangs', [finds, { ...opens, lines: [], end: faultEnd('timed-out') }], 'powershell-silent'],
    ['the windows cannot be read', [finds, opens, { name: 'watch-tool', lines: [], end: 2 }], 'powershell-silent'],
    [
      'the tool ends before it is watched',
      [finds, opens, { name: 'watch-tool', lines: [{ type: 'process-ended' }], end: 0 }],
      'window-not-found',
    ],
    [
      'PowerShell is barred by then',
      [finds, opens, { name: 'watch-tool', end: faultEnd('denied') }],
      'powershell-barred',
    ],
  ])('where %s', async (_, scripts, name) => {
    const bench = await drive(args, scripts);
    expect(await story(bench)).toMatchObject([
      { type: 'step', step: 'opening' },
      { type: 'finished', outcome: 'window-missing', pressed: false, obstacle: name },
    ]);
  });

  it('where the watch does not begin in time', async () => {
    const bench = await drive(args, [finds, opens, { name: 'watch-tool', lines: ['noise', main] }]);
    await bench.after(30_000);
    expect(bench.run('watch-tool').killed).toBe(true);
    expect((await story(bench)).at(-1)).toMatchObject({ pressed: false, obstacle: 'powershell-silent' });
  });

  it.each<[string, Partial<ExpectedScript>]>([
    ['ends without a word', { end: 0 }],
    ['fails', { end: 1 }],
    ['crashes', { end: faultEnd('crashed') }],
    ['writes what nobody understands', { lines: ['#< CLIXML', 'Invoke-Expression', obstacle('new')], end: 0 }],
  ])('where the press %s', async (_, more) => {
    const bench = await drive(args, [finds, opens, watches, { ...presses(), ...more }]);
    expect(await story(bench)).toMatchObject([
      { type: 'finished', outcome: 'window-missing', pressed: false, obstacle: 'powershell-silent' },
    ]);
  });

  it('where the search for the button hangs: it is killed, and has not pressed', async () => {
    const bench = await drive(args, [finds, opens, watches, presses()]);
    await bench.after(50_000);
    expect(await story(bench)).toMatchObject([
      { type: 'finished', outcome: 'window-missing', pressed: false, obstacle: 'powershell-silent' },
    ]);
  });

  it('where the tool ends while the button is looked for', async () => {
    const second = messages({ lines: [obstacle('window-not-found')], end: 0 });
    const bench = await drive(args, [finds, opens, watches, presses(), second]);
    await bench.say('watch-tool', { type: 'process-ended' });
    await bench.exit('watch-tool', 0);
    expect(bench.isDone()).toBe(false);
    await bench.say('press-button', obstacle('window-not-found'));
    await bench.exit('press-button', 0);
    expect(await story(bench)).toMatchObject([{ pressed: false, obstacle: 'window-not-found' }]);
  });

  it('shows the words of a window that stands before the main one', async () => {
    const lines = [main, window('w5', '古い窓', { buttons: ['OK'] }), watching];
    const bench = await drive(args, [finds, opens, { ...watches, lines }, presses()]);
    await bench.say('watch-tool', dialog('更新', '続けますか'), { type: 'window-closed', id: 'w5' });
    await bench.say('press-button', obstacle('button-disabled', '', [download]));
    expect(await story(bench)).toMatchObject([
      says('更新\n続けますか'),
      { outcome: 'button-missing', pressed: false, message: `あるボタン: 「${download}」` },
    ]);
  });

  it('has a detail that stays short', async () => {
    const long = 'x'.repeat(5_000);
    const press = { ...presses(), lines: [obstacle('automation-missing', `a\r\n\tb ${long}`)], end: 0 };
    const bench = await drive(args, [finds, opens, watches, press, messages({ end: 1 })]);
    await story(bench);
    expect(bench.lines.at(-1)?.['message']).toMatch(/^a b x{190,200}$/);
  });
});
