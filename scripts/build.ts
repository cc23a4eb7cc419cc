import { cp, readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Metafile } from 'esbuild';
import type { Part } from '../src/ports/node/start-up.ts';
import { bundle, bundleEntry } from './bundle.ts';

const POWERSHELL = 'src/ports/windows/powershell';

/** What every program loads when it is first needed, if it is. */
const loadedLate = ['ink-screen.tsx', 'zip.ts', 'execa'] as const;

/**
 * Builds a folder anew: the console, the simulator's programs and those of a real terminal as bundles for production,
 * and beside them the built-in scenarios and the PowerShell scripts as they stand. Gives what went into which bundle.
 */
export async function buildInto(folder: string): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  // Bundles apart: what they shared would be cut into small files, and each file costs a start half a millisecond.
  const metafiles = await Promise.all([
    bundle({ first: 'src/commands/early-frame.ts', opened: 'src/commands/console-call.ts' }, folder, [
      ...loadedLate,
      'call.ts',
    ]),
    bundle({ call: 'src/commands/call.ts' }, folder, [
      ...loadedLate,
      'console-call.ts',
      'other-commands.ts',
      'desk.ts',
      'watched-check.ts',
    ]),
    bundle(
      {
        other: 'src/commands/other-commands.ts',
        desk: 'src/commands/desk.ts',
        watched: 'src/commands/watched-check.ts',
      },
      folder,
      loadedLate,
    ),
    bundle({ ink: 'src/tui/ink-screen.tsx' }, folder),
    bundle({ zip: 'src/actions/zip.ts' }, folder),
    bundle({ execa: 'execa' }, folder),
    bundle({ program: 'src/ports/simulator/program.ts' }, folder, loadedLate),
    bundle({ windows: 'src/ports/windows/program.ts' }, folder, loadedLate),
  ]);
  await cp('scenarios', `${folder}/scenarios`, { recursive: true });
  for (const name of (await readdir(POWERSHELL)).filter((each) => each.endsWith('.ps1')))
    await cp(`${POWERSHELL}/${name}`, `${folder}/powershell/${name}`);
  const entry = await bundleEntry('src/bin.ts', folder, await partsIn(folder));
  return {
    inputs: Object.assign({}, entry.inputs, ...metafiles.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, entry.outputs, ...metafiles.map(({ outputs }) => outputs)),
  };
}

/** What the program needs of its folder: everything but the licences. */
async function partsIn(folder: string): Promise<readonly Part[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.LEGAL.txt'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
  return Promise.all(paths.map(async (path) => [path, (await stat(join(folder, path))).size] as const));
}

if (import.meta.main) {
  // The program says where others may change it.
  process.umask(0o022);
  await buildInto('dist');
}
