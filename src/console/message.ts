import type { TerminalMessage } from '../tui/store.ts';
import type { ActionMessage } from '../actions/catalogue.ts';
import type { CommandRecord } from '../ports/ports.ts';
import type { Survey } from '../domain/facts.ts';
import type { Lock } from '../screens/model.ts';
import type { Instant } from '../domain/time.ts';

/** Everything that can happen to the console. */
export type Message =
  | ActionMessage
  | TerminalMessage
  /** `uptimeSeconds`: since the last full boot, read at the same time; null where it cannot be read. */
  | { readonly type: 'clock'; readonly now: Instant; readonly uptimeSeconds: number | null }
  /** Time for the regular reading. */
  | { readonly type: 'refresh' }
  /** Shortly after the start: services may have come up meanwhile. */
  | { readonly type: 'settle' }
  | { readonly type: 'files-changed' }
  | { readonly type: 'surveyed'; readonly survey: Survey; readonly commands: readonly CommandRecord[] }
  | { readonly type: 'lock'; readonly lock: Lock }
  /** Whose lock it is that an owner at work holds; null: nobody's. */
  | { readonly type: 'living-lock'; readonly token: string | null }
  /** Time to see what another console does. */
  | { readonly type: 'look-on' };
