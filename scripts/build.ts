import { cp, readdir, rm } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { bundle } from './bundle.ts';

const POWERSHELL = 'src/ports/windows/powershell';

/**
 * Builds a folder anew: the console, the simulator's programs and those of a real terminal as bundles for production, and beside
 * them the built-in scenarios and the PowerShell scripts as they stand. Gives what went into which bundle.
 */
export async function buildInto(folder: string): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  // Bundles apart: what they shared would be cut into small files, and each file costs a start half a millisecond.
  const metafiles = await Promise.all([
    bundle({ main: 'src/bin.ts' }, folder),
    bundle({ program: 'src/ports/simulator/program.ts' }, folder),
    bundle({ windows: 'src/ports/windows/program.ts' }, folder),
  ]);
  await cp('scenarios', `${folder}/scenarios`, { recursive: true });
  for (const name of (await readdir(POWERSHELL)).filter((each) => each.endsWith('.ps1')))
    await cp(`${POWERSHELL}/${name}`, `${folder}/powershell/${name}`);
  return {
    inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)),
  };
}

if (import.meta.main) await buildInto('dist');
