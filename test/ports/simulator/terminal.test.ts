import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIds, type CheckId } from '../../../src/domain/facts.ts';
import type { ToolEvent } from '../../../src/domain/outcomes.ts';
import { readMachine, readPrepared } from '../../../src/ports/simulator/machine.ts';
import { workdirFiles } from '../../../src/ports/simulator/workdir.ts';
import { eventually, faceLibraryIn, presses, scenarioFolder, temporaryFolder, terminalOf } from './harness.ts';
import { bundledPrograms, look, openTerminal } from './terminal-harness.ts';

const programFile = bundledPrograms();

const never = new AbortController().signal;

describe('a simulated terminal', () => {
  it('goes from an old library to a new one: download, restart, proof', async () => {
    const own = scenarioFolder({ tool: { downloadNow: [{ outcome: 'restart-required', seconds: 0.2 }] } });
    const terminal = await openTerminal(own, { programFile });
    terminal.run();
    const events: ToolEvent[] = [];
    for await (const event of terminal.ports.tool.pressDownloadNow({ maxSilenceMs: 20_000, signal: never }))
      events.push(event);
    expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'restart-required', pressed: true });
    const before = terminal.ports.clock.now();
    let wentDown = 0;
    terminal.onPowerOff(() => {
      wentDown += 1;
    });
    const asked = await terminal.ports.power.restart({ delaySeconds: 0, comment: '更新' }, never);
    expect(asked).toMatchObject({ ok: true, value: { answer: 'accepted' } });
    await eventually(() => wentDown > 0, 'the machine down');
    await terminal.waitUntilOn(never);
    await eventually(() => readMachine(terminal.workdir).bootCount === 1, 'the boot');
    expect(terminal.ports.clock.now()).toBeGreaterThanOrEqual(before + 75_000);
    const { survey } = await look(terminal);
    expect(survey.components.find(({ id }) => id === 'face-library')).toMatchObject({
      status: 'ok',
      installed: '5.1.0',
    });
    expect(survey.checks.find(({ id }) => id === 'clock')?.status).toBe('ok');
    expect(wentDown).toBe(1);
  });

  it('reports the answers of shutdown whole', async () => {
    const terminal = await openTerminal(scenarioFolder({ shutdown: [{ exitCode: 1271 }] }), { programFile });
    const asked = await terminal.ports.power.restart({ delaySeconds: 1, comment: '' }, never);
    expect(asked).toMatchObject({ ok: true, value: { answer: 'locked', exitCode: 1271 } });
  });

  it('delivers in the night that the clock is put through, and installs at the restart', async () => {
    const workdir = join(temporaryFolder(), 'work');
    const first = await openTerminal('outdated-morning', {
      programFile,
      workdir,
      clock: '2026-01-21T08:10:00+09:00',
    });
    const { decision, survey } = await look(first);
    expect(decision).toMatchObject({ rule: '7', step: 'restart' });
    expect(survey.checks.find(({ id }) => id === 'delivery-task')?.status).toBe('ok');
    await first.ports.power.restart({ delaySeconds: 0, comment: '' }, never);
    await eventually(() => readMachine(workdir).bootCount === 1, 'the boot');
    expect(faceLibraryIn(workdir)).toBe('5.1.0');
    first.close();
    const second = await openTerminal('evening-before', {
      programFile,
      workdir,
      clock: '2026-01-20T08:00:00+09:00',
    });
    expect(readPrepared(workdir)?.name).toBe('outdated-morning');
    expect((await look(second)).decision.step).toBe('send-report');
    expect(second.ports.clock.now()).toBeGreaterThan(Date.parse('2026-01-21T08:10:00+09:00'));
  });

  it('delivers nothing in the excluded night', async () => {
    const terminal = await openTerminal('excluded-night', { programFile, clock: '2026-01-26T08:10:00+09:00' });
    await terminal.ports.power.restart({ delaySeconds: 0, comment: '' }, never);
    await eventually(() => readMachine(terminal.workdir).bootCount === 1, 'the boot');
    expect(faceLibraryIn(terminal.workdir)).toBe('5.0.3');
  });

  it('is left to the operator where the button cannot be found', async () => {
    const terminal = await openTerminal(
      scenarioFolder({ tool: { downloadNow: [{ outcome: 'button-missing', seconds: 0 }] } }),
      { programFile },
    );
    expect(await terminal.ports.tool.open(never)).toMatchObject({ ok: true });
    await eventually(() => presses(terminal.workdir).length === 1, 'the press by hand');
  });

  it("sees a file that was changed by hand at the terminal's time", async () => {
    const terminal = await openTerminal('outdated-morning', { programFile });
    const path = 'C:\\Program Files\\OQS-Auth\\Version.info';
    writeFileSync(join(terminal.workdir, 'files/Program Files/OQS-Auth/Version.info'), '5.1.0');
    const read = await terminal.ports.files.stat(path, never);
    expect(read).toMatchObject({ ok: true, value: { modifiedAt: terminal.ports.clock.now() } });
  });

  it('removes its own folder when it is closed, and keeps one that was named', async () => {
    const own = await openTerminal('outdated-morning', { programFile });
    own.close();
    expect(existsSync(own.workdir)).toBe(false);
    const workdir = join(temporaryFolder(), 'work');
    const kept = await openTerminal('outdated-morning', { programFile, workdir });
    kept.close();
    expect(statSync(workdir).isDirectory()).toBe(true);
  });
});

it('whose folder the system lets nobody use any more is told as a bad folder', async () => {
  const workdir = terminalOf();
  rmSync(workdirFiles(workdir).clock);
  mkdirSync(workdirFiles(workdir).clock);
  await expect(openTerminal('already-current', { programFile, workdir })).rejects.toMatchObject({
    code: 'bad-workdir',
    message: '作業フォルダを使えません: ファイルであるはずの場所がフォルダです。',
    where: workdir,
  });
});

describe('a fault laid on a check', () => {
  it.each(['crash', 'deny', 'garbage'])('%s makes every check unknown, never ok', async (kind) => {
    const faults = Object.fromEntries(checkIds.map((id) => [`probe:${id}`, kind]));
    const terminal = await openTerminal(scenarioFolder({ faults }), { programFile });
    const { survey } = await look(terminal);
    const statuses = new Map<CheckId, string>(survey.checks.map(({ id, status }) => [id, status]));
    expect(Object.fromEntries(statuses)).toEqual(Object.fromEntries(checkIds.map((id) => [id, 'unknown'])));
  });

  it('hang ends when the check gives up, and leaves the others alone', async () => {
    const faults = { 'probe:clock': 'hang', 'probe:session': 'hang' };
    const terminal = await openTerminal(scenarioFolder({ faults }), { programFile });
    const signal = AbortSignal.abort();
    const clock = await terminal.ports.forCheck('clock').clock.read(signal);
    expect(clock).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
    const session = await terminal.ports.forCheck('session').machine.report(signal);
    expect(session.ok).toBe(false);
    const [disk, calendar] = await Promise.all([
      terminal.ports.forCheck('disk-space').machine.freeBytes(never),
      terminal.ports.forCheck('delivery-calendar').clock.read(never),
    ]);
    expect([disk.ok, calendar.ok]).toEqual([true, true]);
  });
});
