import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { bytesOf, chain, fileOf, hashOf, headOf, line } from './build.ts';

/**
 * A sealed journal with one repaired tear in it, so that the properties hold for tears as well. In journals of earlier
 * versions the torn line has no number.
 */
const torn = '{"at":"2026-01-20T08:0';
const beginning = chain(4);
function sealedJournal(numbersTears: boolean): {
  readonly lines: string[];
  readonly head: Uint8Array;
} {
  const lines = [...beginning, torn];
  for (const event of ['support-called', 'download-started', 'console-started']) {
    const seq = lines.length + (numbersTears ? 1 : 0);
    const tear = lines.at(-1) === torn ? { tear: [hashOf(beginning[3] ?? '')] } : {};
    const version = event === 'console-started' ? { version: '0.1.0' } : {};
    lines.push(line(lines, { event, seq, ...tear, ...version }));
  }
  const seq = lines.length - (numbersTears ? 0 : 1);
  return { lines, head: bytesOf(JSON.stringify({ seq, sha256: hashOf(lines.at(-1) ?? '') })) };
}

describe.each([
  ['by line', sealedJournal(true)],
  ['as earlier versions did', sealedJournal(false)],
])('a sealed journal, numbered %s', (_, { lines, head }) => {
  const sealed = fileOf(lines);
  const position = fc.nat({ max: sealed.length - 1 });

  /** Counts from 1. */
  function lineAt(at: number): number {
    return sealed.slice(0, at).filter((byte) => byte === 0x0a).length + 1;
  }

  it('is intact', () => {
    expect(readJournal(sealed, head)).toMatchObject({ state: 'intact', problems: [] });
  });

  it('shows every changed byte, and names its line', () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, shift) => {
        const changed = sealed.map((byte, index) => (index === at ? (byte + shift) % 256 : byte));
        const { state, line: named } = readJournal(changed, head);
        // The last line end as a NUL is what a power cut leaves of it.
        const isCut = at === sealed.length - 1 && changed[at] === 0;
        expect(state).toBe(isCut ? 'torn' : 'changed');
        // A line end in the middle makes two broken lines of one, and the second is named.
        const isSplit = changed[at] === 0x0a;
        expect(named).toBe(isSplit && named !== lineAt(at) ? lineAt(at) + 1 : lineAt(at));
      }),
      { numRuns: 400 },
    );
  });

  it('shows every removed byte, and names its line; without its last line end it looks like a torn append', () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 2 }), (at) => {
        const { state, line: named } = readJournal(
          sealed.filter((_, index) => index !== at),
          head,
        );
        expect(state).toBe('changed');
        expect(named).toBe(lineAt(at));
      }),
      { numRuns: 200 },
    );
  });

  it('shows every inserted byte; a line end at the very end looks like a torn append', () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        // Before the last line end it stands at the very end as well.
        fc.pre(byte !== 0x0a || at < sealed.length - 1);
        const changed = Uint8Array.of(...sealed.slice(0, at), byte, ...sealed.slice(at));
        expect(readJournal(changed, head)).toMatchObject({ state: 'changed', line: expect.any(Number) });
      }),
      { numRuns: 200 },
    );
    expect(readJournal(Uint8Array.of(...sealed, 0x0a), head)).toMatchObject({ state: 'torn', line: 9 });
  });

  it('shows every cut tail as torn, with the numbers that are lost', () => {
    for (let length = 0; length < sealed.length; length += 1) {
      const reading = readJournal(sealed.slice(0, length), head);
      // A tear that was repaired stands in the place of the last line that is lost.
      const isDoubtful = reading.state === 'changed' && lineAt(length) === 6 && sealed[length - 1] === 0x0a;
      if (isDoubtful) continue;
      expect(reading.state).toBe('torn');
      expect(reading.line).toBe(length === sealed.length - 1 ? lines.length : reading.losses[0]?.line);
    }
  });

  it('shows every removed run of lines', () => {
    const at = fc.nat({ max: lines.length - 1 });
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: lines.length }), (start, count) => {
        const left = fileOf([...lines.slice(0, start), ...lines.slice(start + count)]);
        const isTail = start + count >= lines.length;
        expect(readJournal(left, head)).toMatchObject({ state: isTail ? 'torn' : 'changed', line: expect.any(Number) });
      }),
    );
  });

  it('shows every other order of its lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        fc.pre(shuffled.some((each, index) => each !== lines[index]));
        expect(readJournal(fileOf(shuffled), head)).toMatchObject({ state: 'changed', line: expect.any(Number) });
      }),
    );
  });

  it.each([
    ['a line end behind it', (text: string) => `${text}\n`],
    ['a blank before it', (text: string) => ` ${text}`],
    ['a blank in it', (text: string) => text.replace(':', ': ')],
    ['another order', (text: string) => text.replace(/\{(.*),(.*)\}/, '{$2,$1}')],
    ['the same number in another way', (text: string) => text.replace(/"seq":(\d+)/, '"seq":$1.0')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('shows a head that says the same with %s', (_way, write) => {
    const changed = bytesOf(write(new TextDecoder().decode(head)));
    expect(readJournal(sealed, changed)).toMatchObject({ state: 'changed' });
  });

  it('shows every changed head', () => {
    fc.assert(
      fc.property(fc.nat({ max: head.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, shift) => {
        const changed = head.map((byte, index) => (index === at ? (byte + shift) % 256 : byte));
        expect(readJournal(sealed, changed).state).toBe('changed');
      }),
    );
  });

  it('is never thrown at: any bytes give a reading', () => {
    fc.assert(
      fc.property(
        fc.option(fc.uint8Array({ maxLength: 60 })),
        fc.option(fc.uint8Array({ maxLength: 30 })),
        (journal, seal) => {
          const reading = readJournal(journal, seal);
          expect(reading.line === null).toBe(reading.state === 'absent');
        },
      ),
    );
  });
});

describe('a rewritten journal', () => {
  it('shows a line that was rewritten together with every later prev', () => {
    const forged = chain(4).slice(0, 1);
    for (const event of ['support-called', 'support-called', 'support-called']) forged.push(line(forged, { event }));
    expect(readJournal(fileOf(forged), headOf(beginning))).toMatchObject({ state: 'changed', line: 4 });
  });
});

describe('what no append has left', () => {
  const sealed = fileOf(chain(4));
  const head = headOf(chain(4));
  const behind = (text: string): Uint8Array => Buffer.concat([sealed, Buffer.from(text)]);

  it.each([
    ['written over as a whole, its head gone', Buffer.from('hello world\n'.repeat(20)), null],
    ['saved as UTF-16, its head gone', Buffer.from('{"at":"2026"}\n', 'utf16le'), null],
    ['a note below it', behind('note by someone\n'), head],
    ['a note below it, without a line end', behind('note by someone'), head],
  ])('is a change: %s', (_, journal, sealing) => {
    expect(readJournal(journal, sealing)).toMatchObject({ state: 'changed' });
  });

  it.each([
    ['the beginning of a line', behind('{"a')],
    ['a byte of it, and one that was never written', behind('{\0')],
    ['one of which the first block was never written', behind('\0\0\0\0\0\0\0\0\0,"seq":5')],
    ['blocks that were never written', behind('\0\0\0\0')],
    ['a line end and a blank', behind(' \n')],
    ["the end of a file in Windows' own tools", behind('\u001A')],
  ])('is none: %s', (_, journal) => {
    expect(readJournal(journal, head).state).toBe('torn');
  });
});
