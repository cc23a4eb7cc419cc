import process from 'node:process';
import { execFile } from 'node:child_process';
import { chmod, chown, copyFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { makePackage } from '../../scripts/package/make.ts';
import { PackageProblem } from '../../scripts/package/problem.ts';
import { extract } from './extract.ts';
import { CLINIC_USER, DRIVE_C, type Place } from './root.ts';
import { runInRoot } from './run-in-root.ts';
import { packaged, STICK } from './stick.ts';
import { measurePace, paceOf } from '../pace/pace.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Wine with the extracted zip on its C: drive; null where it cannot be had. */
    windows: Place | null;
  }
}

/** How long Node takes to start and end under Wine on a machine that does nothing else. */
const USUAL_START_MS = 1_500;

/** What make-root.sh ends with where the folder cannot be made on this machine. */
const CANNOT_BE_MADE = 75;

/** Makes a Windows of Wine with the packaged program on it, and says why where that cannot be had. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-windows-'));
  const root = await makeRoot();
  const zip = root.made ? await zipInto(folder) : root;
  if (!root.made || !zip.made) {
    const reason = root.made ? zip : root;
    process.stdout.write(`Skipped, for want of Windows under Wine: ${reason.made ? '' : reason.reason}\n`);
    project.provide('windows', null);
    project.provide('pace', paceOf(0, USUAL_START_MS));
    return () => rm(folder, { recursive: true, force: true });
  }
  const place = { root: root.path, folder };
  await startWindows(place);
  const drive = join(folder, DRIVE_C);
  await extract(zip.path, join(drive, ...STICK));
  await tap(drive, join(drive, ...STICK, 'oqs-console/app'));
  await symlink(join('../drive_c', ...STICK), join(folder, 'prefix/dosdevices/e:'));
  project.provide('windows', place);
  const node = packaged('node', 'node.exe');
  project.provide('pace', await measurePace(() => runInRoot(place, ['wine', node, '--eval', '0']), USUAL_START_MS));
  return () => stopWindows(place);
}

/**
 * Lets each program load the tap before all else. Node's own way to say so is an environment variable, which the
 * launchers forget.
 */
async function tap(drive: string, app: string): Promise<void> {
  await mkdir(join(drive, 'tap'));
  await copyFile(join(import.meta.dirname, 'tap.mts'), join(drive, 'tap/tap.mts'));
  for (const program of ['main', 'restore']) {
    const untapped = `untapped-${program}.js`;
    await rename(join(app, `${program}.js`), join(app, untapped));
    const tapped = `import 'file:///C:/tap/tap.mts';\nawait import('./${untapped}');\n`;
    await writeFile(join(app, `${program}.js`), tapped);
  }
}

type Made = { readonly made: true; readonly path: string } | { readonly made: false; readonly reason: string };

async function makeRoot(): Promise<Made> {
  if (process.platform !== 'linux') return { made: false, reason: 'only on Linux' };
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const path = join(cache, 'oqs-console', 'wine');
  await mkdir(join(cache, 'oqs-console'), { recursive: true });
  try {
    await promisify(execFile)(join(import.meta.dirname, '../../scripts/wine/make-root.sh'), [path]);
    return { made: true, path };
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code !== CANNOT_BE_MADE) throw error;
    return { made: false, reason: stderr?.trim().split('\n').at(-1) ?? '' };
  }
}

async function zipInto(folder: string): Promise<Made> {
  try {
    return { made: true, path: (await makePackage(folder)).zip };
  } catch (error) {
    // Anything but an unreachable registry is a failure, not a reason.
    if (!(error instanceof PackageProblem) || error.code !== 'not-fetched') throw error;
    return { made: false, reason: error.message };
  }
}

/** A fresh Windows; its server stays for the whole lane, because a new one takes seconds to come up. */
async function startWindows(place: Place): Promise<void> {
  await chmod(place.folder, 0o755);
  for (const name of ['home', 'prefix']) {
    const path = join(place.folder, name);
    await mkdir(path, { mode: 0o700 });
    await chown(path, CLINIC_USER, CLINIC_USER);
  }
  await runInRoot(place, ['wineserver', '-p']);
  const booted = await runInRoot(place, ['wine', 'wineboot', '-i'], {
    env: { WINEDLLOVERRIDES: 'mscoree,mshtml=' },
  });
  if (booted.exitCode !== 0) throw new Error(`Wine does not start: ${booted.stderr}`);
}

/** Ends every program that still runs there, and with them what was mounted for them. */
async function stopWindows(place: Place): Promise<void> {
  await runInRoot(place, ['wineserver', '-k']);
  await runInRoot(place, ['wineserver', '-w']);
  await rm(place.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
