/**
 * Brings what a Windows PowerShell needs to press buttons under Wine into the cache: a .NET for Windows with UI
 * Automation, and a window like the management tool's. `node scripts/automation/install.ts` prints where it is, or why
 * it is not there (exit code 1).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { installPowerShell, quietEnvironment, reasonOf } from '../powershell/install.ts';

const INSTALL_MS = 600_000;
const run = promisify(execFile);
const sources = join(import.meta.dirname, 'window');
const scripts = dirname(import.meta.dirname);

/** Everything that the lane runs; folders as they are outside Wine. */
export interface InstalledAutomation {
  readonly there: true;
  /** The PowerShell of this machine. */
  readonly ownPowershell: string;
  /** The folder that is shown to Wine; all others are inside it. */
  readonly cache: string;
  /** A folder with Debian and Wine. */
  readonly root: string;
  /** The window, `window.exe`, and `dotnet` beside it; seen from the cache. */
  readonly window: string;
  /** `pwsh.exe`, seen from the cache. */
  readonly powershell: string;
}
export type Installed = InstalledAutomation | { readonly there: false; readonly reason: string };

export async function installAutomation(): Promise<Installed> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'oqs-console');
  const root = join(cache, 'wine');
  try {
    const installed = await installPowerShell();
    if (!installed.there) return installed;
    const powershell = await findWindowsPowerShell(cache, dirname(installed.file));
    if (powershell === null) return absent('the PowerShell package holds no pwsh.exe');
    await run('bash', [join(scripts, 'wine', 'make-root.sh'), root], { timeout: INSTALL_MS });
    await run('bash', [join(scripts, 'debian', 'in-root.sh'), root, 'true']);
    return { there: true, ownPowershell: installed.file, cache, root, window: await publishWindow(cache), powershell };
  } catch (error) {
    const reason = reasonOf(error);
    // What does not compile is our own: no reason to pass over it.
    if (/\berror CS\d/.test(reason)) throw error;
    return absent(reason);
  }
}

/** The .NET tool is the same package on every platform, with the files for Windows in it. */
async function findWindowsPowerShell(cache: string, folder: string): Promise<string | null> {
  const files = await readdir(folder, { recursive: true });
  const file = files.find((path) => /[\\/]win[\\/]pwsh\.exe$/.test(path));
  return file === undefined ? null : relative(cache, join(folder, file));
}

/** Publishes the window once; a change of its sources makes it anew. */
async function publishWindow(cache: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(sources)).toSorted()) hash.update(await readFile(join(sources, name)));
  const window = `automation-${hash.digest('hex').slice(0, 16)}`;
  const folder = join(cache, window);
  if (existsSync(folder)) return window;
  const work = await mkdtemp(join(cache, 'automation-new-'));
  try {
    const project = join(sources, 'window.csproj');
    const out = join(work, 'out');
    const args = ['publish', project, '-c', 'Release', '--artifacts-path', join(work, 'work'), '-o', out];
    await run('dotnet', args, { env: { ...process.env, ...quietEnvironment }, timeout: INSTALL_MS });
    // The one that .NET makes does not name Windows Forms, whose reference assemblies it does not know.
    const config = 'window.runtimeconfig.json';
    await copyFile(join(sources, config), join(out, config));
    await rename(out, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return window;
}

function absent(reason: string): Installed {
  return { there: false, reason };
}

if (process.argv[1] === import.meta.filename) {
  const installed = await installAutomation();
  process.stdout.write(`${installed.there ? join(installed.cache, installed.window) : installed.reason}\n`);
  process.exitCode = installed.there ? 0 : 1;
}
