import type { Clock, Commands, Machine, Ports } from '../ports.ts';
import { createClipboard, createDocuments } from './desktop.ts';
import { createMachine } from './machine.ts';
import { createManagementTool } from './management-tool.ts';
import { createNetwork } from './network.ts';
import type { SystemAnswers } from './system-answer.ts';
import { createTasks } from './tasks.ts';
import { createWays, type WayParts } from './ways/ways.ts';

/** What the programs of a terminal do not tell by themselves. */
export interface BesidePrograms {
  readonly clock: Pick<Clock, 'read'>;
  /** One for all checks: whoever asks at the same time shares the answer. */
  readonly system: SystemAnswers;
  readonly freeBytes: Machine['freeBytes'];
  readonly ways: Omit<WayParts, 'commands' | 'machine' | 'tasks' | 'network'>;
}

/** The ports over a terminal's programs, which a practice terminal has as well. */
export function programPorts(
  commands: Commands,
  { clock, system, freeBytes, ways }: BesidePrograms,
): Pick<Ports, 'commands' | 'machine' | 'tasks' | 'network' | 'ways' | 'tool' | 'clipboard' | 'documents'> {
  const machine = createMachine({ commands });
  const asked = { commands, tasks: createTasks({ commands, clock }), network: createNetwork({ commands }) };
  return {
    ...asked,
    machine: { ...machine, freeBytes, report: system.report },
    ways: createWays({ ...asked, ...ways, machine }),
    tool: { ...createManagementTool({ commands }), locate: system.locate },
    clipboard: createClipboard({ commands }),
    documents: createDocuments({ commands }),
  };
}
