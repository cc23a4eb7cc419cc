import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import type { TaskState } from '../../src/ports/ports.ts';
import { deliveryTask } from '../../src/probes/delivery-task.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakeFault, fakeNow, fakePorts, healthyTerminal, type FakeOptions } from '../fakes/ports.ts';
import { at, contextWith, judgedBy, noReport, reportWith } from './probe-context.ts';

type Found = Extract<TaskState, { found: true }>;

const healthy: Found = {
  found: true,
  enabled: true,
  lastRunAt: fakeNow - HOUR,
  neverRan: false,
  lastResult: 0,
};
const upSince = (hours: number) => reportWith({ bootedAt: fakeNow - hours * HOUR });

function judge(task: Partial<Found>, report: Parameters<typeof deliveryTask.judge>[0]['report'] = upSince(30)) {
  return deliveryTask.judge({ task: { ...healthy, ...task }, report }, contextWith());
}

describe('delivery-task', () => {
  it.each([
    { name: 'ran an hour ago', task: {}, status: 'ok' },
    { name: 'running (0x41301)', task: { lastResult: 0x41301 }, status: 'ok' },
    { name: 'a last result of 1', task: { lastResult: 1 }, status: 'fail' },
    { name: 'wrong password (0x8007052E)', task: { lastResult: 0x8007052e }, status: 'fail' },
    { name: 'the same as a signed number', task: { lastResult: -2147023570 }, status: 'fail' },
    { name: 'terminated (0x41306)', task: { lastResult: 0x41306 }, status: 'fail' },
    { name: 'disabled', task: { enabled: false }, status: 'fail' },
    { name: 'never ran', task: { lastRunAt: null, neverRan: true, lastResult: 0x41303 }, status: 'warn' },
    { name: 'never ran by its last result alone', task: { lastRunAt: null, lastResult: 0x41303 }, status: 'warn' },
    { name: 'never ran and disabled', task: { lastRunAt: null, neverRan: true, enabled: false }, status: 'fail' },
    { name: 'time of last run unreadable', task: { lastRunAt: null }, status: 'unknown' },
    { name: 'last result unreadable', task: { lastResult: null }, status: 'unknown' },
    { name: 'state unreadable', task: { enabled: null }, status: 'unknown' },
    { name: 'state unreadable, but an error', task: { enabled: null, lastResult: 5 }, status: 'fail' },
    { name: 'ran by a clock that was set back since', task: { lastRunAt: fakeNow + 25 * HOUR }, status: 'ok' },
    { name: 'ran at a time that has not come', task: { lastRunAt: fakeNow + 25 * HOUR + 1 }, status: 'unknown' },
    { name: 'the same, and an error', task: { lastRunAt: fakeNow + 26 * HOUR, lastResult: 5 }, status: 'fail' },
    { name: 'silent for exactly 25 h', task: { lastRunAt: fakeNow - 25 * HOUR }, status: 'ok' },
    { name: 'silent for longer', task: { lastRunAt: fakeNow - 25 * HOUR - 1 }, status: 'warn' },
  ])('$name: $status', ({ task, status }) => {
    expect(judge(task).status).toBe(status);
  });

  it('says nothing of a silence where it ran at a time that has not come', () => {
    const { status, summary } = judge({ lastRunAt: fakeNow + 365 * 24 * HOUR }, upSince(9 * 24));
    expect(status).toBe('unknown');
    expect(summary).toContain('いまより先');
  });

  it('counts silence only while the terminal was up for as long', () => {
    const silent = { lastRunAt: fakeNow - 26 * HOUR };
    expect(judge(silent, upSince(25)).status).toBe('ok');
    expect(judge(silent, upSince(25.1)).status).toBe('warn');
    expect(judge(silent, reportWith({ bootedAt: null })).status).toBe('unknown');
    expect(judge(silent, noReport()).status).toBe('unknown');
    expect(judge({}, noReport()).status).toBe('ok');
  });

  it('fails on a missing task, with a guide entry of its own', () => {
    const missing = deliveryTask.judge({ task: { found: false }, report: upSince(1) }, contextWith());
    expect(missing.status).toBe('fail');
    expect(missing.summary).toContain('OQS_exec_distroappstart');
    const ids = [missing.guideId, judge({ enabled: false }).guideId, judge({ lastResult: 1 }).guideId];
    // A password that was changed is a page of its own, however the number is written.
    for (const lastResult of [0x8007052e, -2147023570]) expect(judge({ lastResult }).guideId).toBe('task-password');
    expect(new Set(ids).size).toBe(3);
  });

  it('writes the last result as Windows does', () => {
    expect(judge({ lastResult: -2147023570 }).evidence['lastResult']).toBe('0x8007052E');
  });

  it('gives a fault where the task cannot be asked for', async () => {
    const ports = fakePorts({ troubles: { 'tasks.find': fakeFault() } });
    const gathered = await deliveryTask.gather(ports, contextWith(), new AbortController().signal);
    expect(gathered).toMatchObject({ ok: false, fault: { code: 'denied' } });
  });

  describe('the task that restarts the terminal at a set time', () => {
    const restart: Found = { ...healthy, lastRunAt: at('2026-01-20T03:00:00+09:00') };
    const bootedAt = at('2026-01-20T03:01:00+09:00');
    const inNight = { ...healthyTerminal.report, bootedAt };
    const tasks = (task: Partial<Found> = {}) => ({ ...healthyTerminal.tasks, 定刻に再起動: { ...restart, ...task } });
    const learned = async (terminal: NonNullable<FakeOptions['terminal']>, context = contextWith()) => {
      const gathered = await deliveryTask.gather(fakePorts({ terminal }), context, new AbortController().signal);
      if (!gathered.ok) throw new Error(gathered.fault.headline);
      const judged = deliveryTask.judge(gathered.value, context);
      return { ...deliveryTask.learn?.(gathered.value, context), ...judged };
    };

    it('tells when it last ran, where the terminal was started in a night', async () => {
      expect(await learned({ report: inNight, tasks: tasks() })).toMatchObject({
        status: 'ok',
        plannedRestartAt: restart.lastRunAt,
        evidence: {
          plannedRestart: { name: '定刻に再起動', lastRunAt: '2026-01-20T03:00:00+09:00', lastResult: '0x0' },
        },
      });
    });

    it('is looked for where an earlier boot lies in a night', async () => {
      const context = contextWith({ history: { fullBoots: [bootedAt] } });
      expect(await learned({ tasks: tasks() }, context)).toMatchObject({ plannedRestartAt: restart.lastRunAt });
    });

    it.each([
      ['has another name', { plannedRestartTask: 'nightly' }],
      ['is not there', null],
    ])('changes nothing where it %s', async (_, settings) => {
      const context = contextWith(settings ? { settings: { ...defaultSettings(), ...settings } } : {});
      const terminal = settings ? { report: inNight, tasks: tasks() } : { report: inNight };
      expect(await learned(terminal, context)).toMatchObject({
        status: 'ok',
        plannedRestartAt: null,
        evidence: { plannedRestart: null },
      });
    });

    it.each([
      ['still running', 0x41301],
      ['cut off by the restart itself', 0x40010004],
    ])('restarted the terminal where it is %s', async (_, lastResult) => {
      expect(await learned({ report: inNight, tasks: tasks({ lastResult }) })).toMatchObject({
        plannedRestartAt: restart.lastRunAt,
      });
    });

    it('is not asked for where no boot lies in a night', async () => {
      expect(await learned({ tasks: tasks() })).toMatchObject({ plannedRestartAt: null });
    });

    it.each([
      ['could not sign in (0x8007052E)', { lastResult: -2147023570 }, '0x8007052E'],
      ['was refused by shutdown.exe (5)', { lastResult: 5 }, '0x5'],
      ['never ran', { lastRunAt: null, neverRan: true, lastResult: 0x41303 }, '0x41303'],
      ['cannot be read', { lastResult: null }, null],
    ])('restarted nothing where it %s', async (_, task, lastResult) => {
      expect(await learned({ report: inNight, tasks: tasks(task) })).toMatchObject({
        status: 'ok',
        plannedRestartAt: null,
        evidence: { plannedRestart: { lastResult } },
      });
    });
  });

  it('asks for the configured task', async () => {
    expect((await judgedBy(deliveryTask, {})).status).toBe('ok');
    expect((await judgedBy(deliveryTask, { terminal: { tasks: {} } })).status).toBe('fail');
  });
});
