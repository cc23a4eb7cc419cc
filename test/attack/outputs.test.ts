import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/built.ts';
import { endOf } from './ended.ts';
import { plant, plants, type Plant } from './planted.ts';
import { tried } from './tried.ts';

const TERMINAL = ['--simulate', 'already-current'];

/** Every option that names a file to write. Those that make a new file leave alone whatever is there. */
const outputs: readonly { readonly name: string; readonly args: (out: string) => readonly string[] }[] = [
  { name: 'card --out', args: (out) => ['card', '--out', out, ...TERMINAL] },
  { name: 'history --out', args: (out) => ['history', '--html', '--out', out, ...TERMINAL] },
  { name: 'bundle --out', args: (out) => ['bundle', '--out', out, ...TERMINAL] },
  { name: 'notice new --out', args: (out) => ['notice', 'new', '--out', out] },
  { name: 'desk --csv', args: (out) => ['desk', '--csv', out, join(out, '..', 'answers')] },
  { name: 'desk --xlsx', args: (out) => ['desk', '--xlsx', out, join(out, '..', 'answers')] },
  { name: 'desk --html', args: (out) => ['desk', '--html', out, join(out, '..', 'answers')] },
  { name: 'check --prometheus', args: (out) => ['check', '--prometheus', out, ...TERMINAL] },
];

describe.concurrent.each(outputs)('$name', ({ name, args }) => {
  it.for(Object.keys(plants) as Plant[])('over a planted %s', async (what, context) => {
    tried(context, name, what);
    using folder = temporaryFolder();
    const outside = join(folder.path, 'outside');
    const own = join(folder.path, 'own');
    for (const each of [outside, join(own, 'answers')]) mkdirSync(each, { recursive: true });
    const out = join(own, 'out.prom');
    const planted = plant(what, out, outside);
    const end = await endOf(args(out));
    expect(planted.harm()).toBeNull();
    // Only the file for a monitor is replaced, and that by a new one.
    const replaces = name === 'check --prometheus' && what !== 'folder';
    expect(end).toMatchObject({ exitCode: replaces ? 0 : 64 });
    // Nothing is left beside it.
    expect(readdirSync(own).toSorted()).toEqual(['answers', 'out.prom']);
  });
});
