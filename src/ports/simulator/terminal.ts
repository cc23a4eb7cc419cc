import { join } from 'node:path';
import { rmSync } from 'node:fs';
import type { CheckId } from '../../domain/facts.ts';
import { ok } from '../../domain/fault.ts';
import { limitSignal } from '../../domain/limit.ts';
import type { Calendar } from '../../domain/notice/calendar.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import { createCommands, type ScopedCommands } from '../node/commands.ts';
import { createDataFolder } from '../node/data-folder.ts';
import { createFiles } from '../node/files.ts';
import { createJournalStore } from '../node/journal-store.ts';
import { createProgramFiles } from '../node/program-files.ts';
import { createSiteTrust } from '../node/site-trust.ts';
import type { Clock, Ports, SavePlace, SiteTrust } from '../ports.ts';
import { createPower, type Comeback } from '../windows/power.ts';
import { programPorts, type BesidePrograms } from '../windows/program-ports.ts';
import { createSystemAnswers } from '../windows/system-answer.ts';
import { createAnsweringProgram } from './answering-program.ts';
import { createSimulatorClock, terminalTimeOf, type SimulatorClock } from './clock.ts';
import { writeNights } from './delivery.ts';
import { failRead, faultyClock, faultyFiles } from './fault-injection.ts';
import { uptimeIn } from './machine.ts';
import { prepareTerminal, workdirError } from './prepare.ts';
import { finishOverdueRestart, onPowerOff, waitUntilOn } from './restart.ts';
import { findScenario } from './scenarios.ts';
import type { TerminalSpec } from './terminal-spec.ts';
import { dataDirOf, hostPath, isInside } from './workdir.ts';

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
  /** The notice's nights: what is delivered overnight comes in these. null: as they were told last. */
  readonly calendar: Calendar | null;
  readonly realNow: () => Instant;
  readonly pid: number;
  /** The user in this machine's eyes, and what that user has agreed to. */
  readonly trust: Pick<Parameters<typeof createSiteTrust>[0], 'uid' | 'agreements' | 'programFolder'>;
}

/** A terminal in a folder: its ports are those of Windows over programs of its own. */
export interface SimulatedTerminal {
  readonly workdir: string;
  readonly dataDir: string;
  readonly offsetMinutes: number;
  readonly ports: Ports;
  /** Which files count where the data folder is this one. */
  trustFor(dataDir: string): SiteTrust;
  /** Where a path of the terminal lies in the working folder. */
  hostPath(terminalPath: string): string;
  /** Calls back once for each time the machine goes down. Gives the function that stops it. */
  onPowerOff(callback: () => void): () => void;
  /** Resolves when the machine is on, or the signal is aborted. */
  waitUntilOn(signal: AbortSignal): Promise<void>;
  /** Questions are about to come: what answers them may start already. */
  expectQuestions(): void;
  /** What is delivered overnight comes in these nights. */
  deliverIn(calendar: Calendar): void;
  /** Lets the clock run; until then it stands. */
  run(): void;
  /** Stops the clock, and removes the folder if nobody asked to keep it. */
  close(): void;
}

/**
 * Prepares a simulated terminal, or takes up the one in the working folder. A restart that was left behind is finished
 * first. Throws InputError for a bad scenario or working folder.
 */
