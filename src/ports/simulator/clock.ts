import { existsSync } from 'node:fs';
import { SECOND, toIso, type Instant } from '../../domain/time.ts';
import { isAlive } from '../node/is-alive.ts';
import { readState, writeState } from './shared-files.ts';
import { readMachine, type PreparedTerminal } from './machine.ts';
import type { TerminalSpec } from './terminal-spec.ts';
import { workdirFiles } from './workdir.ts';

/** `clock.json`: the simulated time at a moment of the host's time, and whether it goes on from there. */
interface ClockFile {
  readonly simulated: Instant;
  readonly real: Instant;
  readonly running: boolean;
  /** The scenario names no time: the terminal's clock is the host's and never stands. */
  readonly followsRealClock: boolean;
  /** The process that lets it run. */
  readonly owner: number | null;
}

/** The clock of a simulated terminal, for the one process that moves it. It stands until `run`, and never goes back. */
export interface SimulatorClock {
  now(): Instant;
  run(): void;
  /** Stops it where it stands. A clock that another process lets run goes on for that one. */
  freeze(): void;
  /** Puts the clock forward to a time; a time that is past changes nothing. */
  advanceTo(at: Instant): void;
}

/** Milliseconds of simulated time between two saves, so that a killed console loses no more than that. */
const SAVE_EVERY = SECOND;

/** The clock of a terminal that has just been prepared. */
export function writeFirstClock(workdir: string, { now, followsRealClock }: TerminalSpec, realNow: Instant): void {
  const file = { simulated: now, real: realNow, running: followsRealClock, followsRealClock, owner: null };
  writeState(workdirFiles(workdir).clock, file satisfies ClockFile);
}

/** What the terminal's clock says, as any of its programs reads it. */
export function readClock(workdir: string, realNow: Instant): Instant {
  const { simulated, real, running } = readClockFile(workdir);
  const gone = running ? Math.max(0, realNow - real) : 0;
  return simulated + gone + readMachine(workdir).jumped;
}

export function createSimulatorClock(
  workdir: string,
  host: { readonly realNow: () => Instant; readonly pid: number },
): SimulatorClock {
  let last = readClock(workdir, host.realNow());
  let standing = true;
  let savedAt = last;

  /** Anchors the clock anew where it is. */
  function save(changes: Partial<ClockFile> = {}): void {
    writeState(workdirFiles(workdir).clock, {
      ...readClockFile(workdir),
      ...changes,
      simulated: last - readMachine(workdir).jumped,
      real: host.realNow(),
    });
    savedAt = last;
  }

  /** Somebody may have removed the working folder under a running console: then the clock stays where it is. */
  function isThere(): boolean {
    return existsSync(workdirFiles(workdir).clock);
  }

  function read(): Instant {
    if (!isThere()) return last;
    const reading = readClock(workdir, host.realNow());
    const wentBack = reading < last;
    last = Math.max(last, reading);
    // The host's clock may be put back: the terminal's goes on from where it was.
    const { running, owner } = readClockFile(workdir);
    // The process that let it run has ended: it goes on for this one.
    if (!running) save({ running: true, owner: host.pid });
    else if (wentBack || (last - savedAt >= SAVE_EVERY && owner === host.pid)) save();
    return last;
  }

  return {
    now: () => (standing ? last : read()),
    run() {
      const { running, owner } = readClockFile(workdir);
      standing = false;
      last = Math.max(last, readClock(workdir, host.realNow()));
      const isAnothers = running && owner !== null && owner !== host.pid && isAlive(owner);
      if (!isAnothers) save({ running: true, owner: host.pid });
    },
    freeze() {
      if (!standing) read();
      standing = true;
      if (!isThere()) return;
      const { owner, followsRealClock } = readClockFile(workdir);
      if (owner === host.pid) save({ running: followsRealClock, owner: null });
    },
    advanceTo(at) {
      if (at <= last) return;
      last = at;
      save();
    },
  };
}

export function readClockFile(workdir: string): ClockFile {
  const file = readState<ClockFile>(workdirFiles(workdir).clock, ['simulated', 'real']);
  if (!file) throw new Error(`${workdir}: no clock.json`);
  return file;
}

/**
 * A file's time on the terminal's clock. Files that the simulator writes carry the terminal's time already. One that
 * somebody changed by hand in the working folder carries the host's: it lies between the preparation and the present,
 * and becomes the terminal's time of as long ago.
 */
export function terminalTimeOf(
  hostTime: Instant,
  { spec, preparedAtReal }: PreparedTerminal,
  at: { readonly realNow: Instant; readonly now: Instant },
): Instant {
  const age = at.realNow - hostTime;
  const byHand = !spec.followsRealClock && hostTime >= preparedAtReal && age >= 0;
  return byHand ? Math.max(spec.now, at.now - age) : hostTime;
}

/** `2026/01/20 08:05:00`: the terminal's local time. */
export function slashTime(at: Instant, offsetMinutes: number): string {
  return toIso(at, offsetMinutes).slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
