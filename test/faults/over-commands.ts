import type { Commands, Ports } from '../../src/ports/ports.ts';
import { createClipboard, createDocuments } from '../../src/ports/windows/desktop.ts';
import { createMachine } from '../../src/ports/windows/machine.ts';
import { createManagementTool } from '../../src/ports/windows/management-tool.ts';
import { createNetwork } from '../../src/ports/windows/network.ts';
import { createPower } from '../../src/ports/windows/power.ts';
import { createSystemAnswers } from '../../src/ports/windows/system-answer.ts';
import { createTasks } from '../../src/ports/windows/tasks.ts';

/** The same ports with everything that stands on programs over other commands, with the code of Windows. */
export function overCommands(ports: Ports, commands: Commands): Ports {
  const comeback = { register: () => Promise.resolve(true), withdraw: () => Promise.resolve() };
  const { report, locate } = createSystemAnswers({ commands, files: ports.files });
  const over: Ports = {
    ...ports,
    commands,
    machine: { ...ports.machine, ...createMachine({ commands }), report },
    tasks: createTasks({ commands, clock: ports.clock }),
    network: createNetwork({ commands }),
    tool: { ...createManagementTool({ commands }), locate },
    power: createPower({ commands, comeback }),
    clipboard: createClipboard({ commands }),
    documents: createDocuments({ commands }),
    forCheck: () => over,
  };
  return over;
}
