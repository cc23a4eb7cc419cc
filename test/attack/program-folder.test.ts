import { chmodSync, chownSync, cpSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAIN, runProgram, temporaryFolder } from '../e2e/built.ts';
import { OTHER_USER, isRoot } from './other-user.ts';
import { tried } from './tried.ts';

/** What `check` of a copy of the program says is wrong with its folder. */
async function problemsOf(spoil: (folder: string) => void) {
  using folder = temporaryFolder();
  const program = join(folder.path, 'program');
  cpSync(dirname(MAIN), program, { recursive: true });
  spoil(program);
  const { exitCode, stdout } = await runProgram(join(program, 'main.js'), {}, ['check', '--json']);
  const { problems } = JSON.parse(stdout) as {
    readonly problems: readonly { readonly file: string; readonly reason: string }[];
  };
  return { exitCode, problems: problems.map(({ file, reason }) => [file === program, reason] as const) };
}

function aScriptIn(program: string): string {
  const [name] = readdirSync(join(program, 'powershell'));
  if (name === undefined) throw new Error('a program without scripts');
  return join(program, 'powershell', name);
}

describe.skipIf(!isRoot)('what is run and others may write', () => {
  it.concurrent.for<readonly [string, (folder: string) => void]>([
    ['its folder, by everybody', (folder) => chmodSync(folder, 0o777)],
    ['its folder, by its group', (folder) => chmodSync(folder, 0o775)],
    ['what starts it', (folder) => chmodSync(join(folder, 'main.js'), 0o666)],
    ['what the terminal runs for it', (folder) => chmodSync(join(folder, 'program.js'), 0o646)],
    ['its scripts', (folder) => chmodSync(join(folder, 'powershell'), 0o777)],
    ['one of its scripts', (folder) => chmodSync(aScriptIn(folder), 0o666)],
    ['a script that is of another user', (folder) => chownSync(aScriptIn(folder), OTHER_USER, OTHER_USER)],
    ['a part that is of another user', (folder) => chownSync(join(folder, 'call.js'), OTHER_USER, OTHER_USER)],
  ])('is told, with the way to mend it: %s', async ([what, spoil], context) => {
    tried(context, 'the program', what.includes('of another user') ? 'of another user' : 'others may write');
    const { exitCode, problems } = await problemsOf(spoil);
    expect(exitCode).toBe(1);
    expect(problems).toEqual([[true, expect.stringContaining('移してください')]]);
  });

  it.concurrent.for<readonly [string, (folder: string) => void]>([
    ['as it was built', () => undefined],
    ['as somebody else installed it', (folder) => chownSync(folder, OTHER_USER, OTHER_USER)],
  ])('is not: %s', async ([, spoil]) => {
    expect((await problemsOf(spoil)).problems).toEqual([]);
  });
});
