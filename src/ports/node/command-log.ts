import type { CheckId } from '../../domain/facts.ts';
import type { Instant } from '../../domain/time.ts';
import type { CommandCall, CommandRecord } from '../ports.ts';

const KEPT = 200;

/** The commands that were run, the last 200 of them. */
export interface CommandLog {
  /** Notes a command that ended; the function given back corrects how it ended, should that become known later. */
  note(
    call: CommandCall,
    facts: {
      readonly at: Instant;
      readonly asker: CheckId | null;
      readonly ended: string;
      readonly durationMs: number;
    },
  ): (ended: string) => void;
  recent(): readonly CommandRecord[];
}

export function createCommandLog(): CommandLog {
  const records: { record: CommandRecord }[] = [];
  return {
    note(call, facts) {
      const { program, args, shownArgs } = call;
      const entry = { record: { program, args: [...(shownArgs ?? args)], ...facts } };
      records.push(entry);
      if (records.length > KEPT) records.shift();
      return (ended) => {
        entry.record = { ...entry.record, ended };
      };
    },
    recent: () => records.map((entry) => entry.record),
  };
}
