import type { Plugin } from 'esbuild';

/** Parts that are bundles by themselves, by the module that each begins with. What is loaded at a start is then one file, and not twenty. */
const bundles: Readonly<Record<string, string>> = {
  'main.ts': './console.js',
  'call.ts': './call.js',
  'console-call.ts': './opened.js',
};

/** Leaves other bundles out of this one: they are loaded from beside it while it runs. */
export const bundlesApart: Plugin = {
  name: 'bundles-apart',
  setup(build) {
    build.onResolve({ filter: /[\\/](?:main|call|console-call)\.ts$/ }, ({ path, kind }) => {
      const name = path.replace(/^.*[\\/]/, '');
      return kind === 'dynamic-import' ? { path: bundles[name] ?? path, external: true } : null;
    });
  },
};
