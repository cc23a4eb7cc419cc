import { build } from 'esbuild';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { widthTables } from '../../scripts/bundle/width-tables.ts';

/** The package as the bundle has it, as text. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export { default } from 'string-width';", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [widthTables],
  });
  return outputFiles[0]?.text ?? '';
}

it('makes no pattern over tables when it is loaded, and measures as before', async () => {
  const text = await bundled();
  // A statement of the module itself begins the line, as esbuild writes it.
  expect(text).not.toMatch(/^(?:var|const) \w+Regex = (?:\/|new RegExp)/m);
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  const measure = (module as { readonly default: typeof stringWidth }).default;
  const texts = ['', '版 5.1.0', 'ｱﾞ', '①→', '👩‍👩‍👦', '5️⃣', '5\u20E3', 'e\u0301', 'ᄀ\u1161', '\u200B', 'का', '\uD800'];
  expect(texts.map((each) => measure(each))).toEqual(texts.map((each) => stringWidth(each)));
  expect(texts.map((each) => stringWidth(each))).toContain(2);
});
