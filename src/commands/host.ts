import { join } from 'node:path';
import type { Options } from './options.ts';
import { wrongUse } from './refusal.ts';
import { fromIso } from '../domain/time.ts';
import { calendarOf } from '../domain/notice/calendar.ts';
import { createDataFolder } from '../ports/node/data-folder.ts';
import { createAgreements, type Agreements } from '../ports/node/agreements.ts';
import { homeOfRecord, stateFolder } from '../ports/node/own-folder.ts';
import { createJournalStore, takeUpJournal, type EarlierJournal } from '../ports/node/journal-store.ts';
import { DEFAULT_SCENARIO } from '../ports/simulator/scenarios.ts';
import { createSimulatedTerminal } from '../ports/simulator/terminal.ts';
import { chooseDataFolder, dataFolders, folderLook } from '../ports/windows/data-folder.ts';
import { makeSharedFolder } from '../ports/windows/folder-rights.ts';
import { createTerminalTrust, createWindowsTerminal } from '../ports/windows/terminal.ts';
import { localOffset } from '../ports/windows/zone.ts';
import { windowsRestartDelaySeconds } from '../settings/defaults.ts';
import { type Terminal } from './run.ts';
import { namedNotice } from './site-notices.ts';
import { cliTexts } from './cli.ja.ts';

/** The process and the machine that the program runs on, as main sees them. */
export interface Machine {
  /** The folder of the bundle: what is started and read from it lies beside main. */
  readonly folder: string;
  readonly nodeFile: string;
  readonly pid: number;
  /** null on Windows. */
  readonly uid: number | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A terminal, and how it goes down and comes up. */
export interface Host {
  /** As it is now: after a restart it is asked again. */
  readonly terminal: () => Terminal;
  /** The console is about to open: time passes from here on. */
  readonly run: () => void;
  /** Calls back when the machine goes down under the console. Gives the function that stops it. */
  readonly onPowerOff: (callback: () => void) => () => void;
  readonly waitUntilOn: (signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** Training need not wait a whole minute for each restart. */
const SIMULATED_RESTART_DELAY = 15;

/** A practice terminal in a folder. Throws InputError for a bad scenario, notice or working folder. */
export async function simulatedHost(options: Options, machine: Machine): Promise<Host> {
  // A bad notice is refused before anything is made.
  const named = options.notice === undefined ? null : await namedNotice(options.notice);
  const simulated = await createSimulatedTerminal({
    scenario: options.simulate ?? DEFAULT_SCENARIO,
    scenariosDir: join(machine.folder, 'scenarios'),
    programFile: join(machine.folder, 'program.js'),
    nodeFile: machine.nodeFile,
    workdir: options.workdir ?? null,
    clock: options.clock === undefined ? null : fromIso(options.clock),
    calendar: named && calendarOf(named.notice),
    realNow: Date.now,
    pid: machine.pid,
    trust: { uid: machine.uid, programFolder: machine.folder, agreements: agreementsOf(machine) },
  });
  const dataDir = options.dataDir ?? simulated.dataDir;
  const trust = simulated.trustFor(dataDir);
  const ownFiles =
    options.dataDir === undefined
      ? {}
      : {
          journal: createJournalStore(dataDir),
          dataFolder: createDataFolder(dataDir, {
            trust,
            others: simulated.ports.dataFolder.places.filter(({ id }) => id !== 'data'),
            makesOthers: true,
          }),
        };
  return {
    terminal: () => ({
      connect: () => ({ ...simulated.ports, ...ownFiles }),
      expectQuestions: () => simulated.expectQuestions(),
      deliverIn: (calendar) => simulated.deliverIn(calendar),
      dataDir,
      trust,
      named,
      programFolder: machine.folder,
      hostPath: (path) => simulated.hostPath(path),
      offsetMinutes: simulated.offsetMinutes,
      label: cliTexts.simulated,
      isKept: options.workdir !== undefined || options.dataDir !== undefined,
      note: null,
      restartDelaySeconds: SIMULATED_RESTART_DELAY,
    }),
    run: () => simulated.run(),
    onPowerOff: (callback) => simulated.onPowerOff(callback),
    waitUntilOn: (signal) => simulated.waitUntilOn(signal),
    close: () => simulated.close(),
  };
}

/**
 * The terminal that the program runs on. A restart takes the process down with it, and the next start goes on from the
 * journal. `writes`: the console will keep a journal. Throws InputError for options that only a practice terminal
 * knows.
 */
export async function windowsHost(options: Options, machine: Machine, writes: boolean): Promise<Host> {
  for (const name of ['workdir', 'clock'] as const) {
    if (options[name] === undefined) continue;
    throw wrongUse(cliTexts.needsSimulation(`--${name}`), `--${name} ${options[name]}`);
  }
  const { env, folder, nodeFile, pid } = machine;
  const { shared } = dataFolders(env);
  const isOwn = !writes || options.dataDir !== undefined || (await makeSharedFolder(shared, env));
  const chosen =
    options.dataDir === undefined
      ? chooseDataFolder(dataFolders(env), folderLook, writes)
      : { path: options.dataDir, insteadOf: null };
  const { path, insteadOf } = chosen;
  const earlier = writes && insteadOf !== null ? await takeUpJournal(insteadOf, path) : 'none';
  const ended = new AbortController();
  const trust = createTerminalTrust({
    env,
    folder,
    nodeFile,
    agreements: agreementsOf(machine),
    dataDir: path,
    remembers: writes,
    ended: ended.signal,
  });
  return {
    terminal: () => ({
      connect: (settings) =>
        createWindowsTerminal({ env, folder, nodeFile, pid, dataDir: path, settings, trust, ended: ended.signal }),
      expectQuestions: () => undefined,
      deliverIn: () => undefined,
      dataDir: path,
      trust,
      programFolder: machine.folder,
      hostPath: (path) => path,
      offsetMinutes: localOffset(),
      label: null,
      isKept: true,
      note: isOwn ? noteOf(chosen, earlier) : cliTexts.plainRights(shared),
      restartDelaySeconds: windowsRestartDelaySeconds,
    }),
    run: () => undefined,
    onPowerOff: () => () => undefined,
    waitUntilOn: () => Promise.resolve(),
    close: () => ended.abort(),
  };
}

/** What the user has agreed to; nothing where the system knows no home. */
function agreementsOf({ env, uid }: Machine): Agreements {
  const home = homeOfRecord();
  const platform = uid === null ? 'win32' : 'linux';
  return createAgreements((makes) => (home === null ? null : stateFolder({ platform, env, home, uid }, makes)), uid);
}

function noteOf({ path, insteadOf }: ReturnType<typeof chooseDataFolder>, earlier: EarlierJournal): string | null {
  return insteadOf && `${cliTexts.otherDataFolder(path, insteadOf)}${cliTexts.earlierJournal[earlier]}`;
}
