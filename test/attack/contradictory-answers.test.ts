import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskDocumentSchema } from '../../src/desk/document.ts';
import { answerSchema as deskSchema, type AnswerRead } from '../../src/desk/document-schema.ts';
import { readEntry } from '../../src/desk/read-document.ts';
import { createSame } from '../../src/desk/same.ts';
import { isDone, type DeskState } from '../../src/desk/states.ts';
import { decide } from '../../src/domain/procedure/decide.ts';
import type { RuleFacts } from '../../src/domain/procedure/situation.ts';
import { stepIds, witnessStates } from '../../src/domain/facts.ts';
import { compareVersions } from '../../src/domain/versions/version.ts';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { ruleFacts } from '../domain/procedure/arbitraries.ts';
import { run, temporaryFolder, writeScenario } from '../e2e/built.ts';
import { tried } from './tried.ts';

const TARGET = 'face-library';
/** What our own check says to each practice terminal, and which of them is which. */
const real = new Map<string, Answer>();

beforeAll(async () => {
  const names = readdirSync(join(import.meta.dirname, '../../dist/scenarios'));
  for (let at = 0; at < names.length; at += 3) {
    await Promise.all(
      names.slice(at, at + 3).map(async (name) => {
        const { stdout } = await run('check', '--json', '--simulate', name);
        real.set(name, { ...answerSchema.parse(JSON.parse(stdout)), simulated: false });
      }),
    );
  }
});

beforeEach((context) => tried(context, 'desk', 'contradictory answers'));

function answerOf(scenario: string): Answer {
  const answer = real.get(scenario);
  if (answer === undefined) throw new Error(`no answer of ${scenario}`);
  return structuredClone(answer);
}

function stateOf(document: unknown): DeskState | 'refused' {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const read = readEntry(text, { path: '/a/b.json', folder: null, name: 'b' }, null, createSame());
  return read.ok ? read.value.state : 'refused';
}

