import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, readJournal } from '../../src/journal/read.ts';
import { journalStateInWords } from '../../src/journal/journal.ja.ts';
import { bytesOf, chain, fileOf, hashOf, headOf, line } from './build.ts';

const four = chain(4);
const torn = '{"at":"2026-01-20T08:04';

interface Row {
  readonly name: string;
  readonly journal: Uint8Array | null;
  readonly head: Uint8Array | null;
  readonly state: string;
  readonly line: number | null;
  /** Default: four. */
  readonly entries?: number;
}

function replaced(index: number, from: string, to: string): Uint8Array {
  const lines = four.map((each, at) => (at === index ? each.replace(from, to) : each));
  if (lines[index] === four[index]) throw new Error('nothing was replaced');
  return fileOf(lines);
}

function without(index: number): Uint8Array {
  return fileOf(four.filter((_, at) => at !== index));
}

function withTornLines(tears: readonly string[], fields: Record<string, unknown> = {}): string[] {
  const prev = hashOf(tears.at(-1) ?? '');
  return [...four, ...tears, line(four, { event: 'support-called', prev, ...fields })];
}

const sound: readonly Row[] = [
  { name: 'no files', journal: null, head: null, state: 'absent', line: null, entries: 0 },
  { name: 'an empty journal', journal: bytesOf(''), head: null, state: 'absent', line: null, entries: 0 },
  { name: 'a sealed journal', journal: fileOf(four), head: headOf(four), state: 'intact', line: null },
  { name: 'a head one line behind', journal: fileOf(four), head: headOf(four, 3), state: 'intact', line: null },
  { name: 'no head', journal: fileOf(four), head: null, state: 'unsealed', line: 4 },
  { name: 'one line and no head', journal: fileOf(chain(1)), head: null, state: 'unsealed', line: 1, entries: 1 },
];

const tears: readonly Row[] = [
  { name: 'half a line', journal: bytesOf(`${four.join('\n')}\n${torn}`), head: headOf(four), state: 'torn', line: 5 },
  {
    name: 'half a line, head one behind',
    journal: bytesOf(`${four.join('\n')}\n${torn}`),
    head: headOf(four, 3),
    state: 'torn',
    line: 5,
  },
  { name: 'half a line, no head', journal: bytesOf(`${four.join('\n')}\n${torn}`), head: null, state: 'torn', line: 5 },
  { name: 'half a first line', journal: bytesOf(torn), head: null, state: 'torn', line: 1, entries: 0 },
  { name: 'half a line with a line end', journal: fileOf([...four, torn]), head: headOf(four), state: 'torn', line: 5 },
  {
    name: 'two torn lines',
    journal: bytesOf(`${four.join('\n')}\n${torn}\n{"a`),
    head: headOf(four),
    state: 'torn',
    line: 5,
  },
  {
    name: 'a line cut inside a character',
    journal: fileOf(four).slice(0, -1 - 4 * 3),
    head: headOf(four, 3),
    state: 'torn',
    line: 4,
    entries: 3,
  },
  {
    name: 'a whole line without its line end',
    journal: bytesOf(four.join('\n')),
    head: headOf(four, 3),
    state: 'torn',
    line: 4,
  },
  {
    name: 'a sealed line without its line end',
    journal: bytesOf(four.join('\n')),
    head: headOf(four),
    state: 'torn',
    line: 4,
  },
  {
    name: 'NULs after the last line',
    journal: bytesOf(`${four.join('\n')}\n\0\0\0\0`),
    head: headOf(four),
    state: 'torn',
    line: 5,
  },
  {
    name: 'half a line and NULs, head one behind',
    journal: bytesOf(`${four.join('\n')}\n${torn}\0\0\0\0`),
    head: headOf(four, 3),
    state: 'torn',
    line: 5,
  },
];

const nuls = '\0'.repeat(300);
const noHeads: readonly Row[] = [
  { name: 'an empty head', journal: fileOf(four), head: bytesOf(''), state: 'unsealed', line: 4 },
  { name: 'a head of NULs', journal: fileOf(four), head: bytesOf('\0'.repeat(85)), state: 'unsealed', line: 4 },
  { name: 'a head of one NUL', journal: fileOf(four), head: bytesOf('\0'), state: 'unsealed', line: 4 },
  { name: 'an empty head and no journal', journal: null, head: bytesOf(''), state: 'unsealed', line: 1, entries: 0 },
  {
    name: 'an empty head and NULs for a journal',
    journal: bytesOf(nuls),
    head: bytesOf(''),
    state: 'torn',
    line: 1,
    entries: 0,
  },
];

