import { existsSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMachine, writeMachine } from '../../../src/ports/simulator/machine.ts';
import { workdirFiles } from '../../../src/ports/simulator/workdir.ts';
import { eventually, jsonLines, presses, run, start, terminalOf } from './harness.ts';

const PRESS = ['press', 'download-now'];

function isStaged(workdir: string): boolean {
  return existsSync(workdirFiles(workdir).staged);
}

describe('the management tool', () => {
  it('opens the record also where the console is not told its path', async () => {
    const workdir = terminalOf({ deliveryRecord: { path: null } });
    const { stdout } = await run(workdir, 'tool', ['show-record']);
    expect(jsonLines(stdout)).toEqual([
      { type: 'record', path: 'C:\\ProgramData\\OQS-Simulated\\delivery-record.csv' },
    ]);
  });

  it('has no window where it is not installed', async () => {
    const workdir = terminalOf({ tool: { installed: false } });
    expect((await run(workdir, 'tool', ['open'])).exitCode).not.toBe(0);
    expect(jsonLines((await run(workdir, 'tool', PRESS)).stdout).at(-1)).toMatchObject({
      outcome: 'window-missing',
    });
    expect(presses(workdir)).toEqual([]);
  });
});

describe('a press', () => {
  it.each([
    ['restart-required', true, true],
    ['already-latest', true, false],
    ['error', true, false],
    ['unknown-dialog', true, false],
    ['window-missing', false, false],
    ['button-missing', false, false],
  ])('that ends with %s: pressed %s, staged %s', async (outcome, pressed, staged) => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome, seconds: 0.1, message: '語る言葉' }] } });
    const { exitCode, stdout } = await run(workdir, 'tool', PRESS);
    expect(exitCode).toBe(0);
    expect(stdout.toString()).toMatch(/^[ -~\n]+$/);
    const lines = jsonLines(stdout);
    expect(lines[0]).toEqual({ type: 'step', step: 'opening' });
    expect(lines.at(-1)).toEqual({ type: 'finished', outcome, pressed, message: '語る言葉' });
    expect(lines.some((line) => JSON.stringify(line).includes('"pressed"}'))).toBe(pressed);
    expect(presses(workdir)).toEqual(
      pressed ? [{ at: '2026-01-20T08:10:00+09:00', press: 1, button: '今すぐダウンロード' }] : [],
    );
    expect(isStaged(workdir)).toBe(staged);
  });

  it('that crashes was pressed and ends without a word of its outcome', async () => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome: 'crash', seconds: 0.1 }] } });
    const { stdout } = await run(workdir, 'tool', PRESS);
    expect(stdout.toString()).toContain('"step":"pressed"');
    expect(stdout.toString()).not.toContain('finished');
    expect(presses(workdir)).toHaveLength(1);
  });

  it('that hangs was pressed, stays silent, and dies with the machine', async () => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome: 'hang', seconds: 0 }] } });
    const press = start(workdir, 'tool', PRESS);
    await eventually(() => press.output().includes('75%'), 'the last words');
    expect(press.child.exitCode).toBeNull();
    writeMachine(workdir, { ...readMachine(workdir), power: 'restarting' });
    const { exitCode, stdout } = await press.ended;
    expect(exitCode).not.toBe(0);
    expect(stdout.toString()).not.toContain('finished');
  });

  it('takes the tries one after the other, and the last one again and again', async () => {
    const downloadNow = [
      { outcome: 'error', seconds: 0 },
      { outcome: 'already-latest', seconds: 0 },
    ];
    const workdir = terminalOf({ tool: { downloadNow } });
    const outcomes: unknown[] = [];
    for (let press = 0; press < 3; press += 1)
      outcomes.push(jsonLines((await run(workdir, 'tool', PRESS)).stdout).at(-1));
    expect(outcomes).toMatchObject([
      { outcome: 'error' },
      { outcome: 'already-latest' },
      { outcome: 'already-latest' },
    ]);
    expect(presses(workdir)).toMatchObject([{ press: 1 }, { press: 2 }, { press: 3 }]);
  });

  it('goes on to its end when its reader dies and the window is closed', async () => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome: 'restart-required', seconds: 1 }] } });
    const press = start(workdir, 'tool', PRESS);
    await eventually(() => press.output().includes('"pressed"'), 'the press');
    press.child.stdout?.destroy();
    press.child.kill('SIGHUP');
    expect(await press.ended).toMatchObject({ exitCode: 0, signal: null });
    expect(isStaged(workdir)).toBe(true);
  });

  it('says evidently simulated words where the scenario gives none', async () => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome: 'error', seconds: 0 }] } });
    const [last] = jsonLines((await run(workdir, 'tool', PRESS)).stdout).slice(-1);
    expect(JSON.stringify(last)).toContain('(模擬)');
  });
});

describe('a press by hand', () => {
  it('is logged as such and brings what the next try would', async () => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome: 'error', seconds: 0 }] } });
    expect((await run(workdir, 'tool', ['press-by-hand'])).stdout).toHaveLength(0);
    expect(presses(workdir)).toMatchObject([{ press: 1, byHand: true }]);
    expect(isStaged(workdir)).toBe(false);
  });

  it('follows the opening of a tool whose button the console cannot find, once in a boot', async () => {
    const workdir = terminalOf({ tool: { downloadNow: [{ outcome: 'button-missing', seconds: 0 }] } });
    await run(workdir, 'tool', PRESS);
    expect(presses(workdir)).toEqual([]);
    await run(workdir, 'tool', ['open']);
    await eventually(() => isStaged(workdir), 'the delivery');
    rmSync(workdirFiles(workdir).staged);
    await run(workdir, 'tool', ['open']);
    await run(workdir, 'system', ['report']);
    expect(presses(workdir)).toMatchObject([{ byHand: true }]);
  });

  it('does not follow where the button can be found', async () => {
    const workdir = terminalOf();
    await run(workdir, 'tool', ['open']);
    await run(workdir, 'system', ['report']);
    expect(presses(workdir)).toEqual([]);
    expect(readFileSync(workdirFiles(workdir).machine, 'utf8')).toContain('"bootCount": 0');
  });
});
