import { bootKinds } from '../domain/facts.ts';
import { componentsOf } from '../domain/notice/components.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { JournalEntry } from '../journal/events.ts';
import { restartAnswers } from '../domain/outcomes.ts';
import { allowedNumber, allowedPath, allowedTime, allowedWord } from './redaction.ts';
import { allowedVersion, OTHER } from '../domain/versions/allowed-version.ts';

type Field = string | number | boolean | null;
type Fields = Readonly<Record<string, Field>>;

/**
 * One entry of the journal with the fields that may leave the clinic, each named here. Left out: what the tool said
 * (only that it said something), learned paths, what a later version wrote. `notice` is the one that the bundle is
 * about.
 */
export function journalLine(
  { line, time, notice: own, event }: JournalEntry,
  notice: Pick<Notice, 'id' | 'components'>,
): Fields {
  const ids = componentsOf(notice).map(({ id }) => id);
  const fields = eventFields(event, ids);
  return {
    line,
    at: allowedTime(time),
    notice: own === null || own === notice.id ? own : OTHER,
    event: fields === null ? OTHER : event.event,
    ...fields,
  };
}

/** null: an event that only a later version knows. */
function eventFields(event: JournalEntry['event'], components: readonly string[]): Fields | null {
  switch (event.event) {
    case 'console-started':
      return { version: allowedVersion(event.version) };
    case 'download-started':
      return { byHand: event.byHand ?? false };
    case 'download-finished':
      return {
        outcome: event.outcome,
        pressed: event.pressed,
        byHand: event.byHand ?? false,
        toolSpoke: event.pressed && typeof event.message === 'string' && event.message !== '',
      };
    case 'restart-requested':
      return {
        bootedAt: event.bootedAt === null ? null : allowedTime(event.bootedAt),
        attempt: allowedNumber(event.attempt),
      };
    case 'restart-answered':
      return { exitCode: allowedNumber(event.exitCode), answer: allowedWord(restartAnswers, event.answer) };
    case 'restart-confirmed':
      return { bootedAt: allowedTime(event.bootedAt), kind: allowedWord(bootKinds, event.kind) };
    case 'clock-moved':
      return { bySeconds: allowedNumber(event.bySeconds) };
    case 'version-seen':
      return {
        component: allowedWord(components, event.component),
        source: event.source,
        version: allowedVersion(event.version),
      };
    case 'operator-version':
      return { component: allowedWord(components, event.component), version: allowedVersion(event.version) };
    case 'record-path-learned':
      return { path: allowedPath(event.path) };
    case 'terminals-counted':
      // The count was typed: whatever number it is, it may have been meant for another field.
      return { several: event.count > 1, allDone: event.allDone };
    case 'report-sent':
      return { elsewhere: event.elsewhere ?? false };
    case 'left-on':
      return { night: event.night };
    case 'journal-changed':
    case 'journal-unsealed':
    case 'journal-acknowledged':
      return { line: allowedNumber(event.line) };
    case 'journal-lost':
      return { line: allowedNumber(event.line), from: allowedNumber(event.from), to: allowedNumber(event.to) };
    case 'hand-step-ticked':
      return { step: allowedNumber(event.step), done: event.done };
    case 'notice-done':
    case 'hand-steps-done':
    case 'support-called':
    case 'setting-changed':
    case 'restart-cancelled':
      return {};
    default:
      return null;
  }
}