interface LostRow extends Row {
  /** The numbers that are missing. */
  readonly lost: readonly (readonly [from: number, to: number])[];
}

const losses: readonly LostRow[] = [
  { name: 'a head, no journal', journal: null, head: headOf(four), line: 1, entries: 0, lost: [[1, 4]] },
  { name: 'a head, empty journal', journal: bytesOf(''), head: headOf(four), line: 1, entries: 0, lost: [[1, 4]] },
  {
    name: 'a sealed line torn',
    journal: bytesOf(`${four.slice(0, 3).join('\n')}\n${torn}`),
    head: headOf(four),
    line: 4,
    entries: 3,
    lost: [[4, 4]],
  },
  {
    name: 'a sealed first line torn',
    journal: bytesOf(torn),
    head: headOf(four, 1),
    line: 1,
    entries: 0,
    lost: [[1, 1]],
  },
  { name: 'a cut tail', journal: fileOf(four.slice(0, 3)), head: headOf(four), line: 4, entries: 3, lost: [[4, 4]] },
  {
    name: 'a head two ahead',
    journal: fileOf(four.slice(0, 2)),
    head: headOf(four),
    line: 3,
    entries: 2,
    lost: [[3, 4]],
  },
  {
    name: 'NULs for the last two lines',
    journal: bytesOf(`${four.slice(0, 2).join('\n')}\n${nuls}`),
    head: headOf(four),
    line: 3,
    entries: 2,
    lost: [[3, 4]],
  },
  {
    name: 'NULs with a line end',
    journal: bytesOf(`${four.slice(0, 3).join('\n')}\n${nuls}\n`),
    head: headOf(four),
    line: 4,
    entries: 3,
    lost: [[4, 4]],
  },
  {
    name: 'part of a line, then NULs',
    journal: bytesOf(`${four.slice(0, 3).join('\n')}\n${torn}${nuls}`),
    head: headOf(four),
    line: 4,
    entries: 3,
    lost: [[4, 4]],
  },
  {
    name: 'part of a line, then NULs, with a line end',
    journal: bytesOf(`${four.slice(0, 3).join('\n')}\n${torn}${nuls}\n`),
    head: headOf(four),
    line: 4,
    entries: 3,
    lost: [[4, 4]],
  },
  {
    name: 'a whole line, then NULs',
    journal: bytesOf(`${four.join('\n')}\0\0\0`),
    head: headOf(four),
    line: 4,
    entries: 3,
    lost: [[4, 4]],
  },
  { name: 'nothing but NULs', journal: bytesOf(nuls), head: headOf(four), line: 1, entries: 0, lost: [[1, 4]] },
  {
    name: 'NULs for a line in the middle',
    journal: fileOf([four[0] ?? '', nuls, ...four.slice(2)]),
    head: headOf(four),
    line: 2,
    entries: 3,
    lost: [[2, 2]],
  },
  {
    name: 'NULs for two lines in the middle, with the line end between them',
    journal: fileOf([four[0] ?? '', nuls, ...four.slice(3)]),
    head: headOf(four),
    line: 2,
    entries: 2,
    lost: [[2, 3]],
  },
  {
    name: 'NULs for the first line',
    journal: fileOf([nuls, ...four.slice(1)]),
    head: headOf(four),
    line: 1,
    entries: 3,
    lost: [[1, 1]],
  },
  {
    name: 'NULs for the last line but one, and no head',
    journal: fileOf([...four.slice(0, 2), nuls, ...four.slice(3)]),
    head: null,
    line: 3,
    entries: 3,
    lost: [[3, 3]],
  },
  {
    name: 'NULs in two places',
    journal: bytesOf(`${[four[0] ?? '', nuls, four[2] ?? ''].join('\n')}\n${nuls}`),
    head: headOf(four),
    line: 4,
    entries: 2,
    lost: [
      [4, 4],
      [2, 2],
    ],
  },
].map((row): LostRow => ({ ...row, state: 'torn', lost: row.lost.map(([from = 0, to = 0]) => [from, to]) }));

