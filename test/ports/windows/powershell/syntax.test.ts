import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadScript, MAX_SCRIPT_LENGTH, type ScriptName } from '../../../../src/ports/windows/powershell/script.ts';
import { cmdlets, commonParameters } from '../../../powershell/checker/cmdlets.ts';
import { createSyntaxReader, type SyntaxFindings } from './grammar.ts';
import { scriptFolder, scriptNames, sentScript } from './sent.ts';

const knownParameters = new Set([...commonParameters, ...Object.values(cmdlets).flat()].map((name) => `-${name}`));
/** Each script grows with what is learned about terminals: this much must be left. */
const ROOM = 600;

let read: (script: string) => SyntaxFindings;
beforeAll(async () => {
  read = await createSyntaxReader();
});

describe.each(scriptNames)('%s', (name) => {
  test('follows the grammar, as it is written and as it is sent', () => {
    expect(read(loadScript(scriptFolder, name)).errors).toEqual([]);
    expect(read(sentScript(name)).errors).toEqual([]);
  });

  test('has nothing that Windows PowerShell 5.1 does not know', () => {
    const { tooNew, parameters } = read(sentScript(name));
    expect(tooNew).toEqual([]);
    expect(parameters.filter((parameter) => !knownParameters.has(parameter))).toEqual([]);
  });

  test('calls commands by their whole names, and only functions of its own or commands of both PowerShells', () => {
    const script = sentScript(name);
    const own = new Set([...script.matchAll(/^function ([\w-]+)/gm)].map((match) => match[1]));
    const unknown = read(script).commands.filter((command) => !own.has(command) && !Object.hasOwn(cmdlets, command));
    expect(unknown).toEqual([]);
  });

  test('fits on a command line with its longest input and room to grow, and ends with its own exit code', () => {
    expect(MAX_SCRIPT_LENGTH - sentScript(name).length).toBeGreaterThanOrEqual(ROOM);
    expect(sentScript(name).trimEnd()).toMatch(/\nexit 0$/);
  });
});

test("the survey's script compiles nothing, loads no UI Automation and starts no program", () => {
  const script = sentScript('system-report');
  const costly = (name: ScriptName) =>
    read(sentScript(name)).commands.filter((one) => /^(?:Add-Type|Start-)/.test(one));
  expect(costly('system-report')).toEqual([]);
  expect(costly('press-button')).toContain('Add-Type');
  expect(script).not.toMatch(/UIAutomation|DllImport|& ["']/);
});

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
    expect(read(`${loadScript(scriptFolder, 'press-button')}\n${broken}`).errors).not.toEqual([]);
  });

  test.each(['a && b', 'a || b', '$x = $a ?? 1', '$a ??= 1', '$x = $a ? 1 : 2', '$x = ${a}?.b', '$x = ${a}?[0]'])(
    'on what only PowerShell 7 knows: %s',
    (script) => {
      const { errors, tooNew } = read(script);
      expect(errors.length + tooNew.length).toBeGreaterThan(0);
    },
  );

  test('on a script that has lost a bracket on its way', () => {
    for (const name of scriptNames) {
      const script = loadScript(scriptFolder, name);
      const at = script.lastIndexOf('}');
      expect(read(script.slice(0, at) + script.slice(at + 1)).errors).not.toEqual([]);
    }
  });

  test('on aliases', () => {
    expect(read('gwmi Win32_Process | % { $_ }').commands).toEqual(expect.arrayContaining(['gwmi', '%']));
  });
});

test('the files are ASCII: no editor and no code page changes them', () => {
  const files = readdirSync(scriptFolder).filter((file) => file.endsWith('.ps1'));
  expect(files.length).toBeGreaterThan(10);
  const strange = files.filter((file) => !/^[\n\x20-\x7e]*$/.test(readFileSync(join(scriptFolder, file), 'utf8')));
  expect(strange).toEqual([]);
});
