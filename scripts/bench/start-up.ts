import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';
import { pause, RawPty } from './raw-pty.ts';
import { median } from './statistics.ts';

/** The verdict's place is held by this line until the first survey is there. */
const PLACE = '端末を調べています';
const VERDICT = '次にすること: ';
/** Opens the help screen; its name then stands in the header. */
const KEY = '0';
const KEY_DONE = 'ヘルプ';
/** The screen is no part of what a start needs once the verdict is there. */
const SETTLED_MS = 50;

interface Start {
  readonly firstFrame: number;
  readonly firstKey: number;
}

/** Starts of the bundled program, interleaved with bare `node -e 0`: all in a pty, medians, as ratios. */
export async function startUp({ main, folder, runs }: Bench): Promise<Found> {
  const bare: number[] = [];
  const starts: Start[] = [];
  const verdicts: number[] = [];
  const checks: number[] = [];
  // A terminal that stands already, as a real one does: preparing a simulated one is no part of a start.
  const simulated = ['--simulate', 'outdated-morning', '--workdir', join(folder, 'start')];
  await new RawPty([main, 'check', ...simulated]).exit;
  for (let run = 0; run < runs; run += 1) {
    bare.push(await new RawPty(['-e', '0']).exit);
    starts.push(await start([main, ...simulated]));
    bare.push(await new RawPty(['-e', '0']).exit);
    verdicts.push(await verdict([main, ...simulated]));
    checks.push(await new RawPty([main, 'check', '--json', ...simulated]).exit);
  }
  const one = median(bare);
  const ms = {
    bare: one,
    firstFrame: median(starts.map(({ firstFrame }) => firstFrame)),
    firstKey: median(starts.map(({ firstKey }) => firstKey)),
    verdict: median(verdicts),
    check: median(checks),
  };
  return {
    values: {
      'start.first-frame': ms.firstFrame / one,
      'start.first-key': ms.firstKey / one,
      'start.verdict': ms.verdict / one,
      'start.check': ms.check / one,
    },
    details: { ms, runs: { bare, starts, verdicts, checks } },
  };
}

/** The key is pressed as soon as there is something to see, which is the earliest that anybody does. */
async function start(args: readonly string[]): Promise<Start> {
  const program = new RawPty(args);
  const firstFrame = await program.shows(PLACE);
  program.write(KEY);
  const firstKey = await program.shows(KEY_DONE);
  await program.leave();
  return { firstFrame, firstKey };
}

async function verdict(args: readonly string[]): Promise<number> {
  const program = new RawPty(args);
  const at = await program.shows(VERDICT);
  await pause(SETTLED_MS);
  await program.leave();
  return at;
}
