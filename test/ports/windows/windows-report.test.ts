import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/domain/fault.ts';
import {
  bootKindOf,
  createWindowsAnswers,
  readFreeBytes,
  readKnownFacts,
} from '../../../src/ports/windows/windows-report.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../../fakes/commands.ts';
import { fakePorts } from '../../fakes/ports.ts';
import { garbage, signal } from './fixtures.ts';
import type { BootKind } from '../../../src/domain/facts.ts';
import { hostname, tmpdir, uptime } from 'node:os';

const bootedAt = Date.parse('2026-01-20T08:02:00+09:00');
const known = {
  name: 'CLINIC-ONS01',
  os: 'Windows 10 IoT Enterprise LTSC 2021',
  bootedAt,
  user: 'OQSComApp',
};
const session = { remote: false, locked: false, elevated: true, user: 'OQSComApp' };
const told = {
  type: 'report',
  record: 812,
  bootEvents: [{ at: '2026-01-19T23:02:10.1234567Z', type: 'full' }],
  session,
  readerConnected: true,
};

const found = { type: 'found', by: 'shortcut', path: 'C:\\Users\\Public\\Desktop\\tool.lnk' };
const end = { type: 'end' };
const says = (...lines: readonly object[]) => ({ stdout: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });

function bench(answers: readonly RunAnswer[], patienceMs = 1_000) {
  const calls = answers.map((run): ExpectedCall => ({ program: 'system', args: ['report'], run, times: 1 }));
  const commands = createFakeCommands(calls);
  let now = 0;
  const { report, locate } = createWindowsAnswers({
    commands,
    files: fakePorts().files,
    known: () => known,
    monotonicMs: () => now,
    patienceMs,
    ended: signal,
  });
  return { commands, report, locate, pass: (ms: number) => void (now += ms) };
}

const withoutPowershell = {
  name: known.name,
  os: known.os,
  bootedAt,
  lastBootKind: 'unknown',
  record: null,
  session: null,
  readerConnected: null,
};

describe('createWindowsAnswers', () => {
  it('joins what Node knows with what PowerShell tells', async () => {
    const { report, commands } = bench([says(told, end)]);
    expect(await report(signal)).toEqual({
      ok: true,
      value: {
        ...withoutPowershell,
        lastBootKind: 'full',
        record: 812,
        session,
        readerConnected: true,
      },
    });
    commands.verify();
  });

  it.each<[string, RunAnswer]>([
    ['says nothing', { stdout: '' }],
    ['says garbage', { stdout: garbage }],
    ['fails', { exitCode: 1 }],
    ['says something else', { stdout: '{"type":"opened"}' }],
    ['does not come back', 'hang'],
  ])('makes nothing up where PowerShell %s', async (_, answer) => {
    const { report } = bench([answer], 10);
    expect(await report(signal)).toEqual({ ok: true, value: withoutPowershell });
  });

  it('asks PowerShell once in five minutes', async () => {
    const { report, commands, pass } = bench([says(told, end), says({ ...told, readerConnected: false }, end)]);
    const first = await report(signal);
    pass(5 * 60_000 - 1);
    expect(await report(signal)).toEqual(first);
    pass(1);
    expect(await report(signal)).toMatchObject({ value: { readerConnected: false } });
    commands.verify();
  });

  it('asks again after a minute where there was no answer', async () => {
    const { report, commands, pass } = bench([{ stdout: '' }, says(told, end)]);
    expect(await report(signal)).toMatchObject({ value: { session: null } });
    pass(60_000 - 1);
    expect(await report(signal)).toMatchObject({ value: { session: null } });
    pass(1);
    expect(await report(signal)).toMatchObject({ value: { session } });
    commands.verify();
  });

  it('goes on with the last answer where the next one fails', async () => {
    const { report, pass } = bench([says(told, end), { stdout: '' }]);
    const first = await report(signal);
    pass(5 * 60_000);
    expect(await report(signal)).toEqual(first);
  });

  it('calls a boot full only where the uptime agrees', async () => {
    const events = [{ at: '2026-01-19T20:00:00.0000000Z', type: 'full' }];
    const { report } = bench([says({ ...told, bootEvents: events }, end)]);
    expect(await report(signal)).toMatchObject({ value: { lastBootKind: 'unknown', bootedAt } });
  });

  it('has the report as soon as it is said, though the search for the tool never ends', async () => {
    const said = Promise.withResolvers<undefined>();
    const { report, locate } = createWindowsAnswers({
      commands: {
        ...createFakeCommands([]),
        async run({ onLine }) {
          onLine?.(Buffer.from('a profile says hello'));
          onLine?.(Buffer.from(`${JSON.stringify(told)}\r`));
          said.resolve(undefined);
          return new Promise(() => undefined);
        },
      },
      files: fakePorts().files,
      known: () => known,
      monotonicMs: () => 0,
      patienceMs: 60_000,
      ended: signal,
    });
    expect(await report(signal)).toMatchObject({ ok: true, value: { record: 812, session, lastBootKind: 'full' } });
    const patience = new AbortController();
    const located = locate(patience.signal);
    await said.promise;
    patience.abort();
    expect(await located).toMatchObject({ ok: false });
  });

  it('asks one PowerShell for the report and for the place of the tool', async () => {
    const { report, locate, commands } = bench([says(told, found, end)]);
    const [machine, place] = await Promise.all([report(signal), locate(signal)]);
    expect(machine).toMatchObject({ value: { session } });
    expect(place).toEqual(ok({ installed: true, canOpen: true }));
    expect(await locate(signal)).toEqual(place);
    commands.verify();
  });

  it('keeps what one part told where the other one fails, and asks again after a minute', async () => {
    const { report, locate, commands, pass } = bench([says(told), says(found, end), says(told, end)]);
    expect(await report(signal)).toMatchObject({ value: { session } });
    expect(await locate(signal)).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
    pass(60_000);
    expect(await locate(signal)).toEqual(ok({ installed: true, canOpen: true }));
    expect(await report(signal)).toMatchObject({ value: { session } });
    pass(60_000);
    expect(await locate(signal)).toEqual(ok({ installed: false, canOpen: false }));
    commands.verify();
  });

  it('gives up at once when it is called off', async () => {
    const { report } = bench(['hang'], 60_000);
    const asking = new AbortController();
    const answer = report(asking.signal);
    asking.abort();
    expect(await answer).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });
});

