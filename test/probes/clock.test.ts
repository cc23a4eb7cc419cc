import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { clock } from '../../src/probes/clock.ts';
import { connection, extension } from '../domain/notice/builders.ts';
import { fakeFault, fakeNow, fakePorts, type FakeTerminal } from '../fakes/ports.ts';
import { contextWith, judgedBy, reportWith } from './probe-context.ts';

const versionInfo = 'C:\\Program Files\\OQS-Auth\\Version.info';
const otherVersionInfo = 'C:\\Program Files\\OQS\\OQSComApp\\Version.info';
const limit = fakeNow + 5 * MINUTE;

function bootedAt(time: number | null): Partial<FakeTerminal> {
  const report = reportWith({ bootedAt: time });
  return report.ok ? { report: report.value } : {};
}

const fileAt = (path: string, modifiedAt: number): Partial<FakeTerminal> => ({
  files: { [path]: { content: '5.0.3', modifiedAt } },
});

describe('clock', () => {
  it.each([
    { name: 'nothing odd', terminal: {}, status: 'ok' },
    { name: 'booted exactly 5 min ahead', terminal: bootedAt(limit), status: 'ok' },
    { name: 'booted more than 5 min ahead', terminal: bootedAt(limit + 1), status: 'fail' },
    { name: 'boot time unknown', terminal: bootedAt(null), status: 'unknown' },
    { name: 'witness file exactly 5 min ahead', terminal: fileAt(versionInfo, limit), status: 'ok' },
    { name: 'witness file more than 5 min ahead', terminal: fileAt(versionInfo, limit + 1), status: 'fail' },
    { name: "another component's file ahead", terminal: fileAt(otherVersionInfo, limit + 1), status: 'ok' },
    { name: 'zone is UTC', terminal: { clock: { now: fakeNow, offsetMinutes: 0 } }, status: 'warn' },
    {
      name: 'zone is UTC and a file is ahead',
      terminal: { clock: { now: fakeNow, offsetMinutes: 0 }, ...fileAt(versionInfo, limit + 1) },
      status: 'fail',
    },
  ])('$name: $status', async ({ terminal, status }) => {
    expect((await judgedBy(clock, { terminal })).status).toBe(status);
  });

  it.each([otherVersionInfo, extension.versionInfo ?? ''])('looks at the file of every target: %s', async (path) => {
    const context = contextWith({ notice: connection });
    expect((await judgedBy(clock, { terminal: fileAt(path, limit) }, context)).status).toBe('ok');
    const ahead = await judgedBy(clock, { terminal: fileAt(path, limit + 1) }, context);
    expect(ahead).toMatchObject({ status: 'fail' });
    expect(ahead.summary).toContain(path);
  });

  it('looks at no file of a component that is no target', async () => {
    const context = contextWith({ notice: connection });
    expect((await judgedBy(clock, { terminal: fileAt(versionInfo, limit + 1) }, context)).status).toBe('ok');
  });

  it.each([
    { lastEntryAt: limit, status: 'ok' },
    { lastEntryAt: limit + 1, status: 'fail' },
  ])('last journal entry at $lastEntryAt: $status', async ({ lastEntryAt, status }) => {
    const judged = await judgedBy(clock, {}, contextWith({ history: { lastEntryAt } }));
    expect(judged.status).toBe(status);
  });

  it('looks at the delivery record where its path is known, and names everything that is ahead', async () => {
    const recordPath = 'C:\\ProgramData\\record.csv';
    const judged = await judgedBy(
      clock,
      { terminal: { ...fileAt(recordPath, limit + 1), ...bootedAt(limit + 1) } },
      contextWith({ history: { recordPath, lastEntryAt: limit + 1 } }),
    );
    expect(judged.status).toBe('fail');
    for (const name of ['起動した時刻', '最後の記録の時刻', recordPath]) expect(judged.summary).toContain(name);
  });

  it('names both zones', async () => {
    const judged = await judgedBy(clock, { terminal: { clock: { now: fakeNow, offsetMinutes: -570 } } });
    expect(judged.summary).toContain('-09:30');
    expect(judged.summary).toContain('+09:00');
  });

  it('is unknown where a file time cannot be read, unless something is known to be ahead', async () => {
    const troubles = { 'files.stat': fakeFault() } as const;
    expect((await judgedBy(clock, { troubles })).status).toBe('unknown');
    expect((await judgedBy(clock, { troubles, terminal: bootedAt(limit + 1) })).status).toBe('fail');
  });

  it('gives a fault where the clock itself cannot be read', async () => {
    const ports = fakePorts({ troubles: { 'clock.read': fakeFault() } });
    expect(await clock.gather(ports, contextWith(), new AbortController().signal)).toMatchObject({ ok: false });
  });
});
