import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { createReader } from '../../src/journal/reader.ts';
import { bytesOf, chain, fileOf, headOf } from './build.ts';

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

it('reads whatever follows whatever as if it were read for the first time', () => {
  const cut = fc.nat({ max: whole.length }).map((length) => whole.slice(0, length));
  const changed = fc
    .tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))
    .map(([at, byte]) => whole.map((each, index) => (index === at ? byte : each)));
  const tail = fc.constantFrom(whole, bytesOf(`${lines.join('\n')}\n{"at`), bytesOf('\0\0'), null);
  fc.assert(
    fc.property(fc.array(fc.oneof(cut, changed, tail), { maxLength: 6 }), (journals) => {
      const read = createReader();
      for (const journal of journals) expect(read(journal, head)).toEqual(readJournal(journal, head));
    }),
  );
});
