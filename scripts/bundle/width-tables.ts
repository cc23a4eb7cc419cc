import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const PATTERN = /^const (?<name>\w+Regex) = (?<pattern>\/.+\/[a-z]*);$/gm;

/**
 * The package `string-width` makes its patterns over Unicode's tables when it is loaded, the one of all emoji alone in
 * 20 ms, and needs them only for text that is not simple (src/text/string-width.ts). Here each is made when it is first
 * used.
 */
export const widthTables: Plugin = {
  name: 'width-tables',
  setup(build) {
    build.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, async ({ path }) => {
      const contents = madeWhenUsed(await readFile(path, 'utf8'));
      if (contents === null) throw new Error(`${path}: does not read as this plugin knows it`);
      return { contents, loader: 'js' };
    });
  },
};

/** The module's text with each pattern as a function that makes it once; null where it has none. */
function madeWhenUsed(text: string): string | null {
  const names = [...text.matchAll(PATTERN)].flatMap(({ groups }) => groups?.['name'] ?? []);
  if (names.length === 0) return null;
  const uses = new RegExp(`\\b(${names.join('|')})(?=[.)])`, 'g');
  return text
    .replace(uses, '$1()')
    .replace(PATTERN, 'let made_$<name>;\nconst $<name> = () => (made_$<name> ??= $<pattern>);');
}
