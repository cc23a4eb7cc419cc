/**
 * Brings what Windows PowerShell 5.1 stands on into a cache outside the repository: the reference assemblies of .NET
 * Framework, and PowerShell's own. `node scripts/powershell/reference.ts` prints where they are, or why they are not
 * there (exit code 1).
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dotnet, reasonOf } from './install.ts';

const project = join(import.meta.dirname, 'reference.csproj');
/** Where the assemblies are in the packages. */
const inPackages = {
  framework: 'microsoft.netframework.referenceassemblies.net472/1.0.3/build/.NETFramework/v4.7.2',
  standard: 'powershellstandard.library/5.1.1/lib/net452/System.Management.Automation.dll',
};

export type InstalledReference =
  | {
      readonly there: true;
      /** The folder of .NET Framework's assemblies. */
      readonly framework: string;
      /** System.Management.Automation.dll. */
      readonly standard: string;
    }
  | { readonly there: false; readonly reason: string };

export async function installReference(): Promise<InstalledReference> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'oqs-console');
  try {
    const hash = createHash('sha256')
      .update(await readFile(project))
      .digest('hex');
    const folder = join(cache, `powershell-5.1-${hash.slice(0, 16)}`);
    if (!existsSync(folder)) await restoreInto(cache, folder);
    const [framework, standard] = [join(folder, inPackages.framework), join(folder, inPackages.standard)];
    const missing = [framework, standard].find((path) => !existsSync(path));
    return missing === undefined
      ? { there: true, framework, standard }
      : { there: false, reason: `the packages hold no ${missing}` };
  } catch (error) {
    return { there: false, reason: reasonOf(error) };
  }
}

/** What was left half done would be taken for the packages the next time: the folder is there when all is. */
async function restoreInto(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'powershell-5.1-new-'));
  try {
    const copy = join(work, 'reference.csproj');
    await copyFile(project, copy);
    await dotnet('restore', copy, '--packages', join(work, 'packages'));
    await rename(join(work, 'packages'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const installed = await installReference();
  process.stdout.write(`${installed.there ? installed.framework : installed.reason}\n`);
  process.exitCode = installed.there ? 0 : 1;
}
