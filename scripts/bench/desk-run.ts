import { spawn } from 'node:child_process';
import process from 'node:process';
import { peakMemoryOf } from './process-cost.ts';
import { RawPty } from './raw-pty.ts';
import { median } from './statistics.ts';

export interface DeskRun {
  /** The first frame, before anything was read. */
  readonly firstFrameMs: number;
  /** The first frame with a clinic in it. */
  readonly firstRowsMs: number;
  readonly allReadMs: number;
  readonly screenMemoryMb: number;
  readonly listMs: number;
  readonly listMemoryMb: number;
}

/** In the header of the first screen. */
const FRAME = 'oqs-console desk';
const ROW = 'clinic-';
/** Stands where the progress stood, once everything is read. */
const ALL_READ = '絞り込みなし';
const RUNS = 3;

/** Opens the screen and prints the list on a folder of answers, some times each: the medians, and the most memory. */
export async function measureDesk(main: string, folder: string, count: number): Promise<DeskRun> {
  const screens = [];
  const lists = [];
  for (let run = 0; run < RUNS; run += 1) {
    screens.push(await screen(main, folder, count));
    lists.push(await list(main, folder));
  }
  return {
    firstFrameMs: median(screens.map(({ firstFrameMs }) => firstFrameMs)),
    firstRowsMs: median(screens.map(({ firstRowsMs }) => firstRowsMs)),
    allReadMs: median(screens.map(({ allReadMs }) => allReadMs)),
    screenMemoryMb: Math.max(...screens.map(({ memoryMb }) => memoryMb)),
    listMs: median(lists.map(({ ms }) => ms)),
    listMemoryMb: Math.max(...lists.map(({ memoryMb }) => memoryMb)),
  };
}

async function screen(main: string, folder: string, count: number) {
  const program = new RawPty([main, 'desk', folder]);
  const firstFrameMs = await program.shows(FRAME);
  const firstRowsMs = await program.shows(ROW);
  await program.shows(`/${String(count)} `);
  const allReadMs = await program.shows(ALL_READ);
  const memoryMb = await peakMemoryOf(program.pid);
  await program.leave();
  return { firstFrameMs, firstRowsMs, allReadMs, memoryMb };
}

/** Its memory is looked at while it prints: /proc has nothing of a process that has ended. */
async function list(main: string, folder: string): Promise<{ readonly ms: number; readonly memoryMb: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [main, 'desk', '--list', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the program did not start');
  let memoryMb = 0;
  const looking = setInterval(() => {
    peakMemoryOf(pid).then(
      (now) => (memoryMb = Math.max(memoryMb, now)),
      // It has just ended.
      () => undefined,
    );
  }, 20);
  child.stdout.resume();
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(looking);
  if (code === 64 || code === 70 || memoryMb === 0) throw new Error(`desk --list ended with ${String(code)}`);
  return { ms: performance.now() - startedAt, memoryMb };
}
