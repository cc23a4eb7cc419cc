import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** As many rows as the console draws at 80x24, as wide as it. */
const ROWS = 23;
const COLUMNS = 80;

const handWritten = `
process.stdout.write('\\u001B[?1049h' + ('#'.repeat(${String(COLUMNS)}) + '\\r\\n').repeat(${String(ROWS)}) + '\\u001B[?1049l');
`;

const ink = `
import { createElement as h } from 'react';
import { Box, render, Text } from 'ink';
const rows = Array.from({ length: ${String(ROWS)} }, (_, key) => h(Text, { key }, '#'.repeat(${String(COLUMNS)})));
const { unmount } = render(h(Box, { flexDirection: 'column' }, rows), { alternateScreen: true, patchConsole: false });
setImmediate(() => unmount());
`;

/**
 * Two programs to compare with: one frame by a minimal Ink program, bundled, and one written by hand. Both end once it
 * is drawn.
 */
export async function buildPeers(folder: string): Promise<{ readonly ink: string; readonly handWritten: string }> {
  await mkdir(folder, { recursive: true });
  const paths = { ink: join(folder, 'ink.mjs'), handWritten: join(folder, 'hand-written.mjs') };
  await writeFile(paths.handWritten, handWritten);
  await build({
    stdin: { contents: ink, resolveDir: process.cwd(), loader: 'js' },
    outfile: paths.ink,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'react-devtools-core': resolve('scripts/nothing.ts') },
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return paths;
}
