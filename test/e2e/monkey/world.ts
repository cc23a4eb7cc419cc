import * as fc from 'fast-check';
import { downloadOutcomes, type DownloadOutcome } from '../../../src/domain/facts.ts';
import { ok } from '../../../src/domain/fault.ts';
import type { Ports } from '../../../src/ports/ports.ts';
import { restartAnswers, type RestartAnswer, type ToolEvent } from '../../../src/domain/outcomes.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import type { Ambiguous } from '../../../src/text/cells.ts';
import { fakePorts, healthyTerminal } from '../../fakes/ports.ts';
import { memoryStore } from '../../journal/memory-store.ts';

/** The terminal that a monkey is let loose on. */
export interface World {
  readonly version: string | null;
  readonly outcome: DownloadOutcome;
  readonly restart: RestartAnswer;
  readonly readOnly: boolean;
  readonly locked: boolean;
  readonly ambiguous: Ambiguous;
}

const rarely = fc.constantFrom(false, false, false, true);

export const worlds: fc.Arbitrary<World> = fc.record({
  version: fc.constantFrom('5.0.3', '5.0.3', '5.1.0', null),
  outcome: fc.constantFrom(...downloadOutcomes),
  restart: fc.oneof(fc.constant<RestartAnswer>('accepted'), fc.constantFrom(...restartAnswers)),
  readOnly: rarely,
  locked: rarely,
  ambiguous: fc.constantFrom<Ambiguous>('narrow', 'wide'),
});

/** What changes the machine for good, so that it needs an answered question. */
export type Grave = 'press-download' | 'request-restart';

/** Its ports, with a journal in memory; `onGrave` hears of each press and each restart as it reaches the machine. */
export function portsOf(world: World, now: () => number, onGrave: (what: Grave) => void) {
  const path = defaultSettings().paths.versionInfo['face-library'] ?? '';
  const info = { content: world.version ?? '', modifiedAt: now() - 3_600_000 };
  const store = memoryStore();
  const plain = fakePorts({
    terminal: {
      files: { ...healthyTerminal.files, ...(world.version === null ? {} : { [path]: info }) },
      restart: { answer: world.restart, exitCode: world.restart === 'accepted' ? 0 : 5, comesBack: true },
    },
  });
  const isPressed = world.outcome !== 'window-missing' && world.outcome !== 'button-missing';
  async function* press(): AsyncGenerator<ToolEvent> {
    onGrave('press-download');
    yield { type: 'step', step: 'pressing' };
    yield { type: 'says', text: '資材を確認しています →' };
    await new Promise((resolve) => setTimeout(resolve, 50));
    yield { type: 'finished', outcome: world.outcome, pressed: isPressed, message: null };
  }
  const ports: Ports = {
    ...plain,
    clock: {
      now,
      uptimeSeconds: () => null,
      read: () => Promise.resolve(ok({ now: now(), offsetMinutes: 540 })),
    },
    journal: {
      ...store,
      acquireLock: () => Promise.resolve(ok(world.locked ? { held: false, ownerPid: 4711 } : { held: true })),
      holdLock: () => Promise.resolve(ok(world.locked ? { held: false, ownerPid: 4711 } : { held: true })),
    },
    tool: { ...plain.tool, pressDownloadNow: press },
    power: {
      ...plain.power,
      restart: (options, signal) => {
        onGrave('request-restart');
        return plain.power.restart(options, signal);
      },
    },
  };
  return { ports, store };
}
