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
const ANSWER_MS = 180_000;
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
  if (existsSync(file) && (await whyNot(file)) === null) return { there: true, file };
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await dotnet('tool', 'install', '--tool-path', folder, 'powershell', '--version', VERSION);
  } catch (error) {
    // What was left half done would be taken for PowerShell the next time.
    await rm(folder, { recursive: true, force: true });
    return { there: false, reason: reasonOf(error) };
  }
  const reason = await whyNot(file);
  return reason === null ? { there: true, file } : { there: false, reason: `PowerShell does not start: ${reason}` };
}

/** A start of PowerShell and its end: how long that takes is what the tests wait for over and over. */
export async function startBare(file: string): Promise<string> {
  const env = { ...process.env, ...quietEnvironment };
  const { stdout } = await run(file, ['-NoLogo', '-NoProfile', '-Command', '1 + 1'], { env, timeout: ANSWER_MS });
  return stdout.trim();
}

/** How long such a start takes on a machine that does nothing else. */
export const USUAL_START_MS = 700;

/** Runs the .NET SDK. Throws what it says where it fails. */
export function dotnet(...args: readonly string[]) {
  return run('dotnet', args, { env: { ...process.env, ...quietEnvironment }, timeout: INSTALL_MS });
}

/** Why a PowerShell does not answer; null: it does. */
async function whyNot(file: string): Promise<string | null> {
  try {
    const answer = await startBare(file);
    return answer === '2' ? null : `it answers ${answer}`;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Why a program could not do what it was started for, in a line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const field = (name: string): unknown => Reflect.get(error, name);
  const textOf = (name: string): string => {
    const text = field(name);
    return typeof text === 'string' ? text : '';
  };
  const linesOf = (name: string) =>
    textOf(name)
      .split('\n')
      .flatMap((line) => line.trim() || []);
  if (field('code') === 'ENOENT') return `${textOf('path')} is not on this machine`;
  if (field('killed') === true) return `it took too long: ${textOf('cmd')}`;
  const [errors, output] = [linesOf('stderr'), linesOf('stdout')];
  // The .NET SDK goes on after its error, and may say it on either stream.
  const said = [...errors, ...output].find((line) => /\berror\b/i.test(line)) ?? errors.at(-1) ?? output.at(-1);
  return said ?? error.message.split('\n')[0] ?? '';
}

if (process.argv[1] === import.meta.filename) {
  const installed = await installPowerShell();
  process.stdout.write(`${installed.there ? installed.file : installed.reason}\n`);
  process.exitCode = installed.there ? 0 : 1;
}
