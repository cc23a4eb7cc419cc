import * as z from 'zod';
import { downloadOutcomes } from '../domain/facts.ts';
import type { Moment } from '../domain/boots.ts';

export const SHA256 = /^[0-9a-f]{64}$/;
export const sha256Text = () => z.string().regex(SHA256);
/** The limit keeps a forged number from stopping the count. */
export const MAX_SEQ = 1_000_000_000;
export const seqNumber = () => z.int().min(1).max(MAX_SEQ);
const time = () => z.iso.datetime({ offset: true });

/** What the journal records. Each event stands for itself: none presupposes another. */
export const events = [
  event('console-started', () => ({ version: z.string() })),
  /** `lock`: the token of the lock of the console that watches the tool to its end; a press by hand has none. */
  event('download-started', () => ({ byHand: z.boolean().optional(), lock: z.string().optional() })),
  event('download-finished', () => ({
    outcome: z.enum(downloadOutcomes),
    pressed: z.boolean(),
    message: z.string().nullable().optional(),
    byHand: z.boolean().optional(),
  })),
  /** `dueAt`: when the countdown ends; lines of earlier versions have none. */
  event('restart-requested', () => ({
    bootedAt: time().nullable(),
    attempt: z.int().positive(),
    dueAt: time().optional(),
  })),
  event('restart-answered', () => ({ exitCode: z.int().nullable(), answer: z.string() })),
  event('restart-cancelled', () => ({})),
  event('restart-confirmed', () => ({ bootedAt: time(), kind: z.string() })),
  /** The clock was set, by so many seconds: on, or back (negative). Seen against the uptime, which no clock moves. */
  event('clock-moved', () => ({ bySeconds: z.int() })),
  event('version-seen', () => ({
    component: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    source: z.enum(['delivery-record', 'version-info']),
    version: z.string(),
  })),
  event('operator-version', () => ({
    component: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    version: z.string(),
  })),
  event('record-path-learned', () => ({ path: z.string() })),
  /**
   * How many terminals the clinic uses, and whether all of them are done; lines of earlier versions do not say how many
   * are, nor count spare ones.
   */
  event('terminals-counted', () => ({
    count: z.int().positive(),
    allDone: z.boolean(),
    done: z.int().min(0).optional(),
    spare: z.int().min(0).optional(),
  })),
  /** `elsewhere`: the clinic's report was sent from another terminal. */
  event('report-sent', () => ({
    /** null: the notice has no number. */
    identificationNumber: z.string().nullable(),
    elsewhere: z.boolean().optional(),
  })),
  /** A setting was changed on the screen; its value may be personal and is not told. */
  event('setting-changed', () => ({ key: z.string() })),
  event('support-called', () => ({})),
  event('left-on', () => ({ night: z.iso.date() })),
  /** One of the notice's steps, by its place from 0 and as it was written then: done by hand, or not yet after all. */
  event('hand-step-ticked', () => ({ step: z.int().min(0), text: z.string(), done: z.boolean() })),
  event('hand-steps-done', () => ({})),
  /** Nothing was left to do under the notice. Its proof may lapse, as a version read by eye does with the next boot. */
  event('notice-done', () => ({})),
  /** The chain was found broken before this line; kept so that the finding outlives the next sealing. */
  event('journal-changed', () => ({ line: z.int().positive() })),
  /** The head was gone, empty or nothing but NULs; `line` was the last one then. */
  event('journal-unsealed', () => ({ line: z.int().positive() })),
  /**
   * Entries that were on the disk are gone, as after a power cut: those with the numbers `from` to `to`, from `line`
   * on. `head` is the hash that the head held then; null where the head did not show it.
   */
  event('journal-lost', () => ({
    line: z.int().positive(),
    from: seqNumber(),
    to: seqNumber(),
    head: sha256Text().nullable(),
  })),
  /** The operator has seen the changes, losses and missing seals up to this line: from here they are told as seen. */
  event('journal-acknowledged', () => ({ line: z.int().positive() })),
];
export type JournalEvent = z.infer<(typeof events)[number]['schema']>;

/** An event and what it says; its schema is made with the first line of the kind, of which few stand in one journal. */
function event<Name extends string, Fields extends z.ZodRawShape>(name: Name, fields: () => Fields) {
  return { name, schema: z.lazy(() => z.object({ event: z.literal(name), ...fields() })) };
}

/** What is true of the terminal whatever the notice: these lines name none, and count for every one. */
export const eventsOfTheTerminal: ReadonlySet<JournalEvent['event']> = new Set<JournalEvent['event']>([
  'restart-confirmed',
  'version-seen',
  'clock-moved',
]);

/**
 * One line of `journal.jsonl`, read back: the moment it was written, whose boot is null on lines of earlier versions
 * and where nothing could be told. Events of later versions keep their name and are shown, not understood.
 */
export interface JournalEntry extends Moment {
  readonly line: number;
  readonly seq: number;
  /** `at` as it is written, with its zone. */
  readonly time: string;
  /** The notice it belongs to; null for a line that names none, which counts for every notice. */
  readonly notice: string | null;
  readonly event: JournalEvent | { readonly event: 'other'; readonly name: string };
}
