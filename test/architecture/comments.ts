import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { width } from '../../src/text/cells.ts';

/** As wide as the code is, by Prettier. */
const WIDEST = 120;

/** The lines of comments that are wider than the code may be, as `src/a.ts:12`, below a folder. */
export function wideComments(folder: string, below: readonly string[]): readonly string[] {
  return below.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|ps1)$/.test(path))
      .flatMap((path) => wideIn(`${name}/${path}`, readFileSync(join(folder, name, path), 'utf8'))),
  );
}

/** The same of one file. */
export function wideIn(path: string, text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      /^\s*(\/\*\*|\*|\/\/|#) /.test(line) && width(line) > WIDEST ? `${path}:${String(index + 1)}` : [],
    );
}
