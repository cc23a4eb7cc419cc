import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { ANSWER_FORMAT } from '../src/formats/answer-schema.ts';
import type { Part } from '../src/ports/node/start-up.ts';
import { leftOut, type Apart } from './bundle/entry.ts';
import { leanZod, oneWidth, onlyItsParser, sparingInk, yogaAtOnce } from './bundle/plugins.ts';
import { wholeLines } from './bundle/whole-lines.ts';
import { widthTables } from './bundle/width-tables.ts';

const root = join(import.meta.dirname, '..');

/**
 * Bundles entry points for production, the way the console is shipped: ESM for Node, React's production build. Gives
 * what went into which file. `leaveOut`: bundles by themselves, which are loaded from beside this one.
 */
export async function bundle(
  entryPoints: Readonly<Record<string, string>>,
  outdir: string,
  leaveOut: readonly Apart[] = [],
): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { ...entryPoints },
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${(await manifest()).neededNode}`,
    jsx: 'automatic',
    minifySyntax: true,
    // A fifth less to read at each start. Names stay: what a failure says is read by them.
    minifyWhitespace: true,
    legalComments: 'linked',
    define: {
      'process.env.NODE_ENV': '"production"',
      ...(await versions()),
      'Intl.Segmenter': 'Segmenter',
    },
    inject: ['./scripts/bundle/segmenter.ts'],
    plugins: [leftOut(leaveOut), sparingInk, leanZod, onlyItsParser, wholeLines, oneWidth, widthTables, yogaAtOnce],
    // Ink asks for the React developer tools only when DEV=true is set; a production build never does.
    // jsonc-parser's own choice for Node loads its parts by a require that cannot be bundled.
    alias: {
      'react-devtools-core': './scripts/nothing.ts',
      'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js',
    },
    // Bundled CommonJS packages call require for Node's own modules.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
    logLevel: 'warning',
    metafile: true,
  });
  await asciiOnly(Object.keys(metafile.outputs));
  return metafile;
}

/**
 * Bundles the entry: `main.js`, in one piece with what it imports. Only the console, a bundle beside it, is loaded
 * while it runs: what is missing or torn there is told by the entry, and not by Node, whose exit code 1 would be a
 * verdict. `parts` are the files that it needs beside it.
 */
export async function bundleEntry(entryPoint: string, outdir: string, parts: readonly Part[]): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { main: entryPoint },
    absWorkingDir: root,
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // Also an old Node must be able to read it: what it needs instead is said there.
    target: 'node14.18',
    minifySyntax: true,
    define: { ...(await versions()), OQS_PARTS: JSON.stringify(parts) },
    plugins: [leftOut(['early-frame.ts', 'console-call.ts', 'call.ts'])],
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
    metafile: true,
  });
  await asciiOnly(Object.keys(metafile.outputs));
  return metafile;
}

async function manifest(): Promise<{ readonly version: string; readonly neededNode: string }> {
  const { version, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
    engines: { node: string };
  };
  return { version, neededNode: engines.node.replace('>=', '') };
}

async function versions(): Promise<Record<string, string>> {
  const { version, neededNode } = await manifest();
  return {
    OQS_CONSOLE_VERSION: JSON.stringify(version),
    OQS_NEEDED_NODE: JSON.stringify(neededNode),
    OQS_ANSWER_FORMAT: JSON.stringify(ANSWER_FORMAT),
  };
}

/**
 * esbuild escapes strings, but not regular expressions: one kanji in one of them makes V8 keep the whole file in two
 * bytes a character, which was 1.6 MB.
 */
async function asciiOnly(outputs: readonly string[]): Promise<void> {
  for (const path of outputs.filter((each) => each.endsWith('.js')).map((each) => resolve(root, each))) {
    const text = await readFile(path, 'utf8');
    const escaped = text.replace(
      /[\u0080-\uFFFF]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    if (escaped !== text) await writeFile(path, escaped);
  }
}
