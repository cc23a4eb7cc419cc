import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIds, componentIds } from '../../src/domain/facts.ts';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { buildAnswer } from '../../src/formats/answer.ts';
import { exposition, ownLabels } from '../../src/formats/prometheus-format.ts';
import { failedMetricsText, metricsText } from '../../src/formats/prometheus.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { connection } from '../domain/notice/builders.ts';
import { monitoringTexts } from '../../src/formats/monitoring.ja.ts';
import { readExposition, type ReadFamily } from './exposition-reader.ts';
import { answerInputs } from './generated.ts';
import { exampleAnswer, ofVersions } from './example-answer.ts';

const calendar = calendarOf(builtInNotice());
const disk = { freeBytes: 21_474_836_480, warnBelow: 1, failBelow: 0 };
const quick = { durationMs: 1_234.5, labels: [], disk };

const label = fc.tuple(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,9}$/).filter((name) => !ownLabels.some((own) => own === name)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((value) => !/[\r\uFEFF]/.test(value)),
);
const labels = fc.uniqueArray(label, { maxLength: 3, selector: ([name]) => name });

function read(answer: Answer): readonly ReadFamily[] {
  return readExposition(metricsText(answer, calendar, quick));
}

/** The samples of one metric by their labels' values, `check clock/ok`. */
function values(families: readonly ReadFamily[], name: string): Readonly<Record<string, number>> {
  const samples = families.find((family) => family.name === name)?.samples ?? [];
  return Object.fromEntries(samples.map((sample) => [Object.values(sample.labels).join('/'), sample.value]));
}

describe('the text format', () => {
  it('gives back what was put in, whatever the words are', () => {
    fc.assert(
      fc.property(labels, fc.double({ noNaN: true, noDefaultInfinity: true }), (given, value) => {
        const text = exposition([{ name: 'a', help: 'back\\slash', samples: [{ labels: given, value }] }]);
        const [family] = readExposition(text);
        expect(family?.help).toBe('back\\slash');
        expect(family?.samples).toEqual([{ labels: Object.fromEntries(given), value: value + 0 }]);
      }),
    );
  });

  it('escapes backslash, quotation mark and line feed, and nothing else', () => {
    const samples = [{ labels: [['a', 'x\\y"z\n\t顔']] as const, value: 1 }];
    expect(exposition([{ name: 'm', help: 'h', samples }])).toBe(
      '# HELP m h\n# TYPE m gauge\nm{a="x\\\\y\\"z\\n\t顔"} 1\n',
    );
  });

  it('leaves out what has no sample', () => {
    expect(exposition([{ name: 'm', help: 'h', samples: [] }])).toBe('');
  });
});

