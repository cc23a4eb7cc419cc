import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { allOf, standardInput } from '../../../src/ports/node/standard-input.ts';

const pieces = (...texts: readonly string[]): Readable => Readable.from(texts.map((text) => Buffer.from(text)));

describe('stdin in the place of a file', () => {
  it('is what another program gives, in whatever pieces', async () => {
    expect(Buffer.from(await allOf(standardInput(pieces('{"a"', ':', '1}')), 7)).toString()).toBe('{"a":1}');
    expect(await allOf(pieces(), 7)).toHaveLength(0);
  });

  it('may not be longer than a file may be', async () => {
    await expect(allOf(pieces('1234', '5678'), 7)).rejects.toMatchObject({ code: 'OQS_REFUSED_TOO-LARGE' });
  });

  it('is no keyboard', () => {
    const keyboard = Object.assign(pieces('typed'), { isTTY: true });
    expect(() => standardInput(keyboard)).toThrow(expect.objectContaining({ code: 'usage', where: '-' }));
  });
});
