import type { BootKind } from '../domain/facts.ts';
import type { JournalEntry } from '../journal/events.ts';
import { restartAnswers } from '../domain/outcomes.ts';
import { allowedNumber, allowedPath, allowedTime, allowedVersion, allowedWord, OTHER } from './redaction.ts';

const bootKinds = ['full', 'fast-startup', 'hibernate', 'unknown'] as const satisfies BootKind[];

type Field = string | number | boolean | null;
type Fields = Readonly<Record<string, Field>>;

/**
 * One entry of the journal with the fields that may leave the clinic, each named here. Left out: what the tool said (only that it
 * said something), learned paths, what a later version wrote. `notice` is the id of the notice that the bundle is about.
 */
export function journalLine({ line, at, notice: own, event }: JournalEntry, notice: string): Fields {
  return {
    line,
    at: allowedTime(at),
    notice: own === null || own === notice ? own : OTHER,
    ...eventFields(event),
  };
}

function eventFields(event: JournalEntry['event']): Fields {
  switch (event.event) {
    case 'console-started':
      return { event: event.event, version: allowedVersion(event.version) };
    case 'download-started':
      return { event: event.event, byHand: event.byHand ?? false };
    case 'download-finished':
      return {
        event: event.event,
        outcome: event.outcome,
        pressed: event.pressed,
        byHand: event.byHand ?? false,
        toolSpoke: event.pressed && typeof event.message === 'string' && event.message !== '',
      };
    case 'restart-requested':
      return {
        event: event.event,
        bootedAt: event.bootedAt === null ? null : allowedTime(event.bootedAt),
        attempt: allowedNumber(event.attempt),
      };
    case 'restart-answered':
      return {
        event: event.event,
        exitCode: allowedNumber(event.exitCode),
        answer: allowedWord(restartAnswers, event.answer),
      };
    case 'restart-confirmed':
      return {
        event: event.event,
        bootedAt: allowedTime(event.bootedAt),
        kind: allowedWord(bootKinds, event.kind),
      };
    case 'clock-moved':
      return { event: event.event, bySeconds: allowedNumber(event.bySeconds) };
    case 'version-seen':
      return {
        event: event.event,
        component: event.component,
        source: event.source,
        version: allowedVersion(event.version),
      };
    case 'operator-version':
      return { event: event.event, component: event.component, version: allowedVersion(event.version) };
    case 'record-path-learned':
      return { event: event.event, path: allowedPath(event.path) };
    case 'terminals-counted':
      // The count was typed: whatever number it is, it may have been meant for another field.
      return { event: event.event, several: event.count > 1, allDone: event.allDone };
    case 'report-sent':
      return { event: event.event, elsewhere: event.elsewhere ?? false };
    case 'left-on':
      return { event: event.event, night: event.night };
    case 'journal-changed':
    case 'journal-unsealed':
    case 'journal-acknowledged':
      return { event: event.event, line: allowedNumber(event.line) };
    case 'journal-lost':
      return {
        event: event.event,
        line: allowedNumber(event.line),
        from: allowedNumber(event.from),
        to: allowedNumber(event.to),
      };
    case 'support-called':
    case 'setting-changed':
    case 'restart-cancelled':
      return { event: event.event };
    default:
      return { event: OTHER };
  }
}
