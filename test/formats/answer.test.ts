import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Decision, Survey } from '../../src/domain/facts.ts';
import { answerSchema, checkDocumentSchema } from '../../src/formats/answer-schema.ts';
import { buildAnswer, exitCodes, type AnswerInput } from '../../src/formats/answer.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { readingsOf } from '../../src/domain/versions/component-status.ts';
import { connection } from '../domain/notice/builders.ts';
import { createSurveyor } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { stepTitles } from '../../src/domain/procedure/steps.ja.ts';
import { fakeNow, fakePorts } from '../fakes/ports.ts';
import { answerInputs } from './generated.ts';

const face = 'C:\\Program Files\\OQS-Auth\\Version.info';
const downloadNow: Decision = {
  rule: '9',
  verdict: 'action-needed',
  step: 'download-now',
  reason: '古いままです。',
  check: null,
  night: null,
  alternative: 'leave-on-overnight',
  prepared: false,
  progress: null,
};

async function inputWith(change: Partial<AnswerInput> = {}, survey: Partial<Survey> = {}): Promise<AnswerInput> {
  const context = { notice: builtInNotice(), settings: defaultSettings(), history: emptyHistory };
  const ports = fakePorts({ terminal: { files: { [face]: { content: '5.0.3', modifiedAt: fakeNow } } } });
  const taken = await createSurveyor(ports).read(context, new AbortController().signal);
  return {
    survey: { ...taken, ...survey },
    decision: downloadNow,
    journal: { state: 'absent', line: null, entries: [], tail: { seq: 0, sha256: null } },
    notice: context.notice,
    noticeFile: null,
    others: [],
    problems: [],
    settings: { clinicId: null },
    simulated: true,
    consoleVersion: '0.1.0',
    now: fakeNow,
    offsetMinutes: 540,
    ...change,
  };
}

