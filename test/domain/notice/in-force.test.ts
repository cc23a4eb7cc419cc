import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import { inForce, type Candidate } from '../../../src/domain/notice/in-force.ts';
import type { Notice, Target } from '../../../src/domain/notice/notice.ts';
import { DAY } from '../../../src/domain/time.ts';

const at = (date: string): number => Date.parse(`${date}T12:00:00+09:00`);

function candidate(
  id: string,
  deadline: string | null,
  {
    targets,
    ...standing
  }: Partial<Pick<Candidate, 'isDone' | 'isReached'>> & { readonly targets?: readonly Target[] } = {},
): Candidate {
  const asked = targets ?? [{ component: id, version: '1.0' }];
  const notice: Notice = { ...builtInNotice(), id, delivery: null, deadline, targets: asked };
  return { notice, isDone: false, isReached: false, ...standing };
}

function choice(candidates: readonly Candidate[], now: string): readonly [chosen: string, ...others: string[]] {
  const { chosen, others } = inForce(candidates, at(now));
  return [chosen.notice.id, ...others.map(({ notice }) => notice.id)];
}

describe('of several notices', () => {
  const january = candidate('january', '2026-01-30');
  const february = candidate('february', '2026-02-20');
  const endless = candidate('endless', null);

  it.each([
    ['the one that is due first counts', [endless, february, january], ['january', 'february', 'endless']],
    ['one that is done is closed', [{ ...january, isDone: true }, february], ['february']],
    ['one that is reached, not done, is open', [{ ...january, isReached: true }, february], ['january', 'february']],
    ['of equals the first counts', [february, candidate('other', '2026-02-20')], ['february', 'other']],
    [
      'where all are closed the latest counts',
      [
        { ...february, isDone: true },
        { ...january, isDone: true },
      ],
      ['february'],
    ],
    [
      'without a deadline it is the latest',
      [
        { ...endless, isDone: true },
        { ...february, isDone: true },
      ],
      ['endless'],
    ],
    ['one alone counts, whatever it is', [{ ...january, isDone: true }], ['january']],
  ] as const)('%s', (_, candidates, expected) => {
    expect(choice(candidates, '2026-01-20')).toEqual(expected);
  });

  it('closes a reached one thirty days after its deadline, and one that is not reached never', () => {
    const reached = { ...january, isReached: true };
    expect(choice([reached, endless], '2026-03-01')).toEqual(['january', 'endless']);
    expect(choice([reached, endless], '2026-03-03')).toEqual(['endless']);
    expect(choice([january, endless], '2029-01-01')).toEqual(['january', 'endless']);
  });

  it.each([
    ['the same version', '5.1', true],
    ['a higher one', '5.10.0', true],
    ['a lower one', '5.0.9', false],
  ] as const)('closes one whose components a later one asks for: %s', (_, version, closes) => {
    const now = candidate('now', '2026-01-30', { targets: [{ component: 'face-library', version: '5.1.0' }] });
    const targets = [
      { component: 'link-app', version: '4.1.0' },
      { component: 'face-library', version },
    ];
    expect(choice([now, candidate('later', '2026-02-20', { targets })], '2026-01-20')).toEqual(
      closes ? ['later'] : ['now', 'later'],
    );
    expect(choice([now, candidate('endless', null, { targets })], '2026-01-20')[0]).toBe(closes ? 'endless' : 'now');
    // An earlier one, or one that is due on the same day, takes nobody's place.
    expect(choice([now, candidate('earlier', '2026-01-29', { targets })], '2026-01-20')).toEqual(['earlier', 'now']);
    expect(choice([now, candidate('same', '2026-01-30', { targets })], '2026-01-20')).toEqual(['now', 'same']);
  });

  it('needs all of its components in the later one', () => {
    const both = candidate('both', '2026-01-30', {
      targets: [
        { component: 'link-app', version: '4.1.0' },
        { component: 'face-library', version: '5.1.0' },
      ],
    });
    const one = candidate('one', '2026-02-20', { targets: [{ component: 'face-library', version: '9.0' }] });
    expect(choice([both, one], '2026-01-20')).toEqual(['both', 'one']);
  });

  it('chooses exactly one, open where one is open, and never names it among the others', () => {
    const candidates = fc.array(
      fc.record({
        deadline: fc.option(fc.constantFrom('2026-01-20', '2026-01-30', '2026-02-20')),
        component: fc.constantFrom('a', 'b'),
        version: fc.constantFrom('1.0', '2.0'),
        isDone: fc.boolean(),
        isReached: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(candidates, fc.integer({ min: -60, max: 120 }), (made, days) => {
        const all = made.map(({ deadline, component, version, ...standing }, index) =>
          candidate(`n${String(index)}`, deadline, { ...standing, targets: [{ component, version }] }),
        );
        const { chosen, others } = inForce(all, at('2026-01-30') + days * DAY);
        expect(all).toContain(chosen);
        expect(others).not.toContain(chosen);
        expect(others.some(({ isDone }) => isDone)).toBe(false);
        const isSurelyOpen = all.some((each) => !each.isDone && !each.isReached && each.notice.deadline === null);
        expect(isSurelyOpen && chosen.isDone).toBe(false);
      }),
    );
  });
});
