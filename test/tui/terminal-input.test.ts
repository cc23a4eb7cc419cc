import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../src/tui/read-keys.ts';
import { giveUp, patience, readInput, startOfInput, type InputState } from '../../src/tui/terminal-input.ts';
import type { Token } from '../../src/tui/sequences.ts';
import { keyBytes } from '../harness/key-bytes.ts';

const ESC = '\u001B';
const ST = `${ESC}\\`;
const encoder = new TextEncoder();

/** A text as UTF-8, or bytes as they stand. */
function bytesOf(input: string | readonly number[]): Uint8Array {
  return typeof input === 'string' ? encoder.encode(input) : Uint8Array.from(input);
}

interface Heard {
  readonly state: InputState;
  readonly tokens: readonly Token[];
}

/** Reads chunks without a pause between them. */
function read(chunks: readonly Uint8Array[], from: InputState = startOfInput): Heard {
  return chunks.reduce<Heard>(
    ({ state, tokens }, chunk) => {
      const [next, more] = readInput(state, chunk);
      return { state: next, tokens: joined([...tokens, ...more]) };
    },
    { state: from, tokens: [] },
  );
}

/** Lets all the time pass that anything may take. */
function rest({ state, tokens }: Heard): Heard {
  if (patience(state) === null) return { state, tokens };
  const [next, more] = giveUp(state);
  return rest({ state: next, tokens: joined([...tokens, ...more]) });
}

/** What chunks divide is one where they are looked at together. */
function joined(tokens: readonly Token[]): readonly Token[] {
  return tokens.reduce<readonly Token[]>((all, token) => {
    const last = all.at(-1);
    return token.type === 'characters' && last?.type === 'characters'
      ? [...all.slice(0, -1), { type: 'characters', text: last.text + token.text }]
      : [...all, token];
  }, []);
}

const key = (id: Extract<Token, { type: 'key' }>['id']): Token => ({ type: 'key', id });
const characters = (text: string): Token => ({ type: 'characters', text });
const paste = (text: string): Token => ({ type: 'paste', text });

/** What a terminal says of itself, asked or not. */
const replies: readonly (readonly [string, string | readonly number[]])[] = [
  ['the colour of the text, OSC 10', `${ESC}]10;rgb:ffff/ffff/ffff\u0007`],
  ['the colour behind it, OSC 11 with ST', `${ESC}]11;rgb:0000/5555/9999${ST}`],
  ['the clipboard, OSC 52', `${ESC}]52;c;NQ0KOXkK${ST}`],
  ['a title with kana whose last byte is 0x9C', `${ESC}]lぜ5\r${ST}`],
  ['an OSC with a line end in it', `${ESC}]0;5\r9y\u0007`],
  ['a DCS (its name and version)', `${ESC}P>|xterm(367)${ST}`],
  ['a DCS with a bell in it', `${ESC}P1$r5\u00079${ST}`],
  ['an APC', `${ESC}_Gi=1;OK${ST}`],
  ['a PM', `${ESC}^5\r${ST}`],
  ['an SOS', `${ESC}X5\r${ST}`],
  ['device attributes', `${ESC}[?62;1;4c`],
  ['the second device attributes', `${ESC}[>41;367;0c`],
  ['where the cursor is', `${ESC}[12;40R`],
  ['where the cursor is, in its private form', `${ESC}[?12;40;1R`],
  ['that all is well', `${ESC}[0n`],
  ['a mode', `${ESC}[?2026;2$y`],
  ['the size of the window', `${ESC}[8;24;80t`],
  ['focus', `${ESC}[I${ESC}[O`],
  ['a mouse in SGR form', `${ESC}[<0;1;1M${ESC}[<0;1;1m`],
  ['an X10 mouse', `${ESC}[M !!`],
  ['an X10 mouse on Enter and ESC', `${ESC}[M\r${ESC}5`],
  ['an X10 mouse in bytes that are no UTF-8', [0x1b, 0x5b, 0x4d, 0xa3, 0xe3, 0x81]],
  ['the modes of its keyboard', `${ESC}[?1u`],
  ["a key that was let go, in kitty's mode", `${ESC}[97;1:3u${ESC}[13;1:3u${ESC}[1;1:3A`],
  ['a key in win32 input mode', `${ESC}[53;6;53;1;0;1_`],
  ['function keys', `${ESC}OP${ESC}[15~${ESC}[[A${ESC}[24;2~${ESC}[2~`],
  ['the end of a paste that never began', `${ESC}[201~`],
  ['the end of a string that never began', ST],
  ['the same in eight bits', [0x9d, 0x31, 0x31, 0x3b, 0x35, 0x9c, 0x90, 0x35, 0x9c, 0x9b, 0x31, 0x3b, 0x35, 0x52]],
  ['the same in eight bits as UTF-8', '\u009D11;5\u009C\u00905\u009C\u009B1;5R\u0085'],
];

