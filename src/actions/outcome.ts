import type { RecordFinding } from '../domain/facts.ts';
import type { Fault } from '../domain/fault.ts';
import type { RestartAnswer } from '../domain/restart-answer.ts';
import type { Instant } from '../domain/time.ts';
import type { ToolEvent } from '../domain/tool-event.ts';
import type { JournalReading } from '../journal/read.ts';
import type { WritePurpose } from './catalogue.ts';

/** What an action tells as it goes, and of its end. */
export type ActionMessage =
  | { readonly type: 'journal'; readonly reading: JournalReading }
  | { readonly type: 'journal-failed'; readonly fault: Fault }
  | { readonly type: 'tool'; readonly event: ToolEvent }
  | { readonly type: 'download-failed'; readonly fault: Fault }
  | { readonly type: 'tool-opened'; readonly fault: Fault | null }
  | { readonly type: 'document-opened'; readonly path: string; readonly fault: Fault | null }
  | {
      readonly type: 'file-written';
      readonly purpose: WritePurpose;
      /** Where it stands; null where it could not be written. */
      readonly path: string | null;
      readonly fault: Fault | null;
    }
  /** `label` names what was copied. */
  | { readonly type: 'copied'; readonly label: string; readonly fault: Fault | null }
  | { readonly type: 'record-shown'; readonly path: string | null; readonly fault: Fault | null }
  /** A file that the operator says is the delivery record; `finding` null: it could not be read. */
  | {
      readonly type: 'record-looked-at';
      readonly path: string;
      readonly finding: RecordFinding | null;
      readonly fault: Fault | null;
    }
  | {
      readonly type: 'restart-answered';
      readonly answer: RestartAnswer;
      readonly exitCode: number;
      readonly dueAt: Instant;
      readonly uptimes: CountdownUptimes | null;
      readonly comesBack: boolean;
    }
  | { readonly type: 'restart-cancelled'; readonly answer: RestartAnswer; readonly exitCode: number }
  | { readonly type: 'restart-failed'; readonly fault: Fault };

/**
 * The machine's uptime, in seconds, when a restart was asked for and when it is due: no clock that is set moves them. Where it could
 * not be read there are none.
 */
export interface CountdownUptimes {
  readonly from: number;
  readonly to: number;
}
