import * as z from 'zod';
import { DAY, fromIso, MINUTE, toIso, type Instant } from '../domain/time.ts';
import { jsonIn } from '../text/json.ts';
import { decodeText } from '../text/text-file.ts';
import { harmlessValue, jsonText } from '../text/harmless.ts';
import { clinicKey } from './identity.ts';

/** Beside the answers: which clinics were called. No answer may have its name. */
export const CALLED_FILE = 'desk-called.json';

/** Which clinics were called, and when, by `clinicKey`. */
export type Called = ReadonlyMap<string, { readonly clinic: string; readonly at: Instant }>;

export function nobodyCalled(): Called {
  return new Map();
}

const schema = z.object({
  formatVersion: z.literal('1.0'),
  called: z.array(z.object({ clinic: z.string().min(1), at: z.iso.datetime({ offset: true }) })),
});

/** Reads the file; null: it is another one, or broken. */
export function parseCalled(bytes: Uint8Array): Called | null {
  const text = decodeText(bytes)?.text;
  if (text === undefined) return null;
  const read = schema.safeParse(jsonIn(text, harmlessValue));
  if (!read.success) return null;
  return new Map(
    read.data.called.flatMap(({ clinic, at }) => {
      const instant = fromIso(at);
      return instant === null ? [] : [[clinicKey(clinic), { clinic, at: instant }] as const];
    }),
  );
}

/** The file's bytes. */
export function calledFile(called: Called, offsetMinutes: number): Uint8Array {
  const marks = [...called.values()].map(({ clinic, at }) => ({ clinic, at: toIso(at, offsetMinutes) }));
  return new TextEncoder().encode(`${jsonText({ formatVersion: '1.0', called: marks }, 2)}\n`);
}

/** The marks of today: whoever was called yesterday and is not done must be called again. */
export function calledToday(called: Called, now: Instant, offsetMinutes: number): Called {
  const day = (at: Instant): number => Math.floor((at + offsetMinutes * MINUTE) / DAY);
  return new Map([...called].filter(([, { at }]) => day(at) === day(now)));
}

/** With the clinic marked as called at that time; null takes its mark away. */
export function marked(called: Called, clinic: string, at: Instant | null): Called {
  const others = [...called].filter(([key]) => key !== clinicKey(clinic));
  return new Map(at === null ? others : [...others, [clinicKey(clinic), { clinic, at }]]);
}
