declare module 'vitest' {
  interface ProvidedContext {
    pace: Pace;
  }
}

/** The limits of a lane whose programs start slowly, on this machine as busy as it is. */
export interface Pace {
  /** How much longer than usual a bare start takes; never less than 1. */
  readonly slowness: number;
  /** For one step: a program that is to answer, a screen that is to change. */
  readonly stepMs: number;
  readonly testMs: number;
}

const STEP_MS = 60_000;
const TEST_MS = 180_000;

/** The limits where a bare start takes as long as it does, and usually that long. */
export function paceOf(bareMs: number, usualMs: number): Pace {
  const slowness = Math.max(1, bareMs / usualMs);
  return { slowness, stepMs: Math.ceil(STEP_MS * slowness), testMs: Math.ceil(TEST_MS * slowness) };
}

/** Measures a bare start, says what limits come of it where they are not the usual ones, and gives them. */
export async function measurePace(start: () => Promise<unknown>, usualMs: number): Promise<Pace> {
  const begun = performance.now();
  await start();
  const bareMs = Math.round(performance.now() - begun);
  const pace = paceOf(bareMs, usualMs);
  if (pace.slowness > 1) {
    const times = pace.slowness.toFixed(1);
    process.stdout.write(`A bare start took ${String(bareMs)} ms: limits are ${times} times the usual ones.\n`);
  }
  return pace;
}