describe('what the terminal says itself', () => {
  it.each(replies)('is no key and no text: %s', (_, reply) => {
    const bytes = bytesOf(reply);
    expect(rest(read([bytes])).tokens).toEqual([]);
    // A byte at a time, with a key behind it.
    const cut = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(rest(read([...cut, bytesOf('r')])).tokens).toEqual([characters('r')]);
  });

  it.each(replies)('stays none where it is broken off anywhere: %s', (_, reply) => {
    const bytes = bytesOf(reply);
    for (let length = 1; length < bytes.length; length += 1) {
      const { tokens, state } = rest(read([bytes.subarray(0, length)]));
      // An ESC that nothing follows is the key.
      const ids = tokens.map((token) => (token.type === 'key' ? token.id : token.type));
      expect(ids.filter((id) => id !== 'escape')).toEqual([]);
      expect(patience(state)).toBeNull();
      expect(rest(read([bytesOf('\r')], state)).tokens).toEqual([characters('\r')]);
    }
  });

  it('is known where it goes on after its ESC was taken for the key', () => {
    const { state } = read([bytesOf(ESC)]);
    const [told, tokens] = giveUp(state);
    expect(tokens).toEqual([key('escape')]);
    expect(rest(read([bytesOf(`]11;rgb:5/5/5\u0007r`)], told)).tokens).toEqual([characters('r')]);
    expect(rest(read([bytesOf('r')], told)).tokens).toEqual([characters('r')]);
    expect(rest(read([bytesOf(ESC)], told)).tokens).toEqual([key('escape')]);
  });
});

describe('keys', () => {
  it.each([
    ['Esc', ESC, [key('escape')]],
    ['Esc twice', ESC + ESC, [key('escape')]],
    ['Esc and an arrow', `${ESC}${ESC}[A`, [key('escape'), key('up')]],
    ['Esc and a reply', `${ESC}${ESC}]11;5\u0007`, [key('escape')]],
    ['Esc and a letter, as Alt sends it', `${ESC}r`, [key('escape')]],
    ['an arrow and a letter', `${ESC}[Ar`, [key('up'), characters('r')]],
    ['an arrow in a string that never ends', `${ESC}]11;${ESC}[A`, [key('up')]],
    ['Esc in a string that never ends', `${ESC}]11;${ESC}`, [key('escape')]],
    ['Enter where a sequence was broken off', `${ESC}[12;\r`, [characters('\r')]],
    ['a line of characters', '5.1\r再', [characters('5.1\r再')]],
    ['bytes that are no characters', '\uFFFD', [characters('\uFFFD')]],
  ])('%s', (_, input, expected) => {
    expect(rest(read([bytesOf(input)])).tokens).toEqual(expected);
  });

  it('Esc waits 20 ms for the rest of a sequence, anything else a second', () => {
    const waits = (input: string) => patience(read([bytesOf(input)]).state);
    expect(waits('5')).toBeNull();
    expect(waits(ESC)).toBe(20);
    for (const begun of ['[', '[1;', 'O', ']11;', 'P', '[M ', '[200~5']) expect(waits(ESC + begun)).toBe(1_000);
  });

  it('has one time for all of a string, however much of it comes', () => {
    const { state } = read([bytesOf(`${ESC}]52;c;`)]);
    expect(read([bytesOf('5'.repeat(1_000))], state).state.begun).toBe(state.begun);
    expect(read([bytesOf(`\u0007${ESC}]52;c;`)], state).state.begun).not.toBe(state.begun);
  });
});

