import { join } from 'node:path';
import { writeScenario } from '../../test/e2e/built.ts';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';
import { pause, RawPty } from './raw-pty.ts';
import { mean, median, quantile } from './statistics.ts';
import { upForHours } from './up-for-hours.ts';

const DOWN = '\u001B[B';
const UP = '\u001B[A';
/** Longer than Ink puts a frame off after another one: each press is one by itself. */
const BETWEEN_MS = 120;
const PRESSES = 60;
/** So that what is measured is compiled, as after the first few presses of a day. */
const WARM_UP = 10;

/**
 * Arrow keys in the longest list, the guide's, at 80x24: how long until the first byte of the answer, and how many
 * bytes.
 */
export async function keys({ main, folder }: Bench): Promise<Found> {
  const source = writeScenario(join(folder, 'keys-scenario'), upForHours);
  const program = new RawPty([main, '--simulate', source, '--workdir', join(folder, 'keys')]);
  await program.shows('次にすること: ');
  const from = program.length;
  program.write('6');
  await program.shows('エラーの手引き', from);
  await pause(1_000);
  const times: number[] = [];
  const bytes: number[] = [];
  for (let press = 0; press < WARM_UP + PRESSES; press += 1) {
    const { length } = program;
    const piece = program.pieces.length;
    const at = performance.now();
    program.write(press % PRESSES < PRESSES / 2 ? DOWN : UP);
    await program.writesAfter(length);
    const ms = (program.pieces[piece]?.at ?? Number.NaN) - at;
    await pause(BETWEEN_MS);
    if (press < WARM_UP) continue;
    times.push(ms);
    bytes.push(program.bytesSince(piece));
  }
  await program.leave();
  return {
    values: {
      'keys.paint-p50': median(times),
      'keys.paint-p95': quantile(times, 0.95),
      'keys.bytes': mean(bytes),
    },
    details: { times, bytes, largest: Math.max(...bytes) },
  };
}
