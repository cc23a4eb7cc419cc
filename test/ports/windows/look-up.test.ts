import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressesOf, isConnectable } from '../../../src/ports/windows/look-up.ts';

async function listening(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

describe('addressesOf', () => {
  it('gives the addresses of a name', async () => {
    expect(await addressesOf('localhost')).not.toEqual([]);
  });

  it('gives none for a name that nobody has', async () => {
    expect(await addressesOf('no-such-host.invalid')).toEqual([]);
  });

  it('gives none where no answer comes in time', async () => {
    const silent = () => new Promise<never>(() => undefined);
    expect(await addressesOf('localhost', { limitMs: 1, resolver: silent })).toEqual([]);
  });

  it.each(['EAI_AGAIN', 'ENODATA'])('gives none where the name server fails: %s', async (code) => {
    const failing = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await addressesOf('localhost', { resolver: failing })).toEqual([]);
  });

  it('does not take a fault of its own for a missing name', async () => {
    const failing = () => Promise.reject(Object.assign(new Error('EMFILE'), { code: 'EMFILE' }));
    await expect(addressesOf('localhost', { resolver: failing })).rejects.toThrow('EMFILE');
  });
});

describe('isConnectable', () => {
  it('tells that something answers, and that nothing does', async () => {
    let port: number;
    {
      await using server = await listening();
      ({ port } = server);
      expect(await isConnectable('127.0.0.1', port)).toBe(true);
    }
    expect(await isConnectable('127.0.0.1', port)).toBe(false);
  });

  it('is no connection where the name has no address', async () => {
    expect(await isConnectable('no-such-host.invalid', 8080)).toBe(false);
  });
});
