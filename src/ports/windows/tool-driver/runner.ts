import type { CommandEvent } from '../../ports.ts';
import type { FindToolInput, OpenToolInput, PressButtonInput, WatchToolInput } from '../powershell/script-lines.ts';

/** What each script of the driver takes. */
export interface ScriptInputs {
  readonly 'find-tool': FindToolInput;
  readonly 'open-tool': OpenToolInput;
  readonly 'press-button': PressButtonInput;
  readonly 'watch-tool': WatchToolInput;
}

export interface PowershellRunner {
  /**
   * Starts a script in a PowerShell of its own, which is killed when it runs longer than `limitMs`. Never throws: what goes
   * wrong is the run's last event.
   */
  start<Name extends keyof ScriptInputs>(name: Name, input: ScriptInputs[Name], limitMs: number): PowershellRun;
}

export interface PowershellRun {
  /**
   * Its lines, then one end: `exit`, or `fault` (`absent`, `denied`, `timed-out`, `cancelled` after a kill, `crashed`, `failed`).
   * What it wrote before it was killed still comes before the end. To be read once.
   */
  readonly events: AsyncIterable<CommandEvent>;
  /** Ends that one process at once, and nothing that it started. May come at any time, and again. */
  kill(): void;
}
