import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../domain/fault.ts';
import { limitSignal } from '../../domain/limit.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import type { Calendar } from '../../domain/notice/calendar.ts';
import { createCommands } from '../node/commands.ts';
import { createDataFolder } from '../node/data-folder.ts';
import { createFiles } from '../node/files.ts';
import { createJournalStore } from '../node/journal-store.ts';
import type { Ports } from '../ports.ts';
import { createSystemReport } from '../windows/machine.ts';
import { uptimeIn } from './boot.ts';
import { createSimulatorClock } from './clock.ts';
import { fileClock } from './file-clock.ts';
import { watchPower } from './power-watch.ts';
import { prepareTerminal } from './prepare.ts';
import { finishOverdueRestart } from './restart.ts';
import { findScenario } from './scenarios.ts';
import { writeState } from './state-file.ts';
import { terminalPorts } from './terminal-ports.ts';
import { dataDirOf, hostPath, workdirFiles } from './workdir.ts';

/** How long a machine that is just restarting is waited for. */
const RESTART_PATIENCE_MS = 15 * SECOND;

export interface SimulatedTerminalOptions {
  /** A built-in name or a folder. Not looked at where `workdir` holds a terminal already. */
  readonly scenario: string;
  /** The folder with the built-in scenarios. */
  readonly scenariosDir: string;
  /** `program.js` (or `program.ts`), and the Node that runs it. */
  readonly programFile: string;
  readonly nodeFile: string;
  /** null: a new folder, removed by `close`. */
  readonly workdir: string | null;
  /** Puts the terminal's clock forward to this time first; a time that is past changes nothing. */
  readonly clock: Instant | null;
  /** The notice's nights: what is delivered overnight comes in these. */
  readonly calendar: Calendar;
  readonly realNow: () => Instant;
  readonly pid: number;
}

/** A terminal in a folder: its ports are those of Windows over programs of its own. */
export interface SimulatedTerminal {
  readonly name: string;
  readonly title: string;
  readonly workdir: string;
  readonly dataDir: string;
  readonly offsetMinutes: number;
  readonly ports: Ports;
  /** Where a path of the terminal lies in the working folder. */
  hostPath(terminalPath: string): string;
  /** Calls back when the machine goes down for a restart. Gives the function that stops it. */
  onPowerOff(callback: () => void): () => void;
  /** Waits until the machine is up. Ends as well when the signal is aborted. */
  waitUntilOn(signal: AbortSignal): Promise<void>;
  /** Lets the clock run; until then it stands. */
  run(): void;
  freeze(): void;
  /** Stops the clock, and removes the folder if nobody asked to keep it. */
  close(): void;
}

/**
 * Prepares a simulated terminal, or takes up the one in the working folder. A restart that was left behind is finished first.
 * Throws InputError for a bad scenario or working folder.
 */
export async function createSimulatedTerminal(options: SimulatedTerminalOptions): Promise<SimulatedTerminal> {
  const { workdir, terminal } = prepareTerminal({
    scenario: () => findScenario(options.scenario, options.scenariosDir),
    workdir: options.workdir,
    realNow: options.realNow(),
  });
  const { spec } = terminal;
  const nights = options.calendar.nights.filter((night) => night.delivers);
  writeState(workdirFiles(workdir).nights, {
    nights: nights.map(({ start, end }) => ({ start, end })),
  });
  const power = watchPower(workdir);
  await finishOverdueRestart(workdir);
  await power.waitUntilOn(limitSignal(RESTART_PATIENCE_MS));
  const clock = createSimulatorClock(workdir, { realNow: options.realNow, pid: options.pid });
  if (options.clock !== null) clock.advanceTo(options.clock);
  let running = false;
  const toHostPath = (path: string): string => hostPath(workdir, path) ?? join(workdir, 'no-such-drive');

  const commands = createCommands({
    programs: (id) => ({
      file: options.nodeFile,
      // While the clock stands, all programs must see it where this process does.
      argumentsFor: (args) => [options.programFile, ...(running ? [] : ['--now', String(clock.now())]), id, ...args],
    }),
    env: { OQS_SIM_WORKDIR: workdir },
    clock,
  });
  const ports = terminalPorts({
    faults: spec.faults,
    commands,
    clock: {
      now: () => clock.now(),
      read: async () => ok({ now: clock.now(), offsetMinutes: spec.offsetMinutes }),
      uptimeSeconds: () => uptimeIn(workdir, spec, clock.now()),
    },
    files: createFiles({
      toHostPath,
      clockOf: fileClock({
        preparedAtReal: terminal.preparedAtReal,
        followsRealClock: spec.followsRealClock,
        startedAt: spec.now,
        realNow: options.realNow,
        now: () => clock.now(),
      }),
    }),
    journal: createJournalStore(dataDirOf(workdir)),
    dataFolder: createDataFolder(dataDirOf(workdir)),
    systemReport: createSystemReport(commands),
  });
  return {
    name: terminal.name,
    title: spec.title,
    workdir,
    dataDir: dataDirOf(workdir),
    offsetMinutes: spec.offsetMinutes,
    ports,
    hostPath: toHostPath,
    onPowerOff: power.onPowerOff,
    waitUntilOn: power.waitUntilOn,
    run() {
      clock.run();
      running = true;
    },
    freeze() {
      clock.freeze();
      running = false;
    },
    close() {
      power.stop();
      clock.freeze();
      running = false;
      if (options.workdir === null) rmSync(workdir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
