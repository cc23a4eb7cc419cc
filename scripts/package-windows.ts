/** Makes dist/oqs-console-VERSION-win-x64.zip: the folder that a technician carries to a terminal. Works on any platform. */
import process from 'node:process';
import { makeZip } from './package/make.ts';
import { PackageProblem } from './package/problem.ts';

try {
  const { path, bytes } = await makeZip('dist');
  process.stdout.write(`${path}  ${(bytes / 1_000_000).toFixed(1)} MB\n`);
} catch (error) {
  if (!(error instanceof PackageProblem)) throw error;
  process.stderr.write(error.text());
  process.exitCode = 1;
}
