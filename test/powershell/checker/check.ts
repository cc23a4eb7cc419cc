import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { quietEnvironment } from '../../../scripts/powershell/install.ts';
import { cmdlets, commonParameters, givenTypes, loadedAssemblies } from './cmdlets.ts';

/** What a look at a script finds that Windows PowerShell 5.1 does not have. */
export interface Checked {
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
  /** How often it compiles C#, each time with a program of its own (csc.exe). */
  readonly compiled: number;
}

const checkedSchema: z.ZodType<Checked> = z.object({
  problems: z.array(z.object({ line: z.int(), problem: z.string() })),
  compiled: z.int(),
});

/**
 * PowerShell 7 and what is known of .NET Framework and of Windows PowerShell 5.1: the folder of one, the assembly of
 * the other.
 */
export interface CheckerParts {
  readonly file: string;
  readonly framework: string;
  readonly standard: string;
}

/** Checks scripts, by any name each, in one start. Nothing of them is run. */
export async function checkScripts(
  { file, framework, standard }: CheckerParts,
  scripts: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Checked>> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-checker-'));
  try {
    const plan = join(folder, 'plan.json');
    const known = { cmdlets, common: commonParameters, objects: givenTypes, assemblies: loadedAssemblies };
    await writeFile(plan, JSON.stringify({ framework, standard, ...known, scripts }));
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', join(import.meta.dirname, 'check.ps1'), plan];
    const { stdout } = await promisify(execFile)(file, args, { env: { ...process.env, ...quietEnvironment } });
    return new Map(Object.entries(z.record(z.string(), checkedSchema).parse(JSON.parse(stdout))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
