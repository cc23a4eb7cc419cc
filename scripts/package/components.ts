import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { committedLicence, type Committed } from './committed-licences.ts';
import { PackageProblem } from './problem.ts';

/** Someone else's work that the bundle holds. */
export interface Component {
  readonly name: string;
  readonly version: string;
  /** The licence's id, as the package states it. */
  readonly licence: string;
  readonly text: string;
  /** Where the text comes from, in words. */
  readonly source: string;
  /** The bundle's files that hold a part of it. */
  readonly files: readonly string[];
}

export type FindCommitted = (name: string, version: string) => Promise<Committed | null>;

const LICENCE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;
const NOTICE_FILE = /^notice([.-].*)?$/i;
/** Our sources, and what the build itself defines. */
const OURS = /^(?:(?:src|scripts)\/|<define:)/;

/** Every package that really ended up in the bundles, with its licence. Fails for one that has no licence text. */
export async function componentsOf(
  metafiles: readonly Metafile[],
  root: string,
  committed: FindCommitted = committedLicence,
): Promise<readonly Component[]> {
  const found = new Map<string, Component>();
  for (const [folder, files] of packageFolders(metafiles)) {
    const component = await read(root, folder, files, committed);
    // The same package may lie in several folders.
    const key = `${component.name} ${component.version}`;
    const before = found.get(key);
    found.set(key, before ? { ...component, files: union(before.files, component.files) } : component);
  }
  return [...found.values()].toSorted((a, b) =>
    a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name),
  );
}

/** The packages' folders below the root, each with the names of the bundle's files that hold a part of it. */
function packageFolders(metafiles: readonly Metafile[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, readonly string[]>();
  for (const { outputs } of metafiles) {
    for (const [output, { inputs }] of Object.entries(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = packageFolder(input);
        if (folder === null || bytesInOutput === 0) continue;
        folders.set(folder, union(folders.get(folder) ?? [], [basename(output)]));
      }
    }
  }
  return folders;
}

/** The folder of the package that an input belongs to, null for one of ours. */
export function packageFolder(input: string): string | null {
  const found = /^(?:\(disabled\):)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
  if (found !== undefined) return found;
  if (OURS.test(input)) return null;
  throw new PackageProblem({
    code: 'nobody-s',
    what: 'the bundle holds a file that is neither ours nor in a package',
    where: input,
    remedy: 'find out where it comes from, and teach scripts/package/components.ts',
  });
}

async function read(
  root: string,
  folder: string,
  files: readonly string[],
  committed: FindCommitted,
): Promise<Component> {
  const manifest: unknown = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const [name, version, licence] = ['name', 'version', 'license'].map((key) => field(manifest, key));
  if (!name || !version || !licence) {
    throw new PackageProblem({
      code: 'no-licence',
      what: 'a bundled package does not state its name, version and licence',
      where: join(folder, 'package.json'),
      remedy: 'do without the package, or find out its licence and teach scripts/package/components.ts',
    });
  }
  return { name, version, licence, files, ...(await textOf(join(root, folder), name, version, committed)) };
}

async function textOf(folder: string, name: string, version: string, committed: FindCommitted): Promise<Committed> {
  const all = (await readdir(folder)).toSorted();
  const own = all.filter((file) => LICENCE_FILE.test(file));
  if (own.length === 0) {
    const kept = await committed(name, version);
    if (kept) return kept;
    throw new PackageProblem({
      code: 'no-licence',
      what: `${name} ${version} is bundled, but its package has no licence file`,
      where: `node_modules/${name}`,
      remedy: 'put its licence into scripts/package/licenses/ and an entry into sources.json there',
    });
  }
  const names = [...own, ...all.filter((file) => NOTICE_FILE.test(file))];
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  return {
    text: texts.map((text) => text.trim()).join('\n\n'),
    source: `its npm package (${names.join(', ')})`,
  };
}

function field(manifest: unknown, key: string): string | null {
  if (typeof manifest !== 'object' || manifest === null) return null;
  const value = Object.entries(manifest).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : null;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].toSorted();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
