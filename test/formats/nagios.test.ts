import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAnswer } from '../../src/formats/answer.ts';
import { nagiosExitCode, nagiosFailure, nagiosLine, UNKNOWN } from '../../src/formats/nagios.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { connection } from '../domain/notice/builders.ts';
import type { DiskFacts } from '../../src/domain/facts.ts';
import { checkNames } from '../../src/domain/names.ja.ts';
import { exampleAnswer, ofVersions } from './example-answer.ts';
import { answerInputs } from './generated.ts';
import { readPluginOutput } from './plugin-output.ts';

const notice = builtInNotice();
const calendar = calendarOf(notice);

const disk: DiskFacts = { freeBytes: 4_000_000_000, warnBelow: 5_000_000_000, failBelow: 1_000_000_000 };

function lineOf(answer: Parameters<typeof nagiosLine>[0], diskRead: DiskFacts | null = disk) {
  return readPluginOutput(nagiosLine(answer, { notice, calendar, disk: diskRead, durationMs: 734.6, problems: [] }));
}

describe('the line of an answer, by the guidelines', () => {
  it('tells versions, and no number that was written as one', () => {
    expect(lineOf(ofVersions('5.0.3.12')).text).toContain('5.0.3.12');
    for (const number of ['3.1234.5678', '90.123.456.78', '312.345.678'])
      expect(lineOf(ofVersions(number)).text).toContain('(other)');
  });

  it('is one line of the right form, whatever the answer is', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const { name, data } = lineOf(buildAnswer(input), input.survey.disk);
        expect(name).toBe('OQS');
        expect(data.size).toBe(8);
      }),
    );
  });

  it.each([
    ['current', 'OK'],
    ['action-needed', 'WARNING'],
    ['failed', 'CRITICAL'],
    ['unknown', 'UNKNOWN'],
  ] as const)('2.4: %s is %s, with the exit code of that state', (verdict, service) => {
    const states = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'];
    expect(lineOf({ ...exampleAnswer(), verdict }).service).toBe(service);
    expect(states[nagiosExitCode({ ...exampleAnswer(), verdict }, { calendar, problems: [] })]).toBe(service);
    expect(states[UNKNOWN]).toBe('UNKNOWN');
  });

  it.each([
    ['settings', 'current', 1],
    ['notice', 'current', 1],
    ['guide', 'current', 0],
    ['settings', 'unknown', 3],
    ['notice', 'failed', 2],
  ] as const)('with %s that do not count, %s ends with %i, and the line counts them', (file, verdict, code) => {
    const answer = { ...exampleAnswer(), verdict };
    const beside = { notice, calendar, disk, durationMs: 1, problems: [{ file }, { file: 'clinic' }] as const };
    expect(nagiosExitCode(answer, beside)).toBe(code);
    expect(nagiosLine(answer, beside)).toContain('使えないファイル 2 件');
  });

  it.each([
    ['31T04:59:59', 'action-needed', 'WARNING', 1],
    ['31T05:00:00', 'action-needed', 'CRITICAL', 2],
    ['31T05:00:00', 'current', 'OK', 0],
    ['31T05:00:00', 'failed', 'CRITICAL', 2],
    ['31T04:59:59', 'unknown', 'UNKNOWN', 3],
    ['31T05:00:00', 'unknown', 'CRITICAL', 2],
  ] as const)('2.4: on %s, with the last night over at 5:00, %s is %s', (time, verdict, service, code) => {
    const answer = { ...exampleAnswer(), verdict, generatedAt: `2026-01-${time}+09:00` };
    expect(nagiosExitCode(answer, { calendar, problems: [] })).toBe(code);
    const line = lineOf(answer);
    expect(line.service).toBe(service);
    expect(line.text.includes('作業が必要(期限を過ぎています)')).toBe(verdict === 'action-needed' && code === 2);
  });

  it('2.1: says the state, both versions and the next step', () => {
    expect(lineOf(exampleAnswer()).text).toBe(
      '模擬端末、作業が必要、顔認証ライブラリ 5.0.3(必要 5.1.0 以上)、次にすること: 「今すぐダウンロード」を押す',
    );
    expect(lineOf({ ...exampleAnswer(), simulated: false }).text).toMatch(/^作業が必要、/);
  });

  it('names the check to mend, and the night to leave the terminal on', () => {
    expect(lineOf(exampleAnswer({ check: 'network' })).text).toContain(`(${checkNames.network})`);
    const answer = exampleAnswer();
    const night = { ...answer.nextStep, night: '2026-01-20' };
    expect(lineOf({ ...answer, nextStep: night }).text).toMatch(/\(1\/20\(火\)\)$/);
  });

  it('says that the version is not known', () => {
    const answer = exampleAnswer();
    const components = answer.components.map((each) => ({ ...each, installed: null }));
    expect(lineOf({ ...answer, components }).text).toContain('顔認証ライブラリ 不明(必要 5.1.0 以上)');
  });

  it('2.6: gives the numbers, with units, limits and bounds', () => {
    const none = { warn: '', critical: '', min: '', max: '' };
    const count = { ...none, unit: '', min: '0', max: '11' };
    expect(Object.fromEntries(lineOf(exampleAnswer()).data)).toEqual({
      checks_failed: { ...count, value: 1 },
      checks_warning: { ...count, value: 1 },
      checks_unknown: { ...count, value: 1 },
      uptime: { ...none, value: 480, unit: 's' },
      last_delivery_age: { ...none, value: 300, unit: 's' },
      deadline_left: { ...none, value: 939_000, unit: 's' },
      disk_free: {
        value: 4_000_000_000,
        unit: 'B',
        warn: '5000000000:',
        critical: '1000000000:',
        min: '0',
        max: '',
      },
      duration: { ...none, value: 0.735, unit: 's', min: '0' },
    });
  });

  it('2.6: gives U for what is not known', () => {
    const answer = exampleAnswer();
    const unknown = {
      ...answer,
      restart: { ...answer.restart, bootedAt: null },
      delivery: { ...answer.delivery, lastTaskRun: null },
    };
    expect(lineOf(unknown, { ...disk, freeBytes: null }).data.get('disk_free')).toMatchObject({
      value: null,
      warn: '5000000000:',
    });
    const { data } = lineOf(unknown, null);
    for (const label of ['uptime', 'last_delivery_age', 'disk_free']) expect(data.get(label)?.value).toBeNull();
  });

  it('2.6: counts the seconds after the deadline as less than none', () => {
    const { data } = lineOf({ ...exampleAnswer(), generatedAt: '2026-01-31T05:01:00+09:00' });
    expect(data.get('deadline_left')?.value).toBe(-60);
  });

  it('2.6: gives U for a deadline that there is none of, and is never critical for it', () => {
    const never = { ...connection, deadline: null };
    const answer = { ...exampleAnswer(), generatedAt: '2027-12-31T12:00:00+09:00' };
    const run = { notice: never, calendar: calendarOf(never), disk, durationMs: 1, problems: [] };
    expect(readPluginOutput(nagiosLine(answer, run)).data.get('deadline_left')?.value).toBeNull();
    expect(nagiosExitCode(answer, run)).toBe(1);
  });

  it.each([
    ['2026-02-20T23:59:00+09:00', 60, 1],
    ['2026-02-21T00:01:00+09:00', -60, 2],
  ])('2.6: goes by the last day where nothing is delivered: at %s', (generatedAt, left, exit) => {
    const answer = { ...exampleAnswer(), generatedAt };
    const run = { notice: connection, calendar: calendarOf(connection), disk, durationMs: 1, problems: [] };
    expect(readPluginOutput(nagiosLine(answer, run)).data.get('deadline_left')?.value).toBe(left);
    expect(nagiosExitCode(answer, run)).toBe(exit);
  });

  it('tells every target, one of the notice by its name, and no other component', () => {
    const answer = exampleAnswer();
    const own = { id: 'browser-extension', status: 'outdated', installed: null, required: '2.0.0.0' } as const;
    const components = [...answer.components, { ...own, lastKnown: null, witnesses: [] }].map((each) =>
      each.id === 'link-app' ? { ...each, required: '4.1.0' } : each,
    );
    const targets = [...connection.targets];
    const given = { ...answer, components, notice: { ...answer.notice, targets } };
    const line = nagiosLine(given, {
      notice: connection,
      calendar: calendarOf(connection),
      disk,
      durationMs: 1,
      problems: [],
    });
    expect(line).toMatch(/連携アプリケーション 4\.0\.2.*4\.1\.0.*ブラウザ拡張機能 .*2\.0\.0\.0/);
    expect(line).not.toContain('顔認証ライブラリ');
  });

  it('2.6: has labels that are their own in 19 characters, without quotation marks', () => {
    const labels = [...lineOf(exampleAnswer()).data.keys()];
    expect(new Set(labels.map((label) => label.slice(0, 19))).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^\w+$/);
  });

  it('holds neither the terminal nor the clinic', () => {
    const answer = exampleAnswer();
    const line = nagiosLine(answer, { notice, calendar, disk, durationMs: 1, problems: [] });
    expect(line).not.toContain(String(answer.terminal.name));
    expect(line).not.toContain(String(answer.clinic.id));
  });
});

