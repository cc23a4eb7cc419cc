import * as fc from 'fast-check';

/**
 * Bytes that are nearly right: one of the seeds, changed a few times. Each change is what happens to files (cut short,
 * zeros, bytes lost or doubled, two files run into one) or what a reader may trip over (`words`: its own keywords,
 * other encodings, huge numbers).
 */
export function nearly(
  seeds: readonly Uint8Array[],
  words: readonly string[] = [],
): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const seed = fc.constantFrom(...seeds);
  const word = fc.constantFrom(...hardWords, ...words).map((text) => Buffer.from(text));
  const inserted = fc.oneof(fc.uint8Array({ maxLength: 8 }), word, seed);
  const change: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 8 }) }, fc.nat({ max: 4_096 })),
    bytes: inserted,
  });
  return fc
    .tuple(seed, fc.array(change, { maxLength: 6 }))
    .map(([bytes, changes]) => Uint8Array.from(changes.reduce(changed, bytes)));
}

const kinds = ['cut-tail', 'remove', 'double', 'zeros', 'replace', 'insert', 'wide'] as const;

interface Change {
  readonly kind: (typeof kinds)[number];
  /** Where, from the first byte (0) to the last (1). */
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

function changed(before: Uint8Array, { kind, at, length, bytes }: Change): Uint8Array {
  const start = Math.floor(at * before.length);
  const [head, middle, tail] = [
    before.subarray(0, start),
    before.subarray(start, start + length),
    before.subarray(start + length),
  ];
  switch (kind) {
    case 'cut-tail':
      return head;
    case 'remove':
      return Buffer.concat([head, tail]);
    case 'double':
      return Buffer.concat([head, middle, middle, tail]);
    case 'zeros':
      return Buffer.concat([head, new Uint8Array(middle.length), tail]);
    case 'replace':
      return Buffer.concat([head, bytes, tail]);
    case 'insert':
      return Buffer.concat([head, bytes, middle, tail]);
    case 'wide':
      return Buffer.concat([head, Buffer.from(Buffer.from(middle).toString('latin1'), 'utf16le'), tail]);
  }
}

/** What readers of text trip over. */
const hardWords = [
  '',
  '\0',
  '\n',
  '\r',
  '\r\n',
  '\uFEFF',
  '\uFFFD',
  '"',
  ',',
  '\t',
  '{',
  '}',
  '[',
  ']',
  'null',
  'true',
  '""',
  '{}',
  '[]',
  '0',
  '-1',
  '-0',
  '1e999',
  '1e308',
  '0.1',
  '9007199254740993',
  '99999999999999999999',
  '2026-01-20T08:10:00+09:00',
  '0000-01-01',
  '2026-02-30',
  '9999-12-31T23:59:59+14:00',
  '5.1.0',
  '５．１．０',
  '0.0.0',
  '..',
  '2026.01.20',
  '__proto__',
  'constructor',
  '\\u0000',
  '\u001B[2J',
  '日本語',
  '\u{1F600}',
  'e\u0301',
];
