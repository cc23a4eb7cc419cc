import type { DownloadOutcome } from '../domain/facts.ts';
import { ok } from '../domain/fault.ts';
import type { JournalEvent } from '../journal/events.ts';
import { append, type Action } from './action.ts';

/** Writes events to the journal, in order. Stops at the first that could not be written. */
export const record: Action<{ readonly events: readonly JournalEvent[] }, null> = async function* (
  tools,
  _,
  { events },
) {
  for (const event of events) {
    const written = yield* append(tools, event);
    if (!written.ok) return written;
  }
  return ok(null);
};

/** The operator says that they pressed 「今すぐダウンロード」 themselves. */
export const notePressByHand: Action<unknown, unknown> = (tools) =>
  append(tools, { event: 'download-started', byHand: true });

/** The operator says what 「配信アプリケーション管理ツール」 answered to their press. */
export const noteToolAnswer: Action<{ readonly outcome: DownloadOutcome }, unknown> = async function* (
  tools,
  _,
  { outcome },
) {
  const finish = { outcome, pressed: true, message: null } as const;
  const written = yield* append(tools, { event: 'download-finished', ...finish, byHand: true });
  if (written.ok) yield { type: 'tool', event: { type: 'finished', ...finish } };
  return written;
};
