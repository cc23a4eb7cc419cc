/**
 * Makes dist/oqs-console-VERSION-win-x64.zip: the folder that a technician carries to a terminal; and beside it its
 * SHA-256 and its SBOM. Works on any platform.
 */
import process from 'node:process';
import { makePackage } from './package/make.ts';
import { PackageProblem } from './package/problem.ts';

try {
  const { zip, sha256, sbom, bytes } = await makePackage('dist');
  process.stdout.write(`${zip}  ${(bytes / 1_000_000).toFixed(1)} MB\n${sha256}\n${sbom}\n`);
} catch (error) {
  if (!(error instanceof PackageProblem)) throw error;
  process.stderr.write(error.text());
  process.exitCode = 1;
}
