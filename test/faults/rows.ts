import type { CheckId } from '../../src/domain/facts.ts';
import type { ProgramId } from '../../src/ports/ports.ts';

/** The parts of the world that can break: the ports, and the programs one by one, in the order of the table's rows. */
export const rowIds = [
  'files',
  'command:registry',
  'command:tasks',
  'command:power',
  'command:shutdown',
  'command:system',
  'command:network',
  'command:tool',
  'clock',
  'machine',
  'tasks',
  'network',
  'tool',
  'power',
  'clipboard',
  'documents',
  'data-folder',
  'journal',
] as const;
export type RowId = (typeof rowIds)[number];

/** What is done on the console to reach a port. */
export type WalkId = 'read-again' | 'download' | 'restart' | 'copy' | 'open-document' | 'save';

export interface Row {
  readonly id: RowId;
  /** The scenario that it is run on. */
  readonly scenario: 'outdated-morning' | 'already-current';
  readonly walk: WalkId;
  /** The checks that rest on it. */
  readonly checks: readonly CheckId[];
}

const machine: readonly CheckId[] = ['clock', 'restart-state', 'card-reader', 'session'];

const reading = (id: RowId, checks: readonly CheckId[]): Row => ({
  id,
  scenario: 'outdated-morning',
  walk: 'read-again',
  checks,
});
const acting = (id: RowId, walk: WalkId, checks: readonly CheckId[] = []): Row => ({
  id,
  scenario: walk === 'copy' ? 'already-current' : 'outdated-morning',
  walk,
  checks,
});

const all: Readonly<Record<RowId, Row>> = {
  files: reading('files', ['component-versions', 'clock', 'card-reader']),
  'command:registry': reading('command:registry', ['restart-state', 'power-settings']),
  'command:tasks': reading('command:tasks', ['delivery-task']),
  'command:power': reading('command:power', ['power-settings']),
  'command:shutdown': acting('command:shutdown', 'restart'),
  'command:system': reading('command:system', [...machine, 'management-tool']),
  'command:network': reading('command:network', ['network']),
  'command:tool': acting('command:tool', 'download'),
  clock: reading('clock', ['delivery-calendar', 'clock']),
  machine: reading('machine', [...machine, 'disk-space', 'power-settings']),
  tasks: reading('tasks', ['delivery-task']),
  network: reading('network', ['network']),
  tool: acting('tool', 'download', ['management-tool']),
  power: acting('power', 'restart'),
  clipboard: acting('clipboard', 'copy'),
  documents: acting('documents', 'open-document'),
  'data-folder': acting('data-folder', 'save'),
  journal: acting('journal', 'download'),
};

export const rows: readonly Row[] = rowIds.map((id) => all[id]);

/** The program of a row that breaks one; null for a port. */
export function programOf(row: RowId): ProgramId | null {
  switch (row) {
    case 'command:registry':
      return 'registry';
    case 'command:tasks':
      return 'tasks';
    case 'command:power':
      return 'power';
    case 'command:shutdown':
      return 'shutdown';
    case 'command:system':
      return 'system';
    case 'command:network':
      return 'network';
    case 'command:tool':
      return 'tool';
    default:
      return null;
  }
}
