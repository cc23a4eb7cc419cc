import type { KeyPress } from '../input/keys.ts';
import type { WritePurpose } from '../actions/catalogue.ts';
import type { JournalReading } from '../journal/read.ts';
import type { CommandRecord, RestartAnswer, ToolEvent } from '../ports/ports.ts';
import type { RecordFinding, Survey } from './facts.ts';
import type { Fault } from './fault.ts';
import type { Lock } from './model.ts';
import type { Instant } from './time.ts';

/** Everything that can happen to the console. */
export type Message =
  | { readonly type: 'resized'; readonly columns: number; readonly rows: number }
  /** `chunk` numbers the piece of input that the key came in; `now` is the terminal's time. */
  | { readonly type: 'pressed'; readonly press: KeyPress; readonly chunk: number; readonly now: Instant }
  /** `uptimeSeconds`: since the last full boot, read at the same time; null where it cannot be read. */
  | { readonly type: 'clock'; readonly now: Instant; readonly uptimeSeconds: number | null }
  /** Time for the regular reading. */
  | { readonly type: 'refresh' }
  /** Shortly after the start: services may have come up meanwhile. */
  | { readonly type: 'settle' }
  | { readonly type: 'files-changed' }
  | { readonly type: 'surveyed'; readonly survey: Survey; readonly commands: readonly CommandRecord[] }
  | { readonly type: 'journal'; readonly reading: JournalReading }
  | { readonly type: 'journal-failed'; readonly fault: Fault }
  | { readonly type: 'lock'; readonly lock: Lock }
  /** Whose lock it is that an owner at work holds; null: nobody's. */
  | { readonly type: 'living-lock'; readonly token: string | null }
  /** Time to see what another console does. */
  | { readonly type: 'look-on' }
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
      readonly dueAtUptime: number | null;
      readonly comesBack: boolean;
    }
  | { readonly type: 'restart-cancelled'; readonly answer: RestartAnswer; readonly exitCode: number }
  | { readonly type: 'restart-failed'; readonly fault: Fault };
