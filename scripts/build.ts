/** Builds dist/: the console and the simulator's programs as bundles for production, and the built-in scenarios beside them. */
import { cp, readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/bin.ts', program: 'src/ports/simulator/program.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  jsx: 'automatic',
  minifySyntax: true,
  legalComments: 'linked',
  define: {
    'process.env.NODE_ENV': '"production"',
    OQS_CONSOLE_VERSION: JSON.stringify(version),
  },
  // Ink asks for the React developer tools only when DEV=true is set; a production build never does.
  alias: { 'react-devtools-core': './scripts/nothing.ts' },
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await cp('scenarios', 'dist/scenarios', { recursive: true });
