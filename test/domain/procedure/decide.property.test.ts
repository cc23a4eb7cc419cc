import * as fc from 'fast-check';
import { ruleIds, stepIds } from '../../../src/domain/facts.ts';
import { expect, it } from 'vitest';
import { emptyHistory } from '../../../src/domain/history.ts';
import { calendarOf } from '../../../src/domain/notice/calendar.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { decide } from '../../../src/domain/procedure/decide.ts';
import { rules } from '../../../src/domain/procedure/rules.ts';
import { compareVersions } from '../../../src/domain/versions/version.ts';
import { ruleFacts } from './arbitraries.ts';

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
      const proof = facts.target.witnesses.filter(
        ({ state, version }) => state === 'answers' && version !== null && compareVersions(version, '5.1.0') >= 0,
      );
      expect(proof).not.toEqual([]);
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
      const situation = { ...facts, calendar: calendarOf(facts.notice) };
      const { rule, step, verdict } = decide(facts);
      const first = rules.find(({ holds }) => holds(situation));
      expect(first).toMatchObject({ id: rule, step, verdict });
    }),
    runs,
  );
});

it('asks for the restart first, whatever else is so, while a press waits for it', () => {
  fc.assert(
    fc.property(ruleFacts, fc.constantFrom('error', null), (facts, outcome) => {
      const boots = [...facts.history.fullBoots, ...(facts.bootedAt === null ? [] : [facts.bootedAt])];
      const at = Math.max(0, ...boots, ...facts.history.presses.map((press) => press.at)) + 1_000;
      const presses = [...facts.history.presses, { at, outcome, byHand: false } as const];
      const history = { ...facts.history, presses, begun: emptyHistory.begun };
      // A press in the future is no evidence: then the clock comes first.
      const step = at - facts.now > MINUTE ? 'fix-first' : 'restart';
      expect(decide({ ...facts, history })).toMatchObject({
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

it('reaches every rule, so that the properties above say something', () => {
  const reached = new Set(fc.sample(ruleFacts, { numRuns: 1_000, seed: 1 }).map((facts) => decide(facts).rule));
  expect(rules.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
});

it('holds the rules in their order', () => {
  // Rule 1 has two steps, one after the other.
  const held = [...new Set(rules.map(({ id }) => id))];
  expect(held).toEqual(ruleIds.filter((id) => held.includes(id)));
});
