import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Bundles entry points for production, the way the console is shipped: ESM for Node, React's production build. Gives what
 * went into which file.
 */
export async function bundle(
  entryPoints: Readonly<Record<string, string>>,
  outdir: string,
): Promise<Metafile> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const { metafile } = await build({
    entryPoints: { ...entryPoints },
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.13',
    jsx: 'automatic',
    minifySyntax: true,
    legalComments: 'linked',
    define: { 'process.env.NODE_ENV': '"production"', OQS_CONSOLE_VERSION: JSON.stringify(version) },
    // Ink asks for the React developer tools only when DEV=true is set; a production build never does.
    alias: { 'react-devtools-core': './scripts/nothing.ts' },
    // Bundled CommonJS packages call require for Node's own modules.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
    logLevel: 'warning',
    metafile: true,
  });
  return metafile;
}
