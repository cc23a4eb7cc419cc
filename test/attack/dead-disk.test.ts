import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MAIN, temporaryFolder } from '../e2e/built.ts';
import { deadDisk, needsFuse } from '../harness/dead-disk.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { doors, type Door } from './doors.ts';
import { endOf, STOPS_WITHIN_MS } from './ended.ts';
import { tried } from './tried.ts';

/** A dead disk of its own: whoever waits for one may hold up others in the kernel, where no signal reaches them. */
function ownDisk(): AsyncDisposable & { readonly path: string | null; readonly folder: string } {
  const folder = temporaryFolder();
  const disk = deadDisk(folder.path);
  return {
    path: disk?.path ?? null,
    folder: folder.path,
    async [Symbol.asyncDispose]() {
      disk?.[Symbol.dispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** The console waits 20 s for a disk; the rest is for its start and its end. */
const GIVEN_UP_WITHIN_MS = 40_000;

/** Walks through a door behind which no disk answers; null where there is no such disk here. */
async function endOn(door: Door, limitMs: number): Promise<Awaited<ReturnType<typeof endOf>> | null> {
  await using disk = ownDisk();
  return disk.path === null ? null : await endOf(door.args(disk.path, disk.folder), limitMs);
}

describe('a data folder on a disk that never answers', () => {
  // All at once: each does nothing but wait.
  const ends = new Map<string, ReturnType<typeof endOn>>();
  beforeAll(() => {
    for (const door of doors) ends.set(door.name, endOn(door, GIVEN_UP_WITHIN_MS));
  });

  it.for(doors)('$name ends by itself, and says so', async (door, context) => {
    const end = await ends.get(door.name);
    if (end === null || end === undefined) return context.skip(needsFuse);
    tried(context, door.name, 'dead disk');
    expect(end).toMatchObject({ exitCode: door.nagios ? 3 : 64 });
    expect(`${end.stdout}${end.stderr}`).toMatch(/ディスクから答えがない|制限時間/);
  });

  it('check keeps the limit that it was given', async (context) => {
    await using disk = ownDisk();
    if (disk.path === null) return context.skip(needsFuse);
    tried(context, 'check', 'dead disk, --timeout');
    const args = ['check', '--timeout', '1', '--simulate', 'already-current', '--data-dir', disk.path];
    expect(await endOf(args, 10_000)).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('制限時間') });
  });

  it.for(
    doors.filter(({ name }) =>
      ['check --json', 'check --nagios', 'report sent --elsewhere', 'selftest --json'].includes(name),
    ),
  )('$name ends within a second of being told to, and leaves nothing running', async (door, context) => {
    await using disk = ownDisk();
    const { path } = disk;
    if (path === null) return context.skip(needsFuse);
    tried(context, door.name, 'dead disk, SIGTERM');
    expect(await endOf(door.args(path, disk.folder), 2_000)).toMatchObject({ noEnd: 'late' });
    await vi.waitFor(() => expect(programsThatName(path)).toEqual([]), 5_000);
  });
});

/** The command lines of all programs that name a path. */
function programsThatName(path: string): readonly string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(commandLine).filter((line) => line.includes(path));
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

function openOn(dataDir: string, workdir: string): PtyProgram {
  const args = [MAIN, '--simulate', 'already-current', '--workdir', workdir, '--data-dir', dataDir];
  return startInPty(process.execPath, args, { columns: 80, rows: 24 });
}

const ways: readonly (readonly [string, number, (program: PtyProgram) => void])[] = [
  ['Ctrl+C', 0, (program) => program.press('ctrl-c')],
  ['SIGINT', 130, (program) => program.kill('SIGINT')],
  ['SIGTERM', 143, (program) => program.kill('SIGTERM')],
];

describe('the console on a disk that never answers', () => {
  it.for(ways)('ends within a second after %s', async ([name, exitCode, leave], context) => {
    await using disk = ownDisk();
    if (disk.path === null) return context.skip(needsFuse);
    tried(context, 'console', `dead disk, ${name}`);
    await using program = openOn(disk.path, join(disk.folder, 'terminal'));
    // It has taken the terminal, and reads its files.
    await program.waitFor(() => program.terminal.alternate);
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500);
    });
    leave(program);
    expect(await program.waitForExit({ timeout: STOPS_WITHIN_MS })).toMatchObject({ exitCode });
    expect(program.terminal.alternate).toBe(false);
  });
});
