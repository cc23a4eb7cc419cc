import type { CheckResult, ComponentReading } from '../facts.ts';
import type { Instant } from '../time.ts';
import type { Moment } from '../boots.ts';
import type { History } from '../history.ts';
import type { Calendar } from '../notice/calendar.ts';
import type { Notice, OpeningHours } from '../notice/schema.ts';

/** All that the verdict is made of. */
export interface RuleFacts {
  readonly now: Instant;
  readonly notice: Notice;
  /** The notice's nights where they are at hand: to lay them out again for each key takes time. */
  readonly calendar?: Calendar;
  /** Hours of reception, by the clock of the notice's zone. */
  readonly receptionHours: OpeningHours;
  /** The reading of the component that the notice asks for. */
  readonly target: ComponentReading;
  readonly checks: readonly Pick<CheckResult, 'id' | 'status'>[];
  /** The machine's last full boot; null where it cannot be told. */
  readonly bootedAt: Instant | null;
  /** The clock and the boot, read after every line of the journal; absent: nothing tells one boot from another but their times. */
  readonly present?: Moment | undefined;
  /** The token of the lock whose owner is at work; null: no console acts on this terminal. */
  readonly livingLock: string | null;
  /** What the journal holds of this notice. */
  readonly history: History;
}

/** The facts as the rules read them: the notice's nights laid out as points in time. */
export interface Situation extends RuleFacts {
  readonly calendar: Calendar;
}
