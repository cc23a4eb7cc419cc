/**
 * Makes all that a release consists of, in dist/: the zip for Windows, its SHA-256, its SBOM, and the changelog's words
 * on it. Publishes nothing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { makePackage, ownVersion } from './package/make.ts';
import { PackageProblem } from './package/problem.ts';
import { releaseNotes } from './package/release-notes.ts';

const FOLDER = 'dist';

try {
  const changelog = await readFile(join(import.meta.dirname, '..', 'CHANGELOG.md'), 'utf8');
  const version = await ownVersion();
  // Before the zip is made, which takes its time.
  const notes = releaseNotes(changelog, version);
  const { zip, sha256, sbom } = await makePackage(FOLDER);
  const path = join(FOLDER, `oqs-console-${version}-release-notes.md`);
  await writeFile(path, notes.text);
  process.stdout.write(`${[zip, sha256, sbom, path].join('\n')}\n`);
  if (notes.hasUnreleased)
    process.stderr.write(
      `CHANGELOG.md: what stands under [Unreleased] is in the package and in its notes, under no version.\n`,
    );
} catch (error) {
  if (!(error instanceof PackageProblem)) throw error;
  process.stderr.write(error.text());
  process.exitCode = 1;
}