describe('the line of a run without an answer', () => {
  it('is UNKNOWN with the reason, and without performance data', () => {
    expect(readPluginOutput(nagiosFailure('読めません'))).toEqual({
      name: 'OQS',
      service: 'UNKNOWN',
      text: '読めません',
      data: new Map(),
    });
  });

  it('keeps bars, line ends and control characters of others out, and is short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (reason) => {
        const { text } = readPluginOutput(nagiosFailure(`x${reason}`));
        expect(Array.from(text).length).toBeLessThanOrEqual(302);
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
    expect(nagiosFailure('a|b\r\n c\u001B[1m')).toBe('OQS UNKNOWN - a b c\n');
  });

  it('names no folder: one may be called by a person', () => {
    const data = '/srv/山田 花子 090-1234/oqs/settings.json:1:2';
    expect(nagiosFailure('書式が正しくありません', data)).toBe(
      'OQS UNKNOWN - 書式が正しくありません(settings.json:1:2)\n',
    );
    const windows = String.raw`C:\Users\yamada hanako\oqs-console\journal.jsonl`;
    expect(nagiosFailure(`読めません: ${windows}`)).toBe('OQS UNKNOWN - 読めません: journal.jsonl\n');
    expect(nagiosFailure(String.raw`読めません: \\server\山田\journal.jsonl`)).toBe(
      'OQS UNKNOWN - 読めません: journal.jsonl\n',
    );
  });
});
