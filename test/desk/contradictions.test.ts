import { describe, expect, it } from 'vitest';
import { contradictionIn, hasDoubledKey, type Contradiction } from '../../src/desk/contradictions.ts';
import { answerSchema } from '../../src/desk/document-schema.ts';
import { rules } from '../../src/domain/procedure/rules.ts';
import { answer, reads } from './build.ts';

const step = (id: string, check: string | null = null) => ({ id, title: '題', reason: 'わけ', check });
const done = { formatVersion: '1.1', verdict: 'current', nextStep: step('send-report'), ...reads('5.1.0') };

function contradiction(given: Readonly<Record<string, unknown>>): Contradiction | null {
  return contradictionIn(answerSchema.parse(answer({ ...done, ...given })));
}

const target = { component: 'face-library', version: '5.1.0' };
const component = (given: Readonly<Record<string, unknown>>) => ({
  components: [
    {
      id: 'face-library',
      status: 'ok',
      installed: '5.1.0',
      required: '5.1.0',
      witnesses: [{ source: 'version-info', state: 'answers', version: '5.1.0' }],
      ...given,
    },
  ],
});

describe('an answer', () => {
  it('that fits together is believed, whatever a rule says', () => {
    expect(contradiction({})).toBeNull();
    const versions = { ok: '5.1.0', outdated: '5.0.3', unknown: null } as const;
    for (const { step: id, verdict, check } of rules) {
      const fitting = Object.values(versions).filter(
        (version) => contradiction({ ...reads(version), verdict, nextStep: step(id, check ? 'clock' : null) }) === null,
      );
      expect([id, fitting.length]).not.toEqual([id, 0]);
    }
  });

  it.each<readonly [Contradiction, string, Readonly<Record<string, unknown>>]>([
    ['targets', 'two first targets', { notice: { id: 'n', target, targets: [{ ...target, version: '5.2.0' }] } }],
    ['doubled', 'a target twice', { notice: { id: 'n', target, targets: [target, target] } }],
    ['components', 'no reading of the target', { components: [] }],
    ['components', 'another version required', component({ required: '5.0.0' })],
    [
      'witnesses',
      'a source twice',
      component({ witnesses: [1, 2].map(() => ({ source: 'version-info', state: 'answers', version: '5.1.0' })) }),
    ],
    [
      'witnesses',
      'an answer without a version',
      component({ witnesses: [{ source: 'version-info', state: 'answers', version: null }] }),
    ],
    [
      'witnesses',
      'a state that format 1.1 has and that is not there',
      component({ witnesses: [{ source: 'version-info', version: '5.1.0' }] }),
    ],
    ['status', 'a status that its witnesses do not come to', component({ status: 'outdated' })],
    ['status', 'another version installed', component({ installed: '5.2.0' })],
    ['check', 'a check that says otherwise', { checks: [{ id: 'component-versions', status: 'fail' }] }],
    ['verdict', 'a verdict of another step', { nextStep: step('download-now') }],
    ['verdict', 'a verdict of another status', { ...reads('5.0.3') }],
    [
      'journal',
      'nothing in the journal that could have led there',
      {
        nextStep: step('all-done'),
        notice: { id: 'n', file: null, target },
        journal: { state: 'absent', entries: 0, head: null },
      },
    ],
    ['journal', 'entries in a journal that is absent', { journal: { state: 'absent', entries: 2, head: null } }],
  ])('contradicts itself in its %s: %s', (what, _, given) => {
    expect(contradiction(given)).toBe(what);
  });
});

describe('a key that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":{"b":1,"c":{"d":1,"d":1}}}', true],
    ['[{"a":1},{"a":1,"\\u0061":2}]', true],
    ['{"__proto__":1,"__proto__":2}', true],
    ['{"a" :1, "b"\n: {"a":"\\"x\\":1"}}', false],
    ['{"a":"b:\\\\","c":["d","e:"]}', false],
    ['["a","a"]', false],
    ['{"__proto__":{"a":1}}', false],
    ['"a"', false],
    ['{"":{"":0}}', false],
  ])('%s: %s', (json, doubled) => {
    expect(hasDoubledKey(json, JSON.parse(json))).toBe(doubled);
  });

  it.each([
    [99, false],
    [200, null],
    [6_000, null],
  ])('is not looked for below %i levels: %s', (levels, doubled) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const json = `${open.repeat(levels)}0${close.repeat(levels)}`;
      expect(hasDoubledKey(json, JSON.parse(json))).toBe(doubled);
    }
  });
});
