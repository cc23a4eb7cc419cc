import * as fc from 'fast-check';
import { ruleIds, stepIds } from '../../../src/domain/facts.ts';
import { expect, it } from 'vitest';
import { emptyHistory } from '../../../src/domain/history.ts';
import { calendarOf } from '../../../src/domain/notice/calendar.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { decide } from '../../../src/domain/procedure/decide.ts';
import { rules } from '../../../src/domain/procedure/rules.ts';
import { worstOf } from '../../../src/domain/versions/component-status.ts';
import { compareVersions } from '../../../src/domain/versions/version.ts';
import { ruleFacts } from './arbitraries.ts';
import { unknown } from './builders.ts';

const runs = { numRuns: 300 };

it('always names one step, with what belongs to it and nothing else', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const decision = decide(facts);
      expect(stepIds.filter((id) => id === decision.step)).toHaveLength(1);
      expect(decision.reason).not.toBe('');
      expect(decision.check !== null).toBe(decision.step === 'fix-first');
      expect(decision.progress !== null).toBe(decision.step === 'wait');
      expect(decision.night !== null).toBe(decision.step === 'leave-on-overnight');
      expect(decision.alternative === null || decision.step === 'download-now').toBe(true);
    }),
    runs,
  );
});

it('is never current without a witness that answers the required version or a newer one', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      fc.pre(decide(facts).verdict === 'current');
      for (const { witnesses, required } of facts.targets) {
        const proof = witnesses.filter(
          ({ state, version }) =>
            state === 'answers' && version !== null && compareVersions(version, required ?? '') >= 0,
        );
        expect(proof).not.toEqual([]);
      }
    }),
    { numRuns: 200, maxSkipsPerRun: 100 },
  );
});

it('says the same of the same facts, and leaves them as they are', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const before = structuredClone(facts);
      const decision = decide(facts);
      expect(facts).toEqual(before);
      expect(decide(before)).toEqual(decision);
    }),
    runs,
  );
});

it('follows the first rule that holds', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const target = worstOf(facts.targets) ?? unknown();
      const situation = { ...facts, target, calendar: calendarOf(facts.notice) };
      const { rule, step, verdict } = decide(facts);
      const first = rules.find(({ holds }) => holds(situation));
      expect(first).toMatchObject({ id: rule, step, verdict });
    }),
    runs,
  );
});

it('asks for the restart first, whatever else is so, while a press waits for it, where one completes the notice', () => {
  fc.assert(
    fc.property(ruleFacts, fc.constantFrom('error', null), (facts, outcome) => {
      const boots = [...facts.history.fullBoots, ...(facts.bootedAt === null ? [] : [facts.bootedAt])];
      const at = Math.max(0, ...boots, ...facts.history.presses.map((press) => press.at)) + 1_000;
      const presses = [...facts.history.presses, { kind: 'press', at, outcome, byHand: false } as const];
      const history = { ...facts.history, presses, begun: emptyHistory.begun };
      // A press in the future is no evidence: then the clock comes first.
      const step = at - facts.now > MINUTE ? 'fix-first' : 'restart';
      expect(decide({ ...facts, notice: { ...facts.notice, restart: true }, history })).toMatchObject({
        rule: '1',
        step,
        check: step === 'fix-first' ? 'clock' : null,
      });
    }),
    runs,
  );
});

it('names no night that is excluded or over, and offers none once the last is over', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const calendar = calendarOf(facts.notice);
      const { night, alternative } = decide(facts);
      const usable = calendar.nights.filter(({ delivers, end }) => delivers && end > facts.now);
      expect(night === null || night === usable[0]?.date).toBe(true);
      expect(alternative === null || usable.length > 0).toBe(true);
    }),
    runs,
  );
});

it('says the same of several targets in whatever order the notice names them', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const notice = { ...facts.notice, targets: facts.notice.targets.toReversed() };
      const { reason: _, ...said } = decide(facts);
      expect(decide({ ...facts, notice, targets: facts.targets.toReversed() })).toMatchObject(said);
    }),
    runs,
  );
});

it('says the worst of what it says of each target alone, where no restart and no reading is asked for', () => {
  const badness = { failed: 3, 'action-needed': 2, unknown: 1, current: 0 };
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const settled = { ...facts, notice: { ...facts.notice, restart: false } };
      const alone = settled.targets.map((target) => badness[decide({ ...settled, targets: [target] }).verdict]);
      expect(badness[decide(settled).verdict]).toBe(Math.max(...alone));
    }),
    runs,
  );
});

it('speaks of no restart, no night and no report where the notice has none', () => {
  fc.assert(
    fc.property(ruleFacts, (facts) => {
      const { rule, step, night, alternative } = decide(facts);
      const { restart, delivery, report, by } = facts.notice;
      const has = {
        restart: (rule === '1' || rule === '4' || rule === '7' || step === 'restart') && !restart,
        night: (rule === '7' || rule === '10' || night !== null || alternative !== null) && delivery === null,
        report: step === 'send-report' && report === null,
        tool: step === 'download-now' && by === 'hand',
        steps: step === 'by-hand-steps' && by === 'tool',
      };
      expect(has).toEqual({ restart: false, night: false, report: false, tool: false, steps: false });
    }),
    { numRuns: 500 },
  );
});

it('reaches every rule, so that the properties above say something', () => {
  const reached = new Set(
    fc.sample(ruleFacts, { numRuns: 2_000, seed: 1 }).map((facts) => `${decide(facts).rule} ${decide(facts).step}`),
  );
  expect(rules.map(({ id, step }) => `${id} ${step}`).filter((each) => !reached.has(each))).toEqual([]);
});

it('holds the rules in their order', () => {
  // Rule 1 has two steps, one after the other.
  const held = [...new Set(rules.map(({ id }) => id))];
  expect(held).toEqual(ruleIds.filter((id) => held.includes(id)));
});
