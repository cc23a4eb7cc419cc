import { describe, expect, it } from 'vitest';
import type { MachineReport } from '../../src/ports/ports.ts';
import { cardReader, readRegistration } from '../../src/probes/card-reader.ts';
import { diskSpace } from '../../src/probes/disk-space.ts';
import { managementTool } from '../../src/probes/management-tool.ts';
import { powerSettings } from '../../src/probes/power-settings.ts';
import { session } from '../../src/probes/session.ts';
import { readerTexts } from '../../src/probes/checks.ja.ts';
import { fakeFault, healthyTerminal } from '../fakes/ports.ts';
import { contextWith, judgedBy } from './probe-context.ts';

const context = contextWith();
const { report } = healthyTerminal;
const readerInfo = 'C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini';

describe('disk-space', () => {
  it.each([
    { freeBytes: 5_000_000_000, status: 'ok' },
    { freeBytes: 4_999_999_999, status: 'warn' },
    { freeBytes: 1_000_000_000, status: 'warn' },
    { freeBytes: 999_999_999, status: 'fail' },
    { freeBytes: 0, status: 'fail' },
    { freeBytes: null, status: 'unknown' },
  ])('$freeBytes bytes free: $status', ({ freeBytes, status }) => {
    expect(diskSpace.judge(freeBytes, context).status).toBe(status);
  });

  it('never rounds up to the limit', () => {
    expect(diskSpace.judge(4_999_999_999, context).summary).toContain('4.9 GB');
  });
});

describe('power-settings', () => {
  it.each([
    { sleepMinutesOnAc: 0, fastStartup: false, status: 'ok', guide: null },
    { sleepMinutesOnAc: 30, fastStartup: false, status: 'warn', guide: 'sleep-on' },
    { sleepMinutesOnAc: 0, fastStartup: true, status: 'warn', guide: 'fast-startup-on' },
    { sleepMinutesOnAc: 30, fastStartup: true, status: 'warn', guide: 'sleep-on' },
    { sleepMinutesOnAc: null, fastStartup: false, status: 'unknown', guide: 'check-unknown' },
    { sleepMinutesOnAc: 0, fastStartup: null, status: 'unknown', guide: 'check-unknown' },
    { sleepMinutesOnAc: null, fastStartup: true, status: 'warn', guide: 'fast-startup-on' },
    { sleepMinutesOnAc: 1, fastStartup: null, status: 'warn', guide: 'sleep-on' },
  ])('sleep $sleepMinutesOnAc, fast startup $fastStartup: $status', ({ guide, status, ...facts }) => {
    const judged = powerSettings.judge(facts, context);
    expect(judged).toMatchObject({ status, guideId: guide === null ? null : guide });
  });
});

describe('management-tool', () => {
  it.each([
    { installed: true, canOpen: true, status: 'ok' },
    { installed: true, canOpen: null, status: 'warn' },
    { installed: true, canOpen: false, status: 'warn' },
    { installed: false, canOpen: null, status: 'fail' },
    { installed: false, canOpen: true, status: 'fail' },
  ])('installed $installed, can open $canOpen: $status', ({ status, ...facts }) => {
    expect(managementTool.judge(facts, context).status).toBe(status);
  });
});

describe('session', () => {
  const at = (change: Partial<NonNullable<MachineReport['session']>>): MachineReport => ({
    ...report,
    session: { remote: false, locked: false, elevated: true, user: 'OQSComApp', ...change },
  });

  it.each([
    { name: 'at the terminal', value: at({}), status: 'ok' },
    { name: 'remote', value: at({ remote: true }), status: 'ok' },
    { name: 'without rights', value: at({ elevated: false }), status: 'ok' },
    { name: 'locked', value: at({ locked: true }), status: 'warn' },
    { name: 'remote and locked', value: at({ remote: true, locked: true }), status: 'warn' },
    { name: 'on our own desktop', value: at({ desktop: { isOurs: true, user: 'OQSComApp' } }), status: 'ok' },
    { name: "on another user's", value: at({ desktop: { isOurs: false, user: 'OQSComApp' } }), status: 'warn' },
    { name: "on somebody's", value: at({ desktop: { isOurs: false, user: null } }), status: 'warn' },
    { name: 'not known on whose', value: at({ desktop: null }), status: 'ok' },
    { name: 'not told', value: { ...report, session: null }, status: 'unknown' },
    { name: 'locked or not, not told', value: at({ locked: null }), status: 'unknown' },
    { name: 'remote or not, not told', value: at({ remote: null, user: null }), status: 'ok' },
  ])('$name: $status', ({ value, status }) => {
    expect(session.judge(value, context).status).toBe(status);
  });

  it('says as whom it was started, on whose desktop, and what to do; a locked screen beside it', () => {
    const desktop = { isOurs: false, user: 'OQSComApp' };
    const told = session.judge(at({ user: 'admin', desktop }), context);
    expect(told).toMatchObject({
      guideId: 'session-other-user',
      evidence: { user: 'admin', desktopUser: 'OQSComApp' },
    });
    expect(told.summary).toContain('画面の利用者(OQSComApp)とは別の利用者(admin)');
    expect(told.remedy).toContain('手で開いてください');
    const locked = session.judge(at({ locked: true, desktop }), context);
    expect(locked.summary).toMatch(/ロックされています.*別の利用者/);
    expect(locked.guideId).toBe('session-locked');
  });
});

