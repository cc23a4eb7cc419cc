import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerSchema, checkDocumentSchema } from '../../src/formats/answer-schema.ts';
import { run } from './built.ts';

const names = readdirSync(join(import.meta.dirname, '../../scenarios')).toSorted();

/** Written by hand from the rules: what each practice terminal must be told. `loud` are the checks that are not ok. */
interface Expected {
  readonly exit: number;
  readonly verdict: string;
  readonly step: string;
  readonly check?: string;
  readonly night?: string;
  readonly target: string;
  readonly loud: Readonly<Record<string, string>>;
  readonly phase: string;
  readonly nextNight: string | null;
  readonly journal?: readonly [state: string, entries: number];
}

const old = { 'component-versions': 'fail' } as const;
const morning = {
  exit: 1,
  verdict: 'action-needed',
  target: 'outdated',
  loud: old,
  phase: 'day',
  nextNight: '2026-01-20',
} as const;
const wednesday = { ...morning, nextNight: '2026-01-21' } as const;
const unsure = {
  exit: 3,
  verdict: 'unknown',
  step: 'check-by-hand',
  target: 'unknown',
  loud: { 'component-versions': 'unknown' },
} as const;

const expectations: Readonly<Record<string, Expected>> = {
  'all-day-begun': {
    ...morning,
    step: 'download-now',
    loud: { ...old, 'delivery-calendar': 'warn' },
    phase: 'all-day',
    nextNight: null,
  },
  'already-current': {
    ...wednesday,
    exit: 0,
    verdict: 'current',
    step: 'send-report',
    target: 'ok',
    loud: {},
  },
  'button-not-found': { ...morning, step: 'download-now' },
  'delivered-overnight': { ...morning, step: 'restart' },
  'delivery-task-missing': {
    ...morning,
    step: 'fix-first',
    check: 'delivery-task',
    loud: { ...old, 'delivery-task': 'fail' },
  },
  'disagreeing-witnesses': { ...wednesday, step: 'restart', target: 'disagree' },
  'dns-edns-fault': { ...morning, step: 'fix-first', check: 'network', loud: { ...old, network: 'fail' } },
  'downloaded-not-restarted': { ...wednesday, step: 'restart', journal: ['intact', 3] },
  'error-then-success': { ...morning, step: 'download-now' },
  'evening-before': {
    ...morning,
    loud: { 'component-versions': 'warn' },
    step: 'leave-on-overnight',
    night: '2026-01-19',
    phase: 'before',
    nextNight: '2026-01-19',
  },
  'excluded-night': {
    ...morning,
    step: 'download-now',
    loud: { ...old, 'delivery-calendar': 'warn' },
    nextNight: '2026-01-26',
  },
  'fast-startup-boot': {
    ...morning,
    step: 'restart',
    loud: { ...old, 'restart-state': 'warn', 'power-settings': 'warn' },
  },
  'outdated-morning': { ...morning, step: 'download-now' },
  'record-path-unknown': { ...wednesday, ...unsure },
  'restart-denied': { ...morning, step: 'restart' },
  'tool-missing': {
    ...morning,
    step: 'fix-first',
    check: 'management-tool',
    loud: { ...old, 'management-tool': 'fail' },
  },
  'tool-never-answers': { ...morning, step: 'download-now' },
  'two-failed-cycles': {
    ...morning,
    exit: 2,
    verdict: 'failed',
    step: 'call-support',
    nextNight: '2026-01-22',
    journal: ['intact', 11],
  },
  'unreadable-record': { ...wednesday, ...unsure },
};

describe('the built-in scenarios through check --json', () => {
  it('are all expected', () => {
    expect(Object.keys(expectations).toSorted()).toEqual(names);
  });

  it.each(names)('%s', async (name) => {
    const expected = expectations[name];
    if (!expected) throw new Error(`no expectation for ${name}`);
    const { exitCode, stdout, stderr } = await run('check', '--json', '--simulate', name);
    expect(stderr).toBe('');
    const answer = answerSchema.parse(JSON.parse(stdout));
    const loud = answer.checks.filter((check) => check.status !== 'ok').map((check) => [check.id, check.status]);
    const target = answer.components.find((component) => component.id === 'face-library');
    expect({
      exitCode,
      verdict: answer.verdict,
      step: answer.nextStep.id,
      check: answer.nextStep.check,
      night: answer.nextStep.night,
      alternative: answer.nextStep.alternative,
      target: target?.status,
      loud: Object.fromEntries(loud),
      phase: answer.delivery.phase,
      nextNight: answer.delivery.nextNight,
      journal: [answer.journal.state, answer.journal.entries],
      simulated: answer.simulated,
    }).toEqual({
      exitCode: expected.exit,
      verdict: expected.verdict,
      step: expected.step,
      check: expected.check ?? null,
      night: expected.night ?? null,
      alternative: null,
      target: expected.target,
      loud: expected.loud,
      phase: expected.phase,
      nextNight: expected.nextNight,
      journal: expected.journal ?? ['absent', 0],
      simulated: true,
    });
    expect(answer.checks).toHaveLength(11);
  });

  it('are described by the schema that is printed', async () => {
    const { stdout, exitCode } = await run('schema', 'check');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(checkDocumentSchema))));
  });
});
