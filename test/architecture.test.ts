import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { wideComments, wideIn } from './architecture/comments.ts';
import { direction } from './architecture/direction.ts';
import { order } from './architecture/folders.ts';
import { only } from './architecture/rules.ts';
import { shape } from './architecture/shape.ts';
import { graphOf, readGraph } from './architecture/sources.ts';
import { world } from './architecture/world.ts';

const root = join(import.meta.dirname, '../src');
const src = readGraph(root);
const rules = [...direction, ...world, ...shape];

describe('the direction of the modules', () => {
  it.each(rules)('$rule', ({ check }) => {
    expect(check(src)).toEqual([]);
  });

  it.each(rules)('can fail: $rule', ({ check, broken, says }) => {
    expect(check(graphOf(broken))).toContain(says);
  });

  it('keeps no exception that is not needed', () => {
    const rule = only(['a.ts'], { except: ['b.ts', 'c/'] });
    const graph = graphOf({ 'c/d.ts': "import { a } from '../a.ts';" });
    expect(rule(graph)).toEqual(['b.ts needs no exception']);
  });

  it('looks at every folder', () => {
    const folders = new Set(
      [...src.keys()].map((path) => (/^ports\/\w+\//.exec(path) ?? /^\w+\//.exec(path))?.[0] ?? path),
    );
    expect([...folders].toSorted()).toEqual(order.flat().toSorted());
  });
});

describe('comments', () => {
  it('are no wider than the code', () => {
    expect(wideComments(join(root, '..'), ['src', 'scripts', 'test'])).toEqual([]);
  });

  it('are found where they are', () => {
    const [fits, wide] = [117, 118].map((letters) => `// ${'x'.repeat(letters)}`);
    expect(wideIn('a.ts', [fits, wide, `/** ${'あ'.repeat(60)} */`].join('\n'))).toEqual(['a.ts:2', 'a.ts:3']);
  });
});

describe('the parser of imports', () => {
  it('reads every form', () => {
    const text = [
      "import a, { b } from './b.ts';",
      "import type { C } from '../c.ts';",
      "import * as d from 'd';",
      "import {\n  e,\n  type F,\n} from './e/f.ts';",
      "export { g } from './g.ts';",
      "export type { H } from './h.ts';",
      "export * from './i.ts';",
      "import './j.ts';",
      "import k from './k.json' with { type: 'json' };",
      "const l = async () => import('l');",
      "// import m from 'm';",
      "export const n = 'import o from';",
    ].join('\n');
    expect(graphOf({ 'x/a.ts': text }).get('x/a.ts')?.imports).toEqual([
      { target: 'x/b.ts', kind: 'value' },
      { target: 'c.ts', kind: 'type' },
      { target: 'd', kind: 'value' },
      { target: 'x/e/f.ts', kind: 'value' },
      { target: 'x/g.ts', kind: 'value' },
      { target: 'x/h.ts', kind: 'type' },
      { target: 'x/i.ts', kind: 'value' },
      { target: 'x/j.ts', kind: 'bare' },
      { target: 'x/k.json', kind: 'value' },
      { target: 'l', kind: 'dynamic' },
    ]);
  });

  it('finds in src what esbuild finds', async () => {
    const { metafile } = await build({
      // One bundle of all: one for each file takes half a minute.
      stdin: { contents: [...src.keys()].map((path) => `import './${path}';`).join('\n'), resolveDir: root },
      absWorkingDir: root,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      write: false,
      metafile: true,
    });
    for (const [path, { imports }] of src) {
      const found = metafile.inputs[path]?.imports.map((each) => each.path) ?? [];
      const read = imports.filter(({ kind }) => kind !== 'type').map(({ target }) => target);
      const all = (targets: readonly string[]): readonly string[] =>
        [...new Set(targets.filter((target) => target !== 'react/jsx-runtime'))].toSorted();
      expect({ path, imports: all(read) }).toEqual({ path, imports: all(found) });
    }
  });
});
