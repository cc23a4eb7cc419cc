import { describe, expect, it } from 'vitest';
import { checkIds, type CheckId } from '../../src/domain/facts.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { checklist } from '../../src/probes/checklist.ts';
import { createSurveyor, type SurveyContext } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import {
  fakeFault,
  fakeNow,
  fakePorts,
  healthyTerminal,
  type FakeOptions,
  type PortCall,
  type Troubles,
} from '../fakes/ports.ts';

const everyCall: readonly PortCall[] = [
  'files.read',
  'files.stat',
  'clock.read',
  'machine.freeBytes',
  'machine.report',
  'machine.pendingRestart',
  'machine.powerSettings',
  'tasks.find',
  'network.resolves',
  'network.answers',
  'tool.locate',
];

function troublesOn(calls: readonly PortCall[], trouble: Troubles[PortCall]): Troubles {
  return Object.fromEntries(calls.map((call) => [call, trouble]));
}

function contextOf(timeoutSeconds = 5): SurveyContext {
  const settings = defaultSettings();
  const limits = { ...settings.limits, checkTimeoutSeconds: timeoutSeconds };
  return { notice: builtInNotice(), settings: { ...settings, limits }, history: emptyHistory };
}

function survey(options: FakeOptions, timeoutSeconds?: number) {
  return createSurveyor(fakePorts(options)).read(contextOf(timeoutSeconds), new AbortController().signal);
}

describe('the checklist', () => {
  it('holds every check once, in the order of its ids', () => {
    expect(checklist.map((check) => check.id)).toEqual(checkIds);
  });
});

describe('createSurveyor', () => {
  it('reads a healthy terminal', async () => {
    const taken = await survey({
      terminal: {
        files: {
          ...healthyTerminal.files,
          'C:\\Program Files\\OQS-Auth\\Version.info': { content: '5.1.0', modifiedAt: fakeNow },
        },
      },
    });
    expect(taken.checks.map(({ status }) => status)).toEqual(checkIds.map(() => 'ok'));
    expect(taken).toMatchObject({
      takenAt: fakeNow,
      offsetMinutes: 540,
      boot: { bootedAt: healthyTerminal.report.bootedAt, lastBootKind: 'full' },
      restartMarks: [],
      marksAreRead: true,
      power: healthyTerminal.powerSettings,
      disk: { freeBytes: healthyTerminal.freeBytes, warnBelow: 5_000_000_000, failBelow: 1_000_000_000 },
      terminal: { name: 'CLINIC-ONS01', os: 'Windows 10 IoT Enterprise LTSC 2021' },
      session: healthyTerminal.report.session,
      lastTaskRun: Date.parse('2026-01-20T08:05:00+09:00'),
    });
    expect(taken.components.find(({ id }) => id === 'face-library')).toMatchObject({ status: 'ok' });
  });

  it.each(checkIds)('answers every other check while %s hangs', async (hanging: CheckId) => {
    const healthy = await survey({});
    const taken = await survey({ forChecks: { [hanging]: troublesOn(everyCall, 'deaf') } }, 0.02);
    const others = taken.checks.filter(({ id }) => id !== hanging);
    expect(others).toEqual(healthy.checks.filter(({ id }) => id !== hanging));
    expect(taken.checks.find(({ id }) => id === hanging)?.status).toBe('unknown');
  });

  it.each(checkIds)('makes %s unknown where all its ports give faults', async (denied: CheckId) => {
    const taken = await survey({ forChecks: { [denied]: troublesOn(everyCall, fakeFault()) } });
    const check = taken.checks.find(({ id }) => id === denied);
    expect(check).toMatchObject({ status: 'unknown' });
    expect(check?.remedy).not.toBeNull();
    expect(check?.guideId).not.toBeNull();
  });

  it('has a witness that timed out for every path that is known where the versions never came', async () => {
    const context = contextOf(0.02);
    const history = { ...emptyHistory, recordPath: 'C:\\record.csv' };
    const ports = fakePorts({ troubles: { 'files.read': 'deaf' } });
    const taken = await createSurveyor(ports).read({ ...context, history }, new AbortController().signal);
    const target = taken.components.find(({ id }) => id === 'face-library');
    expect(target?.status).toBe('unknown');
    expect(target?.witnesses.map(({ source, state }) => [source, state])).toEqual([
      ['delivery-record', 'timed-out'],
      ['version-info', 'timed-out'],
    ]);
    expect(taken.checks.find(({ id }) => id === 'component-versions')).toMatchObject({
      status: 'unknown',
      guideId: 'version-not-read-in-time',
    });
  });

  it('tells the free space where nothing that takes a program answers', async () => {
    const programs = everyCall.filter((call) => !/^(?:files|clock)\.|freeBytes$/.test(call));
    const taken = await survey({ troubles: troublesOn(programs, 'deaf') }, 0.02);
    expect(taken.checks.find(({ id }) => id === 'disk-space')?.status).toBe('ok');
    expect(taken.disk?.freeBytes).toBe(healthyTerminal.freeBytes);
  });

  it('keeps the boot time that other checks learned while one of them hangs', async () => {
    const taken = await survey({ forChecks: { 'restart-state': troublesOn(everyCall, 'deaf') } }, 0.02);
    expect(taken.boot.bootedAt).toBe(healthyTerminal.report.bootedAt);
  });

  it('has null where nothing could be read, and still a reading of every component', async () => {
    const taken = await survey({ troubles: troublesOn(everyCall, fakeFault('crashed')) });
    expect(taken).toMatchObject({
      boot: { bootedAt: null, lastBootKind: 'unknown' },
      restartMarks: [],
      marksAreRead: false,
      power: null,
      disk: null,
      terminal: null,
      session: null,
      lastTaskRun: null,
      offsetMinutes: 540,
    });
    expect(taken.components).toHaveLength(4);
    expect(new Set(taken.checks.map(({ status }) => status))).toEqual(new Set(['unknown']));
  });

  it("tells the terminal's own zone", async () => {
    const taken = await survey({ terminal: { clock: { now: fakeNow, offsetMinutes: 0 } } });
    expect(taken.offsetMinutes).toBe(0);
  });

  it('names the trusted marks that are set', async () => {
    const pendingRestart = { componentServicing: true, windowsUpdate: true, fileRenames: ['x'] };
    const taken = await survey({ terminal: { pendingRestart } });
    expect(taken.restartMarks).toEqual(['component-servicing', 'windows-update']);
  });

  it.each([{ componentServicing: null }, { windowsUpdate: null }])('knows that %o is a mark unread', async (unread) => {
    const pendingRestart = { componentServicing: false, windowsUpdate: false, fileRenames: [], ...unread };
    expect((await survey({ terminal: { pendingRestart } })).marksAreRead).toBe(false);
  });

  it('rejects for a bug', async () => {
    const bug = new TypeError('a bug');
    await expect(survey({ forChecks: { network: { 'network.resolves': bug } } })).rejects.toBe(bug);
  });

  it('ends with its signal', async () => {
    const caller = new AbortController();
    const ports = fakePorts({ troubles: troublesOn(everyCall, 'deaf') });
    const running = createSurveyor(ports).read(contextOf(), caller.signal);
    caller.abort();
    const taken = await running;
    expect(taken.checks.map(({ status }) => status)).toEqual(checkIds.map(() => 'unknown'));
  });
});
