import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { envelopeSchema, plainEnvelope } from '../../src/journal/entry.ts';
import { chain, hashOf } from './build.ts';

const boot = { uptimeSeconds: 480, record: 7 };
const plain = { at: '2026-01-20T08:10:00+09:00', seq: 2, prev: hashOf(''), notice: 'n', boot, event: 'support-called' };

/** What a field may hold that is right, nearly right, or nothing of the kind. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    '',
    [],
    {},
    Infinity,
    Number.NaN,
    -0,
    0,
    1,
    1.5,
    1e9,
    1e9 + 1,
    2 ** 53,
  ),
  fc.double(),
  fc.integer(),
  fc.string(),
  fc.array(fc.constant(hashOf('')), { maxLength: 2 }),
  fc.constantFrom(
    '2026-02-29T00:00:00Z',
    '2024-02-29T23:59:59.5-23:59',
    '2026-01-20T08:10+09:00',
    '2026-01-20 08:10:00Z',
  ),
  fc.constantFrom(hashOf('a'), hashOf('a').toUpperCase(), `${hashOf('a')}\n`),
);
const oddBoot = fc.record({ uptimeSeconds: odd, record: odd, more: odd }, { requiredKeys: [] });
const changes = fc.record(
  { at: odd, seq: odd, prev: odd, notice: odd, boot: fc.oneof(odd, oddBoot), event: odd, tear: odd },
  { requiredKeys: [] },
);

it('judges an envelope as the schema does, or leaves it to that', () => {
  const envelope = fc.oneof(
    odd,
    changes.map((changed) => ({ ...plain, ...changed })),
  );
  expect(
    fc.check(
      fc.property(envelope, (json) => {
        const found = plainEnvelope(json);
        return found === null || isDeepStrictEqual(envelopeSchema.safeParse(json).data, found);
      }),
      { numRuns: 5_000 },
    ),
  ).toMatchObject({ failed: false });
});

it('judges an envelope as the console writes it', () => {
  const written = chain(4).map((line): unknown => JSON.parse(line));
  const unmarked = { ...plain, boot: undefined };
  const unknown = { ...plain, boot: { uptimeSeconds: 480, record: null } };
  for (const json of [plain, unmarked, unknown, { ...plain, notice: undefined }, { ...plain, prev: null }, ...written])
    expect(envelopeSchema.safeParse(json)).toEqual({ success: true, data: plainEnvelope(json) });
});