const changes: readonly Row[] = [
  {
    name: 'another byte in place of a sealed line end',
    journal: bytesOf(`${four.join('\n')}x`),
    head: headOf(four),
    state: 'changed',
    line: 4,
    entries: 3,
  },
  {
    name: 'a sealed line that is no JSON any more, with its line end',
    journal: replaced(3, '"}', '")'),
    head: headOf(four),
    state: 'changed',
    line: 4,
    entries: 3,
  },
  {
    name: 'a sealed line that is shorter, with its line end',
    journal: replaced(3, '"}', ''),
    head: headOf(four),
    state: 'changed',
    line: 4,
    entries: 3,
  },
  {
    name: 'a head with a higher number for the last line',
    journal: fileOf(four),
    head: bytesOf(`{"seq":9,"sha256":"${hashOf(four[3] ?? '')}"}`),
    state: 'changed',
    line: 4,
  },
  {
    name: 'NULs in the middle of a line',
    journal: replaced(1, 'download', '\0\0\0\0\0\0\0\0'),
    head: headOf(four),
    state: 'changed',
    line: 2,
    entries: 3,
  },
  {
    name: 'a torn line, head two behind',
    journal: fileOf([...four, torn]),
    head: headOf(four, 2),
    state: 'changed',
    line: 4,
  },
  { name: 'a head two behind', journal: fileOf(four), head: headOf(four, 2), state: 'changed', line: 4 },
  {
    name: 'a head with a wrong hash',
    journal: fileOf(four),
    head: bytesOf(`{"seq":4,"sha256":"${'0'.repeat(64)}"}`),
    state: 'changed',
    line: 4,
  },
  {
    name: 'a head one behind with a wrong hash',
    journal: fileOf(four),
    head: bytesOf(`{"seq":3,"sha256":"${'0'.repeat(64)}"}`),
    state: 'changed',
    line: 4,
  },
  { name: 'a garbage head', journal: fileOf(four), head: bytesOf('{"seq":4}'), state: 'changed', line: 4 },
  {
    name: 'a changed first line',
    journal: replaced(0, '0.1.0', '0.1.1'),
    head: headOf(four),
    state: 'changed',
    line: 1,
  },
  {
    name: 'a changed middle line',
    journal: replaced(2, 'true', 'false'),
    head: headOf(four),
    state: 'changed',
    line: 3,
  },
  {
    name: 'a changed last line',
    journal: replaced(3, '08:03', '08:04'),
    head: headOf(four),
    state: 'changed',
    line: 4,
  },
  {
    name: 'a changed last but one line, head one behind',
    journal: replaced(2, '08:02', '08:04'),
    head: headOf(four, 3),
    state: 'changed',
    line: 3,
  },
  {
    name: 'a changed prev',
    journal: replaced(2, '"prev":"', '"prev":"0'),
    head: headOf(four),
    state: 'changed',
    line: 3,
    entries: 3,
  },
  { name: 'a changed seq', journal: replaced(1, '"seq":2', '"seq":3'), head: headOf(four), state: 'changed', line: 2 },
  {
    name: 'an unreadable middle line',
    journal: replaced(1, '{', '['),
    head: headOf(four),
    state: 'changed',
    line: 2,
    entries: 3,
  },
  { name: 'no first line', journal: without(0), head: headOf(four), state: 'changed', line: 1, entries: 3 },
  { name: 'a missing line', journal: without(1), head: headOf(four), state: 'changed', line: 2, entries: 3 },
  {
    name: 'a doubled line',
    journal: fileOf([...four.slice(0, 2), ...four.slice(1)]),
    head: headOf(four),
    state: 'changed',
    line: 2,
    entries: 5,
  },
  {
    name: 'swapped lines',
    journal: fileOf([0, 2, 1, 3].map((at) => four[at] ?? '')),
    head: headOf(four),
    state: 'changed',
    line: 2,
  },
  {
    name: 'Windows line ends',
    journal: bytesOf(four.map((each) => `${each}\r\n`).join('')),
    head: headOf(four),
    state: 'changed',
    line: 2,
  },
  {
    name: 'a byte order mark',
    journal: bytesOf(`\uFEFF${four.join('\n')}\n`),
    head: headOf(four),
    state: 'changed',
    line: 1,
    entries: 3,
  },
  {
    name: 'an empty line in the middle',
    journal: fileOf([...four.slice(0, 2), '', ...four.slice(2)]),
    head: headOf(four),
    state: 'changed',
    line: 3,
  },
];

/** Seals the last line of `withTornLines`. */
function headOfFifth(lines: readonly string[]): Uint8Array {
  return bytesOf(JSON.stringify({ seq: 5, sha256: hashOf(lines.at(-1) ?? '') }));
}