/** All keys of a value in the order in which JSON writes them, lists by their first item. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return keysOf(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(([key, inner]) => [key, key === 'evidence' ? null : keysOf(inner)]);
}

describe('buildAnswer', () => {
  it('gives a document of the schema whatever it is made from', () => {
    fc.assert(
      fc.property(answerInputs, (input) => {
        const written: unknown = JSON.parse(JSON.stringify(buildAnswer(input)));
        expect(answerSchema.parse(written)).toEqual(written);
      }),
    );
  });

  it('has the keys of the contract, in its order', async () => {
    const answer = buildAnswer(await inputWith());
    const contract = {
      formatVersion: '',
      consoleVersion: '',
      generatedAt: '',
      simulated: true,
      clinic: { id: null },
      terminal: { name: '', os: '' },
      session: { remote: false, locked: false },
      notice: {
        id: '',
        target: { component: '', version: '' },
        targets: [{ component: '', version: '' }],
        file: null,
        deadline: '',
        others: [],
      },
      problems: [],
      verdict: '',
      nextStep: {
        id: '',
        title: '',
        reason: '',
        check: null,
        night: null,
        alternative: null,
        prepared: false,
        progress: null,
      },
      components: [
        {
          id: '',
          status: '',
          installed: '',
          required: '',
          lastKnown: null,
          witnesses: [{ source: '', state: '', raw: '', version: '', path: '', changedAt: '' }],
        },
      ],
      checks: [{ id: '', status: '', summary: '', remedy: null, guideId: null, durationMs: 3, evidence: {} }],
      restart: { required: false, reasons: [], bootedAt: '', lastBootKind: '' },
      delivery: { phase: '', nextNight: '', lastNight: '', allDayFrom: '', lastTaskRun: '' },
      journal: { state: '', line: null, entries: 12, head: null },
    };
    expect(keysOf(answer)).toEqual(keysOf(contract));
  });

  it('says of a notice without nights and with two targets what it asks for, and no dates', async () => {
    const history = emptyHistory;
    const components = readingsOf(null, { notice: connection, history });
    const answer = buildAnswer(await inputWith({ notice: connection }, { components }));
    expect(answerSchema.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      notice: { target: connection.targets[0], targets: connection.targets, deadline: '2026-02-20' },
      delivery: { phase: 'none', nextNight: null, lastNight: null, allDayFrom: null },
    });
    expect(answer.components.slice(3)).toMatchObject([
      { id: 'reader-app', required: null },
      { id: 'browser-extension', required: '2.0.0.0', installed: null, status: 'unknown' },
    ]);
  });

  it('names the next step with the words of its notice', async () => {
    const step: Decision = { ...downloadNow, step: 'send-report' };
    const titleUnder = async (notice: Notice) =>
      buildAnswer(await inputWith({ notice, decision: step })).nextStep.title;
    expect(await titleUnder(builtInNotice())).toBe('「完了報告フォーム」で完了報告を送る');
    expect(await titleUnder(connection)).toBe('完了報告のフォームで完了報告を送る');
  });

  it('says in the title of the report that other terminals come first', async () => {
    const decision: Decision = { ...downloadNow, step: 'send-report', terminals: { done: 1, count: 3 } };
    const { nextStep } = buildAnswer(await inputWith({ decision }));
    expect(nextStep).toMatchObject({ id: 'send-report', title: 'ほかの端末を先に済ませて、完了報告を送る(1/3 台)' });
  });

  it('says what the contract says of an outdated terminal', async () => {
    const answer = buildAnswer(await inputWith());
    expect(answer).toMatchObject({
      formatVersion: '1.1',
      generatedAt: '2026-01-20T08:10:00+09:00',
      simulated: true,
      terminal: { name: 'CLINIC-ONS01' },
      notice: {
        id: '2026-01-face-library',
        target: { component: 'face-library', version: '5.1.0' },
        targets: [{ component: 'face-library', version: '5.1.0' }],
        file: null,
        deadline: '2026-01-30',
        others: [],
      },
      problems: [],
      verdict: 'action-needed',
      nextStep: {
        id: 'download-now',
        title: stepTitles['download-now'],
        alternative: 'leave-on-overnight',
        prepared: false,
        progress: null,
      },
      restart: { required: false, reasons: [], bootedAt: '2026-01-20T08:02:00+09:00', lastBootKind: 'full' },
      delivery: {
        phase: 'day',
        nextNight: '2026-01-20',
        lastNight: '2026-01-30',
        allDayFrom: '2026-01-31',
        lastTaskRun: '2026-01-20T08:05:00+09:00',
      },
      journal: { state: 'absent', line: null, entries: 0, head: null },
    });
    expect(answer.components.find(({ id }) => id === 'face-library')).toEqual({
      id: 'face-library',
      status: 'outdated',
      installed: '5.0.3',
      required: '5.1.0',
      lastKnown: null,
      witnesses: [
        {
          source: 'version-info',
          state: 'answers',
          raw: '5.0.3',
          version: '5.0.3',
          path: face,
          changedAt: '2026-01-20T08:10:00+09:00',
        },
      ],
    });
  });

  it('lists a configured file that is not there, and no source that nobody configured', async () => {
    const { components } = buildAnswer(await inputWith());
    const witnessesOf = (wanted: string) => components.find(({ id }) => id === wanted)?.witnesses;
    expect(witnessesOf('link-app')).toMatchObject([
      { source: 'version-info', state: 'absent', version: null, changedAt: null },
    ]);
    expect(witnessesOf('reader-app')).toEqual([]);
  });

  it.each([
    { step: 'restart' as const, marks: [], required: true, reasons: 1 },
    { step: 'restart' as const, marks: ['windows-update'] as const, required: true, reasons: 2 },
    { step: 'send-report' as const, marks: ['component-servicing'] as const, required: true, reasons: 1 },
    { step: 'send-report' as const, marks: [], required: false, reasons: 0 },
  ])('step $step with marks $marks: restart required $required', async (row) => {
    const input = await inputWith({ decision: { ...downloadNow, step: row.step } }, { restartMarks: row.marks });
    const { restart } = buildAnswer(input);
    expect(restart.required).toBe(row.required);
    expect(restart.reasons).toHaveLength(row.reasons);
  });

  it('has null for what could not be told', async () => {
    const answer = buildAnswer(await inputWith({}, { terminal: null, session: null, lastTaskRun: null }));
    expect(answer).toMatchObject({
      terminal: { name: null, os: null },
      session: { remote: null, locked: null },
      delivery: { lastTaskRun: null },
    });
  });

  it('maps every verdict to its exit code', () => {
    expect(exitCodes).toEqual({ current: 0, 'action-needed': 1, failed: 2, unknown: 3 });
  });
});

describe('the schema', () => {
  it('can be told as JSON Schema', () => {
    expect(z.toJSONSchema(checkDocumentSchema, { io: 'output' })).toHaveProperty('anyOf');
    expect(z.toJSONSchema(answerSchema)).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('refuses what the contract does not name', async () => {
    const answer = buildAnswer(await inputWith());
    expect(answerSchema.safeParse({ ...answer, extra: 1 }).success).toBe(false);
    expect(answerSchema.safeParse({ ...answer, generatedAt: '2026-01-20T08:10:00' }).success).toBe(false);
    expect(answerSchema.safeParse({ ...answer, formatVersion: '2.0' }).success).toBe(false);
  });
});
