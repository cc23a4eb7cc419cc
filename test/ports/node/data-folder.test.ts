import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDataFolder } from '../../../src/ports/node/data-folder.ts';
import { fakeTrust } from '../../fakes/trust.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

const { signal } = new AbortController();

describe('the data folder', () => {
  it('gives back what was put there, with its path, and leaves nothing else', async () => {
    const data = createDataFolder(folder, { trust: fakeTrust() });
    const path = join(folder, 'exports', 'a.txt');
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x0d, 0x00);
    expect(await data.replace('exports/a.txt', bytes, signal)).toEqual({ ok: true, value: { path } });
    expect(await data.read('exports/a.txt', signal)).toEqual({
      ok: true,
      value: { path, bytes: Buffer.from(bytes), doubt: null },
    });
    expect(readdirSync(join(folder, 'exports'))).toEqual(['a.txt']);
  });

  it('puts a new file beside what is there, never over it, in a place that is asked for', async () => {
    const stick = { id: 'stick', path: join(folder, 'stick') } as const;
    const data = createDataFolder(join(folder, 'data'), { trust: fakeTrust(), others: [stick] });
    const exports = join(folder, 'data', 'exports');
    expect(data.places).toEqual([stick, { id: 'data', path: exports }]);
    const save = (place: (typeof data.places)[number], name: string, byte: number) =>
      data.saveNew(place, name, Uint8Array.of(byte), signal);
    const [, own = stick] = data.places;
    expect(await save(own, 'a.txt', 1)).toEqual({ ok: true, value: { path: join(exports, 'a.txt') } });
    expect(await save(own, 'a.txt', 2)).toEqual({ ok: true, value: { path: join(exports, 'a-2.txt') } });
    expect(await save(own, 'a.txt', 3)).toEqual({ ok: true, value: { path: join(exports, 'a-3.txt') } });
    expect([...readFileSync(join(exports, 'a.txt'))]).toEqual([1]);
    // A stick that was taken out is not made up for by a folder.
    expect(await save(stick, 'a.txt', 1)).toMatchObject({ ok: false, fault: { code: 'absent' } });
    mkdirSync(stick.path);
    expect(await save(stick, 'a.txt', 1)).toEqual({ ok: true, value: { path: join(stick.path, 'a.txt') } });
  });

  it('is written to for a moment, and nothing is left: in the folder above while it is not there', async () => {
    const at = (...path: readonly string[]) => createDataFolder(join(folder, ...path), { trust: fakeTrust() });
    expect(await at().tryWriting(signal)).toEqual({ ok: true, value: { isThere: true } });
    expect(await at('not', 'yet').tryWriting(signal)).toEqual({ ok: true, value: { isThere: false } });
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    expect(await at('file').tryWriting(signal)).toMatchObject({ ok: false });
    expect(await at('file', 'below').tryWriting(signal)).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('tells what is absent from what is a folder, by its path', async () => {
    const data = createDataFolder(folder, { trust: fakeTrust() });
    mkdirSync(join(folder, 'settings.json'));
    const path = join(folder, 'settings.json');
    expect(await data.read('settings.json', signal)).toMatchObject({
      ok: false,
      fault: { code: 'unreadable', headline: expect.stringContaining(path) as unknown },
    });
    expect(await data.read('none/a.json', signal)).toMatchObject({ ok: false, fault: { code: 'absent' } });
  });
});