describe('readJournal', () => {
  it.each([...sound, ...tears, ...noHeads, ...losses, ...changes])(
    'reads $name as $state',
    ({ journal, head, state, line: named, entries = 4 }) => {
      const reading = readJournal(journal, head);
      expect({ state: reading.state, line: reading.line, entries: reading.entries.length }).toEqual({
        state,
        line: named,
        entries,
      });
    },
  );

  it.each([...tears, ...noHeads, ...losses, ...changes])(
    'tells of $name in words',
    ({ journal, head, line: named }) => {
      const { problems } = readJournal(journal, head);
      expect(problems.find((problem) => problem.line === named)?.text).toContain(String(named ?? ''));
    },
  );

  it.each(losses)('tells $name as lost, with its numbers', ({ journal, head, lost }) => {
    const reading = readJournal(journal, head);
    expect(reading.losses.map(({ from, to }) => [from, to])).toEqual(lost);
    for (const [from, to] of lost) {
      const numbers = from === to ? `通し番号 ${String(from)})` : `通し番号 ${String(from)} から ${String(to)})`;
      expect(journalStateInWords(reading)).toContain(numbers);
      expect(reading.problems.map(({ text }) => text).join()).toContain(numbers);
    }
    expect(journalStateInWords(reading)).toContain('停電などで');
    expect(journalStateInWords(reading)).not.toContain('書き換えられた');
  });

  it('gives each entry with its line, number, time and notice', () => {
    const lines = chain(1);
    lines.push(line(lines, { event: 'left-on', night: '2026-01-20', notice: undefined }));
    expect(readJournal(fileOf(lines), headOf(lines)).entries).toEqual([
      {
        line: 1,
        seq: 1,
        at: Date.parse('2026-01-20T08:00:00+09:00'),
        boot: null,
        time: '2026-01-20T08:00:00+09:00',
        notice: '2026-01-face-library',
        event: { event: 'console-started', version: '0.1.0' },
      },
      {
        line: 2,
        seq: 2,
        at: Date.parse('2026-01-20T08:01:00+09:00'),
        boot: null,
        time: '2026-01-20T08:01:00+09:00',
        notice: null,
        event: { event: 'left-on', night: '2026-01-20' },
      },
    ]);
  });

  it('gives each entry with the boot that it was written in, and says where the clock was set', () => {
    const lines = [line([], { event: 'clock-moved', bySeconds: 60, boot: { uptimeSeconds: 480, record: 'none' } })];
    lines.push(line(lines, { event: 'support-called' }));
    const [moved, called] = readJournal(fileOf(lines), headOf(lines)).entries;
    expect(moved).toMatchObject({ boot: { uptimeSeconds: 480, record: null }, clockMoved: true });
    expect(called).not.toHaveProperty('clockMoved');
  });

  it('keeps events of later versions by name', () => {
    const lines = chain(1);
    lines.push(line(lines, { event: 'moon-seen', phase: 3 }));
    const reading = readJournal(fileOf(lines), headOf(lines));
    expect(reading.state).toBe('intact');
    expect(reading.entries[1]?.event).toEqual({ event: 'other', name: 'moon-seen' });
  });

  it('counts a changed line that can be read', () => {
    const reading = readJournal(replaced(0, '0.1.0', '9.9.9'), headOf(four));
    expect(reading.entries[0]?.event).toEqual({ event: 'console-started', version: '9.9.9' });
  });

  it('takes a repaired tear for no fault', () => {
    const lines = withTornLines([torn]);
    const reading = readJournal(fileOf(lines), bytesOf(JSON.stringify({ seq: 5, sha256: hashOf(lines[5] ?? '') })));
    expect([reading.state, reading.problems, reading.entries.length]).toEqual(['intact', [], 5]);
  });

  it('takes a repaired tear at the very beginning for no fault', () => {
    const first = line([], { event: 'support-called', prev: hashOf(torn) });
    const head = bytesOf(JSON.stringify({ seq: 1, sha256: hashOf(first) }));
    expect(readJournal(fileOf([torn, first]), head)).toMatchObject({ state: 'intact', problems: [] });
  });

  describe('several torn lines in a row', () => {
    const both = [torn, '{"at":"20'];
    const covered = withTornLines(both, { tear: [hashOf(four[3] ?? ''), hashOf(torn)] });

    it('are covered by the hash of all of them', () => {
      expect(readJournal(fileOf(covered), headOfFifth(covered))).toMatchObject({ state: 'intact', problems: [] });
    });

    it('are a change without that hash', () => {
      const lines = withTornLines(both);
      expect(readJournal(fileOf(lines), headOfFifth(lines))).toMatchObject({ state: 'changed', line: 5 });
    });

    it('are a change when one of them is', () => {
      const lines = covered.map((each) => (each === torn ? `${torn}:` : each));
      expect(readJournal(fileOf(lines), headOfFifth(lines))).toMatchObject({ state: 'changed', line: 5 });
    });

    it('are a change when one of them is gone', () => {
      const lines = covered.filter((each) => each !== torn);
      expect(readJournal(fileOf(lines), headOfFifth(lines))).toMatchObject({ state: 'changed', line: 6 });
    });
  });

  it.each([
    ['at', { at: '2026-01-20 08:00' }],
    ['seq', { seq: 0 }],
    ['seq', { seq: 1e15 }],
    ['prev', { prev: 'x' }],
    ['notice', { notice: 5 }],
    ['event', { event: 5 }],
    ['outcome', { event: 'download-finished', outcome: 'odd', pressed: true }],
    ['bootedAt', { event: 'restart-confirmed', bootedAt: 'yesterday', kind: 'full' }],
  ])('takes a line with a field that the console never writes for a change: %s', (_, fields) => {
    const lines = chain(2);
    lines.push(line(lines, { event: 'support-called', ...fields }));
    lines.push(line(lines, { event: 'support-called' }));
    const reading = readJournal(fileOf(lines), headOf(lines));
    expect([reading.state, reading.line]).toEqual(['changed', 3]);
    expect(reading.problems.find((problem) => problem.line === 3)?.text).toContain('書き換えられたか消された跡');
    expect(reading.entries.map((entry) => entry.line)).toEqual([1, 2, 4]);
  });

  it.each(['5', 'null', '[]', '"text"'])('takes a line of other JSON for a change: %s', (text) => {
    const lines = [...chain(2), text];
    expect(readJournal(fileOf(lines), headOf(lines, 2))).toMatchObject({ state: 'changed', line: 3 });
  });

  it('names a gap in the numbers even where the hashes fit', () => {
    const lines = chain(2);
    lines.push(line(lines, { event: 'support-called', seq: 4 }));
    const head = bytesOf(JSON.stringify({ seq: 4, sha256: hashOf(lines[2] ?? '') }));
    expect(readJournal(fileOf(lines), head)).toMatchObject({ state: 'changed', line: 3 });
  });

  it('takes the number of the line, whatever the numbers before it were', () => {
    // As earlier versions numbered: the torn line does not count. Then one that does.
    const lines = withTornLines([torn]);
    lines.push(line(lines, { event: 'support-called', seq: 7 }));
    const head = bytesOf(JSON.stringify({ seq: 7, sha256: hashOf(lines[6] ?? '') }));
    expect(readJournal(fileOf(lines), head)).toMatchObject({ state: 'intact', entries: { length: 6 } });
  });

  it('takes a number that goes back to that of its line, after lines were deleted and that was recorded', () => {
    const lines = four.filter((_, at) => at !== 1);
    lines.push(line(lines, { event: 'journal-changed', line: 2, seq: 5 }));
    lines.push(line(lines, { event: 'support-called', seq: 5 }));
    const head = bytesOf(JSON.stringify({ seq: 5, sha256: hashOf(lines[4] ?? '') }));
    const reading = readJournal(fileOf(lines), head);
    expect([reading.state, reading.line, reading.tail.unrecorded]).toEqual(['changed', 2, []]);
  });

  it('is intact again where what was found is acknowledged, until something new is found', () => {
    const lines = chain(3);
    lines.push(line(lines, { event: 'journal-changed', line: 2 }));
    lines.push(line(lines, { event: 'journal-lost', line: 3, from: 3, to: 4, head: null }));
    lines.push(line(lines, { event: 'journal-unsealed', line: 3 }));
    lines.push(line(lines, { event: 'journal-acknowledged', line: 6 }));
    const seen = readJournal(fileOf(lines), headOf(lines));
    expect(seen).toMatchObject({ state: 'intact', line: null, losses: [] });
    // What was found is still told.
    expect(seen.problems.map(({ line: named, text }) => [named, text])).toEqual([
      [2, expect.stringMatching(/^2 行目に、書き換え/)],
      [3, expect.stringContaining('通し番号 3 から 4')],
      [3, expect.stringMatching(/^3 行目の後で、封/)],
    ]);
    expect(journalStateInWords(seen)).toMatch(/どれも確認済みです。ほかに、/);
    lines.push(line(lines, { event: 'journal-changed', line: 1 }));
    expect(readJournal(fileOf(lines), headOf(lines))).toMatchObject({ state: 'changed', line: 1 });
  });

  it.each([
    ['changed', ['journal-changed', 'journal-lost', 'journal-unsealed'], 2],
    ['torn', ['journal-lost', 'journal-unsealed'], 3],
    ['unsealed', ['journal-unsealed'], 1],
  ] as const)('tells the worst of what is on record: %s', (state, events, named) => {
    const fields = {
      'journal-changed': { line: 2 },
      'journal-lost': { line: 3, from: 3, to: 3, head: null },
      'journal-unsealed': { line: 1 },
    };
    const lines = chain(3);
    for (const event of events) lines.push(line(lines, { event, ...fields[event] }));
    lines.push(line(lines, { event: 'support-called' }));
    expect(readJournal(fileOf(lines), headOf(lines))).toMatchObject({ state, line: named });
  });

  it('acknowledges nothing that comes after, nor in lines that an acknowledgement cannot know', () => {
    const lines = chain(3);
    lines.push(line(lines, { event: 'journal-acknowledged', line: 99 }));
    lines.push(line(lines, { event: 'journal-unsealed', line: 3 }));
    expect(readJournal(fileOf(lines), headOf(lines))).toMatchObject({ state: 'unsealed', line: 3 });
  });

  it('remembers a recorded change until it is acknowledged', () => {
    const lines = chain(3);
    lines.push(line(lines, { event: 'journal-changed', line: 2 }));
    lines.push(line(lines, { event: 'support-called' }));
    const reading = readJournal(fileOf(lines), headOf(lines));
    expect([reading.state, reading.line, reading.tail.unrecorded]).toEqual(['changed', 2, []]);
  });

  it('names a new change before a recorded one', () => {
    const lines = chain(3);
    lines.push(line(lines, { event: 'journal-changed', line: 1 }));
    lines.push(line(lines, { event: 'support-called' }));
    const changed = lines.map((each) => each.replace('support', 'Support'));
    expect(readJournal(fileOf(changed), headOf(lines))).toMatchObject({ state: 'changed', line: 5 });
  });
});

