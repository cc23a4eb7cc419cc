import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { bundle } from '../bundle.ts';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';

interface Growth {
  readonly alone: { readonly mb: number };
  readonly drawn: { readonly mb: number };
}

/**
 * 100,000 updates in a program of its own, bundled as the console is: through the store alone, and with Ink on a stream
 * that goes nowhere.
 */
export async function updates({ folder }: Bench): Promise<Found> {
  const outdir = join(folder, 'updates');
  await bundle({ updates: 'scripts/bench/updates-run.tsx' }, outdir);
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', join(outdir, 'updates.js')]);
  const found = JSON.parse(stdout) as Growth;
  return {
    values: { 'updates.growth': found.alone.mb, 'updates.growth-drawn': found.drawn.mb },
    details: found,
  };
}