const at = (time: string): number => Date.parse(`2026-01-20T${time}+09:00`);

describe('bootKindOf', () => {
  it.each<[string, number | null, readonly [string, BootKind][], BootKind]>([
    ['both witnesses', at('08:02:00'), [['08:02:10', 'full']], 'full'],
    ['witnesses up to three minutes apart', at('08:02:00'), [['08:05:00', 'full']], 'full'],
    ['witnesses further apart', at('08:02:00'), [['08:05:01', 'full']], 'unknown'],
    [
      'a kernel that was restored',
      at('06:00:00'),
      [
        ['06:00:10', 'full'],
        ['08:02:00', 'fast-startup'],
      ],
      'fast-startup',
    ],
    ['hibernation', at('06:00:00'), [['08:02:00', 'hibernate']], 'hibernate'],
    ['a kind that nobody knows', at('06:00:00'), [['08:02:00', 'unknown']], 'unknown'],
    ['a log that says nothing', at('08:02:00'), [], 'unknown'],
    ['no uptime', null, [['08:02:00', 'full']], 'unknown'],
  ])('%s', (_, bootedAt, events, kind) => {
    expect(
      bootKindOf(
        bootedAt,
        events.map(([time, type]) => ({ at: at(time), type, record: null })),
      ),
    ).toBe(kind);
  });
});

describe('bootKindOf, where the events are numbered', () => {
  const full = { at: at('08:02:00'), type: 'full', record: 812 } as const;
  const ahead = { at: at('08:02:00') + 365 * 86_400_000, type: 'fast-startup', record: 799 } as const;

  it('goes by the numbers: the clock of an earlier start may have been ahead', () => {
    expect(bootKindOf(at('08:02:00'), [full, ahead])).toBe('full');
    expect(bootKindOf(at('08:02:00'), [ahead, full])).toBe('full');
    expect(bootKindOf(at('08:02:00'), [full, { ...ahead, record: 813 }])).toBe('fast-startup');
  });

  it('goes by the times where one has no number', () => {
    expect(bootKindOf(at('08:02:00'), [full, { ...ahead, record: null }])).toBe('fast-startup');
  });
});

describe('readKnownFacts', () => {
  it('tells the machine that it runs on', () => {
    const before = uptime();
    const facts = readKnownFacts(1_000_000_000_000);
    expect(facts.name).toBe(hostname());
    expect(facts.bootedAt).toBeLessThanOrEqual(1_000_000_000_000 - Math.floor(before * 1_000));
    expect(facts.bootedAt).toBeGreaterThan(1_000_000_000_000 - before * 1_000 - 60_000);
  });
});

describe('readFreeBytes', () => {
  it('tells the space on the drive, and makes none up for one that is not there', async () => {
    expect(await readFreeBytes(tmpdir(), signal)).toMatchObject({ ok: true, value: expect.any(Number) });
    expect(await readFreeBytes('/no-such-drive', signal)).toEqual(ok(null));
  });

  it('ends with its signal', async () => {
    expect(await readFreeBytes(tmpdir(), AbortSignal.abort())).toMatchObject({ fault: { code: 'cancelled' } });
  });
});
