import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSharedFolder } from '../../../src/ports/windows/folder-rights.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'oqs-rights-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Makes the folder where icacls ends with this code; gives what it said, and what was started. */
function make(folder: string, exitCode: number | null = 0) {
  const started: (readonly [string, readonly string[]])[] = [];
  const done = makeSharedFolder(folder, { SystemRoot: 'D:\\Windows' }, (file, args) => {
    started.push([file, args]);
    return exitCode;
  });
  return { done, started };
}

describe('the data folder of all users', () => {
  it('is made with rights of its own, by SID', () => {
    const folder = join(parent, 'oqs-console');
    const grants = ['*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F', '*S-1-3-4:(OI)(CI)F', '*S-1-5-32-545:(OI)(CI)RX'];
    expect(make(folder)).toEqual({
      done: true,
      started: [['D:\\Windows\\System32\\icacls.exe', [folder, '/inheritance:r', '/grant:r', ...grants]]],
    });
    expect(existsSync(folder)).toBe(true);
  });

  it('is left as it is where it is there, whoever made it', () => {
    expect(make(parent)).toEqual({ done: true, started: [] });
  });

  it('is not made where it cannot be: whoever writes finds out', () => {
    writeFileSync(join(parent, 'file'), '');
    expect(make(join(parent, 'file', 'oqs-console'))).toEqual({ done: true, started: [] });
    expect(make(join(parent, 'none', 'oqs-console'))).toEqual({ done: true, started: [] });
  });

  it.each([5, null])('says where it could not be given them: %s', (exitCode) => {
    mkdirSync(join(parent, 'ProgramData'));
    expect(make(join(parent, 'ProgramData', 'oqs-console'), exitCode).done).toBe(false);
  });
});
