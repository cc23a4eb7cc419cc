import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drive,
  end,
  finds,
  found,
  messages,
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
import { pathFromCommandLine } from '../../../../src/ports/windows/tool-driver/show-record.ts';

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
      [
        finds,
        opens,
        watches,
        { ...presses(record), lines: [obstacle('button-not-found')], end: 0 },
        messages({ input: { buttonName: record }, lines: [obstacle('button-not-found')], end: 0 }),
      ],
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
    const second = messages({ input: { buttonName: record }, end: 1 });
    const bench = await drive(args, [finds, opens, watches, presses(record), second]);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(bench.isDone()).toBe(false);
    await bench.say('press-button', obstacle('window-not-found'));
    await bench.exit('press-button', 0);
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

const notepadPath = 'C:\\Windows\\System32\\notepad.exe';
const excel = '"C:\\Program Files\\Microsoft Office\\Office16\\EXCEL.EXE"';
const file = 'C:\\ProgramData\\OQS\\record.csv';
const spaced = 'C:\\Program Files\\OQS\\配信 実績.txt';

describe('the file on a command line', () => {
  it.each([
    [`${notepadPath} ${file}`, file],
    [`"${notepadPath}" "${file}"`, file],
    [`"${notepadPath}"  "${spaced}"  `, spaced],
    ['notepad C:\\a.txt', 'C:\\a.txt'],
    // The association of .txt, `NOTEPAD.EXE %1`, puts no quotation marks around the path.
    [`"${notepadPath}" ${spaced}`, spaced],
    [`${notepadPath} ${spaced}`, spaced],
    ['C:\\Program Files\\Viewer 2\\view.exe C:\\a.log', 'C:\\a.log'],
    [`C:\\Program Files\\Viewer 2\\VIEW.EXE ${spaced}`, spaced],
    ['notepad C:\\OQS Ver.5 データ\\a.txt', 'C:\\OQS Ver.5 データ\\a.txt'],
    [`${excel} /dde "${spaced}"`, spaced],
    [`${excel} /e ${file}`, file],
    [`${notepadPath} /A ${spaced}`, spaced],
    [`${notepadPath} ${spaced} /p`, spaced],
    [`"msedge.exe" --single-argument ${file}`, file],
    [`"viewer.exe" -n "${file}"`, file],
    ['notepad C:/OQS/a.csv', 'C:/OQS/a.csv'],
  ])('%s', (commandLine, path) => {
    expect(pathFromCommandLine(commandLine)).toBe(path);
  });

  it.each<readonly [string, string]>([
    ['nothing', ''],
    ['only a program', notepadPath],
    ['only a program in quotes', `"${notepadPath}"`],
    ['only options', `${excel} /dde`],
    ['a dash', `${notepadPath} -`],
    ['a relative path: nobody knows from where', 'notepad record.txt'],
    ['a folder', 'explorer.exe C:\\OQS\\'],
    ['a folder in quotes', 'explorer.exe "C:\\OQS"'],
    ['a file that is only pointed at', `explorer.exe /select,"${file}"`],
    ['two files', `${notepadPath} C:\\a.txt C:\\b.txt`],
    ['two files in quotes', `${excel} "C:\\a.csv" "C:\\b.csv"`],
    ['two files, one in quotes', `${excel} C:\\a.csv "C:\\b.csv"`],
    ['what may be one file or two', 'notepad C:\\a.txt b.txt'],
    ['what may be a file and an option', 'notepad C:\\my a.txt -x'],
    ['a file inside an option', 'chrome.exe --database=C:\\a.db'],
    ['a program that runs another', `cmd.exe /c start "" "${file}"`],
    ['a program that calls a library', `rundll32.exe shell32.dll,OpenAs_RunDLL ${file}`],
    ['an open quotation mark', 'notepad "C:\\a.txt'],
    ['an address', 'msedge.exe "file:///C:/a.html"'],
    ['a file of another computer', 'notepad "\\\\server\\共有\\a.csv"'],
    ['a file of another computer without quotes', 'notepad \\\\server\\share\\a.csv'],
    ['a device', 'notepad \\\\.\\COM1.txt'],
    ['a stream', 'notepad C:\\a.txt:b.txt'],
    ['a path with what no name has', 'notepad "C:\\a|b.txt"'],
    ['a path with control characters', 'notepad "C:\\a\u0007.txt"'],
    ['a file without an extension', 'notepad C:\\OQS\\record'],
    ...['exe', 'EXE', 'cmd', 'bat', 'ps1', 'vbs', 'js', 'dll', 'lnk', 'msi', 'msc', 'hta'].map(
      (extension) => [`something to run: ${extension}`, `shell.exe "C:\\a b.${extension}"`] as const,
    ),
  ])('is not made up from %s', (_, commandLine) => {
    expect(pathFromCommandLine(commandLine)).toBeNull();
  });

  it('is a part of the command line, whatever that is', () => {
    const piece = fc.constantFrom('"', ' ', 'C:\\', '\\\\s\\', 'a', '.txt', '.exe', '/p', '-x', ':', '配信');
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (commandLine) => {
        const path = pathFromCommandLine(commandLine) ?? '';
        expect(commandLine.replaceAll('"', '')).toContain(path);
      }),
      { numRuns: 2_000 },
    );
  });
});
