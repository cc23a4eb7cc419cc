import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathFromCommandLine } from '../../../../src/ports/windows/tool-driver/path-from-command-line.ts';

const notepad = 'C:\\Windows\\System32\\notepad.exe';
const excel = '"C:\\Program Files\\Microsoft Office\\Office16\\EXCEL.EXE"';
const file = 'C:\\ProgramData\\OQS\\record.csv';
const spaced = 'C:\\Program Files\\OQS\\配信 実績.txt';

describe('the file on a command line', () => {
  it.each([
    [`${notepad} ${file}`, file],
    [`"${notepad}" "${file}"`, file],
    [`"${notepad}"  "${spaced}"  `, spaced],
    ['notepad C:\\a.txt', 'C:\\a.txt'],
    // The association of .txt, `NOTEPAD.EXE %1`, puts no quotation marks around the path.
    [`"${notepad}" ${spaced}`, spaced],
    [`${notepad} ${spaced}`, spaced],
    ['C:\\Program Files\\Viewer 2\\view.exe C:\\a.log', 'C:\\a.log'],
    [`C:\\Program Files\\Viewer 2\\VIEW.EXE ${spaced}`, spaced],
    ['notepad C:\\OQS Ver.5 データ\\a.txt', 'C:\\OQS Ver.5 データ\\a.txt'],
    [`${excel} /dde "${spaced}"`, spaced],
    [`${excel} /e ${file}`, file],
    [`${notepad} /A ${spaced}`, spaced],
    [`${notepad} ${spaced} /p`, spaced],
    [`"msedge.exe" --single-argument ${file}`, file],
    [`"viewer.exe" -n "${file}"`, file],
    ['notepad "\\\\server\\共有\\a.csv"', '\\\\server\\共有\\a.csv'],
    ['notepad \\\\server\\share\\a.csv', '\\\\server\\share\\a.csv'],
    ['notepad C:/OQS/a.csv', 'C:/OQS/a.csv'],
  ])('%s', (commandLine, path) => {
    expect(pathFromCommandLine(commandLine)).toBe(path);
  });

  it.each<readonly [string, string]>([
    ['nothing', ''],
    ['only a program', notepad],
    ['only a program in quotes', `"${notepad}"`],
    ['only options', `${excel} /dde`],
    ['a dash', `${notepad} -`],
    ['a relative path: nobody knows from where', 'notepad record.txt'],
    ['a folder', 'explorer.exe C:\\OQS\\'],
    ['a folder in quotes', 'explorer.exe "C:\\OQS"'],
    ['a file that is only pointed at', `explorer.exe /select,"${file}"`],
    ['two files', `${notepad} C:\\a.txt C:\\b.txt`],
    ['two files in quotes', `${excel} "C:\\a.csv" "C:\\b.csv"`],
    ['two files, one in quotes', `${excel} C:\\a.csv "C:\\b.csv"`],
    ['what may be one file or two', 'notepad C:\\a.txt b.txt'],
    ['what may be a file and an option', 'notepad C:\\my a.txt -x'],
    ['a file inside an option', 'chrome.exe --database=C:\\a.db'],
    ['a program that runs another', `cmd.exe /c start "" "${file}"`],
    ['a program that calls a library', `rundll32.exe shell32.dll,OpenAs_RunDLL ${file}`],
    ['an open quotation mark', 'notepad "C:\\a.txt'],
    ['an address', 'msedge.exe "file:///C:/a.html"'],
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