describe('marked pastes', () => {
  it.each([
    ['whole', `${ESC}[200~5\r${ESC}[201~`, [paste('5\r')]],
    ['with sequences in it', `${ESC}[200~${ESC}[A${ESC}${ESC}[20${ESC}[201~`, [paste(`${ESC}[A${ESC}${ESC}[20`)]],
    ['and keys around it', `5${ESC}[200~再起動${ESC}[201~r`, [characters('5'), paste('再起動'), characters('r')]],
    ['without an end', `${ESC}[200~5\r`, [paste('5\r')]],
  ])('%s', (_, input, expected) => {
    expect(rest(read([bytesOf(input)])).tokens).toEqual(expected);
  });

  it('keep no more of a paste than a field could want', () => {
    const { tokens } = read([bytesOf(`${ESC}[200~${'5'.repeat(1_000_000)}${ESC}[201~r`)]);
    expect(tokens).toEqual([paste('5'.repeat(65_536)), characters('r')]);
  });
});

/** Anything that is no end of a control string. */
const payload = fc.array(fc.integer({ min: 0, max: 0x1_ffff }).filter((point) => ![0x07, 0x1b, 0x9c].includes(point)));
const asText = (points: readonly number[]): string => String.fromCodePoint(...points);
const reply: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(...replies.map(([, bytes]) => bytesOf(bytes))),
  fc
    .tuple(fc.constantFrom(']', 'P', '_', '^', 'X'), payload)
    .map(([begin, points]) => bytesOf(`${ESC}${begin}${asText(points)}${ST}`)),
  fc.uint8Array({ minLength: 3, maxLength: 3 }).map((three) => Uint8Array.of(0x1b, 0x5b, 0x4d, ...three)),
  fc
    .array(fc.nat(9_999), { minLength: 1, maxLength: 9 })
    .map((parameters) => bytesOf(`${ESC}[?${parameters.join(';')}c`)),
);
const piece: fc.Arbitrary<Uint8Array> = fc.oneof(
  reply,
  fc.uint8Array({ maxLength: 12 }),
  fc.constantFrom(...Object.values(keyBytes), `${ESC}[200~`, `${ESC}[201~`, '5', '再').map(bytesOf),
);
const whole = fc.array(piece, { maxLength: 12 }).map((parts) => parts.flatMap((part) => [...part]));

describe('for any input', () => {
  it('the cuts do not matter', () => {
    fc.assert(
      fc.property(whole, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (bytes, sizes) => {
        const chunks: Uint8Array[] = [];
        for (let from = 0, index = 0; from < bytes.length; index += 1) {
          const size = sizes[index % sizes.length] ?? 1;
          chunks.push(Uint8Array.from(bytes.slice(from, from + size)));
          from += size;
        }
        const together = read([Uint8Array.from(bytes)]);
        const apart = read(chunks);
        expect(apart).toEqual(together);
      }),
    );
  });

  it('replies of the terminal press no key, and the key behind them counts', () => {
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1 }), (all) => {
        const { tokens } = read([...all, bytesOf(`${ESC}[B`)]);
        expect([...readKeys(tokens, () => 'menu', false)]).toEqual([{ id: 'down' }]);
      }),
    );
  });

  it('nothing makes it deaf: with time, Enter is Enter again', () => {
    fc.assert(
      fc.property(whole, (bytes) => {
        const { state } = rest(read([Uint8Array.from(bytes)]));
        const { tokens } = read([bytesOf('\r')], state);
        expect(tokens.at(-1)).toMatchObject({ type: 'characters' });
        expect(tokens.map((token) => (token.type === 'characters' ? token.text : '')).join('')).toMatch(/\r$/);
      }),
    );
  });
});
