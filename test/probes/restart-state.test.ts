import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../src/domain/fault.ts';
import { DAY } from '../../src/domain/time.ts';
import type { BootKind } from '../../src/domain/facts.ts';
import type { PendingRestart } from '../../src/ports/ports.ts';
import { restartState, trustedMarks } from '../../src/probes/restart-state.ts';
import { fakeFault, fakeNow } from '../fakes/ports.ts';
import { contextWith, judgedBy, noReport, reportWith } from './probe-context.ts';

const noMarks: PendingRestart = { componentServicing: false, windowsUpdate: false, fileRenames: [] };

function judge(boot: { bootedAt?: number | null; lastBootKind?: BootKind } = {}, marks: Partial<PendingRestart> = {}) {
  return restartState.judge({ report: reportWith(boot), pending: ok({ ...noMarks, ...marks }) }, contextWith());
}

describe('restart-state', () => {
  it.each([
    { name: 'up since this morning', boot: {}, status: 'ok' },
    { name: 'up for exactly 14 days', boot: { bootedAt: fakeNow - 14 * DAY }, status: 'ok' },
    { name: 'up for longer', boot: { bootedAt: fakeNow - 14 * DAY - 1 }, status: 'warn' },
    { name: 'back from hibernation', boot: { lastBootKind: 'hibernate' as const }, status: 'ok' },
    { name: 'fast startup', boot: { lastBootKind: 'fast-startup' as const }, status: 'warn' },
    { name: 'boot kind unknown', boot: { lastBootKind: 'unknown' as const }, status: 'unknown' },
    { name: 'boot time unknown', boot: { bootedAt: null }, status: 'unknown' },
    {
      name: 'boot time unknown, but fast startup known',
      boot: { bootedAt: null, lastBootKind: 'fast-startup' as const },
      status: 'warn',
    },
  ])('$name: $status', ({ boot, status }) => {
    expect(judge(boot).status).toBe(status);
  });

  it.each([
    { marks: { componentServicing: true }, status: 'warn', set: ['component-servicing'] },
    { marks: { windowsUpdate: true }, status: 'warn', set: ['windows-update'] },
    { marks: { componentServicing: null }, status: 'unknown', set: [] },
    { marks: { componentServicing: null, windowsUpdate: true }, status: 'warn', set: ['windows-update'] },
    { marks: { fileRenames: ['\\??\\C:\\OQS\\a.dll', '\\??\\C:\\Temp\\b'] }, status: 'ok', set: [] },
    { marks: { fileRenames: null }, status: 'ok', set: [] },
  ])('marks $marks: $status', ({ marks, status, set }) => {
    expect(judge({}, marks).status).toBe(status);
    expect(trustedMarks({ ...noMarks, ...marks })).toEqual(set);
  });

  it('has the answer first where all is well: what is cut behind it must not turn it round', () => {
    expect(judge({}).summary).toMatch(/^再起動待ちの印なし。.+ に起動しました$/);
  });

  it('tells fast startup and pending marks apart in the guide', () => {
    const ids = [
      judge({ bootedAt: fakeNow - 15 * DAY }).guideId,
      judge({ lastBootKind: 'fast-startup' }).guideId,
      judge({}, { windowsUpdate: true }).guideId,
    ];
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain(null);
  });

  it('shows file renames under \\OQS as information, and counts the rest', () => {
    const { evidence } = judge({}, { fileRenames: ['\\??\\C:\\OQS\\a.dll', '\\??\\C:\\Temp\\b'] });
    expect(evidence['fileRenames']).toEqual({ count: 2, underOqs: ['\\??\\C:\\OQS\\a.dll'] });
  });

  it('keeps the last press in its evidence', () => {
    const context = contextWith({
      history: { presses: [{ kind: 'press', at: fakeNow - DAY, outcome: 'restart-required', byHand: false }] },
    });
    const { evidence } = restartState.judge({ report: reportWith(), pending: ok(noMarks) }, context);
    expect(evidence['lastPress']).toEqual({
      at: '2026-01-19T08:10:00+09:00',
      outcome: 'restart-required',
      byHand: false,
    });
  });

  it('is unknown when the machine does not report, yet tells a known mark', () => {
    const context = contextWith();
    expect(restartState.judge({ report: noReport(), pending: ok(noMarks) }, context).status).toBe('unknown');
    const marked = ok({ ...noMarks, windowsUpdate: true });
    expect(restartState.judge({ report: noReport(), pending: marked }, context).status).toBe('warn');
    expect(restartState.judge({ report: reportWith(), pending: failed(fakeFault()) }, context).status).toBe('unknown');
  });

  it('judges what the ports give', async () => {
    expect(await judgedBy(restartState, {})).toMatchObject({ status: 'ok', remedy: null, guideId: null });
    const faulty = await judgedBy(restartState, { troubles: { 'machine.pendingRestart': fakeFault() } });
    expect(faulty).toMatchObject({ status: 'unknown', summary: 'denied で読めません' });
  });
});
