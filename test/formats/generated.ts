import fc from 'fast-check';
import {
  nothingPending,
  checkIds,
  componentIds,
  restartMarks,
  ruleIds,
  stepIds,
  witnessStates,
  type CheckResult,
  type ComponentReading,
  type Decision,
  type Survey,
  type Witness,
} from '../../src/domain/facts.ts';
import { componentNames } from '../../src/domain/names.ja.ts';
import type { AnswerInput } from '../../src/formats/answer.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { connection, replacement } from '../domain/notice/builders.ts';

const instant = fc.integer({
  min: Date.parse('2025-12-01T00:00:00Z'),
  max: Date.parse('2026-03-01T00:00:00Z'),
});
const version = fc.array(fc.nat(99), { minLength: 3, maxLength: 4 }).map((parts) => parts.map(String).join('.'));
const text = fc.string({ minLength: 1, maxLength: 120, unit: 'binary' });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const witness: fc.Arbitrary<Witness> = fc.record({
  source: fc.constantFrom('delivery-record', 'version-info', 'operator'),
  state: fc.constantFrom(...witnessStates),
  raw: maybe(text),
  version: maybe(version),
  path: maybe(text),
  changedAt: maybe(instant),
  fault: fc.constant(null),
});

const component = (id: (typeof componentIds)[number]): fc.Arbitrary<ComponentReading> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(componentNames[id]),
    status: fc.constantFrom('ok', 'outdated', 'disagree', 'unknown', 'not-required'),
    installed: maybe(version),
    required: maybe(version),
    witnesses: fc.array(witness, { maxLength: 3 }),
    lastKnown: maybe(fc.record({ version, at: instant })),
  });

const check = (id: (typeof checkIds)[number]): fc.Arbitrary<CheckResult> =>
  fc.record({
    id: fc.constant(id),
    status: fc.constantFrom('ok', 'warn', 'fail', 'unknown', 'skipped'),
    summary: text,
    remedy: maybe(text),
    guideId: maybe(text),
    durationMs: fc.nat(5_000),
    evidence: fc.dictionary(
      // JSON.parse makes a property of this key, writing it in an object literal does not.
      fc.string().filter((key) => key !== '__proto__'),
      fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.record({ path: text }))),
      { noNullPrototype: true },
    ),
  });

const survey: fc.Arbitrary<Survey> = fc.record({
  takenAt: instant,
  pending: fc.constant(nothingPending),
  offsetMinutes: fc.constantFrom(540, 0, -570),
  components: fc.tuple(...componentIds.map(component)),
  checks: fc.tuple(...checkIds.map(check)),
  boot: fc.record({
    bootedAt: maybe(instant),
    lastBootKind: fc.constantFrom('full', 'fast-startup', 'hibernate', 'unknown'),
  }),
  marksAreRead: fc.boolean(),
  power: fc.constant(null),
  disk: maybe(fc.record({ freeBytes: maybe(fc.nat()), warnBelow: fc.nat(), failBelow: fc.nat() })),
  restartMarks: fc.subarray([...restartMarks]),
  terminal: maybe(fc.record({ name: text, os: text })),
  session: maybe(fc.record({ remote: fc.boolean(), locked: fc.boolean(), elevated: fc.boolean(), user: text })),
  lastTaskRun: maybe(instant),
  plannedRestartAt: maybe(instant),
});

const decision: fc.Arbitrary<Decision> = fc.record({
  rule: fc.constantFrom(...ruleIds),
  verdict: fc.constantFrom('current', 'action-needed', 'failed', 'unknown'),
  step: fc.constantFrom(...stepIds),
  reason: text,
  check: maybe(fc.constantFrom(...checkIds)),
  night: fc.constantFrom(null, '2026-01-20'),
  alternative: fc.constantFrom(null, 'leave-on-overnight'),
  prepared: fc.boolean(),
  progress: maybe(fc.record({ what: fc.constantFrom('download', 'restart'), since: instant, dueAt: maybe(instant) })),
});

/** Whatever a survey, a decision and a journal can be, fit together or not. */
export const answerInputs: fc.Arbitrary<AnswerInput> = fc.record({
  survey,
  decision,
  journal: fc.record({
    state: fc.constantFrom('intact', 'torn', 'changed', 'unsealed', 'absent'),
    line: maybe(fc.integer({ min: 1, max: 999 })),
    entries: fc.constant([]),
    tail: fc.record({ seq: fc.nat(999), sha256: fc.constantFrom(null, 'ab'.repeat(32)) }),
  }),
  notice: fc.constantFrom(builtInNotice(), connection, replacement),
  noticeFile: maybe(text),
  others: fc.constant([]),
  problems: fc.array(fc.record({ where: text, message: text }), { maxLength: 2 }),
  settings: fc.record({ clinicId: maybe(text) }),
  simulated: fc.boolean(),
  consoleVersion: fc.constant('0.1.0'),
  now: instant,
  offsetMinutes: fc.constantFrom(540, 0, -570),
});
