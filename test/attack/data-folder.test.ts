import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../src/settings/data-files.ts';
import { temporaryFolder } from '../e2e/built.ts';
import { doors, type Door } from './doors.ts';
import { endOf } from './ended.ts';
import { plant, plants, type Plant } from './planted.ts';
import { tried } from './tried.ts';

type DataFile = (typeof dataFiles)[keyof typeof dataFiles];

/** The names in the data folder, and one in its folder of notices. */
const names: readonly { readonly path: string; readonly file: DataFile | 'notice' }[] = [
  ...Object.values(dataFiles).map((file) => ({ path: file.name, file })),
  { path: join(dataFiles.notices.name, 'planted.json'), file: 'notice' },
];

/** Whether a door cannot do its work with this under a name of the data folder, and has to say so. */
function mustRefuse(door: Door, { file }: (typeof names)[number], what: Plant): boolean {
  // What a site wrote may be a link; what this one leads to is no file of ours.
  if (file === 'notice' || file.by !== 'console') return file === 'notice' || file.kind === 'file' || !isFolder(what);
  // Nothing is asked of it: what is no such folder is not used.
  if (file === dataFiles.temp) return false;
  if (file.kind === 'folder') return door.exports && what !== 'folder';
  if (file === dataFiles.lock) return door.acts && what !== 'file' && what !== 'hard link';
  if (file === dataFiles.journal && what === 'hard link') return door.acts;
  return what !== 'file' && what !== 'hard link';
}

function isFolder(what: Plant): boolean {
  return what === 'folder' || what === 'link to a folder';
}

/** Plants one thing under one name and walks through one door. */
async function attack(door: Door, name: (typeof names)[number], what: Plant): Promise<void> {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const outside = join(folder.path, 'outside');
  mkdirSync(dataDir);
  mkdirSync(outside);
  const path = join(dataDir, name.path);
  const planted = plant(what, path, outside);
  const end = await endOf(door.args(dataDir, outside));
  expect(planted.harm()).toBeNull();
  if ('noEnd' in end) throw new Error(`no end (${end.noEnd}): ${end.stderr}`);
  const { exitCode, stdout, stderr } = end;
  // A monitor's line names no folder.
  const refused = { ends: [door.nagios ? 3 : 64], names: door.nagios ? basename(path) : path };
  const expected = door.tolerant
    ? { ends: [3, 64], names: '' }
    : mustRefuse(door, name, what)
      ? refused
      : { ends: [0, 1], names: '' };
  expect(expected.ends).toContain(exitCode);
  expect(`${stdout}${stderr}`).toContain(expected.names);
  expect(door.nagios && stdout.includes(dataDir)).toBe(false);
}

/**
 * These go through every name; the others, which open the data folder in the same way, through one name for each thing
 * planted.
 */
const thorough: ReadonlySet<string> = new Set(['check --json', 'report sent --elsewhere']);

describe.concurrent.each(doors)('$name', (door) => {
  const kinds = Object.keys(plants) as Plant[];
  it.for(kinds)('with a planted %s', async (what, context) => {
    const turn = kinds.indexOf(what) + doors.indexOf(door);
    const chosen = thorough.has(door.name)
      ? names
      : names.filter(({ file }, at) => at === turn % names.length || (door.exports && file === dataFiles.exports));
    tried(context, door.name, what, chosen.length);
    const failures: string[] = [];
    for (const name of chosen)
      await attack(door, name, what).catch((error: unknown) => failures.push(`${name.path}: ${String(error)}`));
    expect(failures).toEqual([]);
  });
});
