import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../src/domain/fault.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { checkOf, type Check, type ProbeContext } from '../../src/probes/probe.ts';
import { runProbe } from '../../src/probes/run-probe.ts';
import { fakeFault, fakePorts } from '../fakes/ports.ts';
import { contextWith } from './probe-context.ts';

function checkThat(gather: (signal: AbortSignal) => Promise<Result<string>>): Check {
  return checkOf({
    id: 'network',
    guide: { unknown: 'check-unknown' },
    gather: (_ports, _context, signal) => gather(signal),
    judge: (summary) => ({ status: 'ok', summary, remedy: null, guideId: null, evidence: {} }),
  });
}

function hurried(change: Partial<ProbeContext> = {}): ProbeContext {
  const context = contextWith();
  const limits = { ...context.settings.limits, checkTimeoutSeconds: 0.01 };
  return { ...context, settings: { ...context.settings, limits }, ...change };
}

const never = new AbortController().signal;
const deaf = checkThat(() => new Promise(() => undefined));
const whenAborted = <T>(signal: AbortSignal, value: T): Promise<T> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(value), { once: true });
  });

describe('runProbe', () => {
  it("gives the judgement under the check's id", async () => {
    const check = checkThat(() => Promise.resolve(ok('よし')));
    const { result } = await runProbe(check, fakePorts(), contextWith(), never);
    expect(result).toEqual({
      id: 'network',
      status: 'ok',
      summary: 'よし',
      remedy: null,
      guideId: null,
      evidence: {},
      durationMs: 0,
    });
  });

  it("makes a fault unknown, in the fault's words", async () => {
    const check = checkThat(() => Promise.resolve(failed(fakeFault())));
    const { result, learned } = await runProbe(check, fakePorts(), contextWith(), never);
    expect(result).toMatchObject({
      status: 'unknown',
      summary: 'denied で読めません',
      remedy: '管理者に聞いてください。',
      evidence: { fault: { code: 'denied' } },
    });
    expect(result.guideId).not.toBeNull();
    expect(learned).toEqual({});
  });

  it('abandons a check that hangs past its abort', async () => {
    const { result } = await runProbe(deaf, fakePorts(), hurried(), never);
    expect(result).toMatchObject({ status: 'unknown', evidence: { fault: { code: 'timed-out' } } });
  });

  it('says that the time was up where the ports say "cancelled"', async () => {
    const check = checkThat((signal) => whenAborted(signal, failed(fakeFault('cancelled'))));
    const { result } = await runProbe(check, fakePorts(), hurried(), never);
    expect(result.evidence).toMatchObject({ fault: { code: 'timed-out' } });
  });

  it('takes what a check hands over when its time is up', async () => {
    const check = checkThat((signal) => whenAborted(signal, ok('半分')));
    const { result } = await runProbe(check, fakePorts(), hurried(), never);
    expect(result).toMatchObject({ status: 'ok', summary: '半分' });
  });

  it("ends with the caller's signal, before and during the check", async () => {
    const caller = new AbortController();
    const running = runProbe(deaf, fakePorts(), contextWith(), caller.signal);
    caller.abort();
    expect((await running).result).toMatchObject({ status: 'unknown', evidence: { fault: { code: 'cancelled' } } });
    let asked = false;
    const check = checkThat(() => {
      asked = true;
      return Promise.resolve(ok('よし'));
    });
    const { result } = await runProbe(check, fakePorts(), contextWith(), caller.signal);
    expect(result.status).toBe('unknown');
    expect(asked).toBe(false);
  });

  describe('while all that it asked for waits for its turn', () => {
    const reads = checkOf({
      id: 'clock',
      guide: { unknown: 'check-unknown' },
      gather: (ports, _context, signal) => ports.clock.read(signal),
      judge: () => ({ status: 'ok', summary: 'よし', remedy: null, guideId: null, evidence: {} }),
    });
    /** Ports whose clock waits for its turn, for so long, and then answers. */
    const waiting = (ms: number): Ports => {
      const ports = fakePorts();
      const forCheck: Ports['forCheck'] = (_check, onWaiting = () => undefined) => ({
        ...ports,
        clock: {
          ...ports.clock,
          async read(signal) {
            onWaiting(true);
            await delay(ms, undefined, { ref: false });
            onWaiting(false);
            return ports.clock.read(signal);
          },
        },
      });
      return { ...ports, forCheck };
    };

    it('does not let the time of a check pass', async () => {
      expect((await runProbe(reads, waiting(150), hurried(), never)).result.status).toBe('ok');
    });

    it('comes to an end all the same', async () => {
      const { result } = await runProbe(reads, waiting(60_000), hurried(), never);
      expect(result.evidence).toMatchObject({ fault: { code: 'timed-out' } });
    });
  });

  it('tells the check to stop when the time is up', async () => {
    let told: AbortSignal | null = null;
    const check = checkThat((signal) => {
      told = signal;
      return new Promise(() => undefined);
    });
    await runProbe(check, fakePorts(), hurried(), never);
    expect(told).toMatchObject({ aborted: true });
  });

  it('passes a bug on', async () => {
    const bug = new TypeError('a bug');
    const gather = checkThat(() => Promise.reject(bug));
    await expect(runProbe(gather, fakePorts(), contextWith(), never)).rejects.toBe(bug);
    const judge = checkOf({
      id: 'clock',
      guide: { unknown: 'check-unknown' },
      gather: () => Promise.resolve(ok(1)),
      judge: () => {
        throw bug;
      },
    });
    await expect(runProbe(judge, fakePorts(), contextWith(), never)).rejects.toBe(bug);
  });

  it('measures with the stopwatch it is given', async () => {
    const times = [100, 142.6];
    const context = { ...contextWith(), stopwatch: () => times.shift() ?? 0 };
    const check = checkThat(() => Promise.resolve(ok('よし')));
    expect((await runProbe(check, fakePorts(), context, never)).result.durationMs).toBe(43);
  });
});
