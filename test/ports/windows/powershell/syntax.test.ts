import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  loadScript,
  MAX_SCRIPT_LENGTH,
  powershellArguments,
  type ScriptName,
} from '../../../../src/ports/windows/powershell/script.ts';
import { createSyntaxReader, type SyntaxFindings } from './grammar.ts';

const folder = join(import.meta.dirname, '../../../../src/ports/windows/powershell');
/** The longest input that a script is given: paths of Windows end at 260 characters. */
const path = 'あ'.repeat(80);
const inputs = {
  'find-tool': { path, toolName: path, folders: [path, path, path] },
  'open-tool': { path, program: path, toolName: path, waitSeconds: 60 },
  'press-button': { processId: 2 ** 31, buttonName: '今すぐダウンロード', automationId: path },
  'watch-tool': { processId: 2 ** 31, everyMilliseconds: 1000 },
  'set-clipboard': { textBase64: 'A'.repeat(4000) },
  'open-document': { path: path + path },
  'file-holders': { path: path + path },
  rights: { paths: Array.from({ length: 5 }, () => 'あ'.repeat(260)) },
  selftest: { changes: false },
  'selftest-windows': { processId: 2 ** 31 - 1 },
  'system-report': { readerDevice: path, path, toolName: path, folders: [path, path, path] },
} as const satisfies Record<ScriptName, object>;
const names = [
  'find-tool',
  'open-tool',
  'press-button',
  'watch-tool',
  'set-clipboard',
  'open-document',
  'file-holders',
  'rights',
  'selftest',
  'selftest-windows',
  'system-report',
] as const;

/** The script as powershell.exe gets it. */
const encoded = (name: ScriptName, script = loadScript(folder, name)) =>
  Buffer.from(powershellArguments(script, inputs[name]).at(-1) ?? '', 'base64').toString('utf16le');

let read: (script: string) => SyntaxFindings;
beforeAll(async () => {
  read = await createSyntaxReader();
});

describe.each(names)('%s', (name) => {
  test('follows the grammar, as it is written and as it is sent', () => {
    expect(read(loadScript(folder, name)).errors).toEqual([]);
    expect(read(encoded(name)).errors).toEqual([]);
  });

  test('has nothing that Windows PowerShell 5.1 does not know', () => {
    const { tooNew, parameters } = read(encoded(name));
    expect(tooNew).toEqual([]);
    const onlyInSeven = /^-(parallel|asarray|ashashtable|escapehandling|asutc|asbytestream)$/i;
    expect(parameters.filter((parameter) => onlyInSeven.test(parameter))).toEqual([]);
  });

  test('calls commands by their whole names, and only functions of its own or commands of both PowerShells', () => {
    const script = encoded(name);
    const own = new Set([...script.matchAll(/^function ([\w-]+)/gm)].map((match) => match[1]));
    const unknown = read(script).commands.filter((command) => !own.has(command) && !known.has(command));
    expect(unknown).toEqual([]);
  });

  test('fits on a command line with its longest input, and ends with its own exit code', () => {
    expect(encoded(name).length).toBeLessThanOrEqual(MAX_SCRIPT_LENGTH);
    expect(encoded(name).trimEnd()).toMatch(/\nexit 0$/);
  });
});

test("the survey's script compiles nothing, loads no UI Automation and starts no program", () => {
  const script = encoded('system-report');
  const costly = (name: ScriptName) => read(encoded(name)).commands.filter((one) => /^(?:Add-Type|Start-)/.test(one));
  expect(costly('system-report')).toEqual([]);
  expect(costly('press-button')).toContain('Add-Type');
  expect(script).not.toMatch(/UIAutomation|DllImport|& ["']/);
});

/** Commands of Windows PowerShell 5.1 that PowerShell 7 on Windows has as well. */
const known = new Set(
  `Add-Type ConvertFrom-Json ForEach-Object Get-ChildItem Get-CimInstance Get-Clipboard
   Get-Acl Get-ItemProperty Get-Process Get-WinEvent New-Object Select-Object Set-Clipboard Sort-Object Split-Path
   Start-Process Start-Sleep Test-Path Where-Object Write-Host`.split(/\s+/),
);

describe('the check can fail', () => {
  test.each([
    'if ($x) {',
    'if ($x { 1 }',
    '$a = @{ b = 1',
    'Write-Host "abc',
    '$x = [int',
    'foreach ($x $y) { }',
    '$x -eq',
    'function Get-It($x { $x }',
  ])('on %s', (broken) => {
    expect(read(broken).errors).not.toEqual([]);
    // And in the midst of a real script.
    expect(read(`${loadScript(folder, 'press-button')}\n${broken}`).errors).not.toEqual([]);
  });

  test.each(['a && b', 'a || b', '$x = $a ?? 1', '$a ??= 1', '$x = $a ? 1 : 2', '$x = ${a}?.b', '$x = ${a}?[0]'])(
    'on what only PowerShell 7 knows: %s',
    (script) => {
      const { errors, tooNew } = read(script);
      expect(errors.length + tooNew.length).toBeGreaterThan(0);
    },
  );

  test('on a script that has lost a bracket on its way', () => {
    for (const name of names) {
      const script = loadScript(folder, name);
      const at = script.lastIndexOf('}');
      expect(read(script.slice(0, at) + script.slice(at + 1)).errors).not.toEqual([]);
    }
  });

  test('on aliases', () => {
    expect(read('gwmi Win32_Process | % { $_ }').commands).toEqual(expect.arrayContaining(['gwmi', '%']));
  });
});

test('the files are ASCII: no editor and no code page changes them', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ps1'));
  expect(files.length).toBeGreaterThan(10);
  const strange = files.filter((file) => !/^[\n\x20-\x7e]*$/.test(readFileSync(join(folder, file), 'utf8')));
  expect(strange).toEqual([]);
});
