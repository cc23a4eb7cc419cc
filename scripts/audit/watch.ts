import { mkdtemp, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { bundle } from '../bundle.ts';
import type * as Texts from './texts.ts';

const SIZE = { columns: 80, rows: 24 } as const;
/** An editor writes a file in pieces, and several files at once. */
const SETTLED_MS = 100;

/** Draws every state anew with each save in src, and prints the screens that came out different. Runs until Ctrl+C. */
export async function watchScreens(): Promise<void> {
  let before = await draw();
  process.stdout.write(`${String(before.size)} screens; those that a save changes are shown here. Ctrl+C ends it.\n`);
  for await (const _ of settled(watch('src', { recursive: true }))) {
    try {
      const now = await draw();
      show(before, now);
      before = now;
    } catch (error) {
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

/** From a bundle in a folder of its own: a module is loaded once from a path, however often it changes. */
async function draw(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-audit-'));
  try {
    await bundle({ texts: 'scripts/audit/texts.ts' }, folder);
    const { stateTexts } = (await import(pathToFileURL(join(folder, 'texts.js')).href)) as typeof Texts;
    return stateTexts(SIZE);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function show(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): void {
  const changed = [...now].filter(([name, text]) => before.get(name) !== text);
  const rule = '-'.repeat(SIZE.columns);
  for (const [name, text] of changed) process.stdout.write(`\n${name}\n${rule}\n${text}\n${rule}\n`);
  process.stdout.write(`${String(changed.length)} of ${String(now.size)} screens changed\n`);
}

/** One of several events that come close together. */
async function* settled<Event>(events: AsyncIterable<Event>): AsyncGenerator<undefined> {
  const iterator = events[Symbol.asyncIterator]();
  let next = iterator.next();
  for (;;) {
    if ((await next).done === true) return;
    next = iterator.next();
    while ((await Promise.race([next, pause()])) !== null) next = iterator.next();
    yield undefined;
  }
}

function pause(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), SETTLED_MS);
  });
}
