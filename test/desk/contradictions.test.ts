import { describe, expect, it } from 'vitest';
import { contradictionIn, type Contradiction } from '../../src/desk/contradictions.ts';
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
    [
      'witnesses',
      'a source that no console has',
      component({ witnesses: [{ source: 'phone', state: 'answers', version: '5.1.0' }] }),
    ],
    [
      'witnesses',
      'a state that no console has',
      component({
        witnesses: [
          { source: 'version-info', state: 'answers', version: '5.1.0' },
          { source: 'delivery-record', state: 'lost', version: null },
        ],
      }),
    ],
    [
      'witnesses',
      'another version than the one it was read from',
      component({ witnesses: [{ source: 'version-info', state: 'answers', raw: ' Ver.5.0.3', version: '5.1.0' }] }),
    ],
    ...[0, -1, 1.5, 1e300].map(
      (seq) =>
        [
          'journal',
          `a last line of number ${String(seq)}`,
          { journal: { state: 'intact', entries: 3, head: { seq, sha256: 'a'.repeat(64) } } },
        ] as const,
    ),
    ...['', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}\n`].map(
      (sha256) =>
        [
          'journal',
          `a hash that is none: ${JSON.stringify(sha256)}`,
          { journal: { state: 'intact', entries: 3, head: { seq: 3, sha256 } } },
        ] as const,
    ),
    [
      'journal',
      'a state that no console has',
      { journal: { state: 'fine', entries: 3, head: { seq: 3, sha256: 'a'.repeat(64) } } },
    ],
    ['journal', 'a number of entries that is none', { journal: { state: 'intact', entries: 2.5 } }],
    ['journal', 'entries in a journal that is absent', { journal: { state: 'absent', entries: 2, head: null } }],
  ])('contradicts itself in its %s: %s', (what, _, given) => {
    expect(contradiction(given)).toBe(what);
  });
});

describe('an answer of a later format', () => {
  it.each([
    component({ witnesses: [{ source: 'phone', state: 'answers', version: '5.1.0' }] }),
    { journal: { state: 'fine', entries: 3, head: { seq: 3, sha256: 'another kind of hash' } } },
  ])('may have words of its own: %j', (given) => {
    expect(contradiction({ formatVersion: '1.2', ...given })).toBeNull();
  });
});

describe('what was read of a version', () => {
  it.each(['5.1.0', '5.1', 'バージョン ５．１．０', '顔認証,5.0.3', 'FaceAuthLib 5.0.3', '', null, undefined])(
    'goes with the version that is in it, or says none by itself: %j',
    (raw) => {
      const witnesses = [{ source: 'version-info', state: 'answers', raw, version: '5.1.0' }];
      expect(contradiction(component({ witnesses }))).toBeNull();
    },
  );
});
