/**
 * How long looking for the management tool, opening its window and seeing what is in it may take, in milliseconds.
 * Whoever asks where it is, opens it or presses in it has the same patience, so that what one finds on a slow terminal
 * the others find too.
 */
export const toolLimits = {
  /** To find the tool: PowerShell starts slowly in the minutes after a boot. */
  findMs: 60_000,
  /** For the tool's window to appear after its start. */
  openMs: 30_000,
  /** For one PowerShell to start, load UI Automation and see the windows or the button. */
  lookMs: 30_000,
  /** For the button to appear in the window, which may be a splash first or fill late. */
  fillMs: 20_000,
  /** For a viewer to appear after 「配信実績の確認」. */
  viewerMs: 20_000,
} as const;

/** Our own program starts as well. */
const START_MS = 30_000;

/** The longest that it may take until the tool's window is there: so long nothing is said. */
export const UNTIL_OPEN_MS = toolLimits.findMs + toolLimits.openMs + toolLimits.lookMs + START_MS;

/** The longest that it may take from there until what a button opens is there: both ways to press are tried. */
export const UNTIL_SHOWN_MS = UNTIL_OPEN_MS + 2 * (toolLimits.lookMs + toolLimits.fillMs) + toolLimits.viewerMs;
