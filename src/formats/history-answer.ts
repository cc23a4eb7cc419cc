import * as z from 'zod';
import type { Json } from '../domain/facts.ts';
import type { OwnComponent } from '../domain/notice/notice.ts';
import { toIso } from '../domain/time.ts';
import { eventInWords } from '../journal/events.ja.ts';
import type { JournalEntry } from '../journal/events.ts';
import type { HistoryInput } from './history-page.ts';
import { ANSWER_FORMAT, errorDocumentSchema, journalStates, jsonSchema } from './answer-schema.ts';

/**
 * The answer of `history --json`: how the chain stands, and every entry, oldest first. What is not known is null. Made
 * when it is needed.
 */
export const historyDocumentSchema = z.lazy(() => {
  const time = z.iso.datetime({ offset: true });
  const seq = z.int().min(0);
  return z.strictObject({
    formatVersion: z.literal(ANSWER_FORMAT),
    consoleVersion: z.string().min(1),
    generatedAt: time,
    terminal: z.strictObject({ name: z.string().nullable() }),
    notice: z.strictObject({ id: z.string().min(1), title: z.string().min(1) }),
    journal: z.strictObject({
      file: z.string(),
      state: z.enum(journalStates),
      /** The line that `state` speaks of. */
      line: z.int().positive().nullable(),
      problems: z.array(z.strictObject({ line: z.int().positive(), text: z.string().min(1) })),
      head: z.strictObject({ seq, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
    }),
    entries: z.array(
      z.strictObject({
        seq,
        at: time,
        /** The id of the notice that it belongs to; null where it belongs to none. */
        notice: z.string().nullable(),
        event: z.string().min(1),
        /** What the event says beside its name, as it stands in the journal. */
        details: z.record(z.string(), jsonSchema),
        /** All of it in a sentence. */
        text: z.string().min(1),
      }),
    ),
  });
});

/** Everything that `history --json` can put on stdout. */
export const historyAnswerSchema = z.union([historyDocumentSchema, errorDocumentSchema]);

/** The journal as one document. */
export function historyDocument(input: HistoryInput): z.infer<typeof historyDocumentSchema> {
  const { journal, notice, known } = input;
  const { seq, sha256 } = journal.tail;
  const components: readonly OwnComponent[] = known.flatMap((each) => each.components);
  return {
    formatVersion: ANSWER_FORMAT,
    consoleVersion: input.consoleVersion,
    generatedAt: toIso(input.now, input.offsetMinutes),
    terminal: { name: input.terminal },
    notice: { id: notice.id, title: notice.title },
    journal: {
      file: input.journalPath,
      state: journal.state,
      line: journal.line,
      problems: journal.problems.map(({ line, text }) => ({ line, text })),
      head: sha256 === null ? null : { seq, sha256 },
    },
    entries: journal.entries.map(({ seq: number, time, notice: of, event }) => ({
      seq: number,
      at: time,
      notice: of,
      event: event.event === 'other' ? event.name : event.event,
      details: detailsOf(event),
      text: eventInWords(event, components),
    })),
  };
}

function detailsOf(event: JournalEntry['event']): Record<string, Json> {
  if (event.event === 'other') return {};
  const { event: _name, ...details } = event;
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
