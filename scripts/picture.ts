/**
 * Makes the pictures of docs/ from real frames: the built program in a real terminal, at 80x24, on simulated terminals.
 * With `--check` it writes nothing and ends with 1 where a picture, or the table of keys in the manual, is not what the
 * program shows.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { withKeyTable } from './pictures/key-table.ts';
import { markOf, svg } from './pictures/svg.ts';
import { walks } from './pictures/walks.ts';

const DOCS = 'docs';
const MANUAL = join(DOCS, 'manual.md');

const files = new Map<string, string>();
const folder = await mkdtemp(join(tmpdir(), 'oqs-pictures-'));
try {
  for (const walk of walks)
    await walk(folder, ({ name, title, terminal }) => files.set(join(DOCS, `${name}-80x24.svg`), svg(terminal, title)));
} finally {
  await rm(folder, { recursive: true, force: true });
}
const manual = withKeyTable(await readFile(MANUAL, 'utf8'));
files.set(MANUAL, await format(manual, { ...(await resolveConfig(MANUAL)), parser: 'markdown' }));

const stale: string[] = [];
await mkdir(DOCS, { recursive: true });
for (const [path, text] of files) {
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there === text || (there !== null && markOf(text) !== null && markOf(there) === markOf(text))) continue;
  stale.push(`${path}\n${difference(there ?? '', text)}`);
  if (!process.argv.includes('--check')) await writeFile(path, text);
}
if (stale.length > 0 && process.argv.includes('--check')) {
  process.stderr.write(`Not what the program shows (npm run picture mends it):\n${stale.join('\n')}\n`);
  process.exitCode = 1;
}

/** The rows of a screen that are not the same, before and after. */
function difference(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => (/<desc>([^]*)<\/desc>/.exec(text)?.[1] ?? '').split('\n'));
  const rows = Array.from({ length: Math.max(old?.length ?? 0, now?.length ?? 0) }, (_, row) => row);
  return rows
    .filter((row) => old?.[row] !== now?.[row])
    .map((row) => `  - ${old?.[row] ?? ''}\n  + ${now?.[row] ?? ''}`)
    .join('\n');
}
