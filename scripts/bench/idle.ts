import { join } from 'node:path';
import { SETTINGS } from '../../test/e2e/prepared.ts';
import { writeScenario } from '../../test/e2e/built.ts';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';
import { cpuOf } from './process-cost.ts';
import { pause, RawPty } from './raw-pty.ts';
import { upForHours } from './up-for-hours.ts';

/**
 * After the start the terminal is looked at again while its services come up; the last of these looks is after a
 * minute.
 */
const SETTLED_MS = 65_000;
const MINUTE_MS = 60_000;

interface Idle {
  readonly bytes: number;
  readonly cpu: number;
  readonly children: number;
}

/**
 * Minutes in which nothing happens, with the console open on the status screen. Once with files watched and the clock
 * alone, once with the regular reading of each minute as well, whose programs are processes of their own.
 */
export async function idle(bench: Bench): Promise<Found> {
  const [watching, reading] = await Promise.all([
    minutes(bench, 'watching', { limits: { refreshSeconds: 86_400 } }),
    minutes(bench, 'reading', {}),
  ]);
  return {
    values: {
      'idle.bytes': Math.max(watching.bytes, reading.bytes),
      'idle.cpu': watching.cpu,
      'idle.cpu-reading': reading.cpu,
    },
    details: { watching, reading, minutes: bench.minutes },
  };
}

async function minutes({ main, folder, minutes }: Bench, name: string, settings: unknown): Promise<Idle> {
  const source = writeScenario(join(folder, `idle-${name}-scenario`), upForHours, {
    [SETTINGS]: JSON.stringify(settings),
  });
  const program = new RawPty([main, '--simulate', source, '--workdir', join(folder, `idle-${name}`)]);
  await program.shows('次にすること: ');
  await pause(SETTLED_MS);
  const piece = program.pieces.length;
  const before = await cpuOf(program.pid);
  await pause(minutes * MINUTE_MS);
  const after = await cpuOf(program.pid);
  const bytes = program.bytesSince(piece);
  await program.leave();
  return {
    bytes: bytes / minutes,
    cpu: (after.own - before.own) / minutes,
    children: (after.children - before.children) / minutes,
  };
}
