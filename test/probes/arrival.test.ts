import { describe, expect, it } from 'vitest';
import { checkIds, type CheckId, type Survey } from '../../src/domain/facts.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { createSurveyor, type SurveyContext } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakeNow, fakePorts, type PortCall, type Troubles } from '../fakes/ports.ts';

const patient = new AbortController().signal;
const settings = defaultSettings();
const face = settings.paths.versionInfo['face-library'] ?? '';

/** A terminal whose face library has this version. */
function terminal(version: string) {
  return { files: { [face]: { content: version, modifiedAt: fakeNow } } };
}

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
const hanging: Troubles = Object.fromEntries(everyCall.map((call) => [call, 'hang']));

interface Arrival {
  readonly check: CheckId;
  readonly survey: Survey;
}

/** A context that notes what comes, in its order. */
function noting(timeoutSeconds = 0.5): { readonly context: SurveyContext; readonly arrivals: Arrival[] } {
  const arrivals: Arrival[] = [];
  const context: SurveyContext = {
    notice: builtInNotice(),
    settings: { ...settings, limits: { ...settings.limits, checkTimeoutSeconds: timeoutSeconds } },
    history: emptyHistory,
    onArrival: (check, survey) => void arrivals.push({ check, survey }),
  };
  return { context, arrivals };
}

function installed({ components }: Survey): string | null {
  return components.find(({ id }) => id === 'face-library')?.installed ?? null;
}

function statusOf({ checks }: Survey, id: CheckId): string | undefined {
  return checks.find((check) => check.id === id)?.status;
}

describe.each(checkIds)('%s hangs alone', (id) => {
  it('and all others have come before it, each once, the versions among them', async () => {
    const { context, arrivals } = noting();
    const ports = fakePorts({ terminal: terminal('5.1.0'), forChecks: { [id]: hanging } });
    const survey = await createSurveyor(ports).read(context, patient);
    expect(arrivals.map(({ check }) => check).toSorted()).toEqual([...checkIds].toSorted());
    expect(arrivals.at(-1)?.check).toBe(id);
    for (const [index, { survey: known }] of arrivals.entries()) {
      const come = new Set(arrivals.slice(0, index + 1).map(({ check }) => check));
      expect(known.checks.map((check) => check.id)).toEqual(checkIds.filter((each) => come.has(each)));
      expect(known.pending.checks).toEqual(checkIds.filter((each) => !come.has(each)));
    }
    const before = arrivals.at(-2)?.survey;
    expect(before && installed(before)).toBe(id === 'component-versions' ? null : '5.1.0');
    expect(statusOf(survey, id)).toBe('unknown');
    expect(survey.pending).toEqual({ checks: [], boot: false });
  });
});

it('everything but the versions hangs, and the version is there', async () => {
  const { context, arrivals } = noting();
  const others = checkIds.filter((id) => id !== 'component-versions');
  const ports = fakePorts({
    terminal: terminal('5.1.0'),
    forChecks: Object.fromEntries(others.map((id) => [id, hanging])),
  });
  await createSurveyor(ports).read(context, patient);
  expect(arrivals[0]?.check).toBe('component-versions');
  expect(arrivals[0] && installed(arrivals[0].survey)).toBe('5.1.0');
});

describe('what is told of the boot', () => {
  it('may change until the check of the restart has come, or nothing is left to come', async () => {
    const { context, arrivals } = noting();
    const ports = fakePorts({ forChecks: { 'restart-state': hanging, network: hanging } });
    const survey = await createSurveyor(ports).read(context, patient);
    for (const { survey: known } of arrivals.slice(0, -1)) expect(known.pending.boot).toBe(true);
    expect(survey.boot.record).toBe(1);
    expect(survey.pending.boot).toBe(false);
  });

  it('stands as soon as that check has it', async () => {
    const { context, arrivals } = noting();
    await createSurveyor(fakePorts({ forChecks: { network: hanging } })).read(context, patient);
    const before = arrivals.findIndex(({ check }) => check === 'restart-state');
    expect(arrivals.map(({ survey }) => survey.pending.boot)).toEqual(arrivals.map((_, index) => index < before));
  });
});

/** Ports that can be exchanged between readings. */
function exchangeable(first: Ports): { readonly ports: Ports; exchange(other: Ports): void } {
  let now = first;
  const ports: Ports = { ...first, forCheck: (check, onWaiting) => now.forCheck(check, onWaiting) };
  return {
    ports,
    exchange(other) {
      now = other;
    },
  };
}

describe('a reading of a part', () => {
  it('of the versions asks nothing else, and leaves the others and the time of the reading as they were', async () => {
    const { context, arrivals } = noting();
    const { ports, exchange } = exchangeable(fakePorts({ terminal: terminal('5.0.3') }));
    const surveyor = createSurveyor(ports);
    const before = await surveyor.read(context, patient);
    arrivals.length = 0;
    const programs = everyCall.filter((call) => !call.startsWith('files.') && !call.startsWith('clock.'));
    const noPrograms = Object.fromEntries(programs.map((call) => [call, new Error(`${call} was asked`)]));
    exchange(fakePorts({ terminal: terminal('5.1.0'), troubles: noPrograms }));
    const after = await surveyor.read(context, patient, 'versions');
    expect(installed(after)).toBe('5.1.0');
    expect(arrivals.map(({ check }) => check).toSorted()).toEqual(['component-versions', 'delivery-calendar']);
    expect(after.checks.slice(2)).toEqual(before.checks.slice(2));
    expect(after.takenAt).toBe(before.takenAt);
  });

  it('that is regular does not look again for a tool that was found, but does for one that was not', async () => {
    const { context, arrivals } = noting();
    const missing = { installed: false, canOpen: false, recordPath: null, events: [] };
    const { ports, exchange } = exchangeable(fakePorts({ terminal: { tool: missing } }));
    const surveyor = createSurveyor(ports);
    await surveyor.read(context, patient);
    exchange(fakePorts());
    expect(statusOf(await surveyor.read(context, patient, 'regular'), 'management-tool')).toBe('ok');
    arrivals.length = 0;
    await surveyor.read(context, patient, 'regular');
    expect(arrivals.map(({ check }) => check)).not.toContain('management-tool');
    expect(arrivals).toHaveLength(checkIds.length - 1);
  });

  it('that began later counts, where an earlier one ends after it', async () => {
    const { context } = noting();
    const { ports, exchange } = exchangeable(
      fakePorts({ terminal: terminal('5.0.3'), forChecks: { 'component-versions': hanging } }),
    );
    const surveyor = createSurveyor(ports);
    const whole = surveyor.read(context, patient);
    exchange(fakePorts({ terminal: terminal('5.1.0') }));
    expect(installed(await surveyor.read(context, patient, 'versions'))).toBe('5.1.0');
    expect(installed(await whole)).toBe('5.1.0');
  });
});
