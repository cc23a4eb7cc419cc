/**
 * How big the house is: files and lines of src by folder, and pairs of folders that import each other (`npm run size`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ordered } from '../test/architecture/rules.ts';
import { order } from '../test/architecture/folders.ts';
import { readGraph } from '../test/architecture/sources.ts';

const SRC = 'src';
const graph = readGraph(SRC);
const folders = new Map<string, { files: number; lines: number }>();
for (const path of graph.keys()) {
  const folder = path.includes('/') ? path.replace(/\/.*/, '/') : 'entry';
  const lines = readFileSync(join(SRC, path), 'utf8').split('\n').length - 1;
  const known = folders.get(folder) ?? { files: 0, lines: 0 };
  folders.set(folder, { files: known.files + 1, lines: known.lines + lines });
}
const rows = [...folders].toSorted(([one], [other]) => one.localeCompare(other));
const sum = (what: 'files' | 'lines'): number => rows.reduce((total, [, each]) => total + each[what], 0);
const text = (name: string, files: number, lines: number): string =>
  `${name.padEnd(12)}${String(files).padStart(6)}${String(lines).padStart(8)}\n`;
process.stdout.write(text('', NaN, NaN).replace('   NaN', ' files').replace('     NaN', '   lines'));
for (const [name, { files, lines }] of rows) process.stdout.write(text(name, files, lines));
process.stdout.write(text('all', sum('files'), sum('lines')));
process.stdout.write(`imports against the order or both ways: ${String(ordered(order)(graph).length)}\n`);
