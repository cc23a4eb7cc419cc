import * as z from 'zod';
import { events, MAX_SEQ, seqNumber, SHA256, sha256Text, type JournalEntry } from './events.ts';

/** A mark that cannot be read tells nothing; the line counts all the same. */
const bootMark = () =>
  z
    .object({
      uptimeSeconds: z.number().nonnegative().nullable().catch(null),
      record: z.int().positive().nullable().catch(null),
    })
    .optional()
    .catch(undefined);

/** What every line has beside its event. */
export const envelopeSchema = z.lazy(() =>
  z.object({
    at: z.iso.datetime({ offset: true }),
    seq: seqNumber(),
    prev: sha256Text().nullable(),
    notice: z.string().nullish(),
    boot: bootMark(),
    event: z.string(),
    tear: z.array(sha256Text()).optional(),
  }),
);

/** What the chain needs from a line whose other fields are wrong. */
const linkSchema = z.lazy(() =>
  z.object({
    seq: seqNumber().nullable().catch(null),
    prev: sha256Text().nullish().catch(undefined),
    tear: z.array(sha256Text()).nullish().catch(null),
  }),
);

/** Each name once: the entries share it, and a comparison of names is one of places. */
const eventsByName: ReadonlyMap<string, (typeof events)[number]> = new Map(events.map((each) => [each.name, each]));

/** What the JSON of a line says. */
export interface EntryRead {
  readonly seq: number | null;
  /** undefined: it names none that can be read. */
  readonly prev: string | null | undefined;
  /**
   * For a line behind torn ones: the hashes of the lines before the one that `prev` covers, back to the last that is
   * not torn, oldest first. Without them nothing would vouch for those lines. Null where it has no such field.
   */
  readonly tear: readonly string[] | null;
  /** null where it does not count. */
  readonly entry: JournalEntry | null;
  /** The first field that is wrong; null where none is, or where it is no JSON. */
  readonly wrongField: string | null;
}

/** Reads what the JSON of a line says; `line` is its place in the file, from 1. Never fails: what is wrong is named. */
export function readEntry(json: unknown, line: number): EntryRead {
  const envelope = plainEnvelope(json);
  if (envelope) return readEvent(json, envelope, line);
  const judged = envelopeSchema.safeParse(json);
  if (!judged.success) return { ...linkOf(json), entry: null, wrongField: firstField(judged.error) };
  return readEvent(json, judged.data, line);
}

function readEvent(json: unknown, envelope: Envelope, line: number): EntryRead {
  const { seq, prev, tear = null, at, notice = null, boot = null, event: written } = envelope;
  const link = { seq, prev, tear };
  const own = { line, seq, at: Date.parse(at), boot, time: at, notice };
  const known = eventsByName.get(written);
  if (known === undefined)
    return { ...link, entry: { ...own, event: { event: 'other', name: written } }, wrongField: null };
  const { name, schema } = known;
  const event = schema.safeParse({ ...(isObject(json) ? json : {}), event: name });
  if (!event.success) return { ...link, entry: null, wrongField: firstField(event.error) };
  const entry = { ...own, event: event.data };
  return { ...link, entry: name === 'clock-moved' ? { ...entry, clockMoved: true } : entry, wrongField: null };
}

type Envelope = z.infer<typeof envelopeSchema>;

const TIME = z.regexes.datetime({ offset: true });

/**
 * What the schema says of an envelope that is as the console writes it, a tenth as slow: journals grow long. null: it
 * is another one, and the schema has to judge it.
 */
export function plainEnvelope(json: unknown): Envelope | null {
  if (!isObject(json)) return null;
  const { at, seq, prev, notice, boot, event, tear } = json;
  if (typeof at !== 'string' || !TIME.test(at) || typeof event !== 'string' || tear !== undefined) return null;
  if (!isWhole(seq, MAX_SEQ) || !(prev === null || (typeof prev === 'string' && SHA256.test(prev)))) return null;
  if (notice !== undefined && typeof notice !== 'string') return null;
  if (boot === undefined) return { at, seq, prev, notice, event };
  if (!isObject(boot)) return null;
  const { uptimeSeconds, record } = boot;
  if (uptimeSeconds !== null && !(typeof uptimeSeconds === 'number' && uptimeSeconds >= 0 && uptimeSeconds < Infinity))
    return null;
  if (record !== null && !isWhole(record, Number.MAX_SAFE_INTEGER)) return null;
  return { at, seq, prev, notice, boot: { uptimeSeconds, record }, event };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a whole number from 1 to the most that there may be. */
function isWhole(value: unknown, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
}

/** What the chain can still use of a line whose fields are not what the console writes. */
function linkOf(json: unknown): Pick<EntryRead, 'seq' | 'prev' | 'tear'> {
  const link = linkSchema.safeParse(json);
  if (!link.success) return { seq: null, prev: undefined, tear: null };
  const { seq, prev, tear } = link.data;
  return { seq, prev, tear: tear ?? null };
}

function firstField(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}
