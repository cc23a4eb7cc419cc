import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIds, ruleIds, stepIds, type Decision } from '../../src/domain/facts.ts';
import { decide } from '../../src/domain/procedure/decide.ts';
import { ALPHABET } from '../../src/support/code-numbers.ts';
import { decodeCode, encodeCode } from '../../src/support/code.ts';
import { ruleFacts } from '../domain/procedure/arbitraries.ts';

type Said = Pick<Decision, 'rule' | 'step' | 'verdict' | 'check'>;

/** What every rule can say, with every check where it says one. */
const said: readonly Omit<Said, 'check'>[] = [
  { rule: '0', step: 'wait', verdict: 'action-needed' },
  { rule: '1', step: 'restart', verdict: 'action-needed' },
  { rule: '1', step: 'fix-first', verdict: 'action-needed' },
  { rule: '2', step: 'all-done', verdict: 'current' },
  { rule: '3', step: 'send-report', verdict: 'current' },
  { rule: '4', step: 'restart', verdict: 'action-needed' },
  { rule: '5a', step: 'read-again', verdict: 'unknown' },
  { rule: '5', step: 'check-by-hand', verdict: 'unknown' },
  { rule: '6', step: 'call-support', verdict: 'failed' },
  { rule: '7', step: 'restart', verdict: 'action-needed' },
  { rule: '8', step: 'fix-first', verdict: 'action-needed' },
  { rule: '9', step: 'download-now', verdict: 'action-needed' },
  { rule: '9', step: 'by-hand-steps', verdict: 'action-needed' },
  { rule: '10', step: 'leave-on-overnight', verdict: 'action-needed' },
];
const every: readonly Said[] = said.flatMap((decision) =>
  decision.step === 'fix-first'
    ? [null, ...checkIds].map((check) => ({ ...decision, check }))
    : [{ ...decision, check: null }],
);
const decisions = fc.constantFrom(...every);
const fitting = fc.tuple(fc.nat(10), fc.nat(13), fc.nat(21)).map((parts) => parts.map(String).join('.'));
const beyond = fc.oneof(
  fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })).map((parts) => parts.map(String).join('.')),
  fc.constantFrom('11.0.0', '5.14.0', '5.1.22', '5.1', '2026.1.20'),
);
const heads = fc
  .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join(''));
const characters = fc.constantFrom(...Array.from(ALPHABET));
const places = fc.nat(15);
const codes = fc
  .tuple(decisions, places, fc.option(fc.oneof(fitting, beyond), { nil: null }), fc.option(heads))
  .map(([decision, place, installed, head]) => encodeCode(decision, { place, installed }, head));
/** Codes that were given out in format 1: they must be read for ever. */
const oldCodes = ['C9M6-MKCA', '9T96-MK9E'];

/** Codes of format 2 as they were given out: what a rule, a step and a check are by number stays as it is. */
const givenOut = [
  ['0', 'wait', null, '34F7-YTK7-HCAR'],
  ['1', 'restart', null, '3KAR-6EPW-KCCX'],
  ['1', 'fix-first', null, '3M7H-A39K-MJ4A'],
  ['2', 'all-done', null, '47RE-XAEH-EWX7'],
  ['3', 'send-report', null, '4T94-P746-9FH9'],
  ['4', 'restart', null, '6E6P-KA94-TH93'],
  ['5a', 'read-again', null, 'CKP6-C9WJ-E47H'],
  ['5', 'check-by-hand', null, '6YY4-KYWT-FPP4'],
  ['6', 'call-support', null, '7KER-EWJF-AAAA'],
  ['7', 'restart', null, '96YP-46PC-3M6R'],
  ['8', 'fix-first', null, '9T6R-CPE6-HJHF'],
  ['8', 'fix-first', 'card-reader', 'A6AY-AXYA-XXMK'],
  ['8', 'fix-first', 'clock', 'A49W-JEY3-FWYY'],
  ['8', 'fix-first', 'component-versions', 'A3X7-AJXX-M94A'],
  ['8', 'fix-first', 'delivery-calendar', 'A44H-XHFH-443H'],
  ['8', 'fix-first', 'delivery-task', 'A4KJ-T9Y6-AJWM'],
  ['8', 'fix-first', 'disk-space', 'A66K-P3FR-J4PK'],
  ['8', 'fix-first', 'management-tool', 'A6HA-XWFW-CRKF'],
  ['8', 'fix-first', 'network', 'A4YA-44Y9-69RW'],
  ['8', 'fix-first', 'power-settings', 'A4RX-F7FM-PETT'],
  ['8', 'fix-first', 'restart-state', 'A4F9-7CFJ-WPX7'],
  ['8', 'fix-first', 'session', 'A6MM-JRYE-RKJA'],
  ['9', 'download-now', null, 'AEKF-6K3R-C64A'],
  ['9', 'by-hand-steps', null, 'AFC9-K3WA-H3CP'],
  ['10', 'leave-on-overnight', null, 'C344-XFPE-6MM3'],
] as const;

