import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Where a line of the screen changes, Ink moves to the column where it begins to differ, and counts `→` or `①` before
 * it as one. The console of Windows 10 draws two: there Ink would write over the wrong cells. With this measure it
 * draws such a line anew.
 */
export const wholeLines: Plugin = {
  name: 'whole-lines',
  setup(build) {
    const path = join(build.initialOptions.absWorkingDir ?? '.', 'scripts/bundle/sure-width.ts');
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      /[\\/]ink[\\/]build[\\/]line-update\.js$/.test(importer) ? { path } : null,
    );
  },
};
