import { z } from 'zod';
import type { Result } from '../../domain/fault.ts';
import { fromIso } from '../../domain/time.ts';
import type { Commands, MachineReport } from '../ports.ts';
import { SLOW_ANSWER_MS, askJson } from './ask.ts';

/** A field that is missing or not what it should be could not be told; the others are none the worse for it. */
const text = z.string().min(1).nullable().catch(null);
const flag = z.boolean().nullable().catch(null);

/** The answer of `system report`. An object without any of its fields is another program's answer. */
export const systemReportSchema = z
  .record(z.string(), z.unknown())
  .refine((answer) => 'bootedAt' in answer || 'os' in answer || 'name' in answer)
  .pipe(
    z.object({
      name: text,
      os: text,
      bootedAt: text.transform((iso) => (iso === null ? null : fromIso(iso))),
      lastBootKind: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']).catch('unknown'),
      record: z.int().positive().nullable().catch(null),
      session: z
        .object({
          remote: flag,
          locked: flag,
          elevated: flag,
          user: text,
        })
        .nullable()
        .catch(null),
      freeBytes: z.number().nonnegative().nullable().catch(null),
      readerConnected: z.boolean().nullable().catch(null),
    }),
  );

/** Asks the one process that tells what takes PowerShell on Windows. Faults: those of `askJson`. */
export async function readSystemReport(commands: Commands, signal: AbortSignal): Promise<Result<MachineReport>> {
  const call = { program: 'system', args: ['report'], timeoutMs: SLOW_ANSWER_MS, signal } as const;
  return askJson(commands, call, systemReportSchema);
}