const bare = (code: string): string => code.replaceAll('-', '');

describe('a code', () => {
  it('knows every rule, every step and every check there is', () => {
    expect(new Set(said.map(({ rule }) => rule))).toEqual(new Set(ruleIds));
    expect(new Set(said.map(({ step }) => step))).toEqual(new Set(stepIds));
  });

  it('reads back as what it was made of, whatever a rule can say', () => {
    fc.assert(
      fc.property(decisions, places, fitting, heads, (decision, place, installed, head) => {
        expect(decodeCode(encodeCode(decision, { place, installed }, head))).toEqual({
          ok: true,
          facts: {
            ...decision,
            component: place,
            installed: { type: 'version', version: installed },
            head: head.slice(0, 5),
          },
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(every)('reads back as rule $rule, $step, $check', (decision) => {
    const read = decodeCode(encodeCode(decision, { place: 2, installed: '5.0.3' }, null));
    expect(read).toMatchObject({ ok: true, facts: decision });
  });

  it('reads back as what was decided, whatever the facts are', () => {
    fc.assert(
      fc.property(ruleFacts, places, (facts, place) => {
        const { rule, step, verdict, check } = decide(facts);
        const code = encodeCode({ rule, step, check }, { place, installed: null }, null);
        expect(decodeCode(code)).toMatchObject({ ok: true, facts: { rule, step, verdict, check } });
      }),
    );
  });

  it.each([
    [null, 'unknown'],
    ['5.1.0.12', 'other'],
    ['5.1', 'other'],
    ['11.0.0', 'other'],
    ['5.14.0', 'other'],
    ['5.1.22', 'other'],
    ['five', 'other'],
  ])('tells a version that does not fit apart from one that is not known: %s', (installed, type) => {
    const code = encodeCode({ rule: '5', step: 'check-by-hand', check: null }, { place: 2, installed }, null);
    expect(decodeCode(code)).toMatchObject({ ok: true, facts: { installed: { type } } });
  });

  it('tells a version of four parts whose last is 0: it is the same as that of three', () => {
    const code = encodeCode(
      { rule: '9', step: 'by-hand-steps', check: null },
      { place: 4, installed: '2.0.0.0' },
      null,
    );
    expect(decodeCode(code)).toMatchObject({ ok: true, facts: { installed: { type: 'version', version: '2.0.0' } } });
  });

  it('has zeros for the head where there is no journal', () => {
    const code = encodeCode({ rule: '3', step: 'send-report', check: null }, { place: 2, installed: '5.1.0' }, null);
    expect(decodeCode(code)).toMatchObject({ ok: true, facts: { head: '00000' } });
  });

  /** Numbers never move: these codes mean the same in every later console. */
  it.each([
    ['9', 'download-now', null, '5.0.3', 'AEKK-4KE9-TW7A'],
    ['8', 'fix-first', 'session', null, 'A6MT-HTAX-JFRK'],
    ['5a', 'read-again', null, '10.13.21', 'CKPA-AA94-6XCM'],
  ] as const)('of rule %s, %s, %s stays what it is', (rule, step, check, installed, code) => {
    expect(encodeCode({ rule, step, check }, { place: 2, installed }, 'beef5eed')).toBe(code);
  });

  it('is three groups of four characters that nobody takes for others', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^([34679ACEFHJKMPRTWXY]{4}-){2}[34679ACEFHJKMPRTWXY]{4}$/);
      }),
    );
    expect(ALPHABET).not.toMatch(/[0ODQ1IL2Z5S8BGUVN]/);
    expect(new Set(ALPHABET).size).toBe(19);
  });
});

describe('a code that was given out', () => {
  it.each(givenOut)('says rule %s, %s, %s', (rule, step, check, code) => {
    expect(decodeCode(code)).toMatchObject({ ok: true, facts: { rule, step, check } });
  });

  it('is there for every rule, step and check', () => {
    const checks = givenOut.flatMap(([, , check]) => check ?? []);
    expect(checks.toSorted()).toEqual(checkIds.toSorted());
    expect(new Set(givenOut.map(([rule]) => rule))).toEqual(new Set(ruleIds));
    expect(new Set(givenOut.map(([, step]) => step))).toEqual(new Set(stepIds));
  });
});

describe('a code of format 1', () => {
  it.each([
    ['C9M6-MKCA', { rule: '9', verdict: 'action-needed', step: 'download-now', installed: '5.0.3' }],
    ['9T96-MK9E', { rule: '3', verdict: 'current', step: 'send-report', installed: '5.1.0' }],
  ])('%s stays what it is', (code, facts) => {
    const { installed, ...rest } = facts;
    expect(decodeCode(code)).toEqual({
      ok: true,
      facts: { ...rest, check: null, component: 2, installed: { type: 'version', version: installed }, head: null },
    });
  });

  it('that a console made for a check that it did not know is still refused', () => {
    expect(decodeCode('CAP9-WF43')).toEqual({ ok: false, problem: 'unlike' });
  });
});

describe('a code that was misheard', () => {
  it('is refused for every single wrong character', () => {
    fc.assert(
      fc.property(fc.oneof(codes, fc.constantFrom(...oldCodes)), fc.nat(11), characters, (code, place, wrong) => {
        const right = Array.from(bare(code));
        fc.pre(place < right.length && right[place] !== wrong);
        expect(decodeCode(right.with(place, wrong).join(''))).toEqual({ ok: false, problem: 'unlike' });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused for every swap of two characters, neighbours or not', () => {
    fc.assert(
      fc.property(codes, fc.nat(11), fc.nat(11), (code, one, other) => {
        const right = Array.from(bare(code));
        const [a = '', b = ''] = [right[one], right[other]];
        fc.pre(a !== b);
        expect(decodeCode(right.with(one, b).with(other, a).join(''))).toEqual({ ok: false, problem: 'unlike' });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused with the reason where it cannot be a code at all', () => {
    const code = 'AAAA-AAAA-AAA';
    expect(decodeCode('')).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode('9T96-MK9')).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode('9T96-MK9EE')).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode(code)).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode(`${code}AA`)).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode(`${code}0`)).toEqual({ ok: false, problem: 'character' });
    expect(decodeCode('9T96-MK90')).toEqual({ ok: false, problem: 'character' });
    expect(decodeCode('かきくけこさしす')).toEqual({ ok: false, problem: 'character' });
  });

  it.each([8, 12])('hardly ever passes with anything at random in its %i characters', (length) => {
    const random = fc.sample(
      fc.array(characters, { minLength: length, maxLength: length }).map((all) => all.join('')),
      { numRuns: 5_000, seed: 19 },
    );
    const passed = random.filter((text) => decodeCode(text).ok).length;
    expect(passed / random.length).toBeLessThan(0.005);
  });
});

describe('a code as it is typed', () => {
  it('may be in lower case, full width, with spaces and hyphens of any kind', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const wanted = decodeCode(code);
        const one = bare(code);
        const wide = Array.from(one, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
        const typed = [one, code.toLowerCase(), ` ${Array.from(one).join(' ')}\n`, wide, wide.toLowerCase()];
        for (const hyphen of '-‐‑–—―−ー－ｰ　')
          typed.push([one.slice(0, 4), one.slice(4, 8), one.slice(8)].join(hyphen));
        for (const text of typed) expect(decodeCode(text)).toEqual(wanted);
      }),
    );
  });
});
