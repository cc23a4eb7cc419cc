import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/core/facts.ts';
import { checkIds, componentIds, stepIds } from '../../src/core/facts.ts';
import { rules } from '../../src/procedure/rules.ts';
import { ALPHABET } from '../../src/support/alphabet.ts';
import { decodeCode, encodeCode } from '../../src/support/code.ts';

const said = rules.map(({ id: rule, step, verdict }) => ({ rule, step, verdict }));

/** Every decision that the rules can make, and every version that a component can have. */
type Said = Pick<Decision, 'rule' | 'step' | 'verdict' | 'check'>;
const decisions: fc.Arbitrary<Said> = fc
  .tuple(fc.constantFrom(...said), fc.constantFrom(...checkIds))
  .map(([decision, check]) => ({ ...decision, check: decision.step === 'fix-first' ? check : null }));
const fitting = fc.tuple(fc.nat(15), fc.nat(31), fc.nat(127)).map((parts) => parts.map(String).join('.'));
const beyond = fc.oneof(
  fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)).map((parts) => parts.map(String).join('.')),
  fc.constantFrom('16.0.0', '5.32.0', '5.1.128', '5.1', '2026.1.20'),
);
const characters = fc.constantFrom(...Array.from(ALPHABET));
const components = fc.constantFrom(...componentIds);
const codes = fc
  .tuple(decisions, components, fc.option(fc.oneof(fitting, beyond), { nil: null }))
  .map(([decision, id, installed]) => encodeCode(decision, { id, installed }));

describe('a code', () => {
  it('reads back as what it was made of, whatever the rules say', () => {
    fc.assert(
      fc.property(decisions, components, fitting, (decision, id, installed) => {
        const { rule, step, verdict, check } = decision;
        expect(decodeCode(encodeCode(decision, { id, installed }))).toEqual({
          ok: true,
          facts: {
            rule,
            step,
            verdict,
            check,
            component: id,
            installed: { type: 'version', version: installed },
          },
        });
      }),
    );
  });

  it.each([
    [null, 'unknown'],
    ['5.1.0.12', 'other'],
    ['5.1', 'other'],
    ['16.0.0', 'other'],
    ['5.32.0', 'other'],
    ['5.1.128', 'other'],
    ['five', 'other'],
  ])('tells a version that does not fit apart from one that is not known: %s', (installed, type) => {
    const code = encodeCode(
      { rule: '5', step: 'check-by-hand', verdict: 'unknown', check: null },
      { id: 'face-library', installed },
    );
    expect(decodeCode(code)).toMatchObject({ ok: true, facts: { installed: { type } } });
  });

  it('has room for every step, check and component there is', () => {
    for (const { step } of said) expect(stepIds).toContain(step);
    const made = new Set(
      checkIds.flatMap((check) =>
        componentIds.map((id) =>
          encodeCode(
            { rule: '8', step: 'fix-first', verdict: 'action-needed', check },
            { id, installed: '15.31.127' },
          ),
        ),
      ),
    );
    expect(made.size).toBe(checkIds.length * componentIds.length);
  });

  /** Codes that were given out: they must be read for ever. */
  it.each([
    ['C9M6-MKCA', { rule: '9', verdict: 'action-needed', step: 'download-now', installed: '5.0.3' }],
    ['9T96-MK9E', { rule: '3', verdict: 'current', step: 'send-report', installed: '5.1.0' }],
  ])('%s stays what it is', (code, facts) => {
    const { installed, ...rest } = facts;
    expect(decodeCode(code)).toMatchObject({
      ok: true,
      facts: { ...rest, component: 'face-library', installed: { version: installed } },
    });
  });

  it('is two groups of four characters that nobody takes for others', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[34679ACEFHJKMPRTWXY]{4}-[34679ACEFHJKMPRTWXY]{4}$/);
      }),
    );
    expect(ALPHABET).not.toMatch(/[0ODQ1IL2Z5S8BGUVN]/);
    expect(new Set(ALPHABET).size).toBe(19);
  });
});

describe('a code that was misheard', () => {
  it('is refused for every single wrong character', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), characters, (code, place, wrong) => {
        const right = Array.from(code.replace('-', ''));
        fc.pre(right[place] !== wrong);
        expect(decodeCode(right.with(place, wrong).join(''))).toEqual({ ok: false, problem: 'unlike' });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused for every swap of two characters, neighbours or not', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(7), (code, one, other) => {
        const right = Array.from(code.replace('-', ''));
        const [a = '', b = ''] = [right[one], right[other]];
        fc.pre(a !== b);
        expect(decodeCode(right.with(one, b).with(other, a).join(''))).toEqual({
          ok: false,
          problem: 'unlike',
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused with the reason where it cannot be a code at all', () => {
    expect(decodeCode('')).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode('9T96-MK9')).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode('9T96-MK9EE')).toEqual({ ok: false, problem: 'length' });
    expect(decodeCode('9T96-MK90')).toEqual({ ok: false, problem: 'character' });
    expect(decodeCode('かきくけこさしす')).toEqual({ ok: false, problem: 'character' });
  });

  it('hardly ever passes with anything at random in it', () => {
    const random = fc.sample(
      fc.array(characters, { minLength: 8, maxLength: 8 }).map((all) => all.join('')),
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
        const bare = code.replace('-', '');
        const wide = Array.from(bare, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
        const typed = [
          bare,
          code.toLowerCase(),
          ` ${Array.from(bare).join(' ')}\n`,
          wide,
          wide.toLowerCase(),
        ];
        for (const hyphen of '-‐‑–—―−ー－ｰ　') typed.push(`${bare.slice(0, 4)}${hyphen}${bare.slice(4)}`);
        for (const text of typed) expect(decodeCode(text)).toEqual(wanted);
      }),
    );
  });
});