describe('the metrics of an answer', () => {
  it('are read back from any answer: no series twice, the labels on each, the words always the same', () => {
    fc.assert(
      fc.property(answerInputs, labels, (input, given) => {
        const families = readExposition(metricsText(buildAnswer(input), calendar, { ...quick, labels: given }));
        for (const { name, help, type, samples } of families) {
          expect(type).toBe('gauge');
          expect(Object.entries(monitoringTexts.help)).toContainEqual([name, help]);
          for (const sample of samples) expect(sample.labels).toMatchObject(Object.fromEntries(given));
        }
      }),
    );
  });

  it('reserve every label that they use', () => {
    const used = new Set(
      read(exampleAnswer({ check: 'network' })).flatMap(({ samples }) =>
        samples.flatMap((sample) => Object.keys(sample.labels)),
      ),
    );
    expect([...used].toSorted()).toEqual(ownLabels);
  });

  it('are all told of an answer that knows everything', () => {
    const names = read(exampleAnswer({ check: 'network' })).map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(monitoringTexts.help).toSorted());
  });

  it('are sixty series at the most, with as many components as a phone code has room for', () => {
    const known = exampleAnswer({ check: 'network' });
    const components = known.components.flatMap((each) =>
      [1, 2, 3, 4].map((n) => ({ ...each, id: `${each.id}-${String(n)}` })),
    );
    expect(components).toHaveLength(16);
    expect(read({ ...known, components }).flatMap(({ samples }) => samples).length).toBeLessThanOrEqual(60);
  });

  it('say of each verdict whether it holds, and of other states which one does', () => {
    const families = read(exampleAnswer());
    expect(values(families, 'oqs_verdict')).toEqual({
      current: 0,
      'action-needed': 1,
      failed: 0,
      unknown: 0,
    });
    const sets = [
      ['oqs_next_step', 1],
      ['oqs_component_status', componentIds.length],
      ['oqs_check_status', checkIds.length],
      ['oqs_notice_delivery_phase', 1],
      ['oqs_journal_state', 1],
    ] as const;
    for (const [name, size] of sets)
      expect([name, Object.values(values(families, name))]).toEqual([name, Array.from({ length: size }, () => 1)]);
    expect(values(families, 'oqs_check_status')).toMatchObject({ 'clock/ok': 1, 'network/fail': 1 });
  });

  it('give times in seconds, by the calendar to the instant', () => {
    const families = read(exampleAnswer());
    const at = (iso: string) => ({ '': Date.parse(iso) / 1_000 });
    expect(values(families, 'oqs_check_timestamp_seconds')).toEqual(at('2026-01-20T08:10:00+09:00'));
    expect(values(families, 'oqs_last_boot_timestamp_seconds')).toEqual(at('2026-01-20T08:02:00+09:00'));
    expect(values(families, 'oqs_last_delivery_timestamp_seconds')).toEqual(at('2026-01-20T08:05:00+09:00'));
    expect(values(families, 'oqs_notice_first_night_timestamp_seconds')).toEqual(at('2026-01-19T20:00:00+09:00'));
    expect(values(families, 'oqs_notice_deadline_timestamp_seconds')).toEqual(at('2026-01-31T05:00:00+09:00'));
    expect(values(families, 'oqs_check_duration_seconds')).toEqual({ '': 1.235 });
    expect(values(families, 'oqs_check_probe_duration_seconds')).toMatchObject({ clock: 0.003 });
  });

  it.each([
    ['2026-01-19T12:00:00+09:00', 11],
    // The one that runs counts until it ends; the excluded one never does.
    ['2026-01-20T04:59:59+09:00', 11],
    ['2026-01-20T05:00:00+09:00', 10],
    ['2026-01-25T12:00:00+09:00', 5],
    ['2026-01-26T12:00:00+09:00', 5],
    ['2026-01-31T04:59:59+09:00', 1],
    ['2026-01-31T05:00:00+09:00', 0],
  ])('count at %s %i nights left', (generatedAt, left) => {
    expect(values(read({ ...exampleAnswer(), generatedAt }), 'oqs_notice_nights_left')).toEqual({ '': left });
  });

  it('have no series for nights and a last day that there are none of', () => {
    const readUnder = (notice: Notice) => readExposition(metricsText(exampleAnswer(), calendarOf(notice), quick));
    const without = readUnder({ ...connection, deadline: null });
    for (const name of ['first_night_timestamp_seconds', 'deadline_timestamp_seconds'])
      expect(values(without, `oqs_notice_${name}`)).toEqual({});
    const midnight = Date.parse('2026-02-21T00:00:00+09:00') / 1_000;
    expect(values(readUnder(connection), 'oqs_notice_deadline_timestamp_seconds')).toEqual({ '': midnight });
    expect(values(readUnder(connection), 'oqs_notice_nights_left')).toEqual({ '': 0 });
  });

  it('have no series for what is not known', () => {
    const known = exampleAnswer();
    const families = read({
      ...known,
      restart: { ...known.restart, bootedAt: null, lastBootKind: 'unknown' },
      delivery: { ...known.delivery, lastTaskRun: null },
    });
    const names = families.map(({ name }) => name);
    expect(names).toContain('oqs_check_success');
    for (const name of [
      'oqs_last_boot_timestamp_seconds',
      'oqs_last_boot_full',
      'oqs_last_delivery_timestamp_seconds',
      'oqs_next_step_check',
    ])
      expect(names).not.toContain(name);
  });

  it.each([null, { ...disk, freeBytes: null }])(
    'have no series for a disk of which nothing is known: %j',
    (unknown) => {
      const families = readExposition(metricsText(exampleAnswer(), calendar, { ...quick, disk: unknown }));
      expect(families.map(({ name }) => name)).not.toContain('oqs_disk_free_bytes');
    },
  );

  it.each([
    ['full', 1],
    ['fast-startup', 0],
    ['hibernate', 0],
  ] as const)('call a boot of the kind %s full: %i', (lastBootKind, full) => {
    const known = exampleAnswer();
    const families = read({ ...known, restart: { ...known.restart, lastBootKind } });
    expect(values(families, 'oqs_last_boot_full')).toEqual({ '': full });
  });

  it('name no number that was written as a version', () => {
    const labels = Object.keys(values(read(ofVersions('3.1234.5678', '312.345.678')), 'oqs_component_status'));
    expect(labels).toContainEqual(expect.stringMatching(/^face-library\/[a-z-]+\/\(other\)\/\(other\)$/));
  });

  it('name versions, empty where there is none, and the check that comes first', () => {
    const families = read(exampleAnswer({ check: 'network' }));
    expect(Object.keys(values(families, 'oqs_component_status'))).toEqual([
      'distribution-app/not-required/2.1.0/',
      'link-app/not-required/4.0.2/',
      'face-library/outdated/5.0.3/5.1.0',
      'reader-app/not-required//',
    ]);
    expect(values(families, 'oqs_disk_free_bytes')).toEqual({ '': 21_474_836_480 });
    expect(values(families, 'oqs_next_step_check')).toEqual({ network: 1 });
    expect(values(families, 'oqs_console_info')).toEqual({
      '0.1.0/2026-01-face-library/face-library/5.1.0/true': 1,
    });
  });

  it('hold nothing of the terminal, the clinic or a path', () => {
    const known = exampleAnswer();
    const text = metricsText(known, calendar, quick);
    for (const secret of [known.terminal.name, known.clinic.id, 'Version.info', 'C:'])
      expect(text).not.toContain(String(secret));
    expect(answerSchema.parse(known)).toEqual(known);
  });
});

describe('the metrics of a run without an answer', () => {
  it('say that, when, of what kind of terminal, and no more', () => {
    const now = Date.parse('2026-01-20T08:10:00.700+09:00');
    const families = readExposition(
      failedMetricsText(now, { durationMs: 2_000, labels: [['site', '1']], consoleVersion: '1.2.3', simulated: true }),
    );
    expect(families.map(({ name, samples }) => [name, samples])).toEqual([
      ['oqs_check_success', [{ labels: { site: '1' }, value: 0 }]],
      ['oqs_check_timestamp_seconds', [{ labels: { site: '1' }, value: 1_768_864_200 }]],
      ['oqs_check_duration_seconds', [{ labels: { site: '1' }, value: 2 }]],
      ['oqs_console_info', [{ labels: { version: '1.2.3', simulated: 'true', site: '1' }, value: 1 }]],
    ]);
  });
});
