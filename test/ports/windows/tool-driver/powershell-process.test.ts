import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CommandEvent } from '../../../../src/ports/ports.ts';
import {
  createPowershellRunner,
  type PowershellRun,
} from '../../../../src/ports/windows/tool-driver/powershell-process.ts';

const input = { processId: 1, everyMilliseconds: 500 };
/** Longer than any of these programs needs, even on a busy machine. */
const PATIENCE_MS = 20_000;

let folder = '';
let standIn = '';

/** In place of PowerShell a program that takes its arguments, and runs what it is given as JavaScript. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-powershell-'));
  standIn = join(folder, 'powershell.mjs');
  const program = [
    `#!${process.execPath}`,
    "import { createRequire } from 'node:module';",
    "const text = Buffer.from(process.argv.at(-1), 'base64').toString('utf16le');",
    "new Function('require', 'args', text.slice(text.indexOf('//js')))(createRequire(import.meta.url), process.argv.slice(2));",
  ];
  writeFileSync(standIn, program.join('\n'));
  chmodSync(standIn, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(source: string, limitMs = PATIENCE_MS, file = standIn): PowershellRun {
  const script = (name: string) => (name === 'watch-tool' ? `//js\n${source}` : '');
  return createPowershellRunner({ file, script }).start('watch-tool', input, limitMs);
}

async function all(run: PowershellRun): Promise<readonly CommandEvent[]> {
  const events: CommandEvent[] = [];
  for await (const event of run.events) events.push(event);
  return events;
}

const line = (text: string) => ({ type: 'line', text });
const fault = (code: string) => ({ type: 'fault', fault: { code } });
const mark = (name: string) => join(folder, name);
const writeMark = (name: string) =>
  `require('node:fs').writeFileSync(${JSON.stringify(mark(name))}, String(process.pid));`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

// The stand-in is a script with a first line that says who runs it, which Windows does not know.
describe.skipIf(process.platform === 'win32')('a PowerShell of its own', () => {
  it('gives the lines as they come, and the exit code', async () => {
    const run = start(
      'process.stdout.write(\'{"a":1}\\r\\n\\n{"b"\'); setTimeout(() => { console.log(\':2}\'); process.exitCode = 2; }, 50)',
    );
    expect(await all(run)).toEqual([line('{"a":1}'), line('{"b":2}'), { type: 'exit', exitCode: 2 }]);
  });

  it('has the script and its input as one encoded argument, no profile, no input, and MTA', async () => {
    const run = start(
      "console.log(JSON.stringify(args.slice(0, -1))); process.stdin.resume().on('end', () => console.log('no input'))",
    );
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Mta', '-EncodedCommand'];
    expect(await all(run)).toEqual([line(JSON.stringify(args)), line('no input'), { type: 'exit', exitCode: 0 }]);
  });

  it('is not read in its errors, which may be CLIXML', async () => {
    const run = start("process.stderr.write('#< CLIXML\\r\\n'.repeat(10_000)); console.log('done')");
    expect(await all(run)).toEqual([line('done'), { type: 'exit', exitCode: 0 }]);
  });

  it('that is a stub ends without a line', async () => {
    expect(await all(start(''))).toEqual([{ type: 'exit', exitCode: 0 }]);
  });

  it('is killed when its time is up; what it said before still comes', async () => {
    const run = start(`${writeMark('limit')} console.log('last words'); setInterval(() => undefined, 1000)`, 2_000);
    expect(await all(run)).toMatchObject([line('last words'), fault('timed-out')]);
    expect(isAlive(Number(readFileSync(mark('limit'), 'utf8')))).toBe(false);
  });

  it('is killed when asked, any number of times, and without what it has started', async () => {
    const child = `require('node:fs').writeFileSync(${JSON.stringify(mark('tool'))}, String(process.pid)); setInterval(() => undefined, 1000)`;
    const run = start(
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore', detached: true }).unref();
      ${writeMark('killed')} console.log('up'); setInterval(() => undefined, 1000)`,
    );
    const events = all(run);
    await vi.waitFor(() => expect(existsSync(mark('tool')) && existsSync(mark('killed'))).toBe(true), PATIENCE_MS);
    run.kill();
    run.kill();
    expect(await events).toMatchObject([line('up'), fault('cancelled')]);
    const tool = Number(readFileSync(mark('tool'), 'utf8'));
    try {
      expect(isAlive(Number(readFileSync(mark('killed'), 'utf8')))).toBe(false);
      expect(isAlive(tool)).toBe(true);
    } finally {
      process.kill(tool, 'SIGKILL');
    }
    run.kill();
  });

  it('that is killed at once never runs', async () => {
    const run = start(writeMark('never'));
    run.kill();
    expect(await all(run)).toMatchObject([fault('cancelled')]);
    expect(existsSync(mark('never'))).toBe(false);
  });

  it('that dies by itself has crashed', async () => {
    expect(await all(start("process.kill(process.pid, 'SIGKILL')"))).toMatchObject([fault('crashed')]);
  });

  it('that is not there, or may not be started, is a fault', async () => {
    expect(await all(start('', PATIENCE_MS, join(folder, 'nowhere.exe')))).toMatchObject([fault('absent')]);
    const barred = join(folder, 'barred.exe');
    writeFileSync(barred, '');
    chmodSync(barred, 0o600);
    expect(await all(start('', PATIENCE_MS, barred))).toMatchObject([fault('denied')]);
  });

  it('is a fault where the script is too long or not there', async () => {
    expect(await all(start('x'.repeat(20_000)))).toMatchObject([fault('failed')]);
    const script = () => {
      throw new Error('ENOENT');
    };
    const run = createPowershellRunner({ file: standIn, script }).start('watch-tool', input, PATIENCE_MS);
    expect(await all(run)).toMatchObject([fault('failed')]);
  });
});
