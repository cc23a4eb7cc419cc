import * as fc from 'fast-check';
import { keyBytes } from '../../harness/key-bytes.ts';
import { characterKeys } from '../../../src/tui/keys.ts';

/** One thing that the monkey does, `later` milliseconds after the one before. */
export type Step =
  | { readonly kind: 'bytes'; readonly later: number; readonly bytes: Uint8Array }
  | { readonly kind: 'resize'; readonly later: number; readonly columns: number; readonly rows: number };

const ESC = '\u001B';
const encoder = new TextEncoder();

/** Keys as terminals send them, in their common and their rarer forms. */
const keys = fc.constantFrom(
  ...Object.values(keyBytes).filter((key) => key !== keyBytes['ctrl-c']),
  ...characterKeys,
  `${ESC}OA`,
  `${ESC}OM`,
  `${ESC}[1;5A`,
  `${ESC}[1~`,
  `${ESC}${ESC}`,
  `${ESC}x`,
  `${ESC}\r`,
  '\b',
  '\n',
);

/** What a terminal, a mouse or another program may send that is no key here; some of it is broken off. */
const noise = fc.constantFrom(
  `${ESC}OP`,
  `${ESC}[15~`,
  `${ESC}[M !!`,
  `${ESC}[<0;10;10M`,
  `${ESC}[I`,
  `${ESC}[O`,
  `${ESC}[?1;2c`,
  `${ESC}[12;40R`,
  `${ESC}]11;rgb:0000/0000/0000\u0007`,
  `${ESC}[`,
  `${ESC}[1;`,
  `${ESC}]0;`,
  `${ESC}P`,
  `${ESC}[200~`,
  `${ESC}[201~`,
  '\u0000',
  '\u009B',
);

/** The Japanese input method, and text as it is pasted: line ends in it, keys in it. */
const typed = fc.constantFrom(
  'ｍ',
  'あ',
  'さいきどう',
  '５．１．０',
  '9y',
  'ー。、・',
  'ｶﾞｷﾞ',
  'サンプルクリニック',
  '03-1234-5678',
  'C:\\実績.csv',
  '4\r\n\r\n',
  'one\ntwo\rthree\r',
  '\r\r\r\r',
  '👨‍👩‍👧‍👦กำ',
  'x'.repeat(2_000),
  `${ESC}[200~医院\r4\r0312345678\u001B[201~`,
);

/** Whole ways to an action in one piece of input: none of it may act. */
const hasty = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '5', '8', 's', 't'),
    fc.constantFrom('\r', '\r\r'),
    fc.constantFrom(keyBytes.right, keyBytes.down),
  )
  .map(([screen, enter, move]) => `${screen}${enter}${move}\r${move}\r`);

/**
 * UTF-8 that is cut in the middle, or none at all: a lone surrogate, an overlong form, a byte that never stands there.
 */
const broken = fc.constantFrom(
  [0xe3],
  [0xe3, 0x81],
  [0x81],
  [0xf0, 0x9f, 0x98],
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
);

const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0x1_ffff }), { minLength: 1, maxLength: 6 })
  .map((points) => String.fromCodePoint(...points));
const bytesOf = (text: string): Uint8Array => encoder.encode(text);
const chunk: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 10, arbitrary: keys.map(bytesOf) },
  {
    weight: 3,
    arbitrary: fc.array(keys, { minLength: 2, maxLength: 6 }).map((each) => bytesOf(each.join(''))),
  },
  { weight: 2, arbitrary: hasty.map(bytesOf) },
  { weight: 2, arbitrary: typed.map(bytesOf) },
  { weight: 2, arbitrary: noise.map(bytesOf) },
  { weight: 1, arbitrary: broken.map((each) => Uint8Array.from(each)) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: anyCharacters.map(bytesOf) },
);

const pause = fc.constantFrom(0, 1, 19, 20, 100, 299, 300, 1_000);
const bytesLater = (later: number, bytes: Uint8Array): Step => ({ kind: 'bytes', later, bytes });
const size = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom([80, 24], [60, 16], [79, 23], [1, 1], [2, 2]) },
  { weight: 6, arbitrary: fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 30 })) },
  { weight: 1, arbitrary: fc.constantFrom([120, 40], [300, 100]) },
);

/** To a screen, Enter, the other answer, Enter: patiently or not. This is what acts, where it may. */
const agreeing: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom('3', '4', '5', '8', 's', 't'), pause, pause, pause, pause)
  .map(([screen, ...pauses]) =>
    [screen, '\r', keyBytes.right, '\r'].map((key, index) => bytesLater(pauses[index] ?? 0, bytesOf(key))),
  );

const handful: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(pause, chunk).map(([later, bytes]) => [bytesLater(later, bytes)]) },
  { weight: 3, arbitrary: agreeing },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pause, size)
      .map(([later, [columns = 80, rows = 24]]): Step[] => [{ kind: 'resize', later, columns, rows }]),
  },
  { weight: 1, arbitrary: pause.map((later) => [bytesLater(later, bytesOf(keyBytes['ctrl-c']))]) },
);

/** What the monkey does to one console. */
export function steps(maxLength: number): fc.Arbitrary<readonly Step[]> {
  return fc.array(handful, { minLength: 1, maxLength }).map((parts) => parts.flat());
}

/** These pieces of input, each so many milliseconds after the one before. */
export function pieces(later: number, ...texts: readonly string[]): readonly Step[] {
  return texts.map((text) => bytesLater(later, bytesOf(text)));
}

/** Whether it holds the Enter key, in one of its two forms. */
export function holdsEnter(step: Step): boolean {
  if (step.kind === 'resize') return false;
  const text = new TextDecoder('latin1').decode(step.bytes);
  return text.includes('\r') || text.includes(`${ESC}OM`);
}

/** The steps as a reader of a failure sees them. */
export function inWords(all: readonly Step[]): string {
  return all
    .map((step) =>
      step.kind === 'resize'
        ? `+${String(step.later)} ms ${String(step.columns)}x${String(step.rows)}`
        : `+${String(step.later)} ms ${JSON.stringify(new TextDecoder('latin1').decode(step.bytes))}`,
    )
    .join('\n');
}
