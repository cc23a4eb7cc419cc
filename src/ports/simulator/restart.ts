import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { SECOND } from '../../domain/time.ts';
import { readClock } from './clock.ts';
import { isStaged } from './delivery.ts';
import { installDelivery } from './install.ts';
import { tryLock } from './shared-files.ts';
import {
  findMachine,
  readMachine,
  readPrepared,
  readScheduled,
  unschedule,
  writeMachine,
  type MachineState,
} from './machine.ts';
import { wholeSeconds, type TerminalSpec } from './terminal-spec.ts';
import { workdirFiles } from './workdir.ts';

/**
 * How long a restart takes on the terminal's clock; it comes back with what was delivered installed shortly before its
 * end.
 */
const RESTART_TAKES = 75 * SECOND;
const INSTALLED_BEFORE_END = 5 * SECOND;
/** How long the machine is seen to be down, in host's time. */
const DOWN_FOR_MS = 1_500;
/** How long after its time a restart counts as left behind by a timer that died. */
const OVERDUE_AFTER_MS = 1_000;

/** The countdown: waits until the scheduled restart is due, then does it. Ends early when it was cancelled. */
export async function countDown(workdir: string, id: string): Promise<void> {
  for (;;) {
    const scheduled = existsSync(workdir) ? readScheduled(workdir) : null;
    if (scheduled?.id !== id) return;
    const left = scheduled.dueAtReal - Date.now();
    if (left <= 0) break;
    await wait(Math.min(left, 200));
  }
  await restartIfDue(workdir, DOWN_FOR_MS);
}

const LOOK_EVERY_MS = 200;

/**
 * Calls back once for each time the machine goes down, as one sees it on a screen. Gives the function that stops it.
 */
export function onPowerOff(workdir: string, callback: () => void): () => void {
  const first = findMachine(workdir);
  // A restart that begins and ends between two looks shows in its id; one that has begun already is still to be seen.
  let seen = first?.power === 'restarting' ? undefined : (first?.restartId ?? null);
  const timer = setInterval(() => {
    // Nobody else may be left to do it: neither its timer nor a program that is asked something. A folder that is being
    // removed has none.
    finishOverdueRestart(workdir).catch(() => undefined);
    const restartId = findMachine(workdir)?.restartId ?? null;
    if (restartId === seen) return;
    seen = restartId;
    callback();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/**
 * Resolves when the machine is on, or the signal is aborted. A restart whose timer died on the way is brought to its
 * end.
 */
export async function waitUntilOn(workdir: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && findMachine(workdir)?.power === 'restarting') {
    await wait(LOOK_EVERY_MS);
    await finishOverdueRestart(workdir);
  }
}

/** Does a restart whose timer died. A terminal without one is left alone. */
export async function finishOverdueRestart(workdir: string): Promise<void> {
  const scheduled = readScheduled(workdir);
  if (!scheduled || Date.now() < scheduled.dueAtReal + OVERDUE_AFTER_MS) return;
  await restartIfDue(workdir, 0);
}

/**
 * Takes the machine through the scheduled restart, exactly once however many processes try: one holds the lock, and
 * each step can be done again after a crash. Whoever does not get the lock leaves it to the one who has it.
 */
async function restartIfDue(workdir: string, downForMs: number): Promise<void> {
  const release = tryLock(workdirFiles(workdir).powerLock);
  if (!release) return;
  try {
    const scheduled = readScheduled(workdir);
    const prepared = readPrepared(workdir);
    if (!scheduled || !prepared || Date.now() < scheduled.dueAtReal) return;
    const before = readMachine(workdir);
    const isDone = before.restartId === scheduled.id && before.power === 'on';
    if (!isDone) {
      const down = goDown(workdir, before, scheduled.id);
      await wait(downForMs);
      if (!existsSync(workdirFiles(workdir).terminal)) return;
      comeUp(workdir, prepared.spec, down);
    }
    unschedule(workdir);
  } finally {
    release();
  }
}

function goDown(workdir: string, machine: MachineState, id: string): MachineState {
  if (machine.restartId === id) return machine;
  const down: MachineState = {
    ...machine,
    power: 'restarting',
    restartId: id,
    jumped: machine.jumped + RESTART_TAKES,
  };
  writeMachine(workdir, down);
  return down;
}

function comeUp(workdir: string, spec: TerminalSpec, down: MachineState): void {
  const bootedAt = wholeSeconds(readClock(workdir, Date.now()));
  const installs = isStaged({ workdir, spec, machine: down }, bootedAt);
  if (installs) installDelivery(workdir, spec, bootedAt - INSTALLED_BEFORE_END);
  writeMachine(workdir, {
    ...down,
    power: 'on',
    bootCount: down.bootCount + 1,
    bootedAt,
    lastBootKind: 'full',
    since: bootedAt,
    arrived: down.arrived || installs,
  });
}