describe('card-reader', () => {
  const terminal = (ini: string | null, readerConnected: boolean | null) => ({
    files: ini === null ? {} : { [readerInfo]: { content: ini, modifiedAt: 0 } },
    report: { ...report, readerConnected },
  });

  it.each([
    { name: 'registered and connected', ini: '[R-1]\ndeviceId=F01\n', connected: true, status: 'ok' },
    { name: 'not connected', ini: '[R-1]\n', connected: false, status: 'warn' },
    { name: 'no file', ini: null, connected: true, status: 'warn' },
    { name: 'no section', ini: 'deviceId=F01\r\n', connected: true, status: 'warn' },
    { name: 'empty file', ini: '', connected: true, status: 'warn' },
    { name: 'connection not told', ini: '[R-1]\n', connected: null, status: 'unknown' },
    { name: 'connection not told, but not registered', ini: null, connected: null, status: 'warn' },
  ])('$name: $status', async ({ ini, connected, status }) => {
    expect((await judgedBy(cardReader, { terminal: terminal(ini, connected) })).status).toBe(status);
  });

  it('is unknown where the file cannot be read, unless the reader is known to be off', async () => {
    const troubles = { 'files.read': fakeFault() } as const;
    expect((await judgedBy(cardReader, { troubles })).status).toBe('unknown');
    const off = await judgedBy(cardReader, { troubles, terminal: terminal(null, false) });
    expect(off.status).toBe('warn');
  });

  it('is unknown where the machine does not report', async () => {
    expect((await judgedBy(cardReader, { troubles: { 'machine.report': fakeFault() } })).status).toBe('unknown');
  });

  it('tells "not connected" and "not registered" apart in the guide', async () => {
    const off = await judgedBy(cardReader, { terminal: terminal('[R-1]\n', false) });
    const unregistered = await judgedBy(cardReader, { terminal: terminal(null, true) });
    expect(off.guideId).not.toBe(unregistered.guideId);
  });

  it.each([
    { text: '\uFEFF; note\n[R-1]\ndeviceId = F01\n', readers: [['R-1', true]] },
    {
      text: '[ R-1 ]\r\nport=1\r\n[R-2]\r\ndeviceId=F02\r\n',
      readers: [
        ['R-1', false],
        ['R-2', true],
      ],
    },
    { text: '[R-1]\rDEVICEID=F03', readers: [['R-1', true]] },
    { text: 'deviceId=F0\n[R-1]\ndeviceId=\n', readers: [['R-1', false]] },
  ])('reads every section of $text', ({ text, readers }) => {
    const read = readRegistration(new TextEncoder().encode(text), readerInfo);
    expect(read).toEqual({ ok: true, value: readers.map(([name, hasAccount]) => ({ name, hasAccount })) });
  });

  it('names every reader that is registered', async () => {
    const both = await judgedBy(cardReader, { terminal: terminal('[R-1]\ndeviceId=F01\n[R-2]\n', true) });
    expect(both.summary).toBe(readerTexts.ok(['R-1', 'R-2']));
    expect(both.evidence).toMatchObject({ reader: 'R-1', readers: ['R-1', 'R-2'], hasAccount: false });
  });

  it('reads UTF-16 as Windows tools write it, and says so where bytes are no text', () => {
    const wide = Buffer.from('\uFEFF[R-1]\r\n', 'utf16le');
    expect(readRegistration(wide, readerInfo)).toMatchObject({ ok: true, value: [{ name: 'R-1' }] });
    const noText = Uint8Array.from([0x00, 0x01, 0x02]);
    expect(readRegistration(noText, readerInfo)).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });
});
