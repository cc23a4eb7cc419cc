import { join } from 'node:path';
import { checkIds } from '../../src/domain/facts.ts';
import { writeScenario } from '../../test/e2e/built.ts';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';
import { buildPeers } from './peers.ts';
import { pause, RawPty } from './raw-pty.ts';
import { median } from './statistics.ts';

/** What the first frame shows in the verdict's place. */
const FIRST_FRAME = '確認中';
/** The version as this start has read it; one that only the journal knows is called so. */
const VERSION = '顔認証ライブラリ 5.0.3';
const VERDICT = '作業が必要';
/** Opens the help screen; its name then stands in the header. */
const KEY = '0';
const KEY_DONE = 'ヘルプ';
/** The screen is no part of what a start needs once the verdict is there. */
const SETTLED_MS = 50;

/** What reads the versions, in the process itself; everything else hangs. */
const versionsOnly = Object.fromEntries(
  checkIds
    .filter((id) => id !== 'component-versions' && id !== 'delivery-calendar')
    .map((id) => [`probe:${id}`, 'hang']),
);

/** What is timed in each round. */
interface Round {
  readonly bare: number;
  readonly firstFrame: number;
  readonly firstKey: number;
  readonly version: number;
  readonly verdict: number;
  readonly versionWhileHanging: number;
  readonly check: number;
  readonly ink: number;
  readonly handWritten: number;
}

/**
 * Starts of the bundled program, interleaved with bare `node -e 0` and with two peers (a minimal Ink program of the
 * same size, and one frame written by hand): all in a pty, medians, as ratios.
 */
export async function startUp({ main, folder, runs }: Bench): Promise<Found> {
  // A terminal that stands already, as a real one does: preparing a simulated one is no part of a start.
  const simulated = ['--simulate', 'outdated-morning', '--workdir', join(folder, 'start')];
  const hangs = writeScenario(join(folder, 'hanging-scenario'), { formatVersion: 1, faults: versionsOnly });
  const hanging = ['--simulate', hangs, '--workdir', join(folder, 'hanging')];
  await new RawPty([main, 'check', ...simulated]).exit;
  await new RawPty([main, 'check', ...hanging]).exit;
  const peers = await buildPeers(join(folder, 'peers'));
  const rounds: Round[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { firstFrame, firstKey } = await keyAtOnce([main, ...simulated]);
    rounds.push({
      bare: await new RawPty(['-e', '0']).exit,
      firstFrame,
      firstKey,
      ...(await reading([main, ...simulated])),
      versionWhileHanging: (await reading([main, ...hanging])).version,
      check: await new RawPty([main, 'check', '--json', ...simulated]).exit,
      ink: await new RawPty([peers.ink]).exit,
      handWritten: await new RawPty([peers.handWritten]).exit,
    });
  }
  const ms = (what: keyof Round): number => median(rounds.map((round) => round[what]));
  const bare = ms('bare');
  return {
    values: {
      'start.first-frame': ms('firstFrame') / bare,
      'start.version': ms('version') / bare,
      'start.verdict': ms('verdict') / bare,
      'start.first-key': ms('firstKey') / bare,
      'start.check': ms('check') / bare,
      'start.version-while-all-hangs': ms('versionWhileHanging') / ms('version'),
      'start.peer-ink': ms('ink') / bare,
      'start.peer-hand-written': ms('handWritten') / bare,
    },
    details: { bare, rounds },
  };
}

/** The key is pressed as soon as there is something to see, which is the earliest that anybody does. */
async function keyAtOnce(args: readonly string[]): Promise<Pick<Round, 'firstFrame' | 'firstKey'>> {
  const program = new RawPty(args);
  const firstFrame = await program.shows(FIRST_FRAME);
  program.write(KEY);
  const firstKey = await program.shows(KEY_DONE);
  await program.leave();
  return { firstFrame, firstKey };
}

async function reading(args: readonly string[]): Promise<Pick<Round, 'version' | 'verdict'>> {
  const program = new RawPty(args);
  await program.shows(VERDICT);
  await pause(SETTLED_MS);
  await program.leave();
  const [version = Number.NaN, verdict = Number.NaN] = await program.shownAt([VERSION, VERDICT]);
  return { version, verdict };
}
