import { join } from 'node:path';
import type { CommandName } from '../../src/commands/cli-grammar.ts';

/** A command as it is called on a terminal whose data folder somebody has been at. */
export interface Door {
  readonly name: string;
  readonly args: (dataDir: string, outside: string) => readonly string[];
  /** It takes the lock. */
  readonly acts: boolean;
  /** It puts a file into `exports`. */
  readonly exports: boolean;
  readonly nagios: boolean;
  /** It does without what it cannot use, and here never knows everything. */
  readonly tolerant: boolean;
}

/** A simulated terminal on which everything is done: what says otherwise comes from the data folder. */
const TERMINAL = ['--simulate', 'already-current'];

/** By command, so that a new one is a type error here; [] for those that open no data folder. */
const calls: Readonly<Record<CommandName, readonly (readonly string[])[]>> = {
  // On a screen: console.test.ts.
  console: [],
  check: [['check'], ['check', '--json'], ['check', '--nagios'], ['check', '--prometheus', 'OUT']],
  scenarios: [],
  report: [['report', '--json']],
  'report-sent': [['report', 'sent', '--elsewhere']],
  history: [['history'], ['history', '--json']],
  card: [['card']],
  bundle: [['bundle'], ['bundle', '--out', 'OUT']],
  selftest: [
    ['selftest', '--json'],
    ['selftest', '--out', 'OUT'],
  ],
  schema: [],
  guide: [['guide']],
  code: [],
  notice: [],
  desk: [],
  completion: [],
  help: [],
};

/** Every command that opens the data folder. */
export const doors: readonly Door[] = Object.values(calls)
  .flat()
  .map((call) => ({
    name: call.join(' '),
    args: (dataDir, outside) => [
      ...call.map((word) => (word === 'OUT' ? join(outside, 'out.prom') : word)),
      ...TERMINAL,
      '--data-dir',
      dataDir,
    ],
    acts: call[1] === 'sent',
    exports: (call[0] === 'bundle' || call[0] === 'selftest') && !call.includes('OUT'),
    nagios: call.includes('--nagios'),
    tolerant: call[0] === 'selftest',
  }));
