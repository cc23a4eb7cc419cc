/** What can go wrong with a part of the world, in the order of the table's columns. */
export const faultKinds = [
  'missing',
  'denied',
  'slow',
  'late',
  'hanging',
  'garbage',
  'partial',
  'disappearing',
  'disk-full',
  'changed',
  'clock-forward',
  'clock-back',
  'zone',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** These come over a port that worked until then; the others hold from the start. */
export const comesOver: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'disappearing',
  'changed',
  'clock-forward',
  'clock-back',
]);

/** The console's limits for one run, in milliseconds: short, so that what hangs is seen to be given up. */
export const CHECK_LIMIT_MS = 1_500;
export const SILENCE_LIMIT_MS = 2_500;
/** Late, but within every limit. */
export const SLOW_MS = 60;
/** Beyond every limit, and longer than a check that was told to stop is waited for. */
export const LATE_MS = 3_500;
/** Late for one touch of a file of the console's own: the journal alone takes several for an entry. */
export const LATE_FILE_MS = 600;

/** How far the clock is put, in milliseconds. */
export const CLOCK_JUMP_MS = 6 * 3_600_000;
/**
 * A zone that a Japanese terminal is not in: its name for the process, and what the terminal's clock says, in minutes
 * east of UTC.
 */
export const OTHER_ZONE = { name: 'America/New_York', offsetMinutes: -300 } as const;
