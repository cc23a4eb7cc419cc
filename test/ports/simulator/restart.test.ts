import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readMachine,
  readPrepared,
  readScheduled,
  schedule,
  uptimeIn,
  writeMachine,
} from '../../../src/ports/simulator/machine.ts';
import { readClock } from '../../../src/ports/simulator/clock.ts';
import { stageByTool } from '../../../src/ports/simulator/delivery.ts';
import { finishOverdueRestart, onPowerOff, waitUntilOn } from '../../../src/ports/simulator/restart.ts';
import { workdirFiles } from '../../../src/ports/simulator/workdir.ts';
import { readDeliveryRecord } from '../../../src/domain/versions/delivery-record.ts';
import { cp932, eventually, faceLibraryIn, jsonLines, run, setNights, terminalOf } from './harness.ts';

const NOW = Date.parse('2026-01-20T08:10:00+09:00');
const RECORD = 'files/ProgramData/OQS-Simulated/delivery-record.csv';

const restartIn = (seconds: number): readonly string[] => ['/r', '/t', String(seconds), '/d', 'p:4:2', '/c', '更新'];

function recordedFaceLibrary(workdir: string) {
  return readDeliveryRecord(readFileSync(join(workdir, RECORD))).get('face-library');
}

/** A restart that was accepted and whose timer has died. */
function leaveBehind(workdir: string, id = 'left-behind'): void {
  schedule(workdir, { id, dueAtReal: Date.now() - 60_000 });
}

describe('shutdown', () => {
  it('restarts the machine after its countdown and installs what the tool fetched', async () => {
    const workdir = terminalOf({ pendingRestart: { componentServicing: true } });
    stageByTool(workdir, readMachine(workdir));
    expect((await run(workdir, 'shutdown', restartIn(0))).exitCode).toBe(0);
    await eventually(() => readMachine(workdir).power === 'restarting', 'the machine down');
    await eventually(() => readMachine(workdir).power === 'on', 'the machine up');
    await eventually(() => readScheduled(workdir) === null, 'the end of the restart');
    const machine = readMachine(workdir);
    expect(machine).toMatchObject({ bootCount: 1, lastBootKind: 'full', bootedAt: NOW + 75_000 });
    expect(faceLibraryIn(workdir)).toBe('5.1.0');
    expect(recordedFaceLibrary(workdir)).toMatchObject({ version: '5.1.0' });
    const [report] = jsonLines((await run(workdir, 'system', ['report'])).stdout);
    expect(report).toMatchObject({ bootedAt: '2026-01-20T08:11:15+09:00', lastBootKind: 'full' });
    const servicing = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
    expect((await run(workdir, 'registry', ['query', `${servicing}\\RebootPending`, '/reg:64'])).exitCode).toBe(1);
  });

  it('has no uptime while it is down: its clock is ahead of the boot', () => {
    const workdir = terminalOf();
    const spec = readPrepared(workdir)?.spec;
    if (!spec) throw new Error('not prepared');
    const machine = readMachine(workdir);
    expect(uptimeIn(workdir, spec, NOW + 60_000)).toBe((spec.boot.uptimeSeconds ?? 0) + 60);
    writeMachine(workdir, { ...machine, power: 'restarting', jumped: 75_000 });
    expect(uptimeIn(workdir, spec, NOW + 135_000)).toBeNull();
    writeMachine(workdir, { ...machine, power: 'on', bootCount: 1, bootedAt: NOW + 135_000 });
    expect(uptimeIn(workdir, spec, NOW + 140_000)).toBe(5);
  });

  it('answers 1190 to a second request and keeps the first', async () => {
    const workdir = terminalOf();
    await run(workdir, 'shutdown', restartIn(300));
    const first = readScheduled(workdir);
    const second = await run(workdir, 'shutdown', restartIn(0));
    expect(second.exitCode).toBe(1190 & 0xff);
    expect(cp932(second.stdout).trimEnd()).toMatch(/\(1190\)$/);
    expect(readScheduled(workdir)).toEqual(first);
  });

  it('cancels, and then has nothing to cancel', async () => {
    const workdir = terminalOf();
    await run(workdir, 'shutdown', restartIn(300));
    expect((await run(workdir, 'shutdown', ['/a'])).exitCode).toBe(0);
    expect(readScheduled(workdir)).toBeNull();
    const again = await run(workdir, 'shutdown', ['/a']);
    expect(again.exitCode).toBe(1116 & 0xff);
    expect(cp932(again.stdout)).toContain('(1116)');
    expect(readMachine(workdir).bootCount).toBe(0);
  });

  it('answers 1115 while the machine goes down', async () => {
    const workdir = terminalOf();
    writeMachine(workdir, { ...readMachine(workdir), power: 'restarting' });
    expect(cp932((await run(workdir, 'shutdown', restartIn(0))).stdout)).toContain('(1115)');
  });

  it('answers as the scenario says, try by try, and the last for ever', async () => {
    const workdir = terminalOf({ shutdown: [{ exitCode: 1191 }, { exitCode: 5 }] });
    const words: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1)
      words.push(cp932((await run(workdir, 'shutdown', restartIn(0))).stdout));
    expect(words.map((text) => /\((\d+)\)/.exec(text)?.[1])).toEqual(['1191', '5', '5']);
    expect(readScheduled(workdir)).toBeNull();
  });

  it.each([
    [['/x']],
    [['/r', '/t', 'soon']],
    [['/r', '/t']],
    [['/r', '/t', '1', '/c', 'x'.repeat(513)]],
    [['/r', '/q', '1']],
  ])('refuses %j with 87', async (args) => {
    expect((await run(terminalOf(), 'shutdown', args)).exitCode).toBe(87);
  });
});

