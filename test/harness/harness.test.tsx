import { describe, expect, it } from 'vitest';
import { startInPty } from './pty.ts';
import { VirtualTerminal } from './virtual-terminal.ts';

const node = process.execPath;

describe('virtual terminal', () => {
  it('shows what is written, wide characters as two cells', async () => {
    const terminal = new VirtualTerminal({ columns: 20, rows: 3 });
    await terminal.write('\u001B[1;31m版\u001B[0m 5.1\r\n次');
    expect(terminal.screen()).toEqual(['版 5.1', '次', '']);
    expect(terminal.cellAt(0, 0)).toMatchObject({ text: '版', width: 2, bold: true, color: 1 });
    expect(terminal.cellAt(1, 0)).toMatchObject({ text: '', width: 0 });
    expect(terminal.cellAt(2, 0)).toMatchObject({ text: ' ', width: 1, bold: false, color: null });
    expect(terminal.cellAt(99, 0)).toBeNull();
    expect(terminal.cursor).toEqual({ column: 2, row: 1 });
  });

  it('knows the alternate screen and the wrap mode', async () => {
    const terminal = new VirtualTerminal({ columns: 4, rows: 3 });
    expect([terminal.alternate, terminal.wraps]).toEqual([false, true]);
    await terminal.write('\u001B[?1049h\u001B[?7l\u001B[Habcdefg');
    expect([terminal.alternate, terminal.wraps]).toEqual([true, false]);
    expect(terminal.screen()).toEqual(['abcg', '', '']);
  });

  it.each([
    ['narrow', 'a○b'],
    ['wide', 'a○b'],
  ] as const)('draws characters of open width %s', async (ambiguous, text) => {
    const terminal = new VirtualTerminal({ columns: 10, rows: 2, ambiguous });
    await terminal.write('a○b');
    expect(terminal.screen()[0]).toBe(text);
    expect(terminal.cursor.column).toBe(ambiguous === 'wide' ? 4 : 3);
  });
});

describe('pty', () => {
  const echo = `
    process.stdin.setRawMode(true);
    process.stdin.on('data', (data) => {
      if (data.includes(3)) process.exit(5);
      process.stdout.write('got ' + data.toString('hex') + '\\r\\n');
    });
    process.stdout.on('resize', () => process.stdout.write('now ' + process.stdout.columns + '\\r\\n'));
    process.stdout.write('ready ' + process.stdout.columns + 'x' + process.stdout.rows + ' ' + process.env.GREETING + '\\r\\n');
  `;

  it('starts a program, presses keys, resizes, and sees how it ends', async () => {
    await using program = startInPty(node, ['-e', echo], { columns: 60, rows: 10, env: { GREETING: '版' } });
    await program.waitFor('ready 60x10 版');
    program.press('down');
    await program.waitFor('got 1b5b42');
    program.type('9y');
    await program.waitFor(/got 3979/);
    program.resize(50, 9);
    await program.waitFor(({ screen }) => screen.includes('now 50'));
    program.press('ctrl-c');
    expect(await program.waitForExit()).toEqual({ exitCode: 5, signal: 0 });
    expect(program.output).toContain('ready');
  });

  it('shows the screen when what is waited for does not come', async () => {
    await using program = startInPty(node, ['-e', echo], { columns: 60, rows: 10 });
    await program.waitFor('ready');
    await expect(program.waitFor('never', { timeout: 50, describe: 'the impossible' })).rejects.toThrow(
      /waited 50 ms for the impossible[^]*\|ready 60x10/,
    );
  });

  it('says so when the program ends first', async () => {
    await using program = startInPty(node, ['-e', 'process.stdout.write("bye"); process.exitCode = 3'], {
      columns: 60,
      rows: 10,
    });
    await expect(program.waitFor('never')).rejects.toThrow(/ended with 3[^]*\|bye/);
    expect(await program.exit).toEqual({ exitCode: 3, signal: 0 });
  });

  it('can kill it', async () => {
    await using program = startInPty(node, ['-e', echo], { columns: 60, rows: 10 });
    await program.waitFor('ready');
    program.kill('SIGKILL');
    expect((await program.waitForExit()).signal).toBe(9);
  });
});
