import { describe, expect, it } from 'vitest';
import { NAMED_LINES } from '../../src/desk/bad-lines.ts';
import { createCollection, type Progress } from '../../src/desk/collection.ts';
import { deskReading as texts } from '../../src/desk/desk.ja.ts';
import { answer, standing } from './build.ts';
import { fakeFiles } from './fake-files.ts';

const { signal } = new AbortController();
const document = (name: string): string => JSON.stringify(answer({ clinic: { id: null }, terminal: { name } }));

async function collected(contents: Readonly<Record<string, string>>) {
  const map = new Map(Object.entries(contents));
  const { files, reads } = fakeFiles(map);
  const collection = createCollection(files);
  const progress: Progress[] = [];
  const refresh = async (again = false) => collection.refresh({ again, signal, onProgress: (at) => progress.push(at) });
  await refresh();
  return { map, reads, collection, refresh, progress };
}

describe('what is gathered', () => {
  it('is every document, by file and line', async () => {
    const { collection, progress } = await collected({
      'sakura/a.json': document('A'),
      'momiji/b.jsonl': `${document('B')}\n\n${document('C')}\n`,
    });
    const { entries, bad } = collection.gathered();
    const found = entries.map(({ clinic, terminal, source }) => ({ clinic, terminal, line: source.line }));
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { clinic: 'momiji', terminal: 'B', line: 1 },
        { clinic: 'momiji', terminal: 'C', line: 3 },
        { clinic: 'sakura', terminal: 'A', line: null },
      ]),
    );
    expect(bad).toEqual([]);
    expect(progress.at(0)).toEqual({ read: 0, found: 2 });
    expect(progress.at(-1)).toEqual({ read: 2, found: 2 });
  });

  it('names what it cannot use, with the line', async () => {
    const { collection } = await collected({
      'a.json': '',
      'b.jsonl': `${document('B')}\n{\n`,
      'c.json': '\0\u0001',
      'd.jsonl': '',
    });
    expect(collection.gathered().entries).toHaveLength(1);
    expect(
      new Map(collection.gathered().bad.map(({ source, reason }) => [`${source.path} ${String(source.line)}`, reason])),
    ).toEqual(
      new Map([
        ['a.json null', texts.empty],
        ['b.jsonl 2', texts.notJson],
        ['c.json null', texts.notText],
        ['d.jsonl null', texts.empty],
      ]),
    );
  });

  it('names the first bad lines of a file, and counts the rest', async () => {
    const lines = [...Array.from({ length: NAMED_LINES + 1_000 }, () => '{'), document('B')];
    const { collection } = await collected({ 'b.jsonl': lines.join('\n'), 'c.jsonl': '{\n' });
    const gathered = collection.gathered();
    const own = gathered.bad.filter(({ source }) => source.path === 'b.jsonl');
    expect(own.slice(0, -1).map(({ source }) => source.line)).toEqual(
      Array.from({ length: NAMED_LINES }, (_, index) => index + 1),
    );
    expect(own.at(-1)).toEqual({
      source: { path: 'b.jsonl', line: null },
      reason: texts.moreLines(NAMED_LINES, 1_000),
      lines: 1_000,
    });
    expect(gathered.entries.map(({ terminal }) => terminal)).toEqual(['B']);
    expect(standing(gathered).counts.bad).toBe(NAMED_LINES + 1_000 + 1);
  });

  it('does not try again what is too long, until it changes', async () => {
    const { files, reads } = fakeFiles(new Map([['b.jsonl', document('B')]]));
    const fault = { code: 'too-large', headline: '長すぎます', tryNext: '', guideId: null } as const;
    const collection = createCollection({
      ...files,
      async *lines(path, told) {
        yield* files.lines(path, told);
        yield { ok: false, fault };
      },
    });
    const refresh = async () => collection.refresh({ again: false, signal, onProgress: () => undefined });
    await refresh();
    expect(collection.gathered()).toMatchObject({ entries: [{ terminal: 'B' }], bad: [{ reason: '長すぎます' }] });
    expect(await refresh()).toEqual({ changed: false });
    expect(reads).toEqual(['b.jsonl']);
  });

  it('reads again only what changed, and forgets what has gone', async () => {
    const { map, reads, collection, refresh } = await collected({
      'a.json': document('A'),
      'b.json': document('B'),
    });
    reads.length = 0;
    expect(await refresh()).toEqual({ changed: false });
    expect(reads).toEqual([]);
    map.set('b.json', document('B2'));
    map.delete('a.json');
    expect(await refresh()).toEqual({ changed: true });
    expect(reads).toEqual(['b.json']);
    expect(collection.gathered().entries.map(({ terminal }) => terminal)).toEqual(['B2']);
  });

  it('tries again what could not be read, and says so only when it has changed', async () => {
    const map = new Map([
      ['a.json', document('A')],
      ['b.jsonl', document('B')],
    ]);
    const { files } = fakeFiles(map);
    const fault = { code: 'denied', headline: '読む権限がありません', tryNext: '', guideId: null } as const;
    let denied = true;
    const collection = createCollection({
      ...files,
      read: async (path, told) => (denied ? { ok: false, fault } : files.read(path, told)),
      async *lines(path, told) {
        if (denied) yield { ok: false, fault };
        else yield* files.lines(path, told);
      },
    });
    const found: number[] = [];
    const refresh = async () => collection.refresh({ again: false, signal, onProgress: (at) => found.push(at.found) });
    await refresh();
    expect(collection.gathered().bad).toHaveLength(2);
    found.length = 0;
    expect(await refresh()).toEqual({ changed: false });
    denied = false;
    expect(await refresh()).toEqual({ changed: true });
    expect(found).toEqual([0, 0]);
    expect(collection.gathered()).toMatchObject({ entries: [{ terminal: 'A' }, { terminal: 'B' }], bad: [] });
    expect(await refresh()).toEqual({ changed: false });
  });

  it('reads everything where that is asked for', async () => {
    const { reads, refresh } = await collected({ 'a.json': document('A'), 'b.json': document('B') });
    reads.length = 0;
    await refresh(true);
    expect(reads.toSorted()).toEqual(['a.json', 'b.json']);
  });

  it('is left as it was by a reading that is told to stop', async () => {
    const map = new Map([['a.json', document('A')]]);
    const collection = createCollection(fakeFiles(map).files);
    await collection.refresh({ again: false, signal: AbortSignal.abort(), onProgress: () => undefined });
    expect(collection.gathered()).toEqual({ entries: [], bad: [] });
  });
});
