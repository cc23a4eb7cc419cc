import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { ScriptName } from '../../src/ports/windows/powershell/script.ts';
import { scriptNames, sentScript } from '../ports/windows/powershell/sent.ts';
import { checkScripts, type Checked } from './checker/check.ts';
import { mistakes, sound } from './checker/samples.ts';

/** Each compiles once: another time would be another program (csc.exe), and files in %TEMP%. */
const compiling: ReadonlySet<ScriptName> = new Set([
  'open-tool',
  'press-button',
  'press-by-message',
  'watch-tool',
  'file-holders',
  'selftest',
  'selftest-windows',
]);

const parts = inject('checker');
const describeChecker = parts === null ? describe.skip : describe;

describeChecker('Windows PowerShell 5.1', () => {
  const scripts = {
    ...Object.fromEntries(scriptNames.map((name) => [name, sentScript(name)])),
    ...Object.fromEntries([...mistakes.map(({ script }) => script), ...sound].map((script) => [script, script])),
  };
  let checked: ReadonlyMap<string, Checked> = new Map();
  beforeAll(async () => {
    if (parts !== null) checked = await checkScripts(parts, scripts);
    // All in one start: on a busy machine that takes longer than the others.
  }, 180_000);

  test.each(scriptNames)('has all that %s asks for, as it is sent', (name) => {
    expect(checked.get(name)?.problems).toEqual([]);
  });

  test.each(scriptNames)('is asked to compile for %s once at most', (name) => {
    expect(checked.get(name)?.compiled).toBe(compiling.has(name) ? 1 : 0);
  });

  test('writes work files where docs/windows.md says', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/windows.md'), 'utf8');
    const row = page.split('\n').find((line) => line.startsWith('| `%TEMP%`')) ?? '';
    const named = scriptNames.filter((name) => row.includes(`\`${name}\``));
    expect(named).toEqual(scriptNames.filter((name) => (checked.get(name)?.compiled ?? 0) > 0));
  });

  test.each(mistakes.map((mistake) => ({ ...mistake, shown: JSON.stringify(mistake.script) })))(
    'has not $shown',
    ({ script, line, problem }) => {
      expect(checked.get(script)?.problems).toEqual([{ line, problem: expect.stringContaining(problem) as unknown }]);
    },
  );

  test.each(sound)('has %s', (script) => {
    expect(checked.get(script)?.problems).toEqual([]);
  });

  test('is seen to compile each C#, and no assembly that is only loaded', () => {
    expect(checked.get(sound[0])?.compiled).toBe(2);
  });
});
