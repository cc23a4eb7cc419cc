import * as fc from 'fast-check';
import measured from 'string-width';
import stringWidth from '../../src/text/string-width.ts';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Segmenter } from '../../scripts/bundle/segmenter.ts';
import { isSimple } from '../../src/text/string-width.ts';
import { plain } from '../../src/text/cells.ts';
import { cp932Characters } from '../guide/cp932.ts';
import { everyText } from '../texts/every-text.ts';
import { anyText } from '../tui/texts.ts';

/** Texts as Ink hands them on: bare, and with looks around and inside. */
const drawn = fc
  .tuple(anyText, fc.constantFrom('', '\u001B[1m', '\u001B[36m', '\u001B[1;31m'), fc.nat(60))
  .map(([text, look, at]) => (look === '' ? text : `${text.slice(0, at)}${look}${text.slice(at)}\u001B[0m`));

/**
 * All texts that a screen may show, those that functions give to samples among them. What goes into the package's files
 * is not shown.
 */
async function uiTexts(): Promise<readonly string[]> {
  const files = globSync('src/**/*.ja.ts').filter((file) => !file.endsWith('package.ja.ts'));
  const found = await Promise.all(
    files.map(async (file) => {
      const texts: unknown = await import(`../../${file.replaceAll('\\', '/')}`);
      return everyText({ ...(texts as object) }, file).texts.map(({ text }) => text);
    }),
  );
  return found.flat();
}

const worlds = [{ ambiguousIsNarrow: true }, { ambiguousIsNarrow: false }];

describe('the measure of text in the bundle', () => {
  it('agrees with the package that it stands for, on any text', () => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (text, countAnsiEscapeCodes) => {
        for (const world of worlds) {
          const options = { ...world, countAnsiEscapeCodes };
          expect(stringWidth(text, options)).toBe(measured(text, options));
          expect(stringWidth(plain(text), options)).toBe(measured(plain(text), options));
        }
      }),
    );
  });

  it('agrees with it on every character of CP932, and on any two together', () => {
    const characters = [...cp932Characters()];
    for (const character of characters) expect(stringWidth(character)).toBe(measured(character));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (parts) => {
        expect(stringWidth(parts.join(''))).toBe(measured(parts.join('')));
      }),
    );
  });

  it('agrees with it on all texts of the UI, and needs no table of Unicode for any of them', async () => {
    const texts = await uiTexts();
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) expect(stringWidth(text)).toBe(measured(text));
    expect(texts.filter((text) => !isSimple(text.replaceAll('\n', '')))).toEqual([]);
  });
});

describe('the segmenter in the bundle', () => {
  it('splits any text as the real one does', () => {
    const [ours, real] = [new Segmenter(undefined, { granularity: 'grapheme' }), new Intl.Segmenter()];
    fc.assert(
      fc.property(drawn, (text) => {
        const parts = (found: Iterable<{ readonly segment: string; readonly index: number }>) =>
          Array.from(found, ({ segment, index }) => [segment, index]);
        expect(parts(ours.segment(text))).toEqual(parts(real.segment(text)));
      }),
    );
  });
});
