import * as fc from 'fast-check';

/**
 * JSON that parses and is nearly right: fields of a seed lost, renamed, put elsewhere, or with a value that nobody
 * expects.
 */
export function nearlyJson(seeds: readonly unknown[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const change = fc.record({
    kind: fc.constantFrom('replace', 'drop', 'rename', 'repeat', 'move'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    from: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    value: fc.oneof(fc.constantFrom<unknown>(...oddValues), fc.jsonValue({ maxDepth: 2 })),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([seed, changes]) => {
      const value = changes.reduce(changed, seed);
      return Uint8Array.from(Buffer.from(JSON.stringify(value) ?? 'null'));
    });
}

interface Change {
  readonly kind: 'replace' | 'drop' | 'rename' | 'repeat' | 'move';
  /** Which of the value's parts, from the first (0) to the last (1), counted in the order in which they stand. */
  readonly at: number;
  readonly from: number;
  readonly value: unknown;
}

function changed(root: unknown, { kind, at, from, value }: Change): unknown {
  const paths = [...pathsIn(root)];
  const path = paths[Math.floor(at * paths.length)] ?? [];
  switch (kind) {
    case 'replace':
      return withPart(root, path, () => [value]);
    case 'drop':
      return withPart(root, path, () => []);
    case 'repeat':
      return withPart(root, path, (part) => [part, part]);
    case 'rename':
      return withPart(root, path, (part) => [{ [typeof value === 'string' ? value : 'x']: part }]);
    case 'move': {
      const other = paths[Math.floor(from * paths.length)] ?? [];
      return withPart(root, path, () => [partAt(root, other)]);
    }
  }
}

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* pathsIn(part, [...path, key]);
}

function partAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => entriesOf(part).find(([name]) => name === key)?.[1], value);
}

/** The value with other parts in one place: none, one or, in a list, more. */
function withPart(value: unknown, path: Path, parts: (part: unknown) => readonly unknown[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return parts(value)[0];
  const entries = entriesOf(value).flatMap(([name, part]) => {
    if (name !== key) return [[name, part] as const];
    const put = rest.length === 0 ? parts(part) : [withPart(part, rest, parts)];
    return put.map((each) => [name, each] as const);
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\0',
  '\n',
  '\u001B[31m',
  'a'.repeat(10_000),
  '日本語',
  '\uD800',
  '__proto__',
  '2026-02-30',
  '2026-01-20',
  '0000-01-01',
  '9999-12-31',
  '2026-01-20T25:00:00+09:00',
  '2026-01-20T08:10:00Z',
  '24:00',
  '00:00',
  'Asia/Tokyo',
  'Mars/Olympus',
  '5.1',
  '5.1.0.0.0',
  'C:\\OQS\\Face\\a',
  'https://example.test/',
  [],
  {},
  [[]],
];
