import { expect, test } from 'vitest';
import {
  MAX_SCRIPT_LENGTH,
  powershellArguments,
  withoutComments,
} from '../../../../src/ports/windows/powershell/script.ts';

/** What powershell.exe makes of its last argument. */
function decoded(args: readonly string[]): string {
  return Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
}

/** What `ConvertFrom-Json '…'` reads: the quoted text, where a doubled quote is one. */
function inputOf(script: string): unknown {
  const quoted = /^\$OqsInput = ConvertFrom-Json '(.*)'$/m.exec(script)?.[1] ?? '';
  expect(quoted.replaceAll("''", '')).not.toContain("'");
  return JSON.parse(quoted.replaceAll("''", "'"));
}

test('the script comes through encoding, with its quotes and its Japanese', () => {
  const args = powershellArguments('Write-Host \'今すぐ\' "x $y"\nexit 0', {});
  expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Mta', '-EncodedCommand']);
  expect(decoded(args).endsWith('\nWrite-Host \'今すぐ\' "x $y"\nexit 0')).toBe(true);
  expect(args.at(-1)).toMatch(/^[A-Za-z0-9+/]+=*$/);
});

test.each([
  { path: "C:\\Program Files\\O'QS\\'管理'.exe" },
  { name: '今すぐダウンロード', half: 'ｶﾅ', rare: '𠮷', quotes: '"\'‘’“”`$x' },
  { lines: 'a\r\nb\u2028c\u0000\u0007', list: ['', "''"], none: null, number: -1.5, yes: true },
])('the input comes through as it is, and nothing in it ends the string: %j', (input) => {
  const script = decoded(powershellArguments('exit 0', input));
  expect(inputOf(script)).toEqual(input);
  expect(script).toMatch(/^[\n\x20-\x7e]*$/);
});

test('comments and indentation stay at home, what the script says does not', () => {
  const script = "\uFEFF# About\r\n\r\nif ($x) {\r\n    # why\r\n    Write-Host '# no comment'\r\n}\r\n";
  expect(withoutComments(script)).toBe("if ($x) {\nWrite-Host '# no comment'\n}");
});

test('a script that does not fit on a command line is refused', () => {
  const room = MAX_SCRIPT_LENGTH - decoded(powershellArguments('', {})).length;
  const args = powershellArguments('x'.repeat(room), {});
  // CreateProcess takes 32,767 characters (learn.microsoft.com), the path and the other arguments among them.
  expect(args.join(' ').length).toBeLessThan(32_767 - 260);
  expect(() => powershellArguments('x'.repeat(room + 1), {})).toThrow(RangeError);
});
