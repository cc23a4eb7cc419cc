/**
 * Draws every screen in every state and writes them as one page, dist/audit.html. Ends with 1 where a frame has a
 * problem. With `--watch` it shows in the terminal what a save in src changes on a screen.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type * as Audit from './audit/page.ts';
import { watchScreens } from './audit/watch.ts';
import { bundle } from './bundle.ts';

const OUT = 'dist/audit.html';

async function writePage(): Promise<void> {
  // As the program is shipped: Ink for production, with our measure of text.
  const folder = await mkdtemp(join(tmpdir(), 'oqs-audit-'));
  try {
    await bundle({ page: 'scripts/audit/page.ts' }, folder);
    const { auditPage } = (await import(pathToFileURL(join(folder, 'page.js')).href)) as typeof Audit;
    const { html, frames, problems } = await auditPage();
    await mkdir('dist', { recursive: true });
    await writeFile(OUT, html);
    process.stdout.write(`${OUT}: ${String(frames)} frames, ${String(problems.length)} problems\n`);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes('--watch')) await watchScreens();
else await writePage();
