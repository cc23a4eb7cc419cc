import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../src/journal/events.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { parseSettings } from '../../src/settings/load.ts';
import { zip } from '../../src/actions/zip.ts';
import { bundleFiles, bundleList, bundleName, type BundleInput } from '../../src/support/bundle.ts';
import { wordsOf } from '../../src/domain/notice/words.ts';
import { byHandNotice, madeUpNotice } from '../harness/made-up-notice.ts';
import { decodeCode } from '../../src/support/code.ts';
import {
  about,
  at,
  check,
  checks,
  component,
  components,
  model,
  now,
  witness,
  type ModelChanges,
} from '../screens/builders.ts';

function inputOf(changes: ModelChanges = {}, withClinic = false): BundleInput {
  const { about: own, survey, decision, journal, now: time } = model(changes);
  if (!survey || !decision) throw new Error('nothing was read');
  return { about: own, survey, decision, journal, now: time, withClinic };
}

function filesOf(input: BundleInput): Readonly<Record<string, string>> {
  const files = unzipSync(zip(bundleFiles(input)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

function jsonOf(input: BundleInput, name: string): Record<string, unknown> {
  return JSON.parse(filesOf(input)[name] ?? '') as Record<string, unknown>;
}

function entriesOf(...events: readonly JournalEvent[]): readonly unknown[] {
  const input = inputOf({ events: events.map((event) => ({ ...event, at: at('20 08:05') })) });
  const lines = (filesOf(input)['journal.jsonl'] ?? '').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

describe('the archive', () => {
  it('holds what the list says, in its order, and lists it inside', () => {
    for (const withClinic of [false, true]) {
      const files = filesOf(inputOf({}, withClinic));
      const list = bundleList(withClinic);
      expect(Object.keys(files)).toEqual(list.map(({ name }) => name));
      for (const { name, words } of list) expect(files['naiyo.txt']).toContain(`  ${name}  ${words}\r\n`);
    }
  });

  it('is the same bytes for the same input, in every zone', () => {
    const zone = process.env['TZ'];
    try {
      const made = ['Asia/Tokyo', 'America/St_Johns', 'Pacific/Kiritimati'].map((name) => {
        process.env['TZ'] = name;
        return Buffer.from(zip(bundleFiles(inputOf()))).toString('hex');
      });
      expect(new Set(made).size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is named after the time on the terminal, and whether the clinic is in it', () => {
    const named = (withClinic: boolean) => bundleName({ about: about(), now, withClinic });
    expect(named(false)).toBe('exports/oqs-bundle-20260120-081000.zip');
    expect(named(true)).toBe('exports/oqs-bundle-20260120-081000-with-clinic.zip');
  });

  it('carries the list as a text that editors on Windows know, and says what is not inside', () => {
    const text = filesOf(inputOf())['naiyo.txt'] ?? '';
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('医療機関名、電話番号、端末名も入れていません。');
    expect(filesOf(inputOf({}, true))['naiyo.txt']).not.toContain('入れていません');
  });
});

it('says the step as the notice has it, without the names of whoever wrote that', () => {
  const input = inputOf();
  const unknown = { ...input.decision, rule: '5', verdict: 'unknown', step: 'check-by-hand', check: null } as const;
  const byHand = filesOf({ ...input, about: about({ notice: byHandNotice }), decision: unknown })['naiyo.txt'];
  expect(byHand).toContain('次にすること: 部品の画面でバージョンを確かめる');
  const toSend = { ...unknown, rule: '3', verdict: 'current', step: 'send-report' } as const;
  const text = filesOf({ ...input, about: about({ notice: madeUpNotice }), decision: toSend })['naiyo.txt'] ?? '';
  expect(text).toContain('完了報告を送る');
  for (const name of [...wordsOf(madeUpNotice).form, '診察券読取部品']) expect(text).not.toContain(name);
});

describe('what check found', () => {
  it('is there in ids and numbers: verdict, next step and its rule, versions, delivery', () => {
    expect(jsonOf(inputOf(), 'check.json')).toMatchObject({
      verdict: 'action-needed',
      nextStep: { id: 'download-now', rule: '9', check: null },
      components: [
        { id: 'distribution-app' },
        { id: 'link-app' },
        { id: 'face-library', status: 'outdated', installed: '5.0.3', required: '5.1.0' },
        { id: 'reader-app' },
      ],
      restart: { bootedAt: '2026-01-20T08:02:00+09:00', lastBootKind: 'full' },
      delivery: { phase: 'day', nextNight: '2026-01-20' },
    });
  });

  it('names a path only where everybody has it, and a version only where it is one', () => {
    const file = 'C:\\Program Files\\OQS-Auth\\Version.info';
    const own = witness('delivery-record', '5.0.3', { path: 'C:\\Users\\sakura\\record.csv' });
    const typed = witness('operator', '03.1234.5678', { path: null });
    const witnesses = [witness('version-info', '5.1.0.12', { path: file }), own, typed];
    const survey = { components: [component('face-library', { witnesses })] };
    expect(jsonOf(inputOf({ survey }), 'check.json')).toMatchObject({
      components: [
        {
          witnesses: [
            { version: '5.1.0.12', path: file },
            { version: '5.0.3', path: '(other)' },
            { version: '(other)', path: null },
          ],
        },
      ],
    });
  });

  it('keeps of a check what can be counted or ticked, and the reason why it could not tell', () => {
    const evidence = {
      applicationHosts: [{ host: 'hweb.oqs.onshikaku.org', resolves: true }],
      baseHosts: [{ host: 'router.sakura.example', resolves: false }],
      proxy: { host: 'proxy.base.oqs-pdl.org', port: 8080, answers: null },
    };
    const survey = {
      components: components(),
      checks: [
        check('network', 'fail', { evidence, guideId: 'network-edns' }),
        check('disk-space', 'ok', { evidence: { freeBytes: 40_900_000_000, warnBelow: 5_000_000_000 } }),
        check('session', 'ok', { evidence: { remote: true, locked: false, elevated: null, user: 'sakura' } }),
        check('card-reader', 'unknown', { evidence: { fault: { code: 'denied', headline: 'sakura' } } }),
        check('delivery-task', 'fail', { evidence: { found: true, lastResult: '0x80070005' } }),
      ],
    };
    expect(jsonOf(inputOf({ survey }), 'check.json')['checks']).toEqual([
      {
        id: 'network',
        status: 'fail',
        guideId: 'network-edns',
        durationMs: 3,
        fault: null,
        facts: {
          applicationHosts: [{ host: 'hweb.oqs.onshikaku.org', resolves: true }],
          baseHosts: [{ host: '(other)', resolves: false }],
          proxy: { host: 'proxy.base.oqs-pdl.org', answers: null },
        },
      },
      expect.objectContaining({ id: 'disk-space', facts: { freeGigabytes: 40 } }),
      expect.objectContaining({ id: 'session', facts: { remote: true, locked: false, elevated: null } }),
      expect.objectContaining({ id: 'card-reader', fault: 'denied' }),
      expect.objectContaining({
        id: 'delivery-task',
        facts: { found: true, enabled: null, neverRan: null, lastRunAt: null, lastResult: '0x80070005' },
      }),
    ]);
  });
});

describe('the journal', () => {
  it('keeps what was done and when', () => {
    expect(
      entriesOf(
        { event: 'download-started' },
        { event: 'download-finished', outcome: 'error', pressed: true, message: 'EDQ-0001' },
        { event: 'restart-requested', bootedAt: '2026-01-20T08:02:00+09:00', attempt: 1 },
        { event: 'restart-answered', exitCode: 1190, answer: 'already-scheduled' },
        { event: 'restart-confirmed', bootedAt: '2026-01-20T08:20:00+09:00', kind: 'full' },
        { event: 'operator-version', component: 'face-library', version: '5.1.0' },
        { event: 'left-on', night: '2026-01-20' },
      ),
    ).toEqual([
      { line: 1, at: '2026-01-19T23:05:00+00:00', notice: null, event: 'download-started', byHand: false },
      expect.objectContaining({ event: 'download-finished', outcome: 'error', pressed: true, toolSpoke: true }),
      expect.objectContaining({ bootedAt: '2026-01-20T08:02:00+09:00', attempt: 1 }),
      expect.objectContaining({ exitCode: 1190, answer: 'already-scheduled' }),
      expect.objectContaining({ bootedAt: '2026-01-20T08:20:00+09:00', kind: 'full' }),
      expect.objectContaining({ event: 'operator-version', version: '5.1.0' }),
      expect.objectContaining({ event: 'left-on', night: '2026-01-20' }),
    ]);
  });

  it('tells no more than its kind of an event that carries what was typed or learned', () => {
    expect(
      entriesOf(
        { event: 'record-path-learned', path: 'D:\\sakura\\record.csv' },
        { event: 'terminals-counted', count: 3, allDone: false },
        { event: 'report-sent', identificationNumber: '150', elsewhere: true },
      ).map((entry) => ({ ...(entry as object), line: 0, at: '', notice: '' })),
    ).toEqual([
      { line: 0, at: '', notice: '', event: 'record-path-learned', path: '(other)' },
      { line: 0, at: '', notice: '', event: 'terminals-counted', several: true, allDone: false },
      { line: 0, at: '', notice: '', event: 'report-sent', elsewhere: true },
    ]);
  });
});

describe('the environment', () => {
  it('has the code, the versions, the notice, and which settings were changed, not to what', () => {
    const settings = parseSettings(
      JSON.stringify({ clinicId: 'A-123', paths: { deliveryRecord: 'D:\\x.csv' }, network: { proxy: null } }),
      'settings.json',
    );
    const environment = jsonOf(inputOf({ about: { settings } }), 'environment.json');
    expect(environment).toMatchObject({
      consoleVersion: '1.2.3',
      label: null,
      os: 'Windows 10 IoT Enterprise LTSC 2021',
      notice: {
        id: '2026-01-face-library',
        title: builtInNotice().title,
        targets: [{ component: 'face-library', version: '5.1.0' }],
      },
      settings: {
        clinicId: 'changed',
        'paths.deliveryRecord': 'changed',
        'network.proxy': 'changed',
        'paths.readerInfo': 'default',
        receptionHours: 'default',
      },
    });
    expect(decodeCode(String(environment['code']))).toMatchObject({ ok: true, facts: { step: 'download-now' } });
  });

  it.each([
    ['Microsoft Windows 11 Pro', 'Microsoft Windows 11 Pro'],
    ['Windows 10 IoT Enterprise LTSC 2019', 'Windows 10 IoT Enterprise LTSC 2019'],
    ['Windows 10 さくら医院', '(other)'],
    ['Windows 10 0312345678', '(other)'],
    ['', '(other)'],
  ])('names the system %s as %s', (os, shown) => {
    expect(jsonOf(inputOf({ survey: { terminal: { name: 'X', os } } }), 'environment.json')['os']).toBe(shown);
  });

  it('leaves out the title of a notice that somebody else wrote', () => {
    const notice = { ...builtInNotice(), title: 'さくら医院のみなさまへ' };
    expect(jsonOf(inputOf({ about: { notice } }), 'environment.json')['notice']).toMatchObject({ title: '(other)' });
  });
});

describe('the clinic', () => {
  it('is in a file of its own where it was ticked, with what is not known as null', () => {
    const clinic = { formatVersion: 1, name: 'さくら医院', phone: null } as const;
    expect(jsonOf(inputOf({ about: { clinic }, survey: { checks: checks() } }, true), 'clinic.json')).toEqual({
      name: 'さくら医院',
      phone: null,
      id: null,
      terminal: 'CLINIC-ONS01',
    });
  });
});
