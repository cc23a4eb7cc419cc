import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { transformSync } from 'esbuild';

/** One import, re-export or `import()`. */
export interface Import {
  /** The module's path below src, or the package's name. */
  readonly target: string;
  /** `type` is gone when the program runs. */
  readonly kind: 'value' | 'type' | 'bare' | 'dynamic';
}

export interface Module {
  readonly imports: readonly Import[];
  /** The program text without comments and types, as esbuild prints it: what stands at the margin is top level. */
  readonly code: string;
}

/** Modules by their path below src, `screens/model.ts`. */
export type Graph = ReadonlyMap<string, Module>;

/** All of a folder's TypeScript. */
export function readGraph(folder: string): Graph {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return graphOf(
    Object.fromEntries(files.map((file) => [file.split(sep).join('/'), readFileSync(join(folder, file), 'utf8')])),
  );
}

/** The modules with these texts. */
export function graphOf(texts: Readonly<Record<string, string>>): Graph {
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, { imports: importsOf(path, text), code: codeOf(path, text) }]),
  );
}

// Prettier keeps every such statement at the margin, in single quotes; esbuild confirms below that none is missed.
const STATEMENT = /^(import|export)( type)?\s(?:[^'";]*?\sfrom )?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

function importsOf(path: string, text: string): readonly Import[] {
  const resolve = (name: string): string =>
    name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), name)) : name;
  const statements = Array.from(text.matchAll(STATEMENT), ([whole, , type, name = '']): Import => {
    const kind = type === undefined ? (whole.includes(' from ') ? 'value' : 'bare') : 'type';
    return { target: resolve(name), kind };
  });
  const dynamic = Array.from(text.matchAll(DYNAMIC), ([, name = '']): Import => ({
    target: resolve(name),
    kind: 'dynamic',
  }));
  return [...statements, ...dynamic];
}

function codeOf(path: string, text: string): string {
  const { code } = transformSync(text, {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'preserve',
    legalComments: 'none',
    charset: 'utf8',
    target: 'esnext',
    // Texts of several lines would stand at the margin.
    supported: { 'template-literal': false },
  });
  return code;
}
