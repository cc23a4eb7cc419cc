import type { Timers } from '../../node/timers.ts';
import type { ToolDriverConfig } from './config.ts';
import type { PowershellRunner } from './powershell-process.ts';

/** What the driver works with. */
export interface DriverTools {
  readonly config: ToolDriverConfig;
  readonly powershell: PowershellRunner;
  readonly timers: Timers;
  /** Says one object as a line (the lines: src/ports/windows/tool-lines.ts). Must not throw when nobody listens any more. */
  readonly say: (line: object) => void;
}
