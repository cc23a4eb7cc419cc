/**
 * Brings the real PowerShell, for the tests of our scripts, as a .NET tool into a cache outside the repository. `node
 * scripts/powershell/install.ts` prints where it is, or why it is not there (exit code 1).
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = '7.6.9';
const INSTALL_MS = 300_000;
const run = promisify(execFile);

/** What PowerShell and .NET need to be quiet: no telemetry, no look for updates, no colours. */
export const quietEnvironment = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  NO_COLOR: '1',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_UPDATECHECK: 'Off',
} as const;

export type InstalledPowerShell =
  { readonly there: true; readonly file: string } | { readonly there: false; readonly reason: string };

export async function installPowerShell(): Promise<InstalledPowerShell> {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'oqs-console', `powershell-${VERSION}`);
  const file = join(folder, process.platform === 'win32' ? 'pwsh.exe' : 'pwsh');
  if (existsSync(file) && (await answers(file))) return { there: true, file };
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await dotnet('tool', 'install', '--tool-path', folder, 'powershell', '--version', VERSION);
  } catch (error) {
    // What was left half done would be taken for PowerShell the next time.
    await rm(folder, { recursive: true, force: true });
    return { there: false, reason: reasonOf(error) };
  }
  if (await answers(file)) return { there: true, file };
  return { there: false, reason: `${file} does not start` };
}

/** Runs the .NET SDK. Throws what it says where it fails. */
export function dotnet(...args: readonly string[]) {
  return run('dotnet', args, { env: { ...process.env, ...quietEnvironment }, timeout: INSTALL_MS });
}

async function answers(file: string): Promise<boolean> {
  try {
    const env = { ...process.env, ...quietEnvironment };
    const { stdout } = await run(file, ['-NoLogo', '-NoProfile', '-Command', '1 + 1'], {
      env,
      timeout: 60_000,
    });
    return stdout.trim() === '2';
  } catch {
    return false;
  }
}

/** Why a program could not do what it was started for, in a line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && error.code === 'ENOENT') return 'the .NET SDK (dotnet) is not on this machine';
  const output = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return `dotnet could not install it: ${output.split('\n')[0] || (error.message.split('\n')[0] ?? '')}`;
}

if (process.argv[1] === import.meta.filename) {
  const installed = await installPowerShell();
  process.stdout.write(`${installed.there ? installed.file : installed.reason}\n`);
  process.exitCode = installed.there ? 0 : 1;
}
