import process from 'node:process';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { nearly } from './mutate.ts';
import { nearlyJson } from './mutate-json.ts';
import { ownFileReaders } from './own-file-readers.ts';
import { terminalReaders } from './terminal-readers.ts';

/** How often, and from which seed: `npm run fuzz` runs for longer. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 300);
const seed = Number(process.env['FUZZ_SEED'] ?? Math.trunc(Math.random() * 0x7fff_ffff));
const DAY_MS = 24 * 3_600_000;

describe(`readers, on files that are nearly right (FUZZ_SEED=${String(seed)})`, () => {
  const slowest = new Map<string, number>();
  afterAll(() => {
    if (process.env['FUZZ_RUNS'] === undefined) return;
    for (const [name, ms] of slowest)
      process.stdout.write(`${name}: ${String(numRuns)} files, the slowest took ${ms.toFixed(1)} ms\n`);
  });

  it.each([...terminalReaders, ...ownFileReaders])(
    '$name: is read or refused, and nothing is made up',
    ({ name, seeds, words, isJson, read }) => {
      // The seeds themselves are right.
      for (const bytes of seeds) expect(() => read(bytes)).not.toThrow();
      const values = seeds.map((bytes): unknown =>
        isJson === true ? JSON.parse(new TextDecoder().decode(bytes)) : null,
      );
      const files = isJson === true ? fc.oneof(nearly(seeds, words), nearlyJson(values)) : nearly(seeds, words);
      const property = fc.property(files, (bytes) => {
        const began = performance.now();
        read(bytes);
        slowest.set(name, Math.max(slowest.get(name) ?? 0, performance.now() - began));
      });
      fc.assert(property, { numRuns, seed, reporter: report });
    },
    DAY_MS,
  );
});

/** The shrunk file as text and as bytes: the usual report prints every byte as a number of its own. */
function report(details: fc.RunDetails<[Uint8Array<ArrayBuffer>]>): void {
  if (!details.failed) return;
  const bytes = Buffer.from(details.counterexample?.[0] ?? []);
  const { errorInstance } = details;
  const reason = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : 'unknown';
  throw new Error(
    `${reason}\nafter ${String(details.numRuns)} files, seed ${String(details.seed)}, with\n${JSON.stringify(bytes.toString('utf8'))}\n${bytes.toString('base64')}`,
  );
}
