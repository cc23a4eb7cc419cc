import type { Plugin } from 'esbuild';

/** The name of the bundle that the entry loads. */
const CONSOLE = './console.js';

/** Leaves the program itself out of the entry: it is loaded from beside it while the entry runs. */
export const consoleApart: Plugin = {
  name: 'console-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/main\.tsx$/ }, () => ({ path: CONSOLE, external: true }));
  },
};
