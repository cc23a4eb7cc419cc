import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkIds,
  type CheckId,
  type CheckStatus,
  type ComponentReading,
  type Pending,
} from '../../../src/domain/facts.ts';
import { decide, outlook } from '../../../src/domain/procedure/decide.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { readingsOf, targetsIn } from '../../../src/domain/versions/component-status.ts';
import { ruleFacts } from './arbitraries.ts';
import { failing, facts as factsOf, ok, outdated } from './builders.ts';

/**
 * Boots as the journal marks them: whether there was one since a press can be told, or waits for the record of the
 * present one.
 */
const marked: fc.Arbitrary<Pick<RuleFacts, 'history' | 'present'>> = fc
  .record({
    facts: ruleFacts,
    marks: fc.array(fc.record({ uptimeSeconds: fc.option(fc.nat(9_000)), record: fc.option(fc.nat(3)) }), {
      minLength: 4,
      maxLength: 4,
    }),
    present: fc.record({ uptimeSeconds: fc.option(fc.nat(9_000)), record: fc.option(fc.nat(3)) }),
  })
  .map(({ facts, marks, present }) => ({
    history: {
      ...facts.history,
      trail: marks.map((boot, index) => ({ at: facts.now - (10 - index) * MINUTE, boot })),
      presses: facts.history.presses.map((press, place) => ({ ...press, place })),
    },
    present: { at: facts.now, boot: present },
  }));

const statuses = fc.constantFrom<CheckStatus>('ok', 'ok', 'warn', 'fail', 'unknown', 'skipped');
const everyFact: fc.Arbitrary<RuleFacts> = fc
  .record({
    facts: ruleFacts,
    boots: fc.option(marked, { nil: {} }),
    checks: fc.tuple(...checkIds.map((id) => statuses.map((status) => ({ id, status })))),
  })
  .map(({ facts, boots, checks }) => ({ ...facts, ...boots, checks }));

/** What is known of the facts when these checks have come. */
function after(arrived: readonly CheckId[], facts: RuleFacts): readonly [RuleFacts, Pending] {
  const { notice, history, present, targets } = facts;
  const isThere = (id: CheckId): boolean => arrived.includes(id);
  const unread = targetsIn(readingsOf(null, { notice, history }), notice);
  const boot = !isThere('restart-state');
  const known = {
    ...facts,
    targets: isThere('component-versions') ? targets : unread,
    checks: facts.checks.filter(({ id }) => isThere(id)),
    bootedAt: boot ? null : facts.bootedAt,
    present: boot && present?.boot ? { ...present, boot: { ...present.boot, record: null } } : present,
  };
  return [known, { checks: checkIds.filter((id) => !isThere(id)), boot }];
}

it('never takes back what it has said, in whatever order the facts come, and ends with what all of them say', () => {
  fc.assert(
    fc.property(everyFact, fc.shuffledSubarray([...checkIds], { minLength: checkIds.length }), (facts, order) => {
      let said = outlook(...after([], facts));
      for (const index of order.keys()) {
        const now = outlook(...after(order.slice(0, index + 1), facts));
        for (const what of ['verdict', 'step', 'decision'] as const) expect(now[what]).toEqual(said[what] ?? now[what]);
        said = now;
      }
      const decision = decide(facts);
      expect(said).toEqual({ verdict: decision.verdict, step: decision.step, decision, waitsFor: [] });
    }),
    { numRuns: 250 },
  );
});

it('names a check that it waits for as long as it has not said all, and only such as have not come', () => {
  fc.assert(
    fc.property(everyFact, fc.subarray([...checkIds]), (facts, arrived) => {
      const { decision, waitsFor } = outlook(...after(arrived, facts));
      expect(waitsFor.filter((id) => arrived.includes(id))).toEqual([]);
      expect(waitsFor.length > 0).toBe(decision === null);
    }),
    { numRuns: 200 },
  );
});

describe('what is certain as soon as the versions are read', () => {
  const versions = (target: ComponentReading) => outlook(...after(['component-versions'], factsOf({ target })));

  it('is everything where the target is reached and nothing was pressed', () => {
    const { decision, ...certain } = versions(ok());
    expect(certain).toEqual({ verdict: 'current', step: 'send-report', waitsFor: [] });
    expect(decision?.rule).toBe('3');
  });

  it('is that there is work to do where it is old; what it is, waits', () => {
    const { waitsFor, ...certain } = versions(outdated());
    expect(certain).toEqual({ verdict: 'action-needed', step: null, decision: null });
    expect(waitsFor).toEqual(expect.arrayContaining(['restart-state', 'network']));
  });
});

it('lets a check that fails say the step, while the one to mend first may still be another', () => {
  const facts = factsOf({ checks: failing('network') });
  const come: CheckId[] = ['component-versions', 'restart-state', 'network'];
  expect(outlook(...after(come, facts))).toMatchObject({ step: 'fix-first', decision: null });
  expect(outlook(...after([...come, 'clock', 'delivery-task'], facts)).decision?.check).toBe('network');
});