const lines = chain(6);
const whole = fileOf(lines);
const head = headOf(lines);

it('keeps the entries of lines whose bytes are the same', () => {
  const read = createReader();
  const before = read(fileOf(lines.slice(0, 5)), headOf(lines, 5));
  const after = read(whole, head);
  expect(after).toEqual(readJournal(whole, head));
  for (const [index, entry] of before.entries.entries()) expect(after.entries[index]).toBe(entry);
});

it('gives the very same list of entries where nothing is new, whatever the head says', () => {
  const read = createReader();
  const { entries } = read(whole, head);
  expect(read(whole, headOf(lines, 5)).entries).toBe(entries);
  expect(read(null, head).entries).toEqual([]);
  expect(read(whole, head).entries).toEqual(entries);
});

it('reads a long journal as if all of it were in doubt', () => {
  const long = fileOf(chain(200));
  const sealed = headOf(chain(200));
  const byte = fc.tuple(fc.nat({ max: long.length - 1 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(
      byte,
      fc.nat({ max: long.length }),
      fc.constantFrom(sealed, headOf(chain(200), 20), null),
      (one, cut, at) => {
        const changed = long.map((each, index) => (index === one[0] ? one[1] : each));
        const read = createReader();
        for (const journal of [changed, changed.slice(0, cut), changed, long])
          expect(read(journal, at)).toEqual(readJournal(journal, at));
      },
    ),
    { numRuns: 40 },
  );
});

it('reads whatever follows whatever as if it were read for the first time', () => {
  const cut = fc.nat({ max: whole.length }).map((length) => whole.slice(0, length));
  const changed = fc
    .tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))
    .map(([at, byte]) => whole.map((each, index) => (index === at ? byte : each)));
  // What seals a line far behind the end is compared with those that are not looked at again.
  const heads = fc.constantFrom(head, ...[1, 2, 3, 5].map((count) => headOf(lines, count)), bytesOf('{}'), null);
  const tail = fc.constantFrom(whole, bytesOf(`${lines.join('\n')}\n{"at`), bytesOf('\0\0'), null);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(cut, changed, tail), heads), { maxLength: 6 }), (files) => {
      const read = createReader();
      for (const [journal, sealed] of files) expect(read(journal, sealed)).toEqual(readJournal(journal, sealed));
    }),
    { numRuns: 300 },
  );
});
