import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSharedFolder } from '../../../src/ports/windows/folder-rights.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

let parent: string;
beforeEach(() => {
  parent = temporaryFolder();
});

const ICACLS = 'D:\\Windows\\System32\\icacls.exe';

/** Makes the folder where icacls ends with this code, or does this; gives what came of it, and what was started. */
async function make(folder: string, icacls: (path: string) => number | null = () => 0) {
  const started: (readonly [string, readonly string[]])[] = [];
  const done = await makeSharedFolder(folder, { SystemRoot: 'D:\\Windows' }, (file, args) => {
    started.push([file, args]);
    return icacls(args[0] ?? '');
  });
  return { done, started };
}

describe('the data folder of all users', () => {
  const grants = [
    '*S-1-5-18:(OI)(CI)F',
    '*S-1-5-32-544:(OI)(CI)F',
    '*S-1-3-4:(OI)(CI)F',
    '*S-1-5-32-545:(OI)(CI)RX',
    '*S-1-5-11:(WD)',
  ];
  const grantsForUsers = ['/grant', '*S-1-5-11:(WD)', '*S-1-5-32-545:(OI)(IO)M'];

  it('is made with rights of its own, by SID, and with the folders that users can neither plant nor replace', async () => {
    const folder = join(parent, 'oqs-console');
    const { done, started } = await make(folder);
    const [unnamed = ''] = started[0]?.[1] ?? [];
    expect(unnamed).toMatch(/oqs-console-[0-9a-f-]{36}\.tmp$/);
    expect({ done, started }).toEqual({
      done: true,
      started: [
        [ICACLS, [unnamed, '/inheritance:r', '/grant:r', ...grants]],
        [ICACLS, [join(unnamed, 'exports'), ...grantsForUsers]],
        [ICACLS, [join(unnamed, 'temp'), ...grantsForUsers]],
      ],
    });
    expect(readdirSync(parent)).toEqual(['oqs-console']);
    expect(readdirSync(folder).toSorted()).toEqual(['exports', 'notices', 'temp']);
  });

  it('has its name only when it has its rights: a power cut in between leaves none without', async () => {
    const folder = join(parent, 'oqs-console');
    const seen: boolean[] = [];
    await make(folder, () => {
      seen.push(readdirSync(parent).includes('oqs-console'));
      return 0;
    });
    expect(seen).toEqual([false, false, false]);
  });

  it('is left as it is where it is there, whoever made it', async () => {
    expect(await make(parent)).toEqual({ done: true, started: [] });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('is not made where it cannot be: whoever writes finds out', async () => {
    writeFileSync(join(parent, 'file'), '');
    expect(await make(join(parent, 'file', 'oqs-console'))).toEqual({ done: true, started: [] });
    expect(await make(join(parent, 'none', 'oqs-console'))).toEqual({ done: true, started: [] });
    expect(readdirSync(parent)).toEqual(['file']);
  });

  it('is that of another console that made it meanwhile', async () => {
    const folder = join(parent, 'oqs-console');
    const { done } = await make(folder, () => {
      mkdirSync(join(folder, 'notices'), { recursive: true });
      return 0;
    });
    expect(done).toBe(true);
    expect(readdirSync(parent)).toEqual(['oqs-console']);
    expect(readdirSync(folder)).toEqual(['notices']);
  });

  it.each([
    ['not at all', '.tmp', 5],
    ['not at all, for icacls gives no answer', '.tmp', null],
    ['not in exports', 'exports', 5],
    ['not in temp', 'temp', null],
  ])('says where it could not be given them: %s', async (_, end, exitCode) => {
    const folder = join(parent, 'oqs-console');
    expect((await make(folder, (path) => (path.endsWith(end) ? exitCode : 0))).done).toBe(false);
    expect(readdirSync(parent)).toEqual(['oqs-console']);
  });
});
