import type { Plugin } from 'esbuild';

/**
 * The parts of the program that are bundles by themselves, by the module that each begins with, or the package. What
 * shared one bundle would be cut into a file for each set of commands that use it: then thirty files open the console,
 * and each costs half a millisecond.
 */
const bundles = {
  'early-frame.ts': './first.js',
  'console-call.ts': './opened.js',
  'call.ts': './call.js',
  'other-commands.ts': './other.js',
  'desk.ts': './desk.js',
  'watched-check.ts': './watched.js',
  'ink-screen.tsx': './ink.js',
  'zip.ts': './zip.js',
  execa: './execa.js',
} as const;
export type Apart = keyof typeof bundles;

/** Leaves these bundles out of this one: they are loaded from beside it while it runs. */
export function leftOut(modules: readonly Apart[]): Plugin {
  return {
    name: 'left-out',
    setup(build) {
      build.onResolve({ filter: /(?:^|[\\/])[a-z-]+(?:\.tsx?)?$/ }, ({ path, kind }) => {
        const module = modules.find((each) => path === each || path.endsWith(`/${each}`));
        return module === undefined || kind !== 'dynamic-import' ? null : { path: bundles[module], external: true };
      });
    },
  };
}
