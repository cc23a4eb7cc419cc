import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrowingFile } from '../../../src/ports/node/growing-file.ts';
import { temporaryFolder } from '../simulator/harness.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a file that grows', () => {
  it('is always as it is on the disk, whatever happens to it between two readings, and what was given before stays', async () => {
    const path = join(temporaryFolder(), 'file');
    const change = fc.oneof(
      fc.record({ append: fc.string({ maxLength: 40 }) }),
      fc.record({ replace: fc.string({ maxLength: 40 }) }),
      fc.record({ at: fc.nat(200), byte: fc.nat(255) }),
      fc.record({ cut: fc.nat(200) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        writeFileSync(path, 'first\n');
        const file = createGrowingFile(path, 1_000_000_000);
        const given: [Uint8Array, string][] = [];
        for (const each of [null, ...changes]) {
          const bytes = readFileSync(path);
          if (each === null) writeFileSync(path, 'first\nsecond\n');
          else if ('append' in each) appendFileSync(path, each.append, 'latin1');
          else if ('replace' in each) writeFileSync(path, each.replace, 'latin1');
          else if ('cut' in each) writeFileSync(path, bytes.subarray(0, each.cut));
          else if (bytes.length > 0)
            writeFileSync(path, bytes.fill(each.byte, each.at % bytes.length, (each.at % bytes.length) + 1));
          const now = await file.read();
          expect(text(now)).toBe(readFileSync(path, 'latin1'));
          given.push([now, text(now)]);
        }
        for (const [bytes, then] of given) expect(text(bytes)).toBe(then);
      }),
      { numRuns: 100 },
    );
  });

  it('takes what was appended without being read, far beyond the room that it had', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'a\n');
    const file = createGrowingFile(path, 1_000_000_000);
    const before = await file.read();
    const more = Buffer.alloc(300_000, 'b');
    appendFileSync(path, more);
    expect(text(file.appended(more))).toBe(`a\n${text(more)}`);
    expect(text(await file.read())).toBe(`a\n${text(more)}`);
    expect(text(before)).toBe('a\n');
  });

  it('is refused where it is larger than it may be', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '0123456789');
    const file = createGrowingFile(path, 10);
    expect(text(await file.read())).toBe('0123456789');
    appendFileSync(path, '!');
    await expect(file.read()).rejects.toMatchObject({ code: 'OQS_REFUSED_TOO-LARGE' });
  });

  it('that is not there rejects as the file system does', async () => {
    await expect(createGrowingFile(join(temporaryFolder(), 'none'), 1_000).read()).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
