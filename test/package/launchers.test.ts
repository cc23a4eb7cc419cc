import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchFile } from '../../scripts/package/windows-text.ts';

const folder = join(import.meta.dirname, '../../scripts/package/launchers');
const launchers = readdirSync(folder).map((name) => {
  const text = Buffer.from(batchFile(readFileSync(join(folder, name), 'utf8'))).toString('latin1');
  const commands = text.split('\r\n').filter((line) => line !== '' && !/^rem\b/.test(line));
  return { name, text, commands };
});

function commandsOf(name: string): readonly string[] {
  return launchers.find((each) => each.name === name)?.commands ?? [];
}

describe('the launchers', () => {
  it('are the two that the folder promises', () => {
    expect(launchers.map(({ name }) => name)).toEqual(['check.cmd', 'oqs-console.cmd']);
  });

  it.each(launchers)('$name: ASCII, and every line ends with CRLF', ({ text }) => {
    expect(text).toMatch(/^[\t\r\n\x20-\x7E]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it.each(launchers)('$name: works from any folder and in a folder of any name', ({ commands }) => {
    const paths = commands.filter((line) => /node\\|app\\/.test(line) && !line.startsWith('echo'));
    expect(paths.length).toBeGreaterThan(0);
    for (const line of paths) {
      // Beside the launcher, never from the working directory, and always in quotes.
      expect(line.replaceAll(/"%~dp0(node\\node\.exe|app\\(main|restore)\.js)"/g, '')).not.toMatch(
        /[\\/]|%~/,
      );
    }
    expect(commands[1]).toBe('setlocal EnableExtensions DisableDelayedExpansion');
    expect(commands.filter((line) => /^\s*\(|\(\s*$|\bcd\b|pushd/i.test(line))).toEqual([]);
  });

  it.each(launchers)('$name: writes nothing and leaves the code page alone', ({ commands }) => {
    expect(commands.filter((line) => /[^1-2]>(?!nul|&2)|\bchcp\b|\breg\b|\bcopy\b/i.test(line))).toEqual([]);
  });

  it.each(launchers)('$name: every label that is jumped to is there', ({ commands }) => {
    const wanted = commands.flatMap((line) => /\bgoto (\w+)/.exec(line)?.[1] ?? []);
    const labels = commands.flatMap((line) => /^:(\w+)/.exec(line)?.[1] ?? []);
    expect(new Set(wanted)).toEqual(new Set(labels));
  });

  it('check.cmd asks nothing and ends with the exit code of the check', () => {
    const commands = commandsOf('check.cmd');
    expect(commands.join('\n')).not.toMatch(/\bpause\b|\bstart\b/);
    const run = commands.indexOf('"%~dp0node\\node.exe" "%~dp0app\\main.js" check %*');
    expect(commands[run + 1]).toBe('exit /b %ERRORLEVEL%');
  });

  it('oqs-console.cmd puts the window in order after the console and ends with its exit code', () => {
    const commands = commandsOf('oqs-console.cmd');
    const run = commands.indexOf('"%~dp0node\\node.exe" "%~dp0app\\main.js" %*');
    expect(commands.slice(run + 1, run + 6)).toEqual([
      'set "OQS_CODE=%ERRORLEVEL%"',
      'if "%OQS_OWN%"=="" set "OQS_OWN=shared"',
      '"%~dp0node\\node.exe" "%~dp0app\\restore.js" %OQS_CODE% %OQS_OWN% %*',
      'if errorlevel 1 pause >nul',
      'exit /b %OQS_CODE%',
    ]);
  });

  it('oqs-console.cmd does not open windows without end', () => {
    const commands = commandsOf('oqs-console.cmd');
    const guard = commands.indexOf('if "%OQS_OWN%"=="own" goto run');
    const start = commands.findIndex((line) => line.startsWith('start '));
    expect(guard).toBeGreaterThan(0);
    expect(start).toBeGreaterThan(guard);
    expect(commands.indexOf('set "OQS_WINDOW=own"')).toBeLessThan(start);
  });
});

describe('a batch file', () => {
  it('with anything but ASCII is refused', () => {
    expect(() => batchFile('echo 再起動\n')).toThrow('"再"');
  });
});
