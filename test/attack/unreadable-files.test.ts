import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  lchownSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../e2e/built.ts';
import { EXAMPLE, OTHER_USER, isRoot } from './other-user.ts';
import { tried } from './tried.ts';

interface Answer {
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

function answerIn({ stdout }: { readonly stdout: string }): Answer {
  return JSON.parse(stdout) as Answer;
}

/** What cannot even be read as a file of the site's. */
const unreadable = {
  'bytes that are no text': (path) => writeFileSync(path, '{"a":"\0\0\0"}', { mode: 0o644 }),
  'too large': (path) => {
    writeFileSync(path, '', { mode: 0o644 });
    truncateSync(path, 5_000_000);
  },
  pipe: (path) => {
    execFileSync('mkfifo', [path]);
    chmodSync(path, 0o644);
  },
  'link to nothing': (path) => symlinkSync(`${path}.none`, path),
  'link to a file without an end': (path) => symlinkSync('/proc/self/pagemap', path),
  folder: (path) => mkdirSync(path, { mode: 0o755 }),
} satisfies Readonly<Record<string, (path: string) => void>>;
const places = ['settings.json', 'guide.json', 'clinic.json', 'notices/n.json'] as const;
const cases = places.flatMap((place) => Object.entries(unreadable).map(([what, put]) => [place, what, put] as const));

describe.skipIf(!isRoot)('what is no file that could be read', () => {
  function planted(place: string, put: (path: string) => void) {
    const folder = temporaryFolder();
    mkdirSync(join(folder.path, 'notices'), { mode: 0o755 });
    const path = join(folder.path, place);
    put(path);
    const check = async () => run('check', '--json', '--simulate', 'already-current', '--data-dir', folder.path);
    return { path, check, [Symbol.dispose]: () => folder[Symbol.dispose]() };
  }

  it.concurrent.for(cases)('%s, %s: of another user ends no check, and is named', async ([place, , put], context) => {
    tried(context, place, 'unreadable, of another user');
    using site = planted(place, put);
    lchownSync(site.path, OTHER_USER, OTHER_USER);
    const ended = await site.check();
    expect(ended.exitCode).not.toBe(64);
    expect(answerIn(ended).problems.map(({ file }) => file)).toEqual([site.path]);
  });

  it.concurrent.for(cases)('%s, %s: one’s own is an error', async ([place, , put], context) => {
    tried(context, place, 'unreadable, one’s own');
    using site = planted(place, put);
    const ended = await site.check();
    expect([ended.exitCode, ended.stdout.includes(site.path)]).toEqual([64, true]);
    // Not only after the patience for a disk that does not answer.
    expect(ended.stdout).not.toContain('timed-out');
  });
});

describe('more than anybody has', () => {
  function withNotices(count: number, owner: number | null) {
    const folder = temporaryFolder();
    const notices = join(folder.path, 'notices');
    mkdirSync(notices, { mode: 0o755 });
    for (let at = 0; at < count; at += 1) {
      const path = join(notices, `n${String(at)}.json`);
      copyFileSync(EXAMPLE, path);
      chmodSync(path, 0o644);
      if (owner !== null) chownSync(path, owner, owner);
    }
    return { ...folder, path: folder.path, notices, [Symbol.dispose]: () => folder[Symbol.dispose]() };
  }
  const check = async (data: string) => run('check', '--json', '--simulate', 'already-current', '--data-dir', data);

  it('a hundred notices are read', async () => {
    using site = withNotices(100, null);
    expect((await check(site.path)).exitCode).not.toBe(64);
  });

  it('one more of one’s own is an error that says so', async () => {
    using site = withNotices(101, null);
    const { exitCode, stdout } = await check(site.path);
    expect(exitCode).toBe(64);
    expect(stdout).toContain('101');
    expect(stdout).toContain(site.notices);
  });

  it.skipIf(!isRoot)('thousands of another user are one problem, and one’s own still counts', async () => {
    using site = withNotices(3000, OTHER_USER);
    copyFileSync(EXAMPLE, join(site.notices, 'own.json'));
    chmodSync(join(site.notices, 'own.json'), 0o644);
    const ended = await check(site.path);
    expect(ended.exitCode).not.toBe(64);
    expect(answerIn(ended).problems.map(({ file }) => file)).toEqual([site.notices]);
    expect(answerIn(ended)).toMatchObject({ notice: { file: join(site.notices, 'own.json') } });
  });

  it('a journal larger than any is refused at once, by its size', async (context) => {
    tried(context, 'journal', 'too large');
    using folder = temporaryFolder();
    const journal = join(folder.path, 'journal.jsonl');
    writeFileSync(journal, '');
    truncateSync(journal, 3_000_000_000);
    const { exitCode, stdout } = await check(folder.path);
    expect(exitCode).toBe(64);
    expect(stdout).toContain('大きすぎる');
    expect(stdout).toContain(journal);
  });
});