describe('a restart whose timer died', () => {
  it('is finished by the next program that runs', async () => {
    const workdir = terminalOf({ delivery: { staged: true } });
    leaveBehind(workdir);
    const [report] = jsonLines((await run(workdir, 'system', ['report'])).stdout);
    expect(report).toMatchObject({ bootedAt: '2026-01-20T08:11:15+09:00' });
    expect(faceLibraryIn(workdir)).toBe('5.1.0');
    expect(readScheduled(workdir)).toBeNull();
  });

  it('happens once, however many programs find it', async () => {
    const workdir = terminalOf();
    leaveBehind(workdir);
    await Promise.all(Array.from({ length: 6 }, async () => run(workdir, 'system', ['report'])));
    expect(readMachine(workdir)).toMatchObject({ bootCount: 1, jumped: 75_000, power: 'on' });
  });

  it('goes on where the machine went down and never came up', async () => {
    const workdir = terminalOf({ delivery: { staged: true } });
    leaveBehind(workdir);
    writeMachine(workdir, {
      ...readMachine(workdir),
      power: 'restarting',
      restartId: 'left-behind',
      jumped: 75_000,
    });
    await finishOverdueRestart(workdir);
    expect(readMachine(workdir)).toMatchObject({ bootCount: 1, jumped: 75_000, power: 'on' });
    expect(faceLibraryIn(workdir)).toBe('5.1.0');
  });

  it('is not done again where only its mark was left', async () => {
    const workdir = terminalOf();
    leaveBehind(workdir);
    writeMachine(workdir, { ...readMachine(workdir), restartId: 'left-behind', bootCount: 1 });
    await finishOverdueRestart(workdir);
    expect(readMachine(workdir)).toMatchObject({ bootCount: 1, jumped: 0 });
    expect(readScheduled(workdir)).toBeNull();
  });

  it('takes over the lock of a process that is gone, and respects a living one', async () => {
    const workdir = terminalOf();
    leaveBehind(workdir);
    writeFileSync(workdirFiles(workdir).powerLock, `${String(process.pid)} somebody`);
    await finishOverdueRestart(workdir);
    expect(readMachine(workdir).bootCount).toBe(0);
    writeFileSync(workdirFiles(workdir).powerLock, '99999999 nobody');
    await finishOverdueRestart(workdir);
    expect(readMachine(workdir).bootCount).toBe(1);
    expect(existsSync(workdirFiles(workdir).powerLock)).toBe(false);
  });

  it('waits for its time', async () => {
    const workdir = terminalOf();
    schedule(workdir, { id: 'later', dueAtReal: Date.now() + 60_000 });
    await finishOverdueRestart(workdir);
    expect(readMachine(workdir).bootCount).toBe(0);
  });
});

