import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskExitCode } from '../../src/desk/counts.ts';
import { journalWentBack } from '../../src/desk/journals.ts';
import type { Entry } from '../../src/desk/entry.ts';
import { listText } from '../../src/desk/list-text.ts';
import { noFilter } from '../../src/desk/filter.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { entry, JAPAN, NOW, standing } from './build.ts';

/**
 * Answers a minute apart, by the number and the first letter of the hash of the journal's last line; `-`: no journal;
 * `?`: not told.
 */
function answers(...heads: readonly string[]): readonly Entry[] {
  return heads.map((head, at) => {
    const seq = Number.parseInt(head, 10);
    const journalHead = head === '?' ? undefined : head === '-' ? null : { seq, sha256: head.slice(-1).repeat(64) };
    return entry({ source: { path: `/${String(at)}.json`, line: null }, at: NOW - HOUR + at * MINUTE, journalHead });
  });
}

function places(found: ReturnType<typeof journalWentBack>): string | null {
  return found && `${found.earlier.source.path} ${found.later.source.path}`;
}

describe('a journal goes back', () => {
  it.each([
    ['where it is shorter', ['6a', '3b'], '/0.json /1.json'],
    ['where it is another one of the same length', ['6a', '6b'], '/0.json /1.json'],
    ['where there is none any more', ['6a', '-'], '/0.json /1.json'],
    ['also where it has grown since', ['6a', '3b', '9c'], '/0.json /1.json'],
    ['where an answer between does not tell', ['6a', '?', '3b'], '/0.json /2.json'],
    ['the last time that it does', ['6a', '3b', '7c', '2d'], '/2.json /3.json'],
  ] as const)('%s', (_, heads, found) => {
    expect(places(journalWentBack(answers(...heads)))).toBe(found);
    expect(places(journalWentBack(answers(...heads).toReversed()))).toBe(found);
  });

  it.each([
    ['where it grows', ['3a', '6b', '9c']],
    ['where it stays', ['3a', '3a']],
    ['where it begins', ['-', '1a']],
    ['where nothing is told', ['?', '?']],
    ['where there never is one', ['-', '-']],
    ['by one answer', ['3a']],
  ] as const)('not %s', (_, heads) => {
    expect(journalWentBack(answers(...heads))).toBeNull();
  });

  it('not by answers of the same time, of which nobody knows the order, unless they are of two journals', () => {
    const same = (...heads: readonly string[]) => answers(...heads).map((each) => ({ ...each, at: NOW }));
    expect(journalWentBack(same('6a', '5b'))).toBeNull();
    expect(journalWentBack(same('6a', '-'))).toBeNull();
    expect(journalWentBack(same('6a', '6b'))).not.toBeNull();
  });

  it('never where each is a beginning of the one after', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), (lengths) => {
        const heads = lengths
          .toSorted((one, other) => one - other)
          .map((length) => `${String(length)}${'abcdefghij'.charAt(length)}`);
        expect(journalWentBack(answers(...heads))).toBeNull();
      }),
    );
  });
});

describe('the desk', () => {
  it('names the terminal in its list, done or not, and counts it', () => {
    const done = answers('6a', '3b').map((each) => ({ ...each, state: 'all-done' as const }));
    const found = standing({ entries: done });
    expect(found.counts).toMatchObject({ done: 1, wentBack: 1 });
    expect(deskExitCode(found.counts)).toBe(3);
    const failed = done.map((each) => ({ ...each, state: 'failed' as const }));
    expect(deskExitCode(standing({ entries: failed }).counts)).toBe(2);
    const list = listText({
      standing: found,
      filter: noFilter,
      now: NOW,
      offsetMinutes: JAPAN,
      staleHours: 48,
      reasons: true,
    });
    expect(list).toContain('作業記録が前の答えより戻っている端末: 1 台');
    expect(list.replaceAll(/\s/g, '')).toContain('前:/0.json、あと:/1.json');
  });

  it('does not go by an answer from the future', () => {
    const [before, after] = answers('3a', '6b');
    if (!before || !after) throw new Error('no answers');
    const ahead = { ...before, source: { path: '/ahead.json', line: null }, at: NOW + HOUR };
    expect(standing({ entries: [ahead, after] }).counts.wentBack).toBe(0);
  });
});
