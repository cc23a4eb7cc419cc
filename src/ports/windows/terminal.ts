import { uptime } from 'node:os';
import { win32 } from 'node:path';
import type { CheckId } from '../../domain/facts.ts';
import { failed, ok } from '../../domain/fault.ts';
import type { Settings } from '../../settings/schema.ts';
import { createCommands, type ScopedCommands } from '../node/commands.ts';
import { createDataFolder } from '../node/data-folder.ts';
import { createFiles } from '../node/files.ts';
import { createJournalStore } from '../node/journal-store.ts';
import { commandFaults } from '../command-faults.ts';
import type { Clock, DataFolder, Files, ManagementTool, Ports, Power } from '../ports.ts';
import type { JournalStore } from '../../journal/store.ts';
import { withHolders } from './held-files.ts';
import { readKnownFacts } from './known-facts.ts';
import { createClipboard } from './clipboard.ts';
import { createDocuments } from './documents.ts';
import { createMachine, type SystemReport } from './machine.ts';
import { createManagementTool } from './management-tool.ts';
import { createNetwork } from './network.ts';
import { loadScript } from './powershell/script.ts';
import { systemFiles, windowsPrograms } from './programs.ts';
import { createRunOnce } from './run-once.ts';
import { createPower } from './shutdown.ts';
import { createSlowAnswer } from './slow-answer.ts';
import { createTasks } from './tasks.ts';
import { TOOL_VARIABLE, toolEnvironment } from './tool-environment.ts';
import { createWindowsReport } from './windows-report.ts';

/** What one check may wait for PowerShell before it answers with what is known without it. */
const PATIENCE_BEFORE_TIMEOUT_MS = 500;

/** Less than a check may take, with the tries that come before. */
const HOLDER_PATIENCE_MS = 3_000;

export interface WindowsTerminalOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the bundle: `windows.js` and `powershell/` lie in it. */
  readonly folder: string;
  readonly nodeFile: string;
  readonly dataDir: string;
  readonly settings: Settings;
  readonly ended: AbortSignal;
}

/** The ports of a real terminal. Reads and starts nothing by itself. */
export function createWindowsTerminal(options: WindowsTerminalOptions): Ports {
  const { env, folder, settings } = options;
  const files = systemFiles(env);
  const clock: Clock = {
    now: Date.now,
    read: () => Promise.resolve(ok({ now: Date.now(), offsetMinutes: localOffset() })),
    uptimeSeconds: () => Math.floor(uptime()),
  };
  const commands = createCommands({
    programs: windowsPrograms({
      files,
      nodeFile: options.nodeFile,
      ownProgram: win32.join(folder, 'windows.js'),
      script: (name) => loadScript(win32.join(folder, 'powershell'), name),
      readerDevice: settings.readerDevice,
    }),
    env: { [TOOL_VARIABLE]: toolEnvironment(settings) },
    clock,
  });
  const systemDrive = `${env['SystemDrive'] ?? 'C:'}\\`;
  const runOnce = createRunOnce({
    commands,
    launcher: env['OQS_LAUNCHER'] ?? null,
    commandInterpreter: win32.join(files.system32, 'cmd.exe'),
  });
  return portsFor(
    {
      commands,
      clock,
      files: withHolders(createFiles({ toHostPath: (path) => path }), {
        commands,
        patienceMs: HOLDER_PATIENCE_MS,
        ended: options.ended,
      }),
      systemReport: createWindowsReport({
        commands,
        known: () => readKnownFacts(systemDrive, Date.now()),
        monotonicMs: () => performance.now(),
        patienceMs: settings.limits.checkTimeoutSeconds * 1_000 - PATIENCE_BEFORE_TIMEOUT_MS,
        ended: options.ended,
      }),
      locate: patiently(createManagementTool({ commands: commands.withAsker('management-tool') }), options.ended),
      power: createPower({ commands, comeback: runOnce }),
      journal: createJournalStore(options.dataDir),
      dataFolder: createDataFolder(options.dataDir),
    },
    null,
  );
}

/** The zone that the terminal's clock is set to now, in minutes east of UTC. */
export function localOffset(): number {
  return -new Date().getTimezoneOffset();
}

/** Where the tool is takes PowerShell to find out: longer than a check may take on a slow terminal, and it stays where it is. */
function patiently(tool: ManagementTool, ended: AbortSignal): ManagementTool['locate'] {
  const ask = createSlowAnswer({
    ask: async () => {
      const located = await tool.locate(ended);
      return located.ok ? located : null;
    },
    monotonicMs: () => performance.now(),
  });
  return async (signal) => (await ask(signal)) ?? failed(commandFaults.unreadable('tool'));
}

interface Parts {
  readonly commands: ScopedCommands;
  readonly clock: Clock;
  readonly files: Files;
  readonly systemReport: SystemReport;
  readonly locate: ManagementTool['locate'];
  readonly power: Power;
  readonly journal: JournalStore;
  readonly dataFolder: DataFolder;
}

function portsFor(parts: Parts, check: CheckId | null, onWaiting?: (allWait: boolean) => void): Ports {
  const { clock, files, systemReport, locate, power, journal, dataFolder } = parts;
  const commands = check === null ? parts.commands : parts.commands.withAsker(check, onWaiting);
  return {
    clock,
    commands,
    files,
    machine: createMachine({ commands, systemReport }),
    tasks: createTasks({ commands, clock }),
    network: createNetwork({ commands }),
    tool: { ...createManagementTool({ commands }), locate },
    power,
    clipboard: createClipboard({ commands }),
    documents: createDocuments({ commands }),
    journal,
    dataFolder,
    forCheck: (id, heard) => portsFor(parts, id, heard),
  };
}
