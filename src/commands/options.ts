import * as z from 'zod';
import { changes, deskStates } from '../desk/states.ts';
import type { InputError } from '../domain/fault.ts';
import { fromIso } from '../domain/time.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';
import { parseLabels } from '../formats/prometheus-format.ts';
import { nearest } from '../text/nearest.ts';
import { cliTexts } from './cli.ja.ts';
import { wrongUse } from './refusal.ts';

/** In a file's place: stdin, or stdout. (A file of that name is `./-`.) */
export const STANDARD_STREAM = '-';

const given = z.string().min(1, cliTexts.emptyValue).optional();

/** The values of all options, as they were typed and as they count. */
const optionsSchema = z.object({
  simulate: given,
  workdir: given,
  clock: z
    .string()
    .refine((text) => fromIso(text) !== null, cliTexts.clockValue)
    .optional(),
  notice: given,
  dataDir: given,
  timeout: z
    .string()
    .regex(/^\d{1,4}$/, cliTexts.timeoutValue)
    .transform(Number)
    .pipe(z.int().min(1, cliTexts.timeoutValue).max(3_600, cliTexts.timeoutValue))
    .optional(),
  readOnly: z.boolean().optional(),
  json: z.boolean().optional(),
  nagios: z.boolean().optional(),
  prometheus: z
    .string()
    .refine((path) => path.endsWith('.prom'), monitoringTexts.promFile)
    .optional(),
  label: z
    .array(z.string())
    .transform((texts, context) => {
      const read = parseLabels(texts);
      if (read.ok) return read.labels;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    })
    .optional(),
  elsewhere: z.boolean().optional(),
  out: given,
  /** A switch; for the desk the name of a file. */
  html: z.union([z.boolean(), given]).optional(),
  staff: z.boolean().optional(),
  preview: z.boolean().optional(),
  withClinic: z.boolean().optional(),
  list: z.boolean().optional(),
  reasons: z.boolean().optional(),
  csv: given,
  xlsx: given,
  roster: given,
  since: given,
  change: z.enum(changes, cliTexts.stateValue(changes)).optional(),
  stale: z.coerce.number(cliTexts.staleValue).min(1, cliTexts.staleValue).max(8_760, cliTexts.staleValue).optional(),
  state: z
    .enum(deskStates, {
      error: ({ input }) => {
        const meant = nearest(String(input), deskStates);
        return cliTexts.stateValue(deskStates) + (meant === null ? '' : cliTexts.didYouMean(meant));
      },
    })
    .optional(),
  filter: given,
});
export type Options = z.infer<typeof optionsSchema>;

/**
 * The options of a call, checked. Throws InputError for the first value that cannot count; `args` is the call as it was
 * typed.
 */
export function checkedOptions(raw: unknown, args: readonly string[]): Options {
  const read = optionsSchema.safeParse(raw);
  if (read.success) return read.data;
  const first = read.error.issues[0];
  const option = `--${String(first?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw wrongCall(`${option}: ${first?.message ?? ''}`, args);
}

/** The fault of a wrong call. */
export function wrongCall(reason: string, args: readonly string[]): InputError {
  return wrongUse(`${cliTexts.wrongCall}: ${reason}`, args.join(' '));
}
