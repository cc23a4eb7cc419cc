import { join } from 'node:path';
import { writeScenario } from '../../test/e2e/built.ts';
import type { Bench } from './bench.ts';
import { writeLongJournal } from './long-journal.ts';
import type { Found } from './metrics.ts';
import { pause, RawPty } from './raw-pty.ts';
import { median, quantile } from './statistics.ts';
import { upForHours } from './up-for-hours.ts';

const ENTRIES = 10_000;
const DOWN = '\u001B[B';
const PAGE_DOWN = '\u001B[6~';
const UP = '\u001B[A';
const BETWEEN_MS = 120;
const PRESSES = 60;
const WARM_UP = 10;

/** Arrows and pages in the history of a journal of 10,000 entries, at 80x24: how long until the first byte of the answer. */
export async function history({ main, folder }: Bench): Promise<Found> {
  const source = writeScenario(join(folder, 'history-scenario'), upForHours);
  const data = join(folder, 'history-data');
  writeLongJournal(data, ENTRIES);
  const work = join(folder, 'history');
  const program = new RawPty([main, '--simulate', source, '--workdir', work, '--data-dir', data]);
  await program.shows('次にすること: ');
  const from = program.length;
  program.write('7');
  await program.shows('実行したコマンドを見る', from);
  await pause(2_000);
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
  await program.leave();
  return {
    values: { 'history.paint-p50': median(times), 'history.paint-p95': quantile(times, 0.95) },
    details: { entries: ENTRIES, times },
  };
}