describe('what a restart installs', () => {
  async function restart(workdir: string, id: string): Promise<void> {
    leaveBehind(workdir, id);
    await finishOverdueRestart(workdir);
  }

  it('is nothing where nothing was delivered', async () => {
    const workdir = terminalOf();
    await restart(workdir, 'a');
    expect(faceLibraryIn(workdir)).toBe('5.0.3');
    expect(recordedFaceLibrary(workdir)).toMatchObject({ version: '5.0.3' });
  });

  it.each<[string, object, string]>([
    ['a night that it ran through', {}, '5.1.0'],
    ['no night where the scenario delivers none', { delivery: { overnight: false } }, '5.0.3'],
    ['no night where it sleeps', { power: { sleepMinutesOnAc: 30 } }, '5.0.3'],
    ['no night without the delivery task', { tasks: [] }, '5.0.3'],
  ])('brings %s', async (_name, scenario, version) => {
    const workdir = terminalOf({
      now: '2026-01-21T05:00:00+09:00',
      bootedAt: '2026-01-20T08:00:00+09:00',
      ...scenario,
    });
    setNights(workdir, [{ start: '2026-01-21T20:00:00+09:00', end: '2026-01-22T05:00:00+09:00' }]);
    await restart(workdir, 'before the night');
    expect(faceLibraryIn(workdir)).toBe('5.0.3');
    const day = 24 * 3_600_000;
    writeMachine(workdir, { ...readMachine(workdir), jumped: day });
    await restart(workdir, 'after the night');
    expect(faceLibraryIn(workdir)).toBe(version);
  });

  it("carries the terminal's time, before the boot that installed it", async () => {
    const workdir = terminalOf({ delivery: { staged: true } });
    await restart(workdir, 'a');
    const record = recordedFaceLibrary(workdir);
    expect(record).toMatchObject({ state: 'answers' });
    expect(readClock(workdir, Date.now())).toBe(NOW + 75_000);
    expect(cp932(readFileSync(join(workdir, RECORD)))).toContain('顔認証ライブラリ,5.1.0,2026/01/20 08:11:10');
  });

  it('never makes a version older', async () => {
    const workdir = terminalOf({ versionInfo: { 'face-library': '5.2.0' }, delivery: { staged: true } });
    await restart(workdir, 'a');
    expect(faceLibraryIn(workdir)).toBe('5.2.0');
    expect(recordedFaceLibrary(workdir)).toMatchObject({ version: '5.2.0' });
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-8 with a mark, name and version', Buffer.from('\uFEFF顔認証ライブラリ: 5.0.3\n', 'utf8'), '5.1.0'],
    ['UTF-16, tabs', Buffer.from('\uFEFF顔認証ライブラリ\t5.0.3\t2025/12/01\r\n', 'utf16le'), '5.1.0'],
    [
      'a record without the component',
      Buffer.from('配信アプリケーション,2.1.0,2025/12/01 08:00:00\r\n', 'utf8'),
      '5.1.0',
    ],
  ])('is written into a record of another form: %s', async (_name, bytes, version) => {
    const workdir = terminalOf(
      { delivery: { staged: true } },
      { 'ProgramData/OQS-Simulated/delivery-record.csv': bytes },
    );
    await restart(workdir, 'a');
    expect(recordedFaceLibrary(workdir)).toMatchObject({ state: 'answers', version });
  });

  it('leaves a record alone that is no text', async () => {
    const bytes = Uint8Array.from([0, 0x81, 0xff, 0, 0xfd]);
    const workdir = terminalOf(
      { delivery: { staged: true } },
      { 'ProgramData/OQS-Simulated/delivery-record.csv': bytes },
    );
    await restart(workdir, 'a');
    expect([...readFileSync(join(workdir, RECORD))]).toEqual([...bytes]);
    expect(faceLibraryIn(workdir)).toBe('5.1.0');
  });
});

describe('a console over a machine that restarts', () => {
  const never = new AbortController().signal;

  it('goes down also where the machine had gone down a moment before it began to look', async () => {
    const workdir = terminalOf();
    writeMachine(workdir, { ...readMachine(workdir), power: 'restarting', restartId: 'begun' });
    const calls: string[] = [];
    const stop = onPowerOff(workdir, () => calls.push('down'));
    await eventually(() => calls.length > 0, 'the machine seen down');
    writeMachine(workdir, { ...readMachine(workdir), power: 'on' });
    stop();
    expect(calls).toEqual(['down']);
  });

  it('goes down also where the timer of the restart has died, and nobody asks anything', async () => {
    const workdir = terminalOf();
    let downs = 0;
    const stop = onPowerOff(workdir, () => (downs += 1));
    leaveBehind(workdir);
    await eventually(() => downs > 0 && readScheduled(workdir) === null, 'the machine seen down, and up again');
    stop();
    expect(readMachine(workdir)).toMatchObject({ power: 'on', restartId: 'left-behind', bootCount: 1 });
  });

  it('comes up again where the timer has died while the machine was down', async () => {
    const workdir = terminalOf();
    leaveBehind(workdir);
    writeMachine(workdir, { ...readMachine(workdir), power: 'restarting', restartId: 'left-behind' });
    await waitUntilOn(workdir, never);
    expect(readMachine(workdir)).toMatchObject({ power: 'on', bootCount: 1 });
  });
});
