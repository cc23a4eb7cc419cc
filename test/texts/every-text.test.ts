import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasAmbiguous } from '../../src/text/cells.ts';
import { graphOf, readGraph } from '../architecture/sources.ts';
import { cp932Characters } from '../guide/cp932.ts';
import { everyText } from './every-text.ts';

const SRC = join(import.meta.dirname, '../../src');
/** Goes into a text file of the package, not on the screen. */
const NOT_SHOWN = ['commands/package.ja.ts'];

const known = cp932Characters();
const files = readGraph(SRC);
const shown = [...files.keys()].filter((file) => file.endsWith('.ja.ts') && !NOT_SHOWN.includes(file));

/** The characters that a console may lack, or draw in one column here and in two there. */
function unsure(text: string): readonly string[] {
  return [...new Set(text)].filter((char) => !known.has(char) || hasAmbiguous(char));
}

describe('the texts of the console', () => {
  it.each(shown)('%s holds only characters that every console draws alike', (file) => {
    // The program text without its comments: every literal, whichever arguments lead to it.
    expect(unsure(files.get(file)?.code ?? '?')).toEqual([]);
  });

  it.each(shown)('%s says only such, whatever it is asked', async (file) => {
    const texts: unknown = await import(`../../src/${file}`);
    const all = everyText({ ...(texts as object) }, file);
    expect(all.refusing).toEqual([]);
    expect(all.texts.length).toBeGreaterThan(0);
    expect(all.texts.filter(({ text }) => unsure(text).length > 0)).toEqual([]);
  });

  it('so does the built-in notice', () => {
    expect(unsure(readFileSync(join(SRC, 'domain/notice/2026-01-face-library.json'), 'utf8'))).toEqual([]);
  });

  it('are all looked at', () => {
    expect(shown).toEqual(
      expect.arrayContaining(['tui/keys.ja.ts', 'screens/status/status.ja.ts', 'guide/entries/reader.ja.ts']),
    );
    for (const file of NOT_SHOWN) expect(files.has(file)).toBe(true);
  });

  it.each(['…', '─', '✓', '→', '※', '①', '×', '●', '😀', '\u00A0'])('may not hold %s', (char) => {
    const code = graphOf({
      'a.ts': `export const texts = { wait: (n: number) => \`あと${char}\${n}\` };`,
    }).get('a.ts')?.code;
    expect(unsure(code ?? '')).toEqual([char]);
    const { texts } = everyText({ wait: (n: number) => [`あと${char}${String(n)}`] }, 'texts');
    expect(texts.every(({ text }) => unsure(text).includes(char))).toBe(true);
  });
});
