import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT_OFFSET, EXIT_OFFSET_VARIABLE, ownExitCodes } from '../../src/domain/answer-code.ts';
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
    const paths = commands.filter((line) => /node\\|app\\/.test(line) && !/^(echo|set "OQS_PART)/.test(line));
    expect(paths.length).toBeGreaterThan(0);
    for (const line of paths) {
      // Beside the launcher, never from the working directory, and always in quotes.
      expect(line.replaceAll(/"%~dp0(node\\node\.exe|app\\(main|restore)\.js)"/g, '')).not.toMatch(/[\\/]|%~/);
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

  it.each(launchers)('$name: forgets every NODE_ variable before Node is started', ({ commands }) => {
    const cleared = commands.indexOf(`for /f "delims==" %%v in ('set NODE_') do set "%%v="`);
    expect(cleared).toBeGreaterThan(0);
    expect(cleared).toBeLessThan(commands.findIndex((line) => line.startsWith('"%~dp0node')));
  });

  it.each([
    { name: 'check.cmd', parts: ['node\\node.exe', 'app\\main.js'] },
    {
      name: 'oqs-console.cmd',
      parts: ['node\\node.exe', 'app\\main.js', 'app\\restore.js'],
    },
  ])('$name: tests for its parts before it starts anything, and names what is missing', ({ name, parts }) => {
    const commands = commandsOf(name);
    const start = commands.findIndex((line) => /^("%~dp0node|start )/.test(line));
    const tested = commands.slice(0, start).flatMap((line, at) => {
      const part = /^set "OQS_PART=(.+)"$/.exec(line)?.[1];
      return part !== undefined && commands[at + 1] === 'if not exist "%~dp0%OQS_PART%" goto incomplete' ? [part] : [];
    });
    expect(tested).toEqual(parts);
    expect(commands.slice(commands.indexOf(':incomplete'))[1]).toContain('%OQS_PART% is missing');
  });

  it.each(launchers)('$name: passes on an exit code of ours, and none of anybody else', ({ commands }) => {
    const run = commands.findIndex((line) => line.startsWith('"%~dp0node\\node.exe" "%~dp0app\\main.js"'));
    expect(commands.slice(0, run)).toContain(`set "${EXIT_OFFSET_VARIABLE}=${String(EXIT_OFFSET)}"`);
    expect(commands[run + 1]).toBe('set "OQS_RAW=%ERRORLEVEL%"');
    const answer = commands.indexOf(`set /a OQS_CODE=OQS_RAW-${String(EXIT_OFFSET)}`);
    expect(commands[answer + 1]).toBe(`for %%c in (${ownExitCodes.join(' ')}) do if "%OQS_CODE%"=="%%c" exit /b %%c`);
    // What is left ends as a failure.
    const ends = commands.slice(answer + 2).flatMap((line) => /^exit \/b (.+)$/.exec(line)?.[1] ?? []);
    expect(new Set(ends)).toEqual(new Set(['70', '3']));
  });

  it.each(launchers)('$name: tells a monitor in its own words, on stdout', ({ name, commands }) => {
    const unknown = commands.indexOf(':unknown');
    expect(commands.slice(unknown + 1)).toEqual(['echo OQS UNKNOWN - %OQS_WHY%', 'exit /b 3']);
    const asked = commands.filter((line) => line.endsWith('goto unknown'));
    expect(new Set(asked)).toEqual(new Set(['if "%OQS_NAGIOS%"=="yes" goto unknown']));
    const others = commands.filter((line) => line.startsWith('echo ') && !line.includes('UNKNOWN'));
    // Without its parts there is no answer that a word of ours could spoil; from the console nobody takes one.
    const onStdout = name === 'check.cmd' ? ['echo oqs-console: %OQS_WHY%'] : [];
    expect(others.filter((line) => !line.endsWith('1>&2'))).toEqual(onStdout);
  });

  it('check.cmd asks nothing', () => {
    expect(commandsOf('check.cmd').join('\n')).not.toMatch(/\bpause\b|\bstart\b/);
  });

  it('oqs-console.cmd puts the window in order after the console', () => {
    const commands = commandsOf('oqs-console.cmd');
    const restore = commands.indexOf('"%~dp0node\\node.exe" "%~dp0app\\restore.js" %OQS_RAW% %OQS_OWN% %*');
    expect(restore).toBeGreaterThan(0);
    expect(commands.slice(restore + 1, restore + 4)).toEqual([
      'if errorlevel 1 pause >nul',
      // The launcher that opened this window tells whose code it is.
      'if "%OQS_OWN%"=="own" exit /b %OQS_RAW%',
      ':ended',
    ]);
    const opened = commands.findIndex((line) => line.startsWith('start '));
    expect(commands.slice(opened + 1, opened + 3)).toEqual(['set "OQS_RAW=%ERRORLEVEL%"', 'goto ended']);
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
