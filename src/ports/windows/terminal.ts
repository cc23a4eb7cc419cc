import { uptime } from 'node:os';
import { win32 } from 'node:path';
import { ok } from '../../domain/fault.ts';
import { hash } from 'node:crypto';
import { dataFiles } from '../../settings/data-files.ts';
import { defaultSettings } from '../../settings/load.ts';
import type { Settings } from '../../settings/schema.ts';
import { createCommands, type ScopedCommands } from '../node/commands.ts';
import { createDataFolder } from '../node/data-folder.ts';
import { isAdministrator } from '../node/elevation.ts';
import { createFiles } from '../node/files.ts';
import { createJournalStore } from '../node/journal-store.ts';
import { createProgramFiles } from '../node/program-files.ts';
import type { Agreements } from '../node/agreements.ts';
import type { Clock, DataFolder, Ports, SiteTrust } from '../ports.ts';
import { otherPlaces } from './data-folder.ts';
import { withHolders } from './held-files.ts';
import { createPower, createRunOnce } from './power.ts';
import { loadScript } from './powershell/script.ts';
import { programPorts } from './program-ports.ts';
import { system32Folder, TOOL_VARIABLE, toolEnvironment, windowsPrograms } from './programs.ts';
import { isSafeToRunLater } from './rights.ts';
import { createWindowsAnswers, readFreeBytes, readKnownFacts } from './windows-report.ts';
import { createWindowsTrust } from './site-trust.ts';
import { localOffset } from './zone.ts';

/** What one check may wait for PowerShell before it answers with what is known without it. */
const PATIENCE_BEFORE_TIMEOUT_MS = 500;

/** Less than a check may take, with the tries that come before. */
const HOLDER_PATIENCE_MS = 3_000;

interface WindowsOptions extends Install {
  /** This process. */
  readonly pid: number;
  readonly dataDir: string;
  readonly settings: Settings;
  readonly trust: SiteTrust;
  readonly ended: AbortSignal;
}

/** Where the program is. */
interface Install {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the bundle: `windows.js` and `powershell/` lie in it. */
  readonly folder: string;
  readonly nodeFile: string;
}

const clock: Clock = {
  now: Date.now,
  read: () => Promise.resolve(ok({ now: Date.now(), offsetMinutes: localOffset() })),
  uptimeSeconds: () => Math.floor(uptime()),
};

/** The ports of a real terminal. Reads and starts nothing by itself. */
export function createWindowsTerminal(options: WindowsOptions): Ports {
  return windowsPorts(commandsOf(options, options.settings), options);
}

/**
 * Which files of the site's count on a real terminal: what must be known before there are settings. Starts nothing by
 * itself.
 */
export function createTerminalTrust(
  options: Install & {
    readonly agreements: Agreements;
    readonly dataDir: string;
    /** Whether this is a console that writes. */
    readonly remembers: boolean;
    readonly ended: AbortSignal;
  },
): SiteTrust {
  return createWindowsTrust({
    ...options,
    commands: commandsOf(options, defaultSettings()),
    programFolder: options.folder,
  });
}

function commandsOf({ env, folder, nodeFile }: Install, settings: Settings): ScopedCommands {
  const programs = windowsPrograms({
    system32: system32Folder(env),
    nodeFile,
    ownProgram: win32.join(folder, 'windows.js'),
    script: (name) => loadScript(win32.join(folder, 'powershell'), name),
    settings,
  });
  return createCommands({
    programs: (id) => programs[id],
    env: { [TOOL_VARIABLE]: toolEnvironment(settings) },
    clock,
  });
}

/** The same over any commands. */
export function windowsPorts(allCommands: ScopedCommands, options: WindowsOptions): Ports {
  const { env, settings, ended } = options;
  const systemDrive = `${env['SystemDrive'] ?? 'C:'}\\`;
  const files = createFiles({ toHostPath: (path) => path });
  const system = createWindowsAnswers({
    commands: allCommands,
    files,
    known: () => readKnownFacts(Date.now()),
    monotonicMs: () => performance.now(),
    patienceMs: settings.limits.checkTimeoutSeconds * 1_000 - PATIENCE_BEFORE_TIMEOUT_MS,
    ended,
  });
  const commandInterpreter = win32.join(system32Folder(env), 'cmd.exe');
  const comeback = createRunOnce({
    commands: allCommands,
    launcher: env['OQS_LAUNCHER'] ?? null,
    commandInterpreter,
    isOurSession: async (signal) => {
      const told = await system.report(signal);
      const session = told.ok ? told.value.session : null;
      // Where nobody tells, only an administrator may well be another user: started with another one's password.
      return session?.desktop?.isOurs ?? !(session?.elevated ?? isAdministrator(env));
    },
    isSafe: async (launcher, signal) => isSafeToRunLater(allCommands, { ...options, launcher }, systemDrive, signal),
  });
  const shared = {
    clock,
    files: withHolders(files, { commands: allCommands, patienceMs: HOLDER_PATIENCE_MS, ended }),
    power: createPower({ commands: allCommands, comeback }),
    program: createProgramFiles(options.folder),
    journal: createJournalStore(options.dataDir),
    dataFolder: ownSettingsCount(
      createDataFolder(options.dataDir, { trust: options.trust, others: otherPlaces(env, options.folder) }),
    ),
  };
  const beside = {
    clock,
    system,
    freeBytes: (signal: AbortSignal) => readFreeBytes(systemDrive, signal),
    ways: {
      files,
      dataFolder: shared.dataFolder,
      commandInterpreter,
      processId: options.pid,
      programFolder: options.folder,
      heldFile: options.nodeFile,
      names: namesHere,
    },
  };
  const portsOver = (commands: ScopedCommands): Ports => ({
    ...shared,
    ...programPorts(commands, beside),
    forCheck: (check, onWaiting) => portsOver(allCommands.withAsker(check, onWaiting)),
  });
  return portsOver(allCommands);
}

/** Who and what the terminal's own words may name. */
function namesHere(): readonly string[] {
  const { name, user } = readKnownFacts(Date.now());
  return [name, user].filter((each) => each !== null);
}

/**
 * Settings that this console writes count at the next start without asking PowerShell whose they are; where that cannot
 * be kept, it is asked.
 */
function ownSettingsCount(dataFolder: DataFolder): DataFolder {
  return {
    ...dataFolder,
    async replace(name, bytes, signal) {
      const replaced = await dataFolder.replace(name, bytes, signal);
      if (replaced.ok && name === dataFiles.settings.name) await dataFolder.agree(hash('sha256', bytes));
      return replaced;
    },
  };
}
