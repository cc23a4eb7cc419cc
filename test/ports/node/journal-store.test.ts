import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/journal/journal.ts';
import { createJournalStore, takeUpJournal } from '../../../src/ports/node/journal-store.ts';
import { storeFault } from '../../../src/ports/node/file-faults.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

let root = '';
let dataDir = '';

beforeEach(() => {
  root = temporaryFolder();
  dataDir = join(root, 'deep', 'oqs-console');
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function codeOf(code: string): Error {
  return Object.assign(new Error('refused'), { code });
}

describe('createJournalStore', () => {
  it('makes nothing by reading', async () => {
    const store = createJournalStore(dataDir);
    expect(await store.read()).toEqual({ ok: true, value: { journal: null, head: null } });
    expect(await readdir(root)).toEqual([]);
    expect(store.path).toBe(join(dataDir, 'journal.jsonl'));
  });

  it('appends, replaces the head, and leaves no other files', async () => {
    const store = createJournalStore(dataDir);
    expect(await store.append(bytes('one\n'))).toMatchObject({ ok: true });
    const both = await store.append(bytes('two\n'));
    expect(both.ok && Buffer.from(both.value).toString()).toBe('one\ntwo\n');
    await store.replaceHead(bytes('first'));
    expect(await store.replaceHead(bytes('second'))).toEqual({ ok: true, value: null });
    expect(await readFile(store.path, 'utf8')).toBe('one\ntwo\n');
    expect(await readFile(join(dataDir, 'journal.head'), 'utf8')).toBe('second');
    expect((await readdir(dataDir)).toSorted()).toEqual(['journal.head', 'journal.jsonl']);
  });

  it('tells at a glance who holds the lock and whether the journal has grown, and writes nothing for it', async () => {
    const store = createJournalStore(dataDir);
    expect(await store.livingLock()).toBeNull();
    expect(await store.stamp()).toBe('');
    expect(await readdir(root)).toEqual([]);
    await store.acquireLock();
    await store.append(bytes('one\n'));
    expect(store.lockToken()).not.toBeNull();
    expect(await store.livingLock()).toBe(store.lockToken());
    const looker = createJournalStore(dataDir);
    const stamp = await looker.stamp();
    expect(await looker.stamp()).toBe(stamp);
    await store.append(bytes('two\n'));
    expect(await looker.stamp()).not.toBe(stamp);
    await store.releaseLock();
    expect(await looker.livingLock()).toBeNull();
  });

  it('does under its lock what was asked for before it is given up, and leaves no lock behind', async () => {
    const store = createJournalStore(dataDir);
    await store.acquireLock();
    const [asked] = await Promise.all([store.holdLock(), store.releaseLock(), store.holdLock()]);
    expect(asked).toEqual({ ok: true, value: { held: true } });
    expect(await store.holdLock()).toEqual({ ok: true, value: null });
    expect(await readdir(dataDir)).not.toContain('console.lock');
  });

  it('tells nothing at a glance where there are folders in the place of its files', async () => {
    await mkdir(join(dataDir, 'console.lock'), { recursive: true });
    expect(await createJournalStore(dataDir).livingLock()).toBeNull();
    expect(await createJournalStore(join(dataDir, 'console.lock', 'x'.repeat(300))).stamp()).toBeNull();
  });

  it('reads back what a journal wrote, in a later run', async () => {
    const options = { clock: { now: () => Date.now() }, offsetMinutes: 540, noticeId: 'n' };
    const first = await openJournal({ ...options, store: createJournalStore(dataDir) });
    if (!first.ok) throw new Error('cannot open');
    const { value: journal } = first;
    await Promise.all([1, 2, 3].map(() => journal.append({ event: 'support-called' })));
    const later = await openJournal({ ...options, store: createJournalStore(dataDir) });
    expect(later.ok && later.value.reading()).toMatchObject({ state: 'intact', entries: { length: 3 } });
  });

  it('never shows a looking console more than a power cut would, while another one writes', async () => {
    const options = { clock: { now: () => Date.now() }, offsetMinutes: 540, noticeId: 'n' };
    const writer = await openJournal({ ...options, store: createJournalStore(dataDir) });
    const looker = await openJournal({ ...options, store: createJournalStore(dataDir) });
    if (!writer.ok || !looker.ok) throw new Error('cannot open');
    await writer.value.append({ event: 'support-called' });
    const writing = Array.from({ length: 30 }, () => writer.value.append({ event: 'support-called' }));
    for (const write of writing) {
      const seen = await Promise.all([looker.value.refresh(), looker.value.refresh(), write]);
      for (const reading of seen) expect(['intact', 'torn']).toContain(reading.ok && reading.value.state);
    }
    expect(await looker.value.refresh()).toMatchObject({ value: { state: 'intact', entries: { length: 31 } } });
  });

  it('names a folder in the place of a file', async () => {
    await mkdir(join(dataDir, 'journal.jsonl'), { recursive: true });
    const store = createJournalStore(dataDir);
    const named = { ok: false, fault: { code: 'unreadable', headline: expect.stringContaining(store.path) } };
    expect(await store.read()).toMatchObject(named);
    expect(await store.append(bytes('x'))).toMatchObject(named);
  });

  it('names a file in the place of the folder', async () => {
    await writeFile(join(root, 'deep'), 'a file');
    const store = createJournalStore(dataDir);
    expect(await store.append(bytes('x'))).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
    expect(await store.replaceHead(bytes('x'))).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
    expect(await store.acquireLock()).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });

  it.each([
    ['ENOSPC', 'failed', '空きがない'],
    ['EROFS', 'denied', '読み取り専用'],
    ['ETIMEDOUT', 'timed-out', '答えがない'],
  ])('says what %s means', (code, faultCode, words) => {
    const error = Object.assign(new Error(code), { code });
    expect(storeFault(error, 'write', 'journal.jsonl')).toMatchObject({
      code: faultCode,
      headline: expect.stringContaining(words),
    });
  });

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)('says that rights are missing', async () => {
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o500);
    expect(await createJournalStore(dataDir).append(bytes('x'))).toMatchObject({
      ok: false,
      fault: { code: 'denied' },
    });
    await chmod(dataDir, 0o700);
  });
});