export async function createSimulatedTerminal(options: SimulatedTerminalOptions): Promise<SimulatedTerminal> {
  const { workdir, terminal } = prepareTerminal({
    scenario: () => findScenario(options.scenario, options.scenariosDir),
    workdir: options.workdir,
    realNow: options.realNow(),
  });
  const { spec } = terminal;
  const clock = await switchOn(workdir, options).catch((error: unknown) => {
    throw workdirError(workdir, error);
  });
  let running = false;
  const watches: (() => void)[] = [];
  const dataDir = dataDirOf(workdir);
  const toHostPath = (path: string): string => hostPath(workdir, path);

  const answering = createAnsweringProgram({
    nodeFile: options.nodeFile,
    programFile: options.programFile,
    workdir,
    heldAt: () => (running ? null : clock.now()),
  });
  const commands = createCommands({
    // The countdown and the tool's window go on by themselves: what brings them up is a process of its own.
    answer: (call, asker) => (call.program === 'shutdown' ? null : answering.ask(call, asker)),
    programs: (id) => ({
      file: options.nodeFile,
      // While the clock stands, all programs must see it where this process does.
      argumentsFor: (args) => [options.programFile, ...(running ? [] : ['--now', String(clock.now())]), id, ...args],
    }),
    env: { OQS_SIM_WORKDIR: workdir },
    clock,
  });
  const files = createFiles({
    toHostPath,
    clockOf: (time) => terminalTimeOf(time, terminal, { realNow: options.realNow(), now: clock.now() }),
  });
  const owners = Object.entries(spec.owners ?? {}).map(([path, owner]) => ({ path: toHostPath(path), owner }));
  const ownerOf = (path: string): string | null => owners.find((each) => isInside(path, each.path))?.owner ?? null;
  const trustFor = (folder: string): SiteTrust => createSiteTrust({ ...options.trust, dataDir: folder, ownerOf });
  const dataFolder = createDataFolder(dataDir, {
    trust: trustFor(dataDir),
    others: otherPlaces(workdir),
    makesOthers: true,
  });
  const parts: TerminalParts = {
    faults: spec.faults,
    commands,
    clock: {
      now: () => clock.now(),
      read: async () => ok({ now: clock.now(), offsetMinutes: spec.offsetMinutes }),
      uptimeSeconds: () => uptimeIn(workdir, spec, clock.now()),
    },
    files,
    program: createProgramFiles(options.trust.programFolder),
    journal: createJournalStore(dataDir),
    dataFolder,
    system: createSystemAnswers({ commands, files }),
    freeBytes: async () => ok(spec.freeBytes),
    ways: {
      files,
      dataFolder,
      commandInterpreter: COMMAND_INTERPRETER,
      processId: options.pid,
      programFolder: PROGRAM_FOLDER,
      heldFile: `${PROGRAM_FOLDER}\\node.exe`,
      names: () => [spec.terminal.name, spec.session?.user ?? null].filter((name) => name !== null),
    },
  };

  return {
    workdir,
    dataDir,
    offsetMinutes: spec.offsetMinutes,
    ports: portsOver(parts),
    hostPath: toHostPath,
    trustFor,
    deliverIn: (calendar) => writeNights(workdir, calendar),
    onPowerOff(callback) {
      const stop = onPowerOff(workdir, callback);
      watches.push(stop);
      return stop;
    },
    waitUntilOn: (signal) => waitUntilOn(workdir, signal),
    expectQuestions: () => answering.expectCalls(),
    run() {
      clock.run();
      running = true;
    },
    close() {
      for (const stop of watches) stop();
      clock.freeze();
      running = false;
      answering.end();
      if (options.workdir === null) rmSync(workdir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The terminal's clock, once it is up. Rejects as the file system does. */
async function switchOn(workdir: string, options: SimulatedTerminalOptions): Promise<SimulatorClock> {
  if (options.calendar !== null) writeNights(workdir, options.calendar);
  await finishOverdueRestart(workdir);
  await waitUntilOn(workdir, limitSignal(RESTART_PATIENCE_MS));
  const clock = createSimulatorClock(workdir, options);
  if (options.clock !== null) clock.advanceTo(options.clock);
  return clock;
}

/** A stick and a desktop to practise with. */
function otherPlaces(workdir: string): readonly SavePlace[] {
  return [
    { id: 'stick', path: join(workdir, 'usb') },
    { id: 'desktop', path: hostPath(workdir, 'C:\\Users\\Public\\Desktop') },
  ];
}

/** Where Windows' shell and the program would lie there. */
const COMMAND_INTERPRETER = 'C:\\Windows\\System32\\cmd.exe';
const PROGRAM_FOLDER = 'C:\\oqs-console';

/** The simulated restart brings the console up again without anybody's help. */
const comesBackByItself: Comeback = { register: () => Promise.resolve(true), withdraw: () => Promise.resolve() };

/** What the ports of one terminal have in common. */
interface TerminalParts extends BesidePrograms, Pick<Ports, 'files' | 'journal' | 'dataFolder' | 'program'> {
  readonly clock: Clock;
  readonly faults: TerminalSpec['faults'];
  readonly commands: ScopedCommands;
}

/** The ports of Windows, over the simulated programs. `all`: the parts from which those for one check are made. */
function portsOver(parts: TerminalParts, all = parts): Ports {
  const { commands, clock, files, journal, dataFolder, program } = parts;
  return {
    ...programPorts(commands, parts),
    clock,
    files,
    power: createPower({ commands, comeback: comesBackByItself }),
    journal,
    dataFolder,
    program,
    forCheck: (check, onWaiting) => portsOver(partsFor(check, all, onWaiting), all),
  };
}

/** What one check asks with, which fails as the scenario says. */
function partsFor(check: CheckId, all: TerminalParts, onWaiting?: (allWait: boolean) => void): TerminalParts {
  const parts = { ...all, commands: all.commands.withAsker(check, onWaiting) };
  const fault = all.faults[`probe:${check}`];
  if (fault === undefined) return parts;
  return {
    ...parts,
    clock: faultyClock(parts.clock, fault),
    files: faultyFiles(parts.files, fault),
    freeBytes: async (signal) => failRead(fault, signal),
    // A check that is to fail asks by itself: the others' answer would spare it.
    system: createSystemAnswers(parts),
  };
}