const target = ({ components }: Answer) => component(components, TARGET);
const check = ({ checks }: Answer, id: string) => named(checks, id);
function component(components: Answer['components'], id: string): Answer['components'][number] {
  return named(components, id);
}
function named<Each extends { readonly id: string }>(all: readonly Each[], id: string): Each {
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

type Forged = readonly [what: string, from: string, forge: (answer: Answer) => void];

/** Each says something that no terminal can have said together. */
const forged: readonly Forged[] = [
  ['no component at all', 'already-current', (a) => (a.components = [])],
  [
    'no target among the components',
    'already-current',
    (a) => (a.components = a.components.filter(({ id }) => id !== TARGET)),
  ],
  ['no check', 'already-current', (a) => (a.checks = [])],
  ['a target that is outdated', 'already-current', (a) => (target(a).status = 'outdated')],
  ['a target that is unknown', 'already-current', (a) => (target(a).status = 'unknown')],
  ['a target that nothing asks for', 'already-current', (a) => (target(a).status = 'not-required')],
  ['witnesses that are older', 'already-current', (a) => target(a).witnesses.forEach((w) => (w.version = '5.0.3'))],
  [
    'one witness that is older',
    'already-current',
    (a) =>
      target(a)
        .witnesses.slice(0, 1)
        .forEach((w) => (w.version = '5.0.3')),
  ],
  ['no witness', 'already-current', (a) => (target(a).witnesses = [])],
  [
    'witnesses that are absent',
    'already-current',
    (a) => target(a).witnesses.forEach((w) => Object.assign(w, { state: 'absent', version: null })),
  ],
  [
    'a witness that cannot be read',
    'already-current',
    (a) =>
      target(a)
        .witnesses.slice(1)
        .forEach((w) => Object.assign(w, { state: 'unreadable', version: null })),
  ],
  [
    'a witness that answers nothing',
    'already-current',
    (a) =>
      target(a)
        .witnesses.slice(1)
        .forEach((w) => (w.version = null)),
  ],
  [
    'a version of a witness that is absent',
    'already-current',
    (a) =>
      target(a)
        .witnesses.slice(1)
        .forEach((w) => (w.state = 'absent')),
  ],
  ['a source twice', 'already-current', (a) => target(a).witnesses.forEach((w) => (w.source = 'version-info'))],
  ['an older version installed', 'already-current', (a) => (target(a).installed = '5.0.3')],
  ['a newer version installed', 'already-current', (a) => (target(a).installed = '5.2.0')],
  ['no version installed', 'already-current', (a) => (target(a).installed = null)],
  ['another version required', 'already-current', (a) => (target(a).required = '9.0.0')],
  ['no version required', 'already-current', (a) => (target(a).required = null)],
  [
    'another component required as well',
    'already-current',
    (a) => (component(a.components, 'link-app').required = '9.0.0'),
  ],
  ['a target of another version', 'already-current', (a) => (a.notice.target.version = '9.0.0')],
  ['a target of another component', 'already-current', (a) => (a.notice.target.component = 'link-app')],
  ['other targets', 'already-current', (a) => (a.notice.targets = [{ component: 'link-app', version: '4.0.2' }])],
  [
    'targets of a higher version',
    'already-current',
    (a) => (a.notice.targets = [{ component: TARGET, version: '9.0.0' }]),
  ],
  ['one target more', 'already-current', (a) => a.notice.targets.push({ component: 'reader-app', version: '3.0.0' })],
  ['a target twice', 'already-current', (a) => a.notice.targets.push({ component: TARGET, version: '5.1.0' })],
  ['a component twice', 'already-current', (a) => a.components.push(target(a))],
  ['a check twice', 'already-current', (a) => a.checks.push(check(a, 'clock'))],
  ['a check of the versions that fails', 'already-current', (a) => (check(a, 'component-versions').status = 'fail')],
  [
    'a check of the versions that cannot tell',
    'already-current',
    (a) => (check(a, 'component-versions').status = 'unknown'),
  ],
  [
    'a check of the versions that was skipped',
    'already-current',
    (a) => (check(a, 'component-versions').status = 'skipped'),
  ],
  ['a step of another verdict', 'already-current', (a) => (a.nextStep.id = 'download-now')],
  ['a verdict of another step', 'already-current', (a) => (a.verdict = 'action-needed')],
  ['a check to mend, and nothing to mend', 'already-current', (a) => (a.nextStep.check = 'network')],
  ['all done without a report on record', 'already-current', (a) => (a.nextStep.id = 'all-done')],
  ['entries in a journal that is absent', 'already-current', (a) => (a.journal.entries = 3)],
  [
    'a journal with entries and no head',
    'already-current',
    (a) => Object.assign(a.journal, { state: 'intact', entries: 3, head: null }),
  ],
  [
    'what was typed, and no journal',
    'already-current',
    (a) =>
      target(a)
        .witnesses.slice(0, 1)
        .forEach((w) => (w.source = 'operator')),
  ],
  [
    'a source that no console has',
    'already-current',
    (a) =>
      target(a)
        .witnesses.slice(1)
        .forEach((w) => Object.assign(w, { source: 'phone' })),
  ],
  [
    'a text that is another version',
    'already-current',
    (a) => target(a).witnesses.forEach((w) => Object.assign(w, { raw: '5.0.3' })),
  ],
  [
    'a state of the journal that no console has',
    'two-failed-cycles',
    (a) => Object.assign(a.journal, { state: 'fine' }),
  ],
  ['a last line without a number', 'two-failed-cycles', (a) => Object.assign(a.journal.head ?? {}, { seq: 0 })],
  ['a hash that is none', 'two-failed-cycles', (a) => Object.assign(a.journal.head ?? {}, { sha256: 'abc' })],
  ['current while it is old', 'outdated-morning', (a) => (a.verdict = 'current')],
  [
    'current, to be reported, while it is old',
    'outdated-morning',
    (a) => Object.assign(a, { verdict: 'current', nextStep: { ...a.nextStep, id: 'send-report' } }),
  ],
  ['a status of the target alone', 'outdated-morning', (a) => (target(a).status = 'ok')],
  [
    'all but what the witnesses say',
    'outdated-morning',
    (a) => {
      Object.assign(target(a), { status: 'ok', installed: '5.1.0' });
      Object.assign(a, { verdict: 'current', nextStep: { ...a.nextStep, id: 'send-report' } });
      check(a, 'component-versions').status = 'ok';
    },
  ],
  [
    'failed without a press on record',
    'outdated-morning',
    (a) => Object.assign(a, { verdict: 'failed', nextStep: { ...a.nextStep, id: 'call-support' } }),
  ],
  [
    'something under way without a journal',
    'outdated-morning',
    (a) => Object.assign(a, { nextStep: { ...a.nextStep, id: 'wait' } }),
  ],
  ['a check to mend that does not fail', 'delivery-task-missing', (a) => (check(a, 'delivery-task').status = 'ok')],
  [
    'current while the witnesses disagree',
    'disagreeing-witnesses',
    (a) => Object.assign(a, { verdict: 'current', nextStep: { ...a.nextStep, id: 'send-report' } }),
  ],
  [
    'current while nothing was read',
    'unreadable-record',
    (a) => Object.assign(a, { verdict: 'current', nextStep: { ...a.nextStep, id: 'send-report' } }),
  ],
];

function forgedFrom(scenario: string, forge: (answer: Answer) => void): Answer {
  const answer = answerOf(scenario);
  forge(answer);
  return answer;
}

describe('an answer that our own check gave', () => {
  it('is believed, of every practice terminal', () => {
    expect(real.size).toBeGreaterThan(15);
    const states = [...real].map(([name, answer]) => [name, stateOf(answer)]);
    expect(states.filter(([, state]) => state === 'contradictory' || state === 'refused')).toEqual([]);
    expect(stateOf(answerOf('already-current'))).toBe('send-report');
  });

  it.each(['component-versions', 'restart-state', 'clock', 'management-tool'])(
    'is believed, whatever goes wrong with the check %s',
    async (id) => {
      using folder = temporaryFolder();
      for (const fault of ['crash', 'deny', 'garbage'])
        for (const version of ['5.0.3', '5.1.0']) {
          const scenario = {
            formatVersion: 1,
            now: '2026-01-21T08:10:00+09:00',
            versionInfo: { [TARGET]: version },
            faults: { [`probe:${id}`]: fault },
          };
          const path = writeScenario(join(folder.path, `${fault}-${version}`), scenario);
          const { stdout } = await run('check', '--json', '--simulate', path);
          expect(['contradictory', 'refused']).not.toContain(stateOf(stdout));
        }
    },
  );

  it('is believed as format 1.0 had it, whose witnesses did not say why they had no version', () => {
    for (const answer of real.values()) {
      const { head: _, ...journal } = answer.journal;
      const { targets: __, file: ___, ...notice } = answer.notice;
      const components = answer.components.map((each) => ({
        ...each,
        witnesses: each.witnesses.map(({ state: ____, ...witness }) => witness),
      }));
      if (answer.nextStep.id === 'read-again') continue;
      expect(stateOf({ ...answer, formatVersion: '1.0', journal, notice, components })).not.toBe('contradictory');
    }
  });

  it('is believed whatever the terminal says and its journal holds', () => {
    fc.assert(
      fc.property(ruleFacts, (facts) => {
        expect(stateOf(documentOf(facts))).not.toBe('contradictory');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an answer that contradicts itself', () => {
  it.each(forged)('%s (%s)', (_, scenario, forge) => {
    expect(stateOf(forgedFrom(scenario, forge))).toBe('contradictory');
  });

  it.each(['verdict', 'components', 'status', 'target', 'seq'])('a key twice: %s', (key) => {
    const scenario = key === 'seq' ? 'two-failed-cycles' : 'already-current';
    const text = JSON.stringify(answerOf(scenario));
    expect(stateOf(text.replace(`"${key}":`, `"${key}":"failed","${key}":`))).toBe('contradictory');
    expect(
      stateOf(text.replace(`"${key}":`, `"${key}" : 0, "\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}":`)),
    ).toBe('contradictory');
  });

  it('takes colons and quotation marks in a text for no key', () => {
    const text = '"a":1,\\"b\\":2}';
    expect(stateOf({ ...answerOf('already-current'), terminal: { name: text, os: `${text}\\` } })).toBe('send-report');
  });

  it('is not done, names itself in the list, and ends with 3', async () => {
    using folder = temporaryFolder();
    forged.forEach(([, scenario, forge], at) => {
      const answer = forgedFrom(scenario, forge);
      mkdirSync(join(folder.path, 'clinic'), { recursive: true });
      const document = { ...answer, terminal: { ...answer.terminal, name: `T${String(at)}` } };
      writeFileSync(join(folder.path, 'clinic', `T${String(at)}.json`), JSON.stringify(document));
    });
    const asDocument = await run('desk', folder.path, '--json');
    const { counts } = deskDocumentSchema.parse(JSON.parse(asDocument.stdout));
    expect(counts).toMatchObject({
      terminals: forged.length,
      done: 0,
      bad: 0,
      byState: { contradictory: forged.length },
    });
    expect(asDocument.exitCode).toBe(3);
    const list = await run('desk', folder.path, '--list');
    expect(list.stdout).toContain('答えが食い違う');
    expect(list.exitCode).toBe(3);
  });

  it('does not make the notices of others outdated', async () => {
    using folder = temporaryFolder();
    const newer = forgedFrom('already-current', (a) => {
      a.notice.targets = [{ component: TARGET, version: '99.0.0' }];
      a.notice.id = 'newer';
    });
    const now = new Date().toISOString();
    for (const [name, answer] of [
      ['good', answerOf('already-current')],
      ['newer', newer],
    ] as const)
      writeFileSync(
        join(folder.path, `${name}.json`),
        JSON.stringify({ ...answer, generatedAt: now, terminal: { name, os: null } }),
      );
    const { stdout } = await run('desk', folder.path, '--json');
    expect(deskDocumentSchema.parse(JSON.parse(stdout)).counts).toMatchObject({
      done: 1,
      byState: { contradictory: 1 },
    });
  });
});

describe('a single change', () => {
  it('is never counted as done, unless it goes with all the rest', () => {
    const version = fc.constantFrom('5.0.3', '5.1.0', '5.2.0', '9.0.0', '5.1', '', 'x');
    const word = fc.constantFrom(
      ...stepIds,
      ...witnessStates,
      'ok',
      'warn',
      'fail',
      'outdated',
      'disagree',
      'unknown',
      'current',
      'failed',
      'action-needed',
      'operator',
      TARGET,
      'link-app',
    );
    const value = fc.oneof(version, word, fc.constant(null), fc.constant([]), fc.nat(5));
    const pick = fc.nat(1_000_000);
    fc.assert(
      fc.property(
        fc.constantFrom('already-current', 'outdated-morning', 'disagreeing-witnesses', 'two-failed-cycles'),
        pick,
        value,
        (scenario, place, changed) => {
          const document = answerOf(scenario);
          const { clinic: _, session: __, restart: ___, delivery: ____, ...read } = document;
          const places = placesIn(read).filter(([, key]) => key !== 'evidence' && key !== 'formatVersion');
          const [holder, key] = places[place % places.length] ?? [{}, ''];
          holder[key] = changed;
          const answer = key in read ? { ...document, [key]: changed } : document;
          const state = stateOf(answer);
          fc.pre(state !== 'refused' && state !== 'contradictory' && isDone(state));
          expect(isProven(deskSchema.parse(answer))).toBe(true);
        },
      ),
      { numRuns: 300, maxSkipsPerRun: 200 },
    );
  });
});

/** Every place in a value that one change can reach: the object or list that holds it, and under which key. */
function placesIn(value: unknown): readonly (readonly [Record<string, unknown>, string])[] {
  if (!isHolder(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [[value, key] as const, ...placesIn(each)]);
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * What "done" rests on, said another way: every target has a witness, and all that are there answer what is required,
 * or the operator does.
 */
function isProven({ notice, components, verdict }: AnswerRead): boolean {
  const { targets = [], target: first } = notice ?? {};
  const isFirst =
    first !== undefined && targets[0]?.component === first.component && targets[0].version === first.version;
  return (
    verdict === 'current' &&
    isFirst &&
    targets.every(({ component: id, version: required }) => {
      const found = components.filter((each) => each.id === id);
      return (
        found.length === 1 &&
        found.every((each) => {
          const there = each.witnesses.filter(({ state }) => state !== 'absent');
          const typed = there.filter(({ source }) => source === 'operator');
          const deciding = typed.length > 0 ? typed : there;
          const answers = deciding.map(({ version: said }) => compareVersions(said ?? '0.0', required ?? '') >= 0);
          return each.status === 'ok' && each.required === required && answers.length > 0 && !answers.includes(false);
        })
      );
    })
  );
}

/** The answer that our check gives to these facts, as much of it as the desk reads. */
function documentOf(facts: RuleFacts): object {
  const { notice, targets, history } = facts;
  const { step, verdict, check: first } = decide(facts);
  const worst = new Set(targets.map(({ status }) => status));
  const versions = worst.has('outdated') || worst.has('disagree') ? 'fail' : worst.has('unknown') ? 'unknown' : 'ok';
  const { presses, restartRequests, reportsSent, supportCalls, versionsSeen, operatorVersions, begun } = history;
  const lists = [presses, restartRequests, reportsSent, supportCalls, versionsSeen, operatorVersions];
  const typed = targets.some(({ witnesses }) => witnesses.some(({ source }) => source === 'operator'));
  const started = [begun.download, begun.restart, typed || null].filter((each) => each !== null).length;
  const entries = lists.reduce((sum, list) => sum + list.length, started);
  const asked = notice.targets.map(({ component: id, version }) => ({ component: id, version }));
  return {
    formatVersion: '1.1',
    generatedAt: '2026-01-20T08:10:00+09:00',
    notice: {
      id: notice.id,
      target: asked[0],
      targets: asked,
      file: notice.report === null ? 'C:\\n.json' : null,
      others: [],
    },
    verdict,
    nextStep: { id: step, title: 'x', reason: 'x', check: first },
    components: targets.map(({ id, status, installed, required, witnesses }) => ({
      id,
      status,
      installed,
      required,
      witnesses,
    })),
    checks: [
      ...facts.checks.filter(({ id }) => id !== 'component-versions'),
      { id: 'component-versions', status: versions },
    ],
    journal: {
      state: entries === 0 ? 'absent' : 'intact',
      entries,
      head: entries === 0 ? null : { seq: entries, sha256: 'a'.repeat(64) },
    },
  };
}
