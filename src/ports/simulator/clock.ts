import { existsSync } from 'node:fs';
import { SECOND, type Instant } from '../../domain/time.ts';
import { isAlive } from './lock.ts';
import { readMachine } from './machine-state.ts';
import { isRecord, readState, writeState } from './state-file.ts';
import { workdirFiles } from './workdir.ts';

/** `clock.json`: the simulated time at a moment of the host's time, and whether it goes on from there. */
export interface ClockFile {
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
  /** Puts the clock forward by so many milliseconds. */
  jump(milliseconds: number): void;
  /** Puts the clock forward to a time; a time that is past changes nothing. */
  advanceTo(at: Instant): void;
}

/** Milliseconds of simulated time between two saves, so that a killed console loses no more than that. */
const SAVE_EVERY = SECOND;

/** What the terminal's clock says, as any of its programs reads it. */
export function readClock(workdir: string, realNow: Instant): Instant {
  return standingOf(readClockFile(workdir), realNow) + readMachine(workdir).jumped;
}

export function createSimulatorClock(
  workdir: string,
  host: { readonly realNow: () => Instant; readonly pid: number },
): SimulatorClock {
  let last = readClock(workdir, host.realNow());
  let standing = true;
  let savedAt = last;

  function save(changes: { readonly running: boolean; readonly owner: number | null }): void {
    const file: ClockFile = {
      ...readClockFile(workdir),
      ...changes,
      simulated: last - readMachine(workdir).jumped,
      real: host.realNow(),
    };
    writeState(workdirFiles(workdir).clock, file);
    savedAt = last;
  }

  function read(): Instant {
    // Somebody may have removed the working folder under a running console.
    if (!existsSync(workdirFiles(workdir).clock)) return last;
    const reading = readClock(workdir, host.realNow());
    const file = readClockFile(workdir);
    const wentBack = reading < last;
    last = Math.max(last, reading);
    // The host's clock may be put back: anchor anew, so that the terminal's clock goes on from where it was.
    if (wentBack || (file.owner === host.pid && last - savedAt >= SAVE_EVERY))
      save({ running: file.running, owner: file.owner });
    return last;
  }

  function forwardTo(at: Instant): void {
    if (at <= last) return;
    last = at;
    const file = readClockFile(workdir);
    save({ running: file.running, owner: file.owner });
  }

  return {
    now: () => (standing ? last : read()),
    run() {
      const file = readClockFile(workdir);
      standing = false;
      last = Math.max(last, readClock(workdir, host.realNow()));
      if (file.running && file.owner !== null && file.owner !== host.pid && isAlive(file.owner)) return;
      save({ running: true, owner: host.pid });
    },
    freeze() {
      if (!standing) read();
      standing = true;
      if (!existsSync(workdirFiles(workdir).clock)) return;
      const file = readClockFile(workdir);
      if (file.owner === host.pid) save({ running: file.followsRealClock, owner: null });
    },
    jump(milliseconds) {
      forwardTo(last + Math.max(0, milliseconds));
    },
    advanceTo: forwardTo,
  };
}

function standingOf(file: ClockFile, realNow: Instant): Instant {
  return file.running ? file.simulated + Math.max(0, realNow - file.real) : file.simulated;
}

export function readClockFile(workdir: string): ClockFile {
  const file = readState(workdirFiles(workdir).clock, isClockFile);
  if (!file) throw new Error(`${workdir}: no clock.json`);
  return file;
}

function isClockFile(value: unknown): value is ClockFile {
  return isRecord(value) && typeof value['simulated'] === 'number' && typeof value['real'] === 'number';
}
