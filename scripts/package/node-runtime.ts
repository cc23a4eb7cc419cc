import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { execa } from 'execa';
import { integrityOf } from './integrity.ts';
import pinned from './node-runtime.json' with { type: 'json' };
import { PackageProblem } from './problem.ts';

/** A package of the npm registry, and the only bytes of it that are accepted. */
export interface Pinned {
  readonly package: string;
  readonly version: string;
  readonly integrity: string;
}

export const nodeRuntime = pinned;

/** A slow line takes its time for 36 MB; a dead one must end. */
const FETCH_MINUTES = 10;
/** node.exe is 94 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Windows' own Node: node.exe of the pinned package, fetched once, verified every time. */
export async function nodeExe(): Promise<Uint8Array> {
  const archive = await fetchPinned(pinned, cacheFolder(), npmPack);
  // The archive's folder is where tar runs, so that no path with a drive letter reaches it.
  const { stdout, failed, shortMessage } = await execa('tar', ['-xOzf', basename(archive), pinned.program], {
    cwd: dirname(archive),
    encoding: 'buffer',
    maxBuffer: MAX_BYTES,
    reject: false,
  });
  if (failed || stdout.length === 0) {
    throw new PackageProblem({
      code: 'broken',
      what: `node.exe cannot be taken out of its package: ${shortMessage ?? 'it is empty'}`,
      where: `${archive}: ${pinned.program}`,
      remedy: 'make sure that `tar` is there (Windows 10, macOS and Linux bring it), and run this once more',
    });
  }
  return stdout;
}

/** Writes the package's archive into a folder, under the name that npm gives it. */
export type Fetch = (pin: Pinned, folder: string) => Promise<void>;

/**
 * The archive of a pinned package in the cache. What lies there already is verified again; a wrong one is fetched anew.
 */
export async function fetchPinned(pin: Pinned, cache: string, fetch: Fetch): Promise<string> {
  const name = `${pin.package}-${pin.version}.tgz`;
  const cached = join(cache, name);
  if ((await integrityOfFile(cached)) === pin.integrity) return cached;
  await mkdir(cache, { recursive: true });
  // Fetched beside its place and moved there when it is right: a run that is cut off leaves nothing half.
  const folder = await mkdtemp(join(cache, 'fetch-'));
  try {
    await fetch(pin, folder);
    const found = await integrityOfFile(join(folder, name));
    if (found !== pin.integrity) {
      throw new PackageProblem({
        code: 'wrong-bytes',
        what: `${name} is not the file that was pinned: ${found ?? 'nothing came'} instead of ${pin.integrity}`,
        where: 'the npm registry that this machine uses',
        remedy:
          'do not use it; look at the registry, and change scripts/package/node-runtime.json only for a version that was checked',
      });
    }
    await rename(join(folder, name), cached);
    return cached;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lets npm fetch it, from whatever registry the user's npm knows. */
async function npmPack(pin: Pinned, folder: string): Promise<void> {
  const spec = `${pin.package}@${pin.version}`;
  // Under `npm run --silent` npm would not even say why it failed.
  const { failed, shortMessage, stderr } = await execa(
    'npm',
    ['pack', spec, '--pack-destination', folder, '--loglevel', 'error'],
    { stdin: 'ignore', reject: false, timeout: FETCH_MINUTES * 60_000 },
  );
  if (!failed) return;
  const reason = stderr.split('\n').find((line) => line.startsWith('npm error')) ?? shortMessage ?? '';
  throw new PackageProblem({
    code: 'not-fetched',
    what: `npm could not fetch ${spec}: ${reason}`,
    where: 'the npm registry that this machine uses (npm config get registry)',
    remedy: 'connect to the network and try again; it is kept in the cache from then on',
  });
}

/** Outside of the repository: a clean clone finds it again. */
function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'oqs-console', 'npm');
}

async function integrityOfFile(path: string): Promise<string | null> {
  try {
    return integrityOf(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