describe('storeFault', () => {
  it.each([
    ['EACCES', 'denied', '権限'],
    ['EPERM', 'denied', '権限'],
    ['EROFS', 'denied', '読み取り専用'],
    ['ENOSPC', 'failed', '空き'],
    ['EBUSY', 'busy', '使っている'],
    ['EISDIR', 'unreadable', 'フォルダ'],
    ['EEXIST', 'unreadable', 'フォルダ'],
    ['ENOENT', 'absent', 'なくなりました'],
    ['EIO', 'failed', 'EIO'],
    ['toString', 'failed', 'toString'],
  ])('puts %s in words', (code, faultCode, words) => {
    const { code: given, headline, tryNext } = storeFault(codeOf(code), 'write', '/data/journal.jsonl');
    expect(given).toBe(faultCode);
    expect(headline).toContain(words);
    expect(headline).toContain('/data/journal.jsonl');
    expect(tryNext).not.toBe('');
  });
});

describe('the journal of another folder', () => {
  const at = (...names: readonly string[]): string => join(root, ...names);
  const take = async () => takeUpJournal(at('shared'), at('own'));
  beforeEach(() => mkdirSync(at('shared')));

  function earlierWork(): void {
    writeFileSync(at('shared', 'journal.jsonl'), '{"seq":1}\n{"seq":2}\n');
    writeFileSync(at('shared', 'journal.head'), '{"seq":2}');
  }

  it('is taken up as it is where there is none, and stays where it was', async () => {
    earlierWork();
    expect(await take()).toBe('taken-up');
    for (const folder of ['shared', 'own'])
      expect(readdirSync(at(folder)).toSorted()).toEqual(['journal.head', 'journal.jsonl']);
    expect(readFileSync(at('own', 'journal.jsonl'), 'utf8')).toBe('{"seq":1}\n{"seq":2}\n');
    expect(readFileSync(at('own', 'journal.head'), 'utf8')).toBe('{"seq":2}');
  });

  it('is taken up anew where the power went before it was there', async () => {
    earlierWork();
    mkdirSync(at('own'));
    writeFileSync(at('own', 'journal.head'), '{"seq":1}');
    expect(await take()).toBe('taken-up');
    expect(readFileSync(at('own', 'journal.head'), 'utf8')).toBe('{"seq":2}');
  });

  it('changes nothing of a journal that is there', async () => {
    earlierWork();
    mkdirSync(at('own'));
    writeFileSync(at('own', 'journal.jsonl'), 'own\n');
    expect(await take()).toBe('none');
    expect(readdirSync(at('own'))).toEqual(['journal.jsonl']);
    expect(readFileSync(at('own', 'journal.jsonl'), 'utf8')).toBe('own\n');
  });

  it.each([
    ['there is no folder', () => rmSync(at('shared'), { recursive: true })],
    ['there is none', () => undefined],
    ['it has no line', () => writeFileSync(at('shared', 'journal.jsonl'), '')],
  ])('is none to take up where %s, and makes nothing', async (_, stands) => {
    stands();
    expect(await take()).toBe('none');
    expect(readdirSync(root)).not.toContain('own');
  });

  it('is left where it cannot be read, or is a link', async () => {
    mkdirSync(at('shared', 'journal.jsonl'));
    expect(await take()).toBe('left');
    rmSync(at('shared'), { recursive: true });
    mkdirSync(at('shared'));
    writeFileSync(at('other'), '{"seq":1}\n');
    symlinkSync(at('other'), at('shared', 'journal.jsonl'));
    expect(await take()).toBe('left');
    expect(readdirSync(root)).not.toContain('own');
  });
});
