import { packageFiles } from '../../src/commands/package.ja.ts';
import { PackageProblem } from './problem.ts';
import { sortedPaths, type Files } from './sums.ts';

/** Whose a file of the package is. */
export type Owner = 'node' | 'bundle' | 'ours';

/** Files outside of the bundles, by their paths below the top folder. */
const known: ReadonlyMap<string, Owner> = new Map([
  ['node/node.exe', 'node'],
  ['node/LICENSE', 'node'],
  ['app/package.json', 'ours'],
  ['oqs-console.cmd', 'ours'],
  ['check.cmd', 'ours'],
  [packageFiles.readme, 'ours'],
  ['docs/card-technician.html', 'ours'],
  ['docs/card-staff.html', 'ours'],
  ['LICENSE', 'ours'],
  ['THIRD-PARTY-LICENSES.txt', 'ours'],
  ['SHA256SUMS', 'ours'],
]);
/** Folders that hold nothing but our own. */
const ourFolders = [
  /^app\/scenarios\//,
  /^app\/powershell\/[^/]+\.ps1$/,
  /^docs\/[^/]+\.(md|svg)$/,
  /^docs\/notices\/[^/]+\.json$/,
  /^deploy\/.+\.(yml|md|json)$/,
];

/** Whose the file is, null for one that nobody knows. `bundles` are the names of the files that esbuild wrote. */
export function ownerOf(path: string, bundles: ReadonlySet<string>): Owner | null {
  const bundle = /^app\/([^/]+)$/.exec(path)?.[1];
  if (bundle !== undefined && bundles.has(bundle)) return 'bundle';
  return known.get(path) ?? (ourFolders.some((folder) => folder.test(path)) ? 'ours' : null);
}

/** Refuses a package with a file that the licence list does not name. */
export function everyFileHasAnOwner(files: Files, bundles: ReadonlySet<string>): void {
  const strays = sortedPaths(files).filter((path) => ownerOf(path, bundles) === null);
  if (strays.length === 0) return;
  throw new PackageProblem({
    code: 'nobody-s',
    what: 'the package holds files that its licence list does not name',
    where: strays.join(', '),
    remedy: 'leave them out, or say whose they are in scripts/package/owners.ts',
  });
}
