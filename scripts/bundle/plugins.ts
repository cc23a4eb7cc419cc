import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';

const OUR_WIDTH = 'src/text/string-width.ts';

/** Gives Ink and its packages our measure of text; ours itself goes on to the package. */
export const oneWidth: Plugin = {
  name: 'one-width',
  setup(build) {
    const ours = join(build.initialOptions.absWorkingDir ?? '.', OUR_WIDTH);
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) => (importer === ours ? null : { path: ours }));
  },
};

/** A file of Ink's with one piece of its text replaced. Fails where Ink has changed. */
function patched(build: PluginBuild, file: string, from: string, to: string): void {
  build.onLoad({ filter: new RegExp(`[\\\\/]ink[\\\\/]build[\\\\/]${file}\\.js$`) }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${path}: does not read as this plugin knows it`);
    return { contents: text.replaceAll(from, to), loader: 'js' };
  });
}

/**
 * Ink goes down over lines that did not change one by one, three bytes each: a third of what a key costs on a remote
 * line. One sequence does it (CNL with a count, ECMA-48). And it keeps 4,096 texts that it measured; here each is a
 * whole screen.
 */
export const sparingInk: Plugin = {
  name: 'sparing-ink',
  setup(build) {
    patched(
      build,
      'log-update',
      "stream.write(buffer.join(''))",
      String.raw`stream.write(buffer.join('').replace(/(?:\x1B\[E){2,}/g, (lines) => '\x1B[' + lines.length / 3 + 'E'))`,
    );
    for (const file of ['measure-text', 'wrap-text']) patched(build, file, 'maxSize: 4096', 'maxSize: 16');
  },
};

const WASM = /^(?<before>[^]*\bH=")data:application\/octet-stream;base64,(?<base64>[^"]+)(?<after>"[^]*)$/;

/**
 * Yoga hands its WebAssembly to `fetch`, as a data URL, which loads Node's whole HTTP client: 38 ms and 10 MB. Here it
 * is compiled where it stands. The same module, the same licence.
 */
export const yogaAtOnce: Plugin = {
  name: 'yoga-at-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace('await loadYoga()', 'await loadYoga({ instantiateWasm })');
      if (contents === text) throw new Error(`${path}: loads Yoga in another way than this plugin knows`);
      return {
        contents: `import wasm from '../binaries/yoga-wasm-base64-esm.js?bytes';
function instantiateWasm(imports, done) {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
  done(instance);
  return instance.exports;
}
${contents}`,
        loader: 'js',
      };
    });
    build.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path, suffix }) => {
      const found = WASM.exec(await readFile(path, 'utf8'))?.groups;
      if (!found) throw new Error(`${path}: holds its WebAssembly in another way than this plugin knows`);
      return suffix === '?bytes'
        ? { contents: Buffer.from(found['base64'] ?? '', 'base64'), loader: 'binary' }
        : { contents: `${found['before'] ?? ''}${found['after'] ?? ''}`, loader: 'js' };
    });
  },
};

/**
 * Zod brings its messages in fifty languages, of which only Japanese is used, and that is imported by its own name. And
 * it compiles a parser for each object at its first use, which pays from the hundredth on; here each is used once or
 * twice.
 */
export const leanZod: Plugin = {
  name: 'lean-zod',
  setup(build) {
    const nothing = join(build.initialOptions.absWorkingDir ?? '.', 'scripts/nothing.ts');
    build.onResolve({ filter: /^\.\.\/locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(importer) ? { path: nothing } : null,
    );
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace('__zod_globalConfig = {}', '__zod_globalConfig = { jitless: true }');
      if (contents === text) throw new Error(`${path}: configures zod in another way than this plugin knows`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Only the parser of jsonc-parser is used; its printer, which the bundler cannot tell from something that is needed
 * (the package does not say so), makes tables of blanks as it is loaded: half a millisecond of a start.
 */
export const onlyItsParser: Plugin = {
  name: 'only-its-parser',
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:impl\/)?(?:edit|format|string-intern)$/ }, ({ path, importer, resolveDir }) =>
      /[\\/]jsonc-parser[\\/]/.test(importer) ? { path: join(resolveDir, `${path}.js`), sideEffects: false } : null,
    );
  },
};
