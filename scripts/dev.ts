/**
 * Builds on save and opens the console anew in this terminal, on the same practice terminal: `npm run dev -- --simulate
 * NAME`. What the console is asked after `--` stays the same; a build that fails is shown, and the next save tries
 * again. Ctrl+C in the console ends it.
 */
import process from 'node:process';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInto } from './build.ts';

/** An editor writes a file in pieces, and several files at once. */
const SETTLED_MS = 100;

const workdir = await mkdtemp(join(tmpdir(), 'oqs-dev-'));
const args = process.argv.slice(2);
const dist = join(workdir, 'dist');
const place = args.includes('--workdir') ? [] : ['--workdir', join(workdir, 'terminal')];

let console: ChildProcess | null = null;

async function open(): Promise<void> {
  try {
    await buildInto(dist);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return;
  }
  const opened = spawn(process.execPath, [join(dist, 'main.js'), ...args, ...place], { stdio: 'inherit' });
  console = opened;
  opened.once('exit', () => {
    // Left by the operator, not for a new build.
    if (console === opened) void end();
  });
}

async function close(): Promise<void> {
  const closing = console;
  console = null;
  if (closing === null || closing.exitCode !== null) return;
  closing.kill();
  await once(closing, 'exit');
}

async function end(): Promise<void> {
  await rm(workdir, { recursive: true, force: true });
  process.exit();
}

// The console hears it as a key.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void close().then(end));
await open();
let waiting: NodeJS.Timeout | undefined;
for await (const _ of watch('src', { recursive: true })) {
  clearTimeout(waiting);
  waiting = setTimeout(() => void close().then(open), SETTLED_MS);
}
