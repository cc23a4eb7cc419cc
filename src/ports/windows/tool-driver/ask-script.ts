import type { z } from 'zod';
import type { CommandEvent } from '../../ports.ts';
import { jsonOf } from '../ask.ts';
import type { PowershellRun } from './powershell-process.ts';

/** What a script said, as far as it can be understood, and how it ended. */
export interface ScriptAnswer<T> {
  readonly lines: readonly T[];
  readonly end: CommandEvent;
}

/**
 * Reads a script to its end. Lines that are not of its protocol are noise (what a profile or a security program writes), and
 * left out: whoever asks goes by what must be there.
 */
export async function readScript<T>(run: PowershellRun, schema: z.ZodType<T>): Promise<ScriptAnswer<T>> {
  const lines: T[] = [];
  let end: CommandEvent = { type: 'exit', exitCode: 1 };
  for await (const event of run.events) {
    if (event.type !== 'line') {
      end = event;
      continue;
    }
    const line = schema.safeParse(jsonOf(event.text));
    if (line.success) lines.push(line.data);
  }
  return { lines, end };
}
