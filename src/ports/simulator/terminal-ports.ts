import type { CheckId } from '../../domain/facts.ts';
import type { ScopedCommands } from '../node/commands.ts';
import type { Clock, DataFolder, Files, Ports } from '../ports.ts';
import type { JournalStore } from '../../journal/store.ts';
import { createClipboard } from '../windows/clipboard.ts';
import { createDocuments } from '../windows/documents.ts';
import { createMachine, createSystemReport, type SystemReport } from '../windows/machine.ts';
import { createManagementTool } from '../windows/management-tool.ts';
import { createNetwork } from '../windows/network.ts';
import { createPower, type Comeback } from '../windows/shutdown.ts';
import { createTasks } from '../windows/tasks.ts';
import { brokenClock, brokenFiles } from './broken-ports.ts';
import type { TerminalSpec } from './defaults.ts';

/** The simulated restart brings the console up again without anybody's help. */
const comesBackByItself: Comeback = {
  register: () => Promise.resolve(true),
  withdraw: () => Promise.resolve(),
};

/** What the ports of one terminal have in common. */
export interface TerminalParts {
  readonly faults: TerminalSpec['faults'];
  readonly commands: ScopedCommands;
  readonly clock: Clock;
  readonly files: Files;
  readonly journal: JournalStore;
  readonly dataFolder: DataFolder;
  /** One for all checks: whoever asks at the same time shares the answer. */
  readonly systemReport: SystemReport;
}

/** The ports of Windows, over the simulated programs; those for one check fail as the scenario says. */
export function terminalPorts(
  parts: TerminalParts,
  check: CheckId | null = null,
  onWaiting?: (allWait: boolean) => void,
): Ports {
  const commands = check === null ? parts.commands : parts.commands.withAsker(check, onWaiting);
  const fault = check === null ? undefined : parts.faults[`probe:${check}`];
  const clock = fault === undefined ? parts.clock : brokenClock(parts.clock, fault);
  return {
    clock,
    commands,
    files: fault === undefined ? parts.files : brokenFiles(parts.files, fault),
    machine: createMachine({
      commands,
      // A check that is to fail asks by itself: the others' answer would spare it.
      systemReport: fault === undefined ? parts.systemReport : createSystemReport(commands),
    }),
    tasks: createTasks({ commands, clock }),
    network: createNetwork({ commands }),
    tool: createManagementTool({ commands }),
    power: createPower({ commands, comeback: comesBackByItself }),
    clipboard: createClipboard({ commands }),
    documents: createDocuments({ commands }),
    journal: parts.journal,
    dataFolder: parts.dataFolder,
    forCheck: (id, heard) => terminalPorts(parts, id, heard),
  };
}
