import { describe, expect, it } from 'vitest';
import {
  drive,
  end,
  finds,
  found,
  obstacle,
  opens,
  pressed,
  presses,
  pressing,
  record,
  watches,
  window,
  type Bench,
} from './bench.ts';
import { faultEnd, type ExpectedScript } from './fake-powershell.ts';

const args = ['show-record'];
const path = 'C:\\ProgramData\\OQS\\record.csv';
const viewer = (commandLine: string | null, program = 'C:\\Windows\\System32\\notepad.exe') => ({
  type: 'viewer',
  program,
  commandLine,
});
const notepad = (file: string) => viewer(`"C:\\Windows\\System32\\notepad.exe" ${file}`);

async function afterPress(config: object = {}): Promise<Bench> {
  const bench = await drive(args, [finds, opens, watches, presses(record)], config);
  await bench.say('press-button', pressing);
  return bench;
}

async function pathOf(bench: Bench): Promise<unknown> {
  expect(await bench.exitCode()).toBe(0);
  const [last] = bench.lines.slice(-1);
  expect(last?.['type']).toBe('record');
  return last?.['path'];
}

describe('the path of the record', () => {
  it('is that of the file in the viewer that opens', async () => {
    const bench = await afterPress();
    await bench.say('press-button', pressed);
    await bench.exit('press-button', 0);
    await bench.after(3_000);
    await bench.say('watch-tool', notepad(path));
    expect(bench.isDone()).toBe(false);
    await bench.after(2_000);
    expect(await pathOf(bench)).toBe(path);
    expect(bench.run('watch-tool').killed).toBe(true);
  });

  it('is learned as well where the press blocks, and where the viewer is faster than the word of the press', async () => {
    const bench = await drive(args, [finds, opens, watches, presses(record)]);
    await bench.say('watch-tool', notepad(path));
    await bench.after(20_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('press-button', pressing);
    await bench.after(2_000);
    expect(await pathOf(bench)).toBe(path);
    expect(bench.run('press-button').killed).toBe(true);
  });

  it.each([
    ['no viewer opens', []],
    ['the viewer does not tell its command line', [viewer(null)]],
    ['the viewer names no file', [notepad('')]],
    ['the viewer names two files', [notepad(`"${path}" "C:\\b.csv"`)]],
    ['two viewers open two files', [notepad(path), notepad('C:\\b.csv')]],
    ['the record opens in a window of the tool', [window('w9', '配信実績', { texts: ['顔認証 5.1.0'] })]],
  ])('is not made up where %s', async (_, lines) => {
    const bench = await afterPress();
    await bench.say('watch-tool', ...lines);
    await bench.after(20_000);
    expect(await pathOf(bench)).toBeNull();
  });

  it('is told once for one file in two viewers, and beside programs that name none', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', viewer('cmd.exe /c start', 'cmd.exe'), notepad(path), notepad(`"${path}"`));
    await bench.after(2_000);
    expect(await pathOf(bench)).toBe(path);
  });

  it('waits anew after each file, so that a second one makes it doubtful', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', notepad(path));
    await bench.after(1_500);
    await bench.say('watch-tool', notepad('C:\\b.csv'));
    await bench.after(1_999);
    expect(bench.isDone()).toBe(false);
    await bench.after(1);
    expect(await pathOf(bench)).toBeNull();
  });

  it('stands when the tool ends after the viewer has opened', async () => {
    const bench = await afterPress();
    await bench.say('watch-tool', notepad(path), { type: 'process-ended' });
    expect(await pathOf(bench)).toBe(path);
  });
});

describe('no record', () => {
  it.each<[string, readonly ExpectedScript[], string]>([
    ['there is no tool', [{ name: 'find-tool', lines: [end], end: 0 }], 'tool-not-found'],
    [
      'two programs may be it',
      [{ name: 'find-tool', lines: [found('folder'), found('folder', 'D:\\x.exe'), end], end: 0 }],
      'several-tools',
    ],
    [
      'the session is cut off',
      [finds, { ...opens, lines: [obstacle('session-disconnected')] }],
      'session-disconnected',
    ],
    ['its windows cannot be read', [finds, opens, { name: 'watch-tool', end: 1 }], 'powershell-silent'],
    [
      'the button is not there',
      [finds, opens, watches, { ...presses(record), lines: [obstacle('button-not-found')], end: 0 }],
      'button-not-found',
    ],
    [
      'the press never begins',
      [finds, opens, watches, { ...presses(record), end: faultEnd('timed-out') }],
      'powershell-silent',
    ],
  ])('where %s: it says so', async (_, scripts, name) => {
    const bench = await drive(args, scripts);
    expect(await bench.exitCode()).toBe(3);
    expect(bench.lines.at(-1)).toMatchObject({ type: 'obstacle', obstacle: name });
  });

  it('where the tool ends while the button is looked for: the press says why', async () => {
    const bench = await drive(args, [finds, opens, watches, presses(record)]);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(bench.isDone()).toBe(false);
    await bench.say('press-button', obstacle('window-not-found'));
    expect(await bench.exitCode()).toBe(3);
    expect(bench.lines.at(-1)).toMatchObject({ type: 'obstacle', obstacle: 'window-not-found' });
  });

  it.each(['process-ended', 'lost'])('where the tool is gone after the press: %s', async (how) => {
    const bench = await afterPress();
    if (how === 'lost') await bench.exit('watch-tool', 1);
    else await bench.say('watch-tool', { type: 'process-ended' });
    expect(await bench.exitCode()).toBe(1);
    expect(bench.lines.map(({ type }) => type)).not.toContain('record');
  });
});
