import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../src/journal/journal.ts';
import { createJournalStore } from '../../src/ports/node/journal-store.ts';
import { writeScenario } from '../../test/e2e/built.ts';
import type { Bench } from './bench.ts';
import { writeLongJournal } from './long-journal.ts';
import type { Found } from './metrics.ts';
import { peakMemoryOf } from './process-cost.ts';
import { pause, RawPty } from './raw-pty.ts';
import { median, quantile } from './statistics.ts';
import { upForHours } from './up-for-hours.ts';

const ENTRIES = 100_000;
/** Opens the history; its own words then stand on the screen. */
const KEY = '7';
const FIRST_FRAME = '確認中';
const HISTORY = '実行したコマンドを見る';
/** What is told once the journal and the terminal have been read. */
const NEXT_STEP = '次にすること: ';
const DOWN = '\u001B[B';
const PAGE_DOWN = '\u001B[6~';
const UP = '\u001B[A';
const BETWEEN_MS = 120;
const PRESSES = 60;
const WARM_UP = 10;
const APPENDS = 20;
/** A start takes a second or more here: fewer do. */
const MOST_STARTS = 5;

/**
 * A journal of 100,000 entries, at 80x24: from the start to the first key that is answered from the journal, the most
 * memory that the console took until arrows and pages had been pressed in its history, how long until the first byte of
 * each answer, and an append.
 */
export async function journal({ main, folder, runs }: Bench): Promise<Found> {
  const source = writeScenario(join(folder, 'journal-scenario'), upForHours);
  const written = join(folder, 'journal');
  writeLongJournal(written, ENTRIES);
  const starts: number[] = [];
  const peaks: number[] = [];
  const paints: number[] = [];
  for (let run = 0; run < Math.min(runs, MOST_STARTS); run += 1) {
    const data = join(folder, `journal-${String(run)}`);
    cpSync(written, data, { recursive: true });
    const work = join(folder, 'journal-work');
    const program = new RawPty([main, '--simulate', source, '--workdir', work, '--data-dir', data]);
    await program.shows(FIRST_FRAME);
    program.write(KEY);
    starts.push(await program.shows(HISTORY));
    await program.shows(NEXT_STEP);
    await pause(2_000);
    paints.push(...(await keysIn(program)));
    peaks.push(await peakMemoryOf(program.pid));
    await program.leave();
  }
  return {
    values: {
      'journal.start': median(starts),
      'journal.memory': Math.max(...peaks),
      'journal.append': median(await appendsTo(written)),
      'history.paint-p50': median(paints),
      'history.paint-p95': quantile(paints, 0.95),
    },
    details: { entries: ENTRIES, starts, peaks, paints },
  };
}

/** The milliseconds from each key to the first byte of its answer. */
async function keysIn(program: RawPty): Promise<readonly number[]> {
  const keys = [DOWN, DOWN, PAGE_DOWN, UP];
  const times: number[] = [];
  for (let press = 0; press < WARM_UP + PRESSES; press += 1) {
    const { length } = program;
    const piece = program.pieces.length;
    const at = performance.now();
    program.write(keys[press % keys.length] ?? DOWN);
    await program.writesAfter(length);
    const ms = (program.pieces[piece]?.at ?? Number.NaN) - at;
    await pause(BETWEEN_MS);
    if (press >= WARM_UP) times.push(ms);
  }
  return times;
}

/** The milliseconds of each append to a journal that has been read, flushed to the disk. */
async function appendsTo(dataDir: string): Promise<readonly number[]> {
  const opened = await openJournal({
    store: createJournalStore(dataDir),
    clock: { now: () => Date.now() },
    offsetMinutes: 540,
    noticeId: '2026-01-face-library',
  });
  if (!opened.ok) throw new Error(opened.fault.headline);
  const times: number[] = [];
  for (let append = 0; append < APPENDS; append += 1) {
    const at = performance.now();
    const done = await opened.value.append({ event: 'support-called' });
    if (!done.ok) throw new Error(done.fault.headline);
    times.push(performance.now() - at);
  }
  return times;
}
